import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { RunningDesk } from './desk-process.ts'
import { aMessySample } from './review.ts'

export interface MessyIncident {
  readonly reference: string
  /** Address of the incident's pages. */
  readonly address: string
  readonly register: string
  readonly exposed: string
}

/** A second incident on a running exercise, with a messy exposed list imported: a queue to review. */
export async function aMessyIncident(desk: RunningDesk, reference = 'relecture'): Promise<MessyIncident> {
  const lists = await aMessySample(join(desk.home, 'messy'))
  await desk.command(
    'incident',
    'open',
    '--reference',
    reference,
    '--title',
    'Tiersoin, mai 2026',
    '--exercise',
  )
  const { register, exposed } = lists
  await desk.command('lists', 'import', '--incident', reference, '--register', register, '--exposed', exposed)
  return { reference, address: `${desk.url}/incidents/${reference}`, ...lists }
}

/** What a reader says of a pair: the key, and the button that says the same. */
const TURNS = [
  ['n', 'button[value=neither]'],
  ['m', 'button[value^="same:"].primary'],
  ['p', 'button[value=pass]'],
] as const

/** Two readers who choose by the row agree on each row that both read, whatever order they meet them in. */
export const byRow = (row: number) => row

/**
 * Reads `count` pairs of the queue: by keys alone, or by the buttons of plain forms.
 * @param choose which word is said; by default each in its turn
 * @returns the exposed rows read, in order
 */
export async function reviewPairs(
  page: Page,
  incident: string,
  by: 'keys' | 'forms',
  count = 10,
  choose: (row: number, turn: number) => number = (_, turn) => turn,
): Promise<number[]> {
  await page.goto(`${incident}/review/queue`)
  const rows: number[] = []
  for (let turn = 0; turn < count; turn++) {
    const row = await rowInHand(page)
    const [key, button] = TURNS[choose(row, turn) % TURNS.length]!
    if (by === 'keys') await page.keyboard.press(key)
    else await page.locator(`.decisions ${button}`).click()
    await nextRow(page, row)
    rows.push(row)
  }
  return rows
}

/** The exposed row that the page shows, from the address of its form. */
export async function rowInHand(page: Page): Promise<number> {
  const action = await page.locator('#decision').getAttribute('action')
  return Number(/rows\/(\d+)\//.exec(action ?? '')?.[1])
}

/** Waits until another row, or the end of the queue, has taken the place of this one. */
export async function nextRow(page: Page, row: number): Promise<void> {
  await page.locator(`#decision[action*="/${row}/"]`).waitFor({ state: 'detached' })
  await page.waitForLoadState()
}
