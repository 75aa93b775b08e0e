import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { type RunningDesk, startDeskProcess } from '../support/desk-process.ts'
import { type Visit, visit, withoutScripts } from '../support/desk-visit.ts'

// The desk as it opens on Monday 8 June 2026, 13:28: one deadline is late and nobody holds it, the CNIL waits until 18:40, one
// answer decides of DORA. A person settles them in turn, first with scripts, then without.
let desk: RunningDesk
let browser: Browser
let lead: Visit
let incident = ''

beforeAll(async () => {
  browser = await openBrowser()
  desk = await startDeskProcess()
  lead = await visit(browser)
  await lead.page.goto(desk.signInUrl)
  incident = lead.page.url()
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

const shot = async (page: Page, name: string) => {
  const folder = process.env['TOCSIN_SHOTS']
  if (!folder) return
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}
const words = async (page: Page, of = 'main') =>
  ((await page.locator(of).first().textContent()) ?? '').replace(/[\u00a0\u202f]/g, ' ')
const row = (page: Page, title: string) =>
  page.locator('.clocks tbody tr').filter({ has: page.locator('th', { hasText: title }) })

test('the first screen names what is late; the answer to the question settles DORA; the late one is held and explained', async () => {
  const { page, complaints } = lead
  await page.goto(incident)
  expect(await words(page, 'h1')).toMatch(/^Une échéance est dépassée, /)
  await shot(page, 'home-due')
  await page.getByRole('link', { name: 'Échéances', exact: true }).click()
  expect(await words(page, 'h1')).toMatch(/échéances : une dépassée, .*dans 5 h/)
  await shot(page, 'clocks')

  const question = page.locator('.question').filter({ hasText: 'critique ou important' })
  await question.getByRole('radio', { name: /^Non/ }).check()
  await question.getByRole('button', { name: 'Enregistrer la réponse' }).click()
  await page.goto(`${incident}/clocks?all=not_required`)
  expect(await words(page, '#d-dora_initial-deux-rives')).toMatch(/Non requis.*parce qu/s)

  await page.goto(`${incident}/clocks`)
  const late = row(page, 'Contrat de délégation, art. 9')
  await late.getByRole('button', { name: 'Prendre' }).click()
  await expect.poll(() => words(page, 'tr.late')).toContain('Idriss Benali')
  await late.getByRole('link', { name: 'Noter le motif' }).click()
  await page.getByLabel('Pourquoi le délai').fill('Le délégant est averti depuis 9 h, par téléphone.')
  await page.getByRole('button', { name: 'Enregistrer le motif' }).click()
  expect(await words(page, 'h1')).toContain('motif noté')
  expect(await page.locator('tr.late').count()).toBe(0)
  expect(complaints).toEqual([])
})

test('without scripts the CNIL is notified, with its receipt; the complementary notification starts from there', async () => {
  const { context, page } = await withoutScripts(browser, lead.context)
  await page.goto(`${incident}/clocks`)
  await row(page, 'Notification initiale').first().getByRole('link', { name: 'Déposer' }).click()
  await page.getByLabel('Jour').fill('2026-06-08')
  await page.getByLabel('Heure', { exact: true }).fill('13:05')
  await page.getByLabel('Numéro du récépissé').fill('N-2026-0042')
  await page
    .getByLabel('Fichier')
    .setInputFiles({ name: 'recepisse.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') })
  await page.getByRole('button', { name: 'Enregistrer le dépôt' }).click()
  expect(await words(page)).toContain('N-2026-0042')
  await page.goto(`${incident}/clocks`)
  expect(await words(page, '#d-gdpr_33_1-deux-rives')).toMatch(/Fait, 5 h 35 avant.*Récépissé N-2026-0042/s)
  expect(await words(page, '#d-cnil_complementary-deux-rives')).toContain('jeu. 11 juin, 13 h 05, Paris')
  const calendar = await context.request.get(`${incident}/clocks/export/ics`)
  expect(calendar.headers()['content-type']).toContain('text/calendar')
  expect(await calendar.text()).toContain('DTSTART:20260611T110500Z')
  await context.close()
})
