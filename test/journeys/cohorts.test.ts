import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { type RunningDesk, startDeskProcess } from '../support/desk-process.ts'
import { confirmByCode, type Visit, visit } from '../support/desk-visit.ts'

// After the main job: those who cannot be excluded wait in sight, and one click prepares their message; a preventive
// decision is recorded, then everybody else is told in words of their own; the companies make up the list.
let desk: RunningDesk
let browser: Browser
let lead: Visit
let incident = ''

beforeAll(async () => {
  browser = await openBrowser()
  desk = await startDeskProcess()
  await desk.finished()
  await publishDoubt(desk)
  lead = await visit(browser)
  await lead.page.goto(desk.signInUrl)
  incident = lead.page.url()
  await lead.page.goto(`${desk.url}/step-up`)
  await confirmByCode(desk, lead.page, 'i.benali')
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

/** A corrected list: one row more, which may mean either of two members of the same name, birth date and nothing else. */
async function publishDoubt({ home, json }: RunningDesk): Promise<void> {
  const file = (name: string) => join(home, 'exercise', name)
  const member = (id: string, rest: string) =>
    `${id};;;Vérandeau;;Lise;F;12/04/1971;1;${rest};France;N;${id};N;;;;;N;N;Verrerie Brévong & Fils\n`
  const register = readFileSync(file('register.csv'), 'utf8')
  const own = /;(0099\d{6});/.exec(register)?.[1] ?? ''
  const first = member('D1', `C0990001;${own};lise.v@courriel.example;3 rue des Aulnes;;;;37210;Rives`)
  const second = member('D2', `C0990002;${own};;19 quai Morin;;;;38000;Grenoble`)
  writeFileSync(file('register-2.csv'), `${register}${first}${second}`)
  const exposed = readFileSync(file('exposed.csv'), 'latin1')
  writeFileSync(file('exposed-2.csv'), `${exposed}${own},,,,,VERANDEAU,LISE,19710412,1,BASE\r\n`, 'latin1')
  const files = ['--register', file('register-2.csv'), '--exposed', file('exposed-2.csv')]
  await json('lists', 'import', ...files)
}

const shot = async (page: Page, name: string) => {
  const folder = process.env['TOCSIN_SHOTS']
  if (!folder) return
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}
/** People on no list whose message the worker has planned. */
const preventiveInHand = async () => {
  const { cohorts } = await desk.json<{ cohorts: { preventive: { in_progress: number } } }>('proof')
  return cohorts.preventive.in_progress
}
const integer = (text: string | null) => Number((text ?? '').replace(/\D/g, ''))

test('whoever cannot be excluded waits on the first screen, after the concerned are told', async () => {
  const { page } = lead
  await page.goto(incident)
  await page.getByText('que l’on ne peut pas écarter', { exact: false }).first().waitFor()
  await shot(page, 'home')
  const proof = await desk.json<{ cohorts: { cannot_be_excluded: { persons: number; waiting: number } } }>(
    'proof',
  )
  expect(proof.cohorts.cannot_be_excluded.waiting).toBe(proof.cohorts.cannot_be_excluded.persons)
  expect(proof.cohorts.cannot_be_excluded.persons).toBeGreaterThan(0)
})

test('one click prepares their campaign, which says the doubt and waits for two releases', async () => {
  const { page } = lead
  await page.goto(`${incident}/sending`)
  await shot(page, 'sending')
  await page.locator('#cannot_be_excluded').getByRole('button', { name: 'Préparer leur campagne' }).click()
  await page.waitForURL(/campaign=/)
  expect(await page.textContent('main')).toContain('Campagne 2, personnes que l’on ne peut pas écarter')
  await shot(page, 'sending-doubt')
  await page.getByRole('link', { name: 'Contrôles et libérations' }).click()
  await confirmByCode(desk, page, 'i.benali')
  const text = (await page.textContent('main')) ?? ''
  expect(text).toContain('Situation du lecteur')
  expect(text).toContain('nous ne pouvons pas dire si')
  await shot(page, 'release-doubt')
  const { context } = lead
  const letters = await page
    .locator('a[href*="/release/letters/"]')
    .evaluateAll((links) => links.map((link) => (link as unknown as { href: string }).href))
  expect(letters.length).toBeGreaterThan(0)
  const pdf = await context.request.get(letters[0] ?? '')
  expect(pdf.headers()['content-type']).toBe('application/pdf')
  if (process.env['TOCSIN_SHOTS']) {
    writeFileSync(`${process.env['TOCSIN_SHOTS']}/doubt.pdf`, await pdf.body())
  }
})

test('the proof keeps an account for each cohort, and each figure opens its people', async () => {
  const { page } = lead
  await page.goto(`${incident}/proof`)
  await shot(page, 'proof')
  const section = page.locator('#cannot_be_excluded')
  expect(await section.textContent()).toContain('Juste')
  const figure = section.locator('a[href*="outcome=cannot_be_excluded.in_progress"]')
  const shown = integer(await figure.textContent())
  await figure.click()
  expect(integer((await page.textContent('h1'))?.split('pers')[0] ?? '')).toBe(shown)
})

test('a preventive decision is recorded with its reason, then tells everybody else in words of their own', async () => {
  const { page } = lead
  await page.goto(`${incident}/lists`)
  await page.getByRole('link', { name: 'Qui prévenir' }).click()
  await confirmByCode(desk, page, 'i.benali')
  await shot(page, 'strategy')
  await page.getByLabel('Toutes les personnes du fichier').check()
  await page.getByLabel('Pourquoi').fill('Le prestataire ne peut pas dire quelles lignes ont été lues.')
  await page.getByRole('button', { name: 'Inscrire la décision' }).click()
  await confirmByCode(desk, page, 'i.benali')
  await page.locator('h1', { hasText: 'toutes les personnes' }).waitFor()
  await shot(page, 'strategy-decided')
  await page.getByRole('button', { name: 'Préparer leur campagne' }).click()
  await page.waitForURL((to) => to.href === incident)
  await expect.poll(() => preventiveInHand(), { timeout: 60_000, interval: 500 }).toBeGreaterThan(0)
  await page.goto(`${incident}/sending`)
  await shot(page, 'sending-preventive')
  expect(await page.textContent('main')).toContain('personnes sur aucune liste')
  await page.getByRole('link', { name: 'Contrôles et libérations' }).click()
  await confirmByCode(desk, page, 'i.benali')
  const text = (await page.textContent('main')) ?? ''
  expect(text).toContain('vous n’êtes pas sur la liste v2')
  expect(text).not.toMatch(/n’êtes pas concerné/)
})

test('the companies make up the list', async () => {
  const { page } = lead
  await page.goto(`${incident}/lists/companies`)
  expect(await page.textContent('main')).toContain('Juste')
  await shot(page, 'companies')
  const companies = await desk.json<{ holds: boolean; companies: unknown[] }>('lists', 'companies')
  expect(companies.holds).toBe(true)
  expect(lead.complaints).toEqual([])
})
