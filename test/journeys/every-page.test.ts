import axe from 'axe-core'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { type RunningDesk, startDeskProcess } from '../support/desk-process.ts'
import { codeOf, visit } from '../support/desk-visit.ts'

// Every page of the running product, on a telephone and in the dark: usable by everyone, alone on this machine.
const PAGES = [
  '',
  'people',
  'people?class=cannot_be_excluded',
  'lists',
  'lists/files?version=1',
  'lists/changes',
  'lists/publication',
  'lists/people?version=1&class=confirmed',
  'lists/rows?verdict=matched',
  'lists/companies',
  'lists/strategy',
  'lists/import',
  'review',
  'review/sample',
  'review/decisions',
  'lists/mappings',
  'lists/quarantine',
  'lists/rows/1',
  'people/absent',
  'sending',
  'sending/release',
  'sending/compose',
  'sending/corrections',
  'sending/versions',
  'sending/returned',
  'outbox',
  'letters',
  'communications',
  'clocks',
  'clocks?all=depends&all=not_required&all=voluntary&all=coming',
  'clocks?organisation=tiersoin',
  'clocks/gdpr_33_1@deux-rives',
  'clocks/gdpr_33_1@deux-rives/filing',
  'clocks/gdpr_33_1@deux-rives/delay',
  'clocks/awareness',
  'clocks/risk',
  'clocks/contracts',
  'clocks/chain',
  'clocks/investigations',
  'dossiers',
  'dossiers?organisation=tiersoin',
  'dossiers/cnil_initial',
  'dossiers/final_report',
  'disruption',
  'disruption/insurance',
  'disruption/insurance/1',
  'disruption/filings',
  'disruption/tolerances/1',
  'disruption/costs',
  'facts',
  'journal',
  'proof',
  'purge',
]
let desk: RunningDesk
let browser: Browser
let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>
let incident = ''
let person = ''
let message = ''

beforeAll(async () => {
  browser = await openBrowser()
  desk = await startDeskProcess()
  await desk.finished()
  const { context, page } = await visit(browser)
  await page.goto(desk.signInUrl)
  incident = page.url()
  await page.goto(`${desk.url}/step-up`)
  await page.locator('form[action="/step-up"] [name=code]').fill((await codeOf(desk, 'i.benali')).code)
  await page.getByRole('button', { name: 'Confirmer avec un code' }).click()
  await page.goto(`${incident}/people`)
  await page.locator('main tbody tr a').first().click()
  await page.locator('input[type=radio]').first().check()
  await page.getByRole('button', { name: 'Ouvrir la page' }).click()
  await page.waitForURL(/lookup=/)
  person = page.url()
  await page.goto(`${incident}/outbox`)
  message = (await page.locator('main tbody tr a').first().getAttribute('href')) ?? ''
  signedIn = await context.storageState()
  await context.close()
})

afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

const addresses = () => [
  ...PAGES.map((path) => `${incident}/${path}`.replace(/\/$/, '')),
  person,
  new URL(message, desk.url).href,
  `${desk.url}/account`,
  `${desk.url}/staff`,
]

const inTheDark = () => addresses().filter((_address, index) => index % 3 === 0)

describe.each([
  ['light', 'fr-FR', () => addresses()],
  ['dark', 'en-GB', inTheDark],
] as const)('%s, %s', (colorScheme, locale, chosen) => {
  const telephone = { viewport: { width: 390, height: 844 }, colorScheme, locale }

  test('no page has a fault that axe finds, scrolls sideways at 390 px, breaks the policy or asks another machine', async () => {
    const { context, page, complaints } = await visit(browser, { ...telephone, storageState: signedIn })
    const hosts = new Set<string>()
    page.on('request', (asked) => hosts.add(new URL(asked.url()).hostname))
    const faults: string[] = []
    for (const address of chosen()) {
      const answer = await page.goto(address)
      if (answer?.status() !== 200 || page.url() !== address)
        faults.push(`${address}: ${answer?.status()}, ${page.url()}`)
      faults.push(...(await faultsOf(page, address)))
    }
    await context.close()
    expect(faults).toEqual([])
    expect(complaints).toEqual([])
    expect([...hosts]).toEqual(['localhost'])
  })

  test('nor has the door', async () => {
    const { context, page } = await visit(browser, telephone)
    await page.goto(`${desk.url}/sign-in`)
    expect(await faultsOf(page, 'sign-in')).toEqual([])
    await context.close()
  })
})

async function faultsOf(page: Awaited<ReturnType<typeof visit>>['page'], address: string): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = (await page.evaluate('axe.run(document)')) as axe.AxeResults
  const wide = (await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')) as number
  const found = violations.map(({ id, impact, nodes }) => `${address}: ${id} (${impact}) ${nodes[0]?.html}`)
  return wide > 0 ? [...found, `${address}: ${wide} px too wide`] : found
}

test('every link of every page leads somewhere', async () => {
  const { context, page } = await visit(browser, { storageState: signedIn })
  const links = new Set<string>()
  const seen = addresses()
  for (const address of seen.filter((one) => !one.includes('/people'))) {
    await page.goto(address)
    const found = (await page.evaluate(
      `[...document.querySelectorAll('a[href]')].map((a) => a.href.split('#')[0])`,
    )) as string[]
    for (const link of found) if (isPage(link) && !seen.includes(link)) links.add(link)
  }
  expect(links.size).toBeGreaterThan(3)
  const dead: string[] = []
  for (const link of links) {
    const answer = await context.request.get(link)
    if (!answer.ok()) dead.push(`${link}: ${answer.status()}`)
  }
  await context.close()
  expect(dead).toEqual([])
})

/** Not people's pages, of which an account may be shown so many an hour; of messages and of deadlines, a few stand for all. */
function isPage(link: string): boolean {
  return (
    link.startsWith(desk.url) &&
    !/\/people|\/(pdf|csv)$|\/outbox\/\d*[1-9]$|\/clocks\/[^g/][^/]*%40/.test(link)
  )
}
