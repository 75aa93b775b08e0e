import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { type RunningDesk, startDeskProcess } from '../support/desk-process.ts'
import { confirmByCode, integerIn, signInByCode, type Visit, visit } from '../support/desk-visit.ts'
import { aMessySample } from '../support/review.ts'
import { byRow, reviewPairs } from '../support/review-journey.ts'

// A list arrives, readers settle what the match cannot, it is published; then the processor corrects its list, and who is
// added, who leaves and what each has been told is read before the second list is published.
const APPLIED =
  /(1 décision de relecture est appliquée|\d+ décisions de relecture sont appliquées) à cette liste/
let desk: RunningDesk
let browser: Browser
let lists: { register: string; exposed: string }

beforeAll(async () => {
  browser = await openBrowser()
  desk = await startDeskProcess()
  await desk.finished()
  lists = await aMessySample(join(desk.home, 'lists'))
})

afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

/** The exposed list without some of its rows: bytes are kept as they are. */
function without(name: string, cut: (rows: string[]) => string[]): string {
  const [header = '', ...rows] = readFileSync(lists.exposed, 'latin1').trimEnd().split('\n')
  const path = join(desk.home, `${name}.csv`)
  writeFileSync(path, `${[header, ...cut(rows)].join('\n')}\n`, 'latin1')
  return path
}

