import { request } from 'node:http'
import { TOTP } from 'otpauth'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { type RunningDesk, startDeskProcess } from '../support/desk-process.ts'
import { confirmByCode, signInByCode, type Visit, visit } from '../support/desk-visit.ts'

// The doors of the running product: what must not open.
let desk: RunningDesk
let browser: Browser
let lead: Visit
let incident = ''

beforeAll(async () => {
  browser = await openBrowser()
  desk = await startDeskProcess()
  lead = await visit(browser)
})

afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

test('the printed link enters once; a second time it is refused, and nothing opens', async () => {
  await lead.page.goto(desk.signInUrl)
  incident = lead.page.url()
  expect(incident).toContain('/incidents/')
  const thief = await visit(browser)
  const answer = await thief.page.goto(desk.signInUrl)
  expect(answer?.status()).toBeGreaterThanOrEqual(400)
  await thief.page.goto(incident)
  expect(new URL(thief.page.url()).pathname).toBe('/sign-in')
  await thief.context.close()
})

test('nobody enters with a passphrase alone, nor with a wrong code', async () => {
  const stranger = await visit(browser, { javaScriptEnabled: false })
  const [person] = await desk.json<{ login: string; passphrase: string; code: string }[]>('exercise', 'code')
  await stranger.page.goto(`${desk.url}/sign-in`)
  await stranger.page.locator('#login').fill(person?.login ?? '')
  await stranger.page.locator('#passphrase').fill(person?.passphrase ?? '')
  const wrong = String((Number(person?.code) + 123_456) % 1_000_000).padStart(6, '0')
  await stranger.page.locator('#code').fill(wrong)
  await stranger.page.getByRole('button', { name: 'Entrer', exact: true }).click()
  expect(await stranger.page.locator('.notice').textContent()).toContain('refusé')
  await stranger.context.close()
})

/** A POST as a program or a hostile page would send it. */
function post(path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(desk.url)
    const asked = request(
      {
        hostname,
        port,
        path,
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      },
      (answer) => {
        answer.resume()
        resolve(answer.statusCode ?? 0)
      },
    )
    asked.on('error', reject).end()
  })
}

test('a stranger’s page cannot act with the session of someone who is signed in', async () => {
  const [session] = await lead.context.cookies()
  const cookie = `${session?.name}=${session?.value}`
  const path = `${new URL(incident).pathname}/journal/verification`
  const host = new URL(desk.url).host
  expect(
    await post(path, { cookie, host, origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' }),
  ).toBe(403)
  expect(await post(path, { cookie, host })).toBe(403)
  expect(
    await post(path, { cookie, host: 'evil.example', origin: 'http://evil.example' }),
  ).toBeGreaterThanOrEqual(400)
  expect(await post(path, { cookie, host, origin: desk.url, 'sec-fetch-site': 'same-origin' })).toBe(303)
})

test('a release asks for a fresh proof, and a code serves once', async () => {
  const { page } = lead
  await page.goto(`${incident}/sending/release`)
  expect(page.url()).toContain('/step-up')
  expect(await confirmByCode(desk, page, 'i.benali')).toBe(true)
  expect(page.url()).toBe(`${incident}/sending/release`)
})

test('a call agent, invited by the lead, enrols, reads the state and cannot open a release', async () => {
  const agent = await visit(browser, { javaScriptEnabled: false })
  await agent.page.goto(await invitation('Noé Lambert', 'n.lambert'))
  await agent.page.waitForURL(`${desk.url}/enrol`)
  const secret = ((await agent.page.textContent('#secret')) ?? '').replace(/\s/g, '')
  const form = agent.page.locator('form[action="/enrol/code"]')
  await form.locator('[name=passphrase]').fill('bateau lanterne piano girafe')
  await form.locator('[name=code]').fill(new TOTP({ secret }).generate())
  await form.getByRole('button').click()
  await agent.page.getByRole('button', { name: 'Montrer dix codes de secours' }).click()
  expect(await agent.page.locator('ol code').count()).toBe(10)
  await agent.page.goto(incident)
  expect(await agent.page.locator('nav.pages').count()).toBe(1)
  for (const path of ['sending/release', 'outbox']) {
    const answer = await agent.page.goto(`${incident}/${path}`)
    expect({ path, status: answer?.status() }).toEqual({ path, status: 403 })
  }
  const started = await agent.page.goto(`${desk.url}/staff`)
  expect(started?.status()).toBe(403)
  await agent.context.close()
})

async function invitation(name: string, login: string): Promise<string> {
  const { page } = lead
  await page.goto(`${desk.url}/staff`)
  await confirmByCode(desk, page, 'i.benali')
  const form = page.locator('form[action="/staff/invitations"]')
  await form.getByLabel('Prénom et nom').fill(name)
  await form.getByLabel('Identifiant').fill(login)
  await form.getByLabel('accueil téléphonique').check()
  await form.getByRole('button', { name: 'Créer le lien' }).click()
  return (await page.textContent('#invitation')) ?? ''
}

test('after leaving, the session is closed on the server too', async () => {
  const cookies = await lead.context.cookies()
  await lead.page.goto(incident)
  await lead.page.getByRole('button', { name: 'Quitter' }).click()
  await lead.page.waitForURL(`${desk.url}/sign-in`)
  await lead.context.addCookies(cookies)
  await lead.page.goto(incident)
  expect(new URL(lead.page.url()).pathname).toBe('/sign-in')
})

test('the second fictional person enters by passphrase and code, without scripts', async () => {
  const dpo = await visit(browser, { javaScriptEnabled: false })
  await signInByCode(desk, dpo.page, 'h.marchetti')
  expect(dpo.page.url()).toBe(incident)
  expect(await dpo.page.locator('.viewer').textContent()).toContain('Hélène Marchetti')
  await dpo.context.close()
})
