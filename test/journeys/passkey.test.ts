import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import axe from 'axe-core'
import { build } from 'esbuild'
import { Hono } from 'hono'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { issueStartLink } from '../../src/access/index.ts'
import { assetsRoutes } from '../../src/desk/index.ts'
import { systemClock } from '../../src/platform/clock.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { doorsApp, journalKinds } from '../support/access.ts'
import { openBrowser } from '../support/browser.ts'
import { testPlatform } from '../support/database.ts'

// The first lead of a real folder, in a real browser with a virtual authenticator: enrol, leave, come back, confirm.
let closing: { close(): Promise<void> }
let platform: Platform
let server: ServerType
let browser: Browser
let person: BrowserContext
let page: Page
let islands: string
let port = 0
const scriptErrors: string[] = []

beforeAll(async () => {
  const made = await testPlatform({ exercise: false })
  closing = made
  platform = { ...made, clock: systemClock }
  islands = mkdtempSync(join(tmpdir(), 'tocsin-islands-'))
  await build({
    entryPoints: ['src/desk/islands/passkey.ts'],
    bundle: true,
    format: 'esm',
    outdir: islands,
    logLevel: 'silent',
  })
  const app = new Hono().route('/', assetsRoutes(islands)).route('/', doorsApp(platform))
  server = await new Promise<ServerType>((resolve) => {
    const opened = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (at) => {
      port = at.port
      resolve(opened)
    })
  })
  browser = await openBrowser()
  person = await browser.newContext({ locale: 'fr-FR' })
  page = await newPage(person)
  await giveAuthenticator(person, page)
})

afterAll(async () => {
  await browser?.close()
  await new Promise((resolve) => server?.close(resolve))
  rmSync(islands, { recursive: true, force: true })
  await closing?.close()
})

const at = (path: string) => `http://localhost:${port}${path}`

async function newPage(context: BrowserContext): Promise<Page> {
  const opened = await context.newPage()
  opened.on('console', (message) => message.type() === 'error' && scriptErrors.push(message.text()))
  opened.on('pageerror', (error) => scriptErrors.push(error.message))
  return opened
}

