import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { type Proof, type RunningDesk, startDeskProcess } from '../support/desk-process.ts'
import { confirmByCode, integerIn, signInByCode, type Visit, visit } from '../support/desk-visit.ts'

// From composing to the proof, by two people: what the sample job does by itself, on an exercise of their own.
const LEAD = 'i.benali'
const DPO = 'h.marchetti'
let desk: RunningDesk
let browser: Browser
let first: Visit
let second: Visit

beforeAll(async () => {
  browser = await openBrowser()
  desk = await startDeskProcess()
  await desk.finished()
  first = await visit(browser)
  await first.page.goto(desk.signInUrl)
  second = await visit(browser, { javaScriptEnabled: false })
  await signInByCode(desk, second.page, DPO)
})

afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

/** An exercise with the lists of the sample, from the command line. */
async function prepare(reference: string): Promise<void> {
  const sample = (name: string) => join(desk.home, 'exercise', name)
  const facts = join(import.meta.dirname, '../../sample/incident.json')
  await desk.command(
    'incident',
    'open',
    '--reference',
    reference,
    '--title',
    'Répétition',
    '--exercise',
    '--facts',
    facts,
  )
  const lists = ['--register', sample('register.csv'), '--exposed', sample('exposed.csv')]
  await desk.command('lists', 'import', '--incident', reference, ...lists)
}

// The lead works with scripts and the officer without; then the other way round of who is first.
const runs = [
  ['repetition-1', () => ({ one: first, other: second, oneLogin: LEAD, otherLogin: DPO })],
  ['repetition-2', () => ({ one: second, other: first, oneLogin: DPO, otherLogin: LEAD })],
] as const

