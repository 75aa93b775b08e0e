import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { type Proof, type RunningDesk, startDeskProcess } from '../support/desk-process.ts'
import { integerIn, signInByCode, type Visit, visit } from '../support/desk-visit.ts'

// The main job as someone sees it who typed `npm start`: from the sign-in link to the proof, each figure opened.
// Large enough for a person to see it run, few enough people for one account to be shown them all in an hour.
const SAMPLE = { members: 6000, exposed: 40_000, affected: 100, seed: 4 }
const PAGE = 50
let desk: RunningDesk
let browser: Browser
let lead: Visit
let proof: Proof
let home = ''

beforeAll(async () => {
  browser = await openBrowser()
  lead = await visit(browser)
  desk = await startDeskProcess(SAMPLE)
})

afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

const sum = (parts: Readonly<Record<string, number>>) =>
  Object.values(parts).reduce((all, part) => all + part, 0)

test('the link opens the desk while the job runs, and the page follows it to the end by itself', async () => {
  const { page } = lead
  await page.goto(desk.signInUrl)
  home = page.url()
  expect(new URL(home).pathname).toMatch(/^\/incidents\/[\w-]+$/)
  await page.getByText('Ce qui est en cours').waitFor()
  expect(await page.locator('.progress').count()).toBeGreaterThan(0)
  proof = await desk.finished()
  await page.locator('h1', { hasText: `personnes informées sur` }).waitFor()
  await page.getByText('Ce qui est en cours').waitFor({ state: 'detached' })
  expect(page.url()).toBe(home)
})

test('the proof holds: everyone told or explained, nobody lost, nobody told twice', () => {
  const { told, cannot_be_told, held_for_review } = proof
  expect(proof).toMatchObject({ in_progress: 0, unknown_held: 0, lost: 0, told_twice: 0 })
  expect(proof.journal.verified).toBe(true)
  expect(sum(cannot_be_told)).toBeGreaterThan(0)
  expect(proof.concerned).toBe(told.email + told.letter + sum(cannot_be_told))
  expect(proof.concerned).toBe(SAMPLE.affected - held_for_review)
})

test('the first screen says the same figures, and proves its three sums', async () => {
  const { page } = lead
  await expectAccounts(page)
  expect(lead.complaints).toEqual([])
})

async function expectAccounts(page: Page): Promise<void> {
  // What is due may stand before it, with figures of its own.
  const title =
    /[\d\s]+ personnes? informées? sur [^.]*/.exec((await page.textContent('h1')) ?? '')?.[0] ?? ''
  expect(integerIn(title)).toBe(proof.told.email + proof.told.letter)
  expect(integerIn(title.split(' sur ')[1] ?? '')).toBe(proof.concerned)
  const content = (await page.textContent('main')) ?? ''
  expect(content).toMatch(new RegExp(`fichier des adhérents, ${grouped(SAMPLE.members)} adhérents`))
  const accounts = page.locator('.account')
  expect(await accounts.count()).toBe(3)
  for (const account of await accounts.all())
    expect(await account.locator('.check').textContent()).toMatch(/Juste/)
  const totals = await page.locator('.account caption .figure').allTextContents()
  expect(totals.map(integerIn)).toEqual([SAMPLE.exposed, proof.concerned, proof.concerned])
  const last = (await accounts.nth(2).textContent()) ?? ''
  expect(last).toMatch(/perdues\s+0\s+·\s+informées deux fois\s+0/)
}

function grouped(value: number): string {
  return new Intl.NumberFormat('fr-FR').format(value)
}

interface Figure {
  readonly value: number
  readonly href: string
}

async function figuresOf(page: Page): Promise<Figure[]> {
  const links = await page.locator('main a.figure').all()
  return Promise.all(
    links.map(async (link) => ({
      value: integerIn(await link.textContent()),
      href: (await link.getAttribute('href')) ?? '',
    })),
  )
}

type RowCount = (page: Page, href: string) => Promise<number>

/** Every figure that is a link leads to a page with the same total, and with its rows. */
async function followFigures(
  page: Page,
  at: string,
  rowsOf: RowCount = firstRows,
  asked: (href: string) => boolean = () => true,
): Promise<number> {
  await page.goto(at)
  const figures = (await figuresOf(page)).filter(({ href }) => asked(href))
  const followed = new Map<string, number>()
  for (const { value, href } of figures) {
    if (followed.get(href) === value) continue
    await page.goto(new URL(href, desk.url).href)
    expect({ href, total: integerIn(await page.textContent('h1')) }).toEqual({ href, total: value })
    expect({ href, rows: await rowsOf(page, href) }).toEqual({ href, rows: value })
    followed.set(href, value)
  }
  return followed.size
}

/** The page holds as many rows as it can of the total it announces. */
async function firstRows(page: Page): Promise<number> {
  const shown = await page.locator('main tbody tr').count()
  return shown < PAGE ? shown : integerIn(await page.textContent('h1'))
}

/** People one by one to the last page; rows of the exposed list, millions of them in a real one, on the first page only. */
async function allPeople(page: Page, href: string): Promise<number> {
  return href.includes('/people') ? countRows(page) : firstRows(page)
}

async function countRows(page: Page): Promise<number> {
  let rows = 0
  for (;;) {
    rows += await page.locator('main tbody tr').count()
    const next = page.getByRole('link', { name: 'Page suivante' })
    if ((await next.count()) === 0) return rows
    await page.goto(new URL((await next.getAttribute('href')) ?? '', desk.url).href)
  }
}

test('each figure of the first screen opens exactly its rows', async () => {
  expect(await followFigures(lead.page, home, allPeople)).toBeGreaterThanOrEqual(15)
  expect(lead.complaints).toEqual([])
})

test('without scripts, another person finds the same screen and the same figures', async () => {
  const plain = await visit(browser, { javaScriptEnabled: false })
  await signInByCode(desk, plain.page, 'h.marchetti')
  expect(plain.page.url()).toBe(home)
  await expectAccounts(plain.page)
  expect(await followFigures(plain.page, home)).toBeGreaterThanOrEqual(15)
  await plain.context.close()
})

test('the page of the proof says what the command says, and each of its figures opens its rows', async () => {
  const { page } = lead
  await page.goto(`${home}/proof`)
  expect((await page.textContent('h1')) ?? '').toMatch(/Perdues 0, informées deux fois 0\./)
  expect(await page.locator('tr', { hasText: 'Personnes concernées' }).textContent()).toMatch(/Juste/)
  const terms = [proof.told.email, proof.told.letter, ...Object.values(proof.cannot_be_told)]
  const account = (href: string) => !/outcome=(since_|wave-|population-)/.test(href)
  expect(await followFigures(page, `${home}/proof`, firstRows, account)).toBe(
    terms.filter((persons) => persons > 0).length,
  )
  // Of who was reached, one group stands for all: the names shown to an account are counted.
  const adults = (href: string) => href.includes('outcome=population-insured_adults')
  expect(await followFigures(page, `${home}/proof`, firstRows, adults)).toBeGreaterThanOrEqual(3)
})

test('the journal is read again from its first entry', async () => {
  const { page } = lead
  await page.goto(`${home}/journal`)
  await page.getByRole('button', { name: /Vérifier/ }).click()
  await page.locator('h1', { hasText: 'Aucune n’a été changée ni retirée.' }).waitFor()
})

test('Ctrl-C stops everything within seconds, and says so', async () => {
  const took = await desk.stop()
  expect(desk.output()).toContain('Arrêté.')
  expect(took).toBeLessThan(10_000)
})
