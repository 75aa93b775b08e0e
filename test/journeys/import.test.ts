import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { type RunningDesk, startDeskProcess } from '../support/desk-process.ts'
import { confirmByCode, signInByCode, type Visit, visit } from '../support/desk-visit.ts'

// Two files arrive from outside; someone checks what their columns are, lets the match run, and sees that every line is
// accounted for.
let desk: RunningDesk
let browser: Browser
let published = ''

beforeAll(async () => {
  browser = await openBrowser()
  desk = await startDeskProcess()
  await desk.finished()
  // The exercise's own incident, the only one so far: its list is published.
  const first = await visit(browser)
  await first.page.goto(desk.signInUrl)
  published = first.page.url()
  await first.context.close()
})

afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

const people = [
  ['with scripts', true, 'i.benali', 'import-1'],
  ['without scripts', false, 'h.marchetti', 'import-2'],
] as const

describe.each(people)('%s', (_name, javaScriptEnabled, login, reference) => {
  let caller: Visit
  let page: Page
  let base = ''

  beforeAll(async () => {
    const facts = join(import.meta.dirname, '../../sample/incident.json')
    const words = ['--reference', reference, '--title', 'Répétition', '--exercise', '--facts', facts]
    await desk.command('incident', 'open', ...words)
    caller = await visit(browser, { javaScriptEnabled })
    page = caller.page
    await signInByCode(desk, page, login)
    base = `${desk.url}/incidents/${reference}`
  })
  afterAll(() => caller?.context.close())

  const sample = (name: string) => join(desk.home, 'exercise', name)

  /** The exposed list of the sample, and one line that lost its columns on the way. */
  function exposedWithDamage(): string {
    const path = join(desk.home, `${reference}-exposed.csv`)
    writeFileSync(
      path,
      Buffer.concat([readFileSync(sample('exposed.csv')), Buffer.from('cassee,en deux\r\n')]),
    )
    return path
  }

  /** What axe finds on a telephone, and how much too wide the page is there. */
  async function faultsHere(): Promise<string[]> {
    if (!javaScriptEnabled) return []
    await page.setViewportSize({ width: 390, height: 844 })
    await page.evaluate(axe.source)
    const { violations } = (await page.evaluate('axe.run(document)')) as axe.AxeResults
    const wide = (await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')) as number
    await page.setViewportSize({ width: 1280, height: 900 })
    const found = violations.map(({ id, impact, nodes }) => `${id} (${impact}) ${nodes[0]?.html}`)
    return wide > 0 ? [...found, `${wide} px too wide`] : found
  }

  async function open(path: string): Promise<void> {
    await page.goto(`${base}/${path}`)
    await confirmByCode(desk, page, login)
  }

  async function send(register: string, exposed: string): Promise<void> {
    await open('lists/import')
    await page.locator('[name=register]').setInputFiles(register)
    await page.locator('[name=exposed]').setInputFiles(exposed)
    await Promise.all([
      page.waitForLoadState(),
      page.getByRole('button', { name: 'Déposer les deux fichiers' }).click(),
    ])
  }

  test('a file that is no list is refused in words, and nothing waits', async () => {
    const pdf = join(desk.home, `${reference}.pdf`)
    writeFileSync(pdf, '%PDF-1.7\nrien à lire')
    await send(pdf, sample('exposed.csv'))
    await page.getByText('est un PDF').waitFor()
    expect(await page.getByRole('alert').textContent()).toMatch(/Exportez la liste/)
    await open('lists/import')
    expect(await page.locator('[name=register]').count()).toBe(1)
  })

  test('the columns are shown before anything is imported, with masked cells and the account of the lines', async () => {
    await send(sample('register.csv'), exposedWithDamage())
    await page.waitForURL(/\/lists\/import\/[0-9a-f-]{36}$/)
    expect(await page.textContent('h1')).toContain('Vérifiez leurs colonnes.')
    expect(await page.getByLabel('Champ de la colonne nir', { exact: true }).inputValue()).toBe('national_id')
    const shown = (await page.textContent('main')) ?? ''
    expect(shown).toContain('reconnue par son en-tête')
    expect(shown).toMatch(/••/)
    expect(shown).not.toMatch(/@\w+\.example/)
    await counted()
    expect(await faultsHere()).toEqual([])
  })

  async function counted(): Promise<void> {
    for (let round = 0; (await page.getByText('Juste').count()) < 2 && round < 40; round += 1) {
      await page.waitForTimeout(250)
      if (!javaScriptEnabled) await page.reload()
    }
    expect(await page.getByText('Juste').count()).toBe(2)
  }

  test('another tab finds the import where it stands', async () => {
    const here = page.url()
    const other = await caller.context.newPage()
    await other.goto(`${base}/lists/import`)
    expect(other.url()).toBe(here)
    await other.close()
  })

  test('a column can be changed, and what is then missing is said', async () => {
    const choice = page.getByLabel('Champ de la colonne decede', { exact: true })
    await choice.selectOption({ label: 'ne pas lire' })
    await page.getByRole('button', { name: 'Garder ce choix' }).click()
    await page.getByText('Sans mention de décès').waitFor()
    expect(await choice.inputValue()).toBe('')
    await choice.selectOption({ label: 'nom de naissance' })
    await page.getByRole('button', { name: 'Garder ce choix' }).click()
    await page.getByText('est donné à plusieurs colonnes').waitFor()
  })

  test('the choice is kept under a name, and as the file that --columns reads', async () => {
    await page.goto(page.url().replace(/\/columns$/, ''))
    await page.getByText('Enregistrer sous ce nom').first().click()
    await page.getByLabel('Nom de ces colonnes').fill(`Export ${reference}`)
    await page.getByRole('button', { name: 'Enregistrer sous ce nom' }).click()
    await page.getByText(`Colonnes de «\u00a0Export ${reference}\u00a0», version 1.`).waitFor()
    const answer = await page.request.get(`${page.url()}/columns.json`)
    const columns = await answer.json()
    expect(columns.register.national_id).toEqual({ column: 'nir' })
    expect(columns.register).not.toHaveProperty('deceased')
  })

  async function imported(): Promise<void> {
    const done = page.getByRole('heading', { name: 'Les deux listes sont importées.' })
    for (let round = 0; (await done.count()) === 0 && round < 240; round += 1) {
      await page.waitForTimeout(250)
      if (!javaScriptEnabled) await page.reload()
    }
    expect(await page.textContent('h1')).toContain('Les deux listes sont importées.')
  }

  test('the match runs while its page says how far it is, and ends in a list whose lines add up', async () => {
    await page.getByRole('button', { name: 'Importer', exact: true }).click()
    await imported()
    expect(await faultsHere()).toEqual([])
    await page.goto(`${base}/lists`)
    expect(await page.getByText('Juste').count()).toBeGreaterThanOrEqual(2)
  })

  test('the line that could not be read is told, shown to one who asks, and comes back repaired', async () => {
    await open('lists/quarantine')
    expect(await page.textContent('h1')).toContain('1 ligne est à part')
    expect(await page.textContent('main')).not.toContain('cassee')
    await page.getByRole('button', { name: 'Voir la ligne' }).click()
    await page.getByText('cassee,en deux').waitFor()
    expect(await faultsHere()).toEqual([])
    const [sheet] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Télécharger la feuille de réparation' }).click(),
    ])
    const [head = '', first = ''] = readFileSync(await sheet.path(), 'utf8')
      .replace('\ufeff', '')
      .split('\r\n')
    const names = head.split(';').map((cell) => cell.slice(1, -1))
    const [titles = '', record = ''] = readFileSync(sample('exposed.csv'), 'latin1').split(/\r?\n/)
    const cells = new Map(titles.split(',').map((title, index) => [title, record.split(',')[index] ?? '']))
    const mended = names.map((name, index) =>
      index === 0 ? first.split(';')[0] : `"${cells.get(name) ?? ''}"`,
    )
    const repaired = join(desk.home, `${reference}-repaired.csv`)
    writeFileSync(repaired, `${head}\r\n${mended.join(';')}\r\n`)
    await page.locator('[name=repaired]').setInputFiles(repaired)
    await page.getByRole('button', { name: 'Importer avec ces lignes' }).click()
    await page.waitForURL(/\/lists\/import\/[0-9a-f-]{36}$/)
    await imported()
    await page.goto(`${base}/lists/quarantine`)
    expect(await page.textContent('h1')).toContain('Aucune ligne n’est à part')
  })

  test('the saved columns are offered when files come back with the same headers', async () => {
    const again = join(desk.home, `${reference}-again.csv`)
    writeFileSync(again, readFileSync(sample('exposed.csv')).subarray(0, 40_000))
    await send(sample('register.csv'), again)
    await page.getByRole('button', { name: `Utiliser «\u00a0Export ${reference}\u00a0», version 1` }).click()
    await page.getByText(`Colonnes de «\u00a0Export ${reference}\u00a0», version 1.`).waitFor()
    expect(await page.getByLabel('Champ de la colonne decede', { exact: true }).inputValue()).toBe('')
    await page.getByRole('button', { name: 'Abandonner et effacer les fichiers' }).click()
    await page.getByRole('button', { name: 'Déposer les deux fichiers' }).waitFor()
    await page.getByRole('link', { name: 'Colonnes enregistrées' }).click()
    await page.getByRole('button', { name: 'Effacer' }).first().click()
    await page.getByText('Aucune colonne n’est enregistrée.').waitFor()
  })

  test('someone who is on no list gets an answer with its proof and its limits', async () => {
    const [titles = '', ...members] = readFileSync(sample('register.csv'), 'utf8').split(/\r?\n/)
    const columns = titles.replace('\ufeff', '').split(';')
    const cell = (line: string, name: string) => line.split(';')[columns.indexOf(name)] ?? ''
    for (const line of members.slice(0, 12)) {
      const [number, firstNames] = [cell(line, 'numero_adherent'), cell(line, 'prenoms')]
      if (number === '' || firstNames === '') continue
      await page.goto(`${published}/people/absent`)
      await page.getByLabel('Numéro d’adhérent').fill(number)
      await page.getByLabel('Premier prénom').fill(firstNames)
      await page.getByLabel('appel').check()
      await page.getByRole('button', { name: 'Chercher' }).click()
      await page.getByText('est inscrite n°').waitFor()
      expect(page.url()).toBe(`${published}/people/absent`)
      if ((await page.textContent('h1'))?.includes('n’est pas sur la liste')) break
    }
    expect(await page.textContent('h1')).toContain('n’est pas sur la liste v1')
    const answer = (await page.textContent('main')) ?? ''
    expect(answer).toContain('Ce que cela ne prouve pas')
    expect(await faultsHere()).toEqual([])
    expect(answer).toContain('Elle ne prouve pas que vos données n’ont pas été exposées')
  })

  test('no script failed', () => {
    expect(caller.complaints.filter((text) => !/422/.test(text))).toEqual([])
  })
})

test('neither the terminal nor the log of the worker says anything of a person', () => {
  expect(desk.output()).not.toMatch(/@\S+\.example/)
})