describe.each(runs)('%s', (reference, who) => {
  const toTheEnd = reference === runs[0][0]
  let base = ''
  beforeAll(async () => {
    await prepare(reference)
    base = `${desk.url}/incidents/${reference}`
  })

  test('a sentence left out goes from the preview, then from the text kept, and the campaign is prepared', async () => {
    const { page } = who().one
    const advice = 'input[name=say][value="todo.watch"]'
    await page.goto(`${base}/sending/compose`)
    expect(await page.textContent('h1')).toContain('Tous les contrôles tiennent.')
    const shown = page.locator('[data-preview=text]')
    const before = await shown.textContent()
    await page.locator(advice).uncheck()
    // With scripts the preview follows by itself; without, its button shows it.
    if (reference === 'repetition-1') await expect.poll(() => shown.textContent()).not.toBe(before)
    else await page.getByRole('button', { name: 'Voir l’aperçu' }).click()
    expect(await shown.textContent()).not.toBe(before)
    await page.getByRole('button', { name: 'Garder ce choix', exact: true }).click()
    await page.locator('.lead', { hasText: 'Choix gardé' }).waitFor()
    expect(await page.locator(advice).isChecked()).toBe(false)
    await page.goto(`${base}/sending`)
    await page.getByRole('button', { name: 'Préparer leur campagne' }).first().click()
    await page.waitForURL(/campaign=/)
    await page.goto(`${base}/communications`)
    expect(await page.textContent('main')).toContain('Prévue')
  })

  test('the first screen asks for a release, and nothing has left', async () => {
    const { page } = who().one
    await page.goto(base)
    expect(await page.textContent('h1')).toContain('attend deux personnes')
    await page.getByRole('link', { name: 'Relisez le texte et libérez l’envoi' }).click()
    expect(page.url()).toBe(`${base}/sending`)
    await page.goto(`${base}/outbox`)
    expect(await page.textContent('h1')).toMatch(/^Aucun e.mail n’est parti\.$/)
  })

  test('the first person reads the checks, confirms and releases', async () => {
    const { one, oneLogin } = who()
    await one.page.goto(`${base}/sending/release`)
    await confirmByCode(desk, one.page, oneLogin)
    expect(one.page.url()).toBe(`${base}/sending/release`)
    expect(await one.page.textContent('h1')).toContain('Personne n’a encore libéré la campagne.')
    expect(await one.page.getByText('Non tenu').count()).toBe(0)
    expect(await one.page.getByText('Tenu').count()).toBeGreaterThanOrEqual(3)
    await one.page.getByRole('button', { name: 'Libérer la campagne' }).click()
    await one.page.locator('h1', { hasText: 'Il en faut une seconde.' }).waitFor()
  })

  test('the same person cannot release twice, neither by the page nor past it', async () => {
    const { one } = who()
    expect(await one.page.getByRole('button', { name: 'Libérer la campagne' }).count()).toBe(0)
    const cookie = (await one.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const headers = { cookie, origin: desk.url, 'sec-fetch-site': 'same-origin', 'accept-language': 'fr' }
    const again = await fetch(`${base}/sending/releases`, { method: 'POST', headers, redirect: 'manual' })
    expect(again.status).toBe(403)
    expect(await again.text()).toContain('Vous avez déjà libéré cette campagne')
  })

  test('a campaign released by one person cannot be sent', async () => {
    await expect(desk.command('campaign', 'send', '--incident', reference)).rejects.toThrow(
      /tocsin campaign send/,
    )
    const proof = await desk.json<Proof>('proof', '--incident', reference)
    expect(proof.messages).toEqual({ email: 0, letter: 0 })
  })

  test('a second person releases, starts the sending, and it goes to its end', async () => {
    const { other, otherLogin } = who()
    await other.page.goto(`${base}/sending/release`)
    await confirmByCode(desk, other.page, otherLogin)
    expect(await other.page.textContent('h1')).toContain('Il en faut une seconde.')
    await other.page.getByRole('button', { name: 'Libérer la campagne' }).click()
    await other.page.waitForURL(`${base}/sending`)
    await other.page.getByRole('button', { name: 'Commencer l’envoi' }).click()
    await other.page.waitForURL(`${base}/sending`)
    await sent(other)
    await other.page.goto(`${base}/communications`)
    expect(await other.page.textContent('h1')).toMatch(/officielles? (sont|est) en cours/)
    await other.page.goto(`${base}/journal`)
    expect(await other.page.textContent('main')).toContain('libérée par deux personnes')
  })

  /** Reloads as someone without scripts would. */
  async function sent({ page }: Visit): Promise<void> {
    for (let tries = 0; tries < 60; tries += 1) {
      const { told, concerned } = await desk.json<Proof>('proof', '--incident', reference)
      await page.reload()
      const title = await page.textContent('h1')
      if (told.email > 0 && title?.includes(`${told.email + told.letter}`) && concerned > 0) {
        const left = await desk.json<{ emails: { left: number } }>(
          'campaign',
          'status',
          '--incident',
          reference,
        )
        if (left.emails.left === 0) return
      }
    }
    throw new Error('the e-mails did not leave')
  }

  if (!toTheEnd) return

  test('the outbox holds each message once, and shows one as literal text', async () => {
    const { page } = who().other
    const proof = await desk.json<Proof>('proof', '--incident', reference)
    await page.goto(`${base}/outbox`)
    expect(integerIn(await page.textContent('h1'))).toBe(proof.messages.email)
    await page.locator('main tbody tr a').first().click()
    await page.waitForURL(/\/outbox\/\d+$/)
    const message = page.locator('.message')
    expect(await message.locator('.envelope').textContent()).toMatch(/@[\w.-]+\.example$/)
    expect(await message.locator('a, img, script, style').count()).toBe(0)
    expect(((await message.textContent()) ?? '').length).toBeGreaterThan(500)
    await page.getByRole('link', { name: 'Source du message' }).click()
    await page.waitForURL(/\/source$/)
    expect(await page.textContent('body')).toMatch(/^Message-ID: <d[\w-]+@[\w.-]+>/m)
  })

  test('letters are composed and handed over, and the proof closes', async () => {
    const { page } = who().other
    await desk.command('letters', 'build', '--incident', reference)
    await desk.command('letters', 'post', '--incident', reference, '--fictional')
    const batch = `${reference}-C1-L001`
    const rebuilt = await desk.json<{ restored: string[] }>(
      'letters',
      'rebuild',
      batch,
      '--incident',
      reference,
    )
    expect(rebuilt).toMatchObject({ batch, restored: [] })
    await page.goto(`${base}/letters`)
    expect(await page.textContent('main')).toContain('Bordereau fictif (exercice)')
    const proof = await desk.json<Proof>('proof', '--incident', reference)
    expect(proof).toMatchObject({ in_progress: 0, unknown_held: 0, lost: 0, told_twice: 0 })
    await page.goto(`${base}/proof`)
    expect(await page.textContent('h1')).toContain('Perdues 0, informées deux fois 0.')
  })
})

test('no script of these pages complained', () => {
  expect(first.complaints).toEqual([])
})
