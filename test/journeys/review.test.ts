import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { type RunningDesk, startDeskProcess } from '../support/desk-process.ts'
import { signInByCode, type Visit, visit } from '../support/desk-visit.ts'
import {
  aMessyIncident,
  type MessyIncident,
  nextRow,
  reviewPairs,
  rowInHand,
} from '../support/review-journey.ts'

// A messy list leaves rows between two people: two readers decide, one by the keyboard, one without scripts.
let desk: RunningDesk
let browser: Browser
let incident: MessyIncident
/** One sign-in a person: a code serves once. */
const signedIn: Record<string, Awaited<ReturnType<BrowserContext['storageState']>>> = {}
const readBy: Record<string, number[]> = {}

beforeAll(async () => {
  browser = await openBrowser()
  desk = await startDeskProcess()
  await desk.finished()
  incident = await aMessyIncident(desk)
  for (const login of ['h.marchetti', 'i.benali']) {
    const { context, page } = await visit(browser)
    await signInByCode(desk, page, login)
    signedIn[login] = await context.storageState()
    await context.close()
  }
})

type Options = Parameters<typeof visit>[1]
const visitAs = (login: string, options: Options = {}) =>
  visit(browser, { ...options, storageState: signedIn[login]! })

afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

const NIR = /(?<!\d)[12]\d{12}(?:\d\d)?(?!\d)/
const main = async (page: Page) => (await page.textContent('main')) ?? ''
/** Without its hashes, of which any digits may come; a number of theirs is longer than any NIR. */
const journal = async (page: Page) => {
  await page.goto(`${incident.address}/journal`)
  return (await main(page)).replace(/[0-9a-f]{16,}/g, '…')
}

describe.each([
  ['by the keyboard', true, 'h.marchetti'],
  ['without scripts, by forms', false, 'i.benali'],
] as const)('%s', (_name, javaScriptEnabled, login) => {
  let reader: Visit
  let page: Page
  const scripts = javaScriptEnabled

  beforeAll(async () => {
    reader = await visitAs(login, { javaScriptEnabled })
    page = reader.page
  })
  afterAll(() => reader?.context.close())

  test('ten pairs are read, most people at stake first', async () => {
    await page.goto(incident.address)
    await page.getByRole('link', { name: 'Relecture' }).click()
    expect(await page.textContent('h1')).toContain('attendent une relecture')
    expect(await main(page)).toContain('Juste')
    readBy[login] = await reviewPairs(page, incident.address, scripts ? 'keys' : 'forms')
    expect(new Set(readBy[login]).size).toBe(10)
    await page.goto(`${incident.address}/review/decisions`)
    expect(await page.textContent('h1')).toContain('10 lignes')
    expect(await page.locator('main tbody tr').count()).toBe(10)
  })

  test('what was decided last can be taken back, and the row comes back', async () => {
    await page.goto(`${incident.address}/review/queue`)
    const next = await rowInHand(page)
    if (scripts) await page.keyboard.press('u')
    else await page.getByRole('button', { name: 'Annuler la dernière' }).click()
    await nextRow(page, next)
    const again = await rowInHand(page)
    expect(again).not.toBe(next)
    expect(readBy[login]).toContain(again)
  })

  test('the NIR is masked, asked for once with its reason, and gone on the next display', async () => {
    await page.goto(`${incident.address}/review/queue`)
    expect(await main(page)).toContain('masqué')
    expect(await main(page)).not.toMatch(NIR)
    const address = page.url()
    if (scripts) await page.keyboard.press('i')
    else await page.getByText('Afficher le NIR').click()
    await page.locator('[name=reason]').selectOption('homonyms')
    const row = await rowInHand(page)
    await page.getByRole('button', { name: 'Afficher, et l’inscrire' }).click()
    await page.getByText('NIR affiché une fois').waitFor()
    expect(page.url()).not.toMatch(NIR)
    expect(page.url()).toContain(`/rows/${row}/nir`)
    await page.goto(address)
    expect(await main(page)).not.toMatch(NIR)
    const told = await journal(page)
    expect(told).toContain('affiché\u00a0: motif homonymes')
    expect(told).not.toMatch(NIR)
    expect(told).not.toMatch(/"word"|neither/)
  })
})

describe('keys', () => {
  let reader: Visit
  let page: Page
  beforeAll(async () => {
    reader = await visitAs('h.marchetti')
    page = reader.page
    await page.goto(`${incident.address}/review/queue`)
  })
  afterAll(() => reader?.context.close())

  test('are ignored while a note is typed, and given back by Escape', async () => {
    const row = await rowInHand(page)
    await page.keyboard.press('r')
    await page.keyboard.type('même nom que pour mon voisin')
    expect(await page.locator('#note').inputValue()).toBe('même nom que pour mon voisin')
    expect(await rowInHand(page)).toBe(row)
    await page.keyboard.press('Escape')
    await page.keyboard.press('p')
    await nextRow(page, row)
    expect(await main(page)).toContain('même nom que pour mon voisin')
  })

  test('tell what they do, and can be turned off', async () => {
    await page.keyboard.press('?')
    await page.getByText('même personne que le candidat affiché').waitFor()
    const row = await rowInHand(page)
    await page.getByRole('button', { name: 'Couper les touches' }).click()
    await page.waitForLoadState()
    await page.keyboard.press('p')
    await page.reload()
    expect(await rowInHand(page)).toBe(row)
    expect(reader.complaints).toEqual([])
  })
})

test('two readers never have the same row, and neither sees what the other said', async () => {
  const [one, two] = [await visitAs('h.marchetti'), await visitAs('i.benali')]
  for (const { page } of [one, two]) await page.goto(`${incident.address}/review/queue`)
  const [mine, theirs] = [await rowInHand(one.page), await rowInHand(two.page)]
  expect(theirs).not.toBe(mine)
  const held = await two.page.goto(`${incident.address}/review/rows/${mine}`)
  expect(held?.status()).toBe(423)
  expect(await two.page.textContent('h1')).toContain('Un autre lecteur a cette ligne.')
  expect(await main(two.page)).not.toContain('mon voisin')
  await one.context.close()
  await two.context.close()
})

test.each([
  ['light', 1280],
  ['dark', 390],
] as const)('the pair has no fault that axe finds, %s at %i px', async (colorScheme, width) => {
  const { page, context } = await visitAs('h.marchetti', { colorScheme, viewport: { width, height: 844 } })
  for (const path of ['review', 'review/queue', 'review/sample', 'review/decisions']) {
    await page.goto(`${incident.address}/${path}`)
    await page.evaluate(axe.source)
    const { violations } = (await page.evaluate('axe.run(document)')) as axe.AxeResults
    expect(violations.map(({ id, nodes }) => `${path}: ${id} ${nodes[0]?.html}`)).toEqual([])
    expect(
      await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'),
    ).toBeLessThanOrEqual(0)
  }
  await context.close()
})