describe.each([
  ['with scripts, by the keyboard', true, 'i.benali', 'h.marchetti', 'listes-1'],
  ['without scripts, by forms', false, 'h.marchetti', 'i.benali', 'listes-2'],
] as const)('%s', (_name, javaScriptEnabled, login, colleague, reference) => {
  let reader: Visit
  let page: Page
  let base = ''
  /** Someone who is on the first list and not on the second, by the address of their page. */
  let gone = ''

  beforeAll(async () => {
    const facts = join(import.meta.dirname, '../../sample/incident.json')
    const words = ['--reference', reference, '--title', 'Répétition', '--exercise', '--facts', facts]
    await desk.command('incident', 'open', ...words)
    reader = await visit(browser, { javaScriptEnabled })
    page = reader.page
    await signInByCode(desk, page, login)
    base = `${desk.url}/incidents/${reference}`
  })
  afterAll(() => reader?.context.close())

  const open = async (path: string) => {
    await page.goto(`${base}/${path}`)
    await confirmByCode(desk, page, login)
  }
  const heading = () => page.textContent('h1')
  const main = async () => (await page.textContent('main')) ?? ''

  async function importLists(exposed: string): Promise<void> {
    await open('lists/import')
    await page.locator('[name=register]').setInputFiles(lists.register)
    await page.locator('[name=exposed]').setInputFiles(exposed)
    await page.getByRole('button', { name: 'Déposer les deux fichiers' }).click()
    await page.waitForURL(/\/lists\/import\/[0-9a-f-]{36}/)
    await comesTo(page.getByRole('button', { name: 'Importer', exact: true }))
    await page.getByRole('button', { name: 'Importer', exact: true }).click()
    await comesTo(page.getByRole('heading', { name: 'Les deux listes sont importées.' }))
    await open('lists')
  }

  async function comesTo(what: ReturnType<Page['locator']>): Promise<void> {
    for (let round = 0; (await what.count()) === 0 && round < 120; round += 1) {
      await page.waitForTimeout(250)
      if (!javaScriptEnabled) await page.reload()
    }
    expect(await what.count()).toBe(1)
  }

  test('an import gives a draft, which nothing else speaks of', async () => {
    await importLists(without(`${reference}-1`, (rows) => rows.slice(0, -400)))
    expect(await heading()).toContain('Un brouillon attend d’être publié.')
    expect(await heading()).toContain('Aucune liste n’est encore publiée')
    expect(await page.getByText('Juste').count()).toBe(2)
    await page.goto(base)
    expect(await main()).toContain('Aucune liste n’est encore publiée.')
  })

  test('ten pairs are read, by two readers', async () => {
    const by = javaScriptEnabled ? 'keys' : 'forms'
    const read = await reviewPairs(page, base, by, 10, byRow)
    expect(new Set(read).size).toBe(10)
    // A word that takes someone off the list settles nothing until a second reader says the same.
    const second = await visit(browser, { javaScriptEnabled })
    await signInByCode(desk, second.page, colleague)
    await reviewPairs(second.page, base, by, 10, byRow)
    await second.context.close()
    await open('lists')
    expect(await main()).toContain('en dépendent.')
    await page.getByRole('button', { name: 'Appliquer la relecture au brouillon' }).click()
    await page.getByText(APPLIED).waitFor()
    expect(await page.getByRole('button', { name: 'Appliquer la relecture au brouillon' }).count()).toBe(0)
  })

  test('list v1 is published with what readers decided', async () => {
    await page.getByRole('link', { name: 'Publier ce brouillon' }).click()
    await confirmByCode(desk, page, login)
    expect(await heading()).toContain('Publier fait de ce brouillon la liste v1.')
    expect(await page.locator('button.primary').count()).toBe(1)
    await page.getByRole('button', { name: 'Publier la liste v1' }).click()
    await page.waitForURL(/\/lists$/)
    expect(await heading()).toContain('La liste v1 est en vigueur')
    expect(await main()).toMatch(APPLIED)
    expect(await page.getByText('Juste').count()).toBe(2)
  })

  test('a corrected list says who is added, who leaves, and what follows', async () => {
    await importLists(without(`${reference}-2`, (rows) => rows.slice(400)))
    expect(await heading()).toContain('La liste v1 reste en vigueur')
    await page.getByRole('link', { name: 'Lire l’écart' }).first().click()
    expect(await heading()).toMatch(/De la liste v1 au brouillon\s: \d+ ajoutées, \d+ retirées\./)
    expect(await page.locator('.late').count()).toBe(0)
    expect(await page.getByText('Juste').count()).toBe(4)
    expect(await main()).toContain('À informer par la prochaine campagne.')
    expect(await main()).not.toMatch(/non concerné/i)
  })

  test('a figure opens its rows, and they are as many', async () => {
    const row = page.locator('.account tr.main').filter({ hasText: 'retirées' })
    const figure = integerIn(await row.locator('a.figure').textContent())
    await row.locator('a.figure').click()
    expect(integerIn(await heading())).toBe(figure)
    expect(await page.locator('main tbody tr').count()).toBe(Math.min(50, figure))
    expect(await main()).toContain('pas sur le brouillon')
    gone = (await page.locator('main tbody tr a').first().getAttribute('href')) ?? ''
  })

  test('nobody leaves without a reason; then list v2 is published', async () => {
    await open('lists/publication')
    await page.getByRole('button', { name: 'Publier la liste v2' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').textContent()).toContain('ne sont plus sur cette liste')
    await page.getByLabel('le sous-traitant a corrigé sa liste').check()
    await page.getByRole('button', { name: 'Publier la liste v2' }).click()
    await page.waitForURL(/\/lists$/)
    expect(await heading()).toContain('La liste v2 est en vigueur')
    expect(await main()).toContain('Le sous-traitant a corrigé sa liste.')
    await page.goto(`${base}/journal`)
    expect(await main()).toContain('Liste v2 publiée')
  })

  test('who left keeps their page: on list v1, not on list v2, and why', async () => {
    await page.goto(new URL(gone, desk.url).href)
    await page.locator('input[type=radio]').first().check()
    await page.getByRole('button', { name: 'Ouvrir la page' }).click()
    await page.waitForURL(/lookup=/)
    expect(await heading()).toContain('n’est pas sur la liste v2.')
    expect(await heading()).toContain('Cette personne était sur la liste v1.')
    expect(await main()).not.toMatch(/non concerné/i)
  })

  test('the command line tells the same difference', async () => {
    const diff = await desk.json<{ holds: boolean; removed: number; to: { number: number } }>(
      'lists',
      'diff',
      '--incident',
      reference,
    )
    expect(diff).toMatchObject({ holds: true, to: { number: 2 } })
    expect(diff.removed).toBeGreaterThan(0)
  })

  test('no script failed', () => {
    expect(reader.complaints.filter((text) => !/422/.test(text))).toEqual([])
  })
})
