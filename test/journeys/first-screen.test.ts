import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import axe from 'axe-core'
import { build } from 'esbuild'
import { Hono } from 'hono'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { securityHeaders } from '../../src/access/index.ts'
import {
  assetsRoutes,
  type DeskEnv,
  deskRoutes,
  type HomeSources,
  preferenceRoutes,
  readLocale,
} from '../../src/desk/index.ts'
import { openBrowser } from '../support/browser.ts'
import { testPlatform } from '../support/database.ts'
import { lookFigures } from '../support/look-figures.ts'

// The first screen in a real browser, with the figures of the look: readable by everyone, at every width, alive.
let platform: Awaited<ReturnType<typeof testPlatform>>
let server: ServerType
let browser: Browser
let islands: string
let address = ''
let told = lookFigures.outcomes!.told.email

const INCIDENT = '0190a000-0000-7000-8000-000000000001'
const sources: HomeSources = {
  lists: async () => lookFigures.lists,
  campaign: async () => lookFigures.campaign,
  changedFacts: async () => lookFigures.changedFacts,
  outcomes: async () => {
    const { in_progress, told: before, ...others } = lookFigures.outcomes!
    return { ...others, told: { ...before, email: told }, in_progress: in_progress - (told - before.email) }
  },
}

beforeAll(async () => {
  platform = await testPlatform()
  islands = mkdtempSync(join(tmpdir(), 'tocsin-islands-'))
  const entryPoints = ['src/desk/islands/live.ts']
  await build({ entryPoints, bundle: true, format: 'esm', outdir: islands, logLevel: 'silent' })
  server = await new Promise<ServerType>((resolve) => {
    const opened = serve({ fetch: desk().fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      address = `http://127.0.0.1:${port}/incidents/tiersoin`
      resolve(opened)
    })
  })
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await new Promise((resolve) => server?.close(resolve))
  rmSync(islands, { recursive: true, force: true })
  await platform?.close()
})

function desk(): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .use(async (c, next) => {
      c.set('platform', platform)
      c.set('incident', {
        id: INCIDENT,
        reference: 'tiersoin',
        title: 'Tiersoin',
        exercise: true,
        controllerName: 'Mutuelle',
      })
      c.set('viewer', { name: 'Hélène Marchetti', title: 'déléguée' } as never)
      await next()
    })
    .use(readLocale(), securityHeaders())
    .route('/', assetsRoutes(islands))
    .route('/', preferenceRoutes())
    .route('/incidents/tiersoin', deskRoutes(sources))
}

test.each([
  [1280, 'light'],
  [1280, 'dark'],
  [390, 'light'],
  [320, 'dark'],
] as const)('%i px, %s: no barrier found by axe, no sideways scroll', async (width, colorScheme) => {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, bypassCSP: true })
  const page = await context.newPage()
  for (const path of ['', '/journal']) {
    await page.goto(address + path)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    await page.evaluate(axe.source)
    const { violations } = (await page.evaluate('axe.run(document)')) as axe.AxeResults
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  }
  await context.close()
})

test('figures follow the campaign by themselves, within the policy, and the focus stays', async () => {
  const page = await browser.newPage({ locale: 'fr-FR' })
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  await page.goto(address)
  await page.focus('a[href$="outcome=email"]')
  told += 100
  await page.locator('h1', { hasText: '13\u202f216' }).waitFor({ timeout: 15_000 })
  expect(await page.evaluate(`document.activeElement.getAttribute('href')`)).toMatch(/outcome=email$/)
  expect(complaints).toEqual([])
  await page.close()
})

test('without scripts: the same figures, and the switches of language and theme', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' })
  const page = await context.newPage()
  await page.goto(address)
  expect(await page.textContent('h1')).toContain('personnes informées sur')
  await page.click('button[value="dark"]')
  expect(await page.getAttribute('html', 'data-theme')).toBe('dark')
  await page.click('button[value="en"]')
  expect(await page.textContent('h1')).toContain('people told out of')
  expect(page.url()).toBe(address)
  await context.close()
})

test('asks nothing of any other machine', async () => {
  const page = await browser.newPage()
  const hosts = new Set<string>()
  page.on('request', (request) => hosts.add(new URL(request.url()).hostname))
  await page.goto(address)
  expect([...hosts]).toEqual(['127.0.0.1'])
  await page.close()
})