async function giveAuthenticator(context: BrowserContext, target: Page): Promise<void> {
  const devtools = await context.newCDPSession(target)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

it('enrols the first lead with a passkey, from the link opened as a terminal opens it', async () => {
  await page.goto(at((await issueStartLink(platform)) ?? ''))
  expect(page.url()).toBe(at('/enrol'))
  await page.getByLabel('Prénom et nom').fill('Claire Vasseur')
  await page.getByLabel('Identifiant').fill('c.vasseur')
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.getByRole('button', { name: 'Créer une clé d’accès' }).waitFor()
  await page.setViewportSize({ width: 320, height: 800 })
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.getByLabel('Nom de cette clé').fill('portable du bureau')
  await page.getByRole('button', { name: 'Créer une clé d’accès' }).click()
  await page.waitForURL(at('/enrol/recovery-codes'))
  await page.getByRole('button', { name: 'Montrer dix codes de secours' }).click()
  expect(await page.locator('ol code').count()).toBe(10)
  await page.getByRole('link', { name: 'J’ai gardé ces codes' }).click()
  expect(await page.textContent('body')).toBe('home of Claire Vasseur')
})

it('signs in with that passkey and returns to the page that was wanted', async () => {
  await person.clearCookies()
  await page.goto(at('/lead-only'))
  expect(page.url()).toBe(at('/sign-in?back=%2Flead-only'))
  await page.getByRole('button', { name: 'Entrer avec une clé d’accès' }).click()
  await page.waitForURL(at('/lead-only'))
  expect(await page.textContent('body')).toBe('lead')
  const [cookie] = await person.cookies()
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', expires: -1 })
})

it('confirms with the passkey before a release, once the last proof is old', async () => {
  await platform.db.query(`update login_session set step_up_at = now() - interval '1 hour'`)
  await page.goto(at('/release'))
  expect(page.url()).toBe(at('/step-up?back=%2Frelease'))
  await page.getByRole('button', { name: 'Confirmer avec une clé d’accès' }).click()
  await page.waitForURL(at('/release'))
  expect(await page.textContent('body')).toBe('released')
})

it('lets an invited person in by a link followed from another site, whose redirect a strict cookie would not survive', async () => {
  await page.goto(at('/staff'))
  await page.getByLabel('Prénom et nom').fill('Noé Lambert')
  await page.getByLabel('Identifiant').fill('n.lambert')
  await page.locator('form[action="/staff/invitations"]').getByLabel('vérification').check()
  await page.getByRole('button', { name: 'Créer le lien' }).click()
  const link = (await page.textContent('#invitation')) ?? ''
  const guest = await browser.newContext({ locale: 'fr-FR' })
  const mail = await newPage(guest)
  await mail.goto(`http://127.0.0.1:${port}/sign-in`)
  await mail.evaluate((href) => {
    const anchor = document.createElement('a')
    Object.assign(anchor, { href, id: 'from-mail', textContent: 'lien reçu' })
    document.body.append(anchor)
  }, link)
  await mail.click('#from-mail')
  await mail.getByRole('button', { name: 'Continuer' }).click()
  await mail.waitForURL(at('/enrol'))
  await mail.getByRole('button', { name: 'Créer une clé d’accès' }).waitFor()
  await guest.close()
})

it('shows the account and signs out by a form, on the server and in the browser', async () => {
  await page.goto(at('/account'))
  expect(await page.textContent('main')).toContain('portable du bureau')
  await page.getByRole('button', { name: 'Quitter' }).click()
  await page.waitForURL(at('/sign-in'))
  await page.goto(at('/'))
  expect(page.url()).toBe(at('/sign-in'))
})

it('says so when no passkey answers', async () => {
  const stranger = await browser.newContext({ locale: 'fr-FR' })
  const elsewhere = await newPage(stranger)
  await giveAuthenticator(stranger, elsewhere)
  await elsewhere.goto(at('/sign-in'))
  await elsewhere.getByRole('button', { name: 'Entrer avec une clé d’accès' }).click()
  await elsewhere.getByText('Aucune clé d’accès n’a répondu').waitFor()
  await stranger.close()
})

it('works without scripts by the passphrase and code, and says why the passkey button is absent', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' })
  const form = await plain.newPage()
  await form.goto(at('/sign-in'))
  expect(await form.getByRole('button', { name: 'Entrer avec une clé d’accès' }).isVisible()).toBe(false)
  expect(await form.textContent('main')).toContain('La clé d’accès demande JavaScript')
  await form.locator('#login').fill('c.vasseur')
  await form.locator('#passphrase').fill('pas la bonne phrase')
  await form.locator('#code').fill('123456')
  await form.getByRole('button', { name: 'Entrer', exact: true }).click()
  expect(await form.locator('.notice').textContent()).toContain('refusé')
  await plain.close()
})

it('sends someone on the IP address to the name that passkeys accept', async () => {
  await page.goto(`http://127.0.0.1:${port}/sign-in`)
  expect(await page.getByRole('link', { name: `http://localhost:${port}/` }).count()).toBe(1)
})

it('can be used by everyone: no fault found by axe on the doors, at 390 px too', async () => {
  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto(at('/sign-in'))
  await page.evaluate(axe.source)
  const found = await page.evaluate(() => (window as never as { axe: typeof axe }).axe.run())
  expect(found.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
})

it('breaks no rule of the content policy and journals the passkeys', async () => {
  expect(scriptErrors.filter((text) => !/status of 4\d\d/.test(text))).toEqual([])
  const kinds = await journalKinds(platform)
  expect(kinds).toEqual(
    expect.arrayContaining(['access.authenticator_added', 'access.signed_in', 'access.stepped_up']),
  )
})
