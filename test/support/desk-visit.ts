import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { RunningDesk } from './desk-process.ts'

export interface Visit {
  readonly context: BrowserContext
  readonly page: Page
  /** What the browser complained about: scripts, content policy, requests that failed. */
  readonly complaints: string[]
}

type ContextOptions = Parameters<Browser['newContext']>[0]

/** A browser of its own in French, as wide as a laptop unless told. */
export async function visit(browser: Browser, options: ContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    locale: 'fr-FR',
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  return { context, page, complaints }
}

/** The same person in another browser, without scripts. */
export async function withoutScripts(browser: Browser, from: BrowserContext): Promise<Visit> {
  return visit(browser, { javaScriptEnabled: false, storageState: await from.storageState() })
}

interface Code {
  readonly login: string
  readonly name: string
  readonly passphrase: string
  readonly code: string
}

/** What a fictional person reads on their telephone now. */
export async function codeOf(desk: RunningDesk, login: string): Promise<Code> {
  const [code] = await desk.json<Code[]>('exercise', 'code', '--login', login)
  if (!code) throw new Error(`no code for ${login}`)
  return code
}

/** In by the form: passphrase and code, as without scripts. */
export async function signInByCode(desk: RunningDesk, page: Page, login: string): Promise<void> {
  const { passphrase, code } = await codeOf(desk, login)
  await page.goto(`${desk.url}/sign-in`)
  const form = page.locator('form[action="/sign-in"]').filter({ has: page.locator('#passphrase') })
  await form.locator('[name=login]').fill(login)
  await form.locator('[name=passphrase]').fill(passphrase)
  await form.locator('[name=code]').fill(code)
  await Promise.all([page.waitForURL((to) => to.pathname !== '/sign-in'), form.getByRole('button').click()])
}

/** Gives the current code when the page asks to confirm; nothing when the proof is still fresh. */
export async function confirmByCode(desk: RunningDesk, page: Page, login: string): Promise<boolean> {
  if (!page.url().includes('/step-up')) return false
  const form = page.locator('form[action="/step-up"]').filter({ has: page.locator('[name=code]') })
  await form.locator('[name=code]').fill((await codeOf(desk, login)).code)
  await Promise.all([
    page.waitForURL((to) => to.pathname !== '/step-up'),
    form.getByRole('button', { name: 'Confirmer avec un code' }).click(),
  ])
  return true
}

/** French and English thousands are separated by (narrow) no-break spaces and commas. */
export function integerIn(text: string | null): number {
  const found = /\d[\d\u202f\u00a0,]*/.exec(text ?? '')?.[0]
  return found ? Number(found.replace(/\D/g, '')) : Number.NaN
}
