import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { type RunningDesk, startDeskProcess } from '../support/desk-process.ts'
import { integerIn, signInByCode, type Visit, visit } from '../support/desk-visit.ts'

// Someone calls: « am I concerned, and what did you send me? » The answer, and the trace that the answer leaves.
let desk: RunningDesk
let browser: Browser
let incident = ''

beforeAll(async () => {
  browser = await openBrowser()
  desk = await startDeskProcess()
  await desk.finished()
})

afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

const people = [
  ['with scripts', true, 'i.benali'],
  ['without scripts', false, 'h.marchetti'],
] as const

describe.each(people)('%s', (_name, javaScriptEnabled, login) => {
  let caller: Visit
  let page: Page
  let name = ''
  let id = 0

  beforeAll(async () => {
    caller = await visit(browser, { javaScriptEnabled })
    page = caller.page
    await signInByCode(desk, page, login)
    incident = page.url()
  })
  afterAll(() => caller?.context.close())

  test('a search by name finds the person, and the name stands in no address', async () => {
    await page.goto(`${incident}/people?outcome=email`)
    name = ((await page.locator('main tbody tr a').first().textContent()) ?? '').trim()
    expect(name).not.toBe('')
    await page.goto(`${incident}/people`)
    await page.locator('[name=text]').fill(name)
    await page.getByRole('button', { name: 'Chercher' }).click()
    await page.getByText('Résultat de votre recherche').waitFor()
    expect(page.url()).toBe(`${incident}/people/searches`)
    expect(integerIn(await page.textContent('h1'))).toBeGreaterThanOrEqual(1)
    await page.getByRole('link', { name, exact: true }).first().click()
    await page.waitForURL(/\/people\/\d+$/)
    id = Number(/\/people\/(\d+)$/.exec(page.url())?.[1])
  })

  test('the page asks for a motive first, and shows nothing of the person before', async () => {
    expect(await page.textContent('h1')).toContain('Pourquoi consultez-vous la personne')
    for (const word of name.split(' ')) expect(await page.textContent('main')).not.toContain(word)
    await page.getByLabel('appel').check()
    await page.getByRole('button', { name: 'Ouvrir la page' }).click()
    await page.waitForURL(/lookup=\d+$/)
  })

  test('it says why the person is on the list, and each sending with its evidence', async () => {
    expect(await page.textContent('h1')).toContain('fait partie des personnes concernées.')
    const why = section(page, 'Pourquoi cette personne est sur la liste')
    expect(await why.locator('tbody tr').count()).toBeGreaterThanOrEqual(1)
    expect(await why.textContent()).toMatch(/identique|rapprochée/)
    const sendings = section(page, 'Chaque envoi et sa preuve')
    expect(await sendings.textContent()).toContain('Accepté')
    expect(await sendings.textContent()).toMatch(/Message-ID d[\w-]+@[\w.-]+\.example/)
  })

  test('the NIR is nowhere, and the e-mail is masked until someone asks for it', async () => {
    expect(await page.textContent('main')).toContain('jamais gardé ici')
    const shown = (await page.textContent('main')) ?? ''
    expect(shown).toMatch(/\S…\S?@\S+\.example/)
    await page.getByText('Afficher une coordonnée').click()
    await page.getByRole('button', { name: 'Afficher l’e\u2011mail' }).click()
    const household = section(page, 'Foyer et destinataire')
    await household.getByText(/[\w.-]{3,}@[\w.-]+\.example/).waitFor()
  })

  test('the message that was sent can be read from there, as literal text', async () => {
    await section(page, 'Chaque envoi et sa preuve').locator('a[href*="/outbox/"]').first().click()
    await page.waitForURL(/\/outbox\/\d+$/)
    const message = page.locator('.message')
    expect(((await message.textContent()) ?? '').length).toBeGreaterThan(500)
    expect(await message.locator('a, img, script').count()).toBe(0)
  })

  test('the journal tells who looked, at whom by number, and why', async () => {
    await page.goto(`${incident}/journal`)
    const entries = (await page.textContent('main')) ?? ''
    const number = new RegExp(`Fiche n°\\s${new Intl.NumberFormat('fr-FR').format(id)} consultée`)
    expect(entries).toMatch(number)
    expect(entries).toMatch(new RegExp(`Coordonnées de la fiche n°\\s${id} affichées`))
    expect(entries).not.toContain(name)
    expect(entries).toContain('"motive":"call"')
  })

  test('a NIR typed in the search is refused, and goes nowhere', async () => {
    await page.goto(`${incident}/people`)
    await page.locator('[name=text]').fill('1 85 05 78 006 084 36')
    await page.getByRole('button', { name: 'Chercher' }).click()
    await page
      .getByText(/sécurité sociale/)
      .first()
      .waitFor()
    expect(await page.locator('main tbody tr').count()).toBe(0)
    expect(await page.content()).not.toContain('78 006 084')
  })
})

test('neither page nor command wrote the person’s name in the terminal', () => {
  expect(desk.output()).not.toMatch(/@\S+\.example/)
})

test('once purged, no file of the folder names anybody of the lists; a proof handed out before still verifies', async () => {
  const reader = await visit(browser)
  await signInByCode(desk, reader.page, 'h.marchetti')
  const { person, json } = await handOut(reader.page)
  const journal = join(desk.home, 'main-courante.jsonl')
  await desk.command('purge', 'retention', '--until', '2020-01-01')
  await desk.command('purge', '--ask')
  await desk.command('purge', '--confirm')
  const proof = JSON.parse(readFileSync(json, 'utf8'))
  const [delivery] = proof.outcome.deliveries
  const domain = delivery.to.address.split('@')[1] as string
  expect(filesHolding(desk.home, proof.outcome.person.name)).toEqual([])
  expect(filesHolding(desk.home, delivery.to.name)).toEqual([])
  expect(filesHolding(desk.home, `@${domain}`)).toEqual([])
  expect(await desk.command('proof', 'verify', json)).toContain('n’importe qui peut en fabriquer un pareil')
  await desk.command('journal', 'export', '--out', journal)
  expect(await desk.command('proof', 'verify', json, '--journal', journal)).toContain('La preuve tient.')
  for (const path of [`people/${person}`, 'people', 'lists', 'review', 'outbox'])
    expect(await reader.page.goto(`${incident}/${path}`).then(() => reader.page.textContent('h1'))).toContain(
      'Purgé le',
    )
  for (const path of ['', '/sending', '/letters', '/proof', '/journal', '/facts', '/purge'])
    expect((await reader.page.goto(`${incident}${path}`))?.status()).toBe(200)
  rmSync(dirname(json), { recursive: true })
  await reader.context.close()
})

/** The proof of somebody told by e-mail, in a file outside the desk's folder. */
async function handOut(page: Page): Promise<{ person: number; json: string }> {
  await page.goto(`${incident}/people?outcome=email`)
  const link = await page.locator('main tbody tr a').first().getAttribute('href')
  const person = Number(/people\/(\d+)/.exec(link ?? '')?.[1])
  const out = mkdtempSync(join(tmpdir(), 'tocsin-proof-'))
  const made = await desk.json<{ json: string }>('proof', 'person', `p${person}`, '--out', out)
  return { person, json: made.json }
}

function filesHolding(folder: string, text: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(text))
}

function section(page: Page, title: string) {
  return page.locator('section', { has: page.getByRole('heading', { name: title }) })
}
