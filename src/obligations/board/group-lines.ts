import { ALL_RULES, type Conclusion } from '../../law/index.ts'
import { Temporal } from '../../platform/clock.ts'
import { BOARD_GROUPS, type BoardGroup, type BoardLine, type Filing } from '../model.ts'

const SOON_HOURS = 24

/** What the database knows of a line, besides what the law concluded. */
interface LineState {
  readonly filings: readonly Filing[]
  readonly now: Temporal.Instant
}

/**
 * The group of a line; every line has exactly one. What was done is done, whatever the law says of it since. What the law does
 * not ask is never late: a voluntary act stands among what is to come only when somebody planned it. A duty with a reason for
 * delay stays overdue: the reason quiets it, it does not put it off.
 */
export function groupOf(conclusion: Conclusion, { filings, now }: LineState): BoardGroup {
  const { result, clock, snapshot } = conclusion
  if (conclusion.done || filings.some(({ state }) => state === 'filed')) return 'done'
  if (result === 'not_required') return 'not_required'
  if (snapshot.rule.nature === 'voluntary') return isPlanned(filings) ? 'later' : 'voluntary'
  if (result === 'depends' || clock.kind === 'awaits') return 'depends'
  if (clock.kind === 'words') return 'later'
  const due = clock.clock.dueAt.toInstant()
  if (due.epochNanoseconds < now.epochNanoseconds) return 'overdue'
  return due.since(now).total('hours') < SOON_HOURS ? 'soon' : 'later'
}

const isPlanned = (filings: readonly Filing[]) => filings.some(({ state }) => state === 'planned')

/** What the desk plans on: the law's instant; for a voluntary act, the one that was planned. */
export function dueOf(conclusion: Conclusion, filings: readonly Filing[]): Temporal.Instant | null {
  if (conclusion.result !== 'not_required' && conclusion.snapshot.rule.nature === 'voluntary')
    return filings.find(({ state }) => state === 'planned')?.at ?? computedDue(conclusion)
  return conclusion.result === 'not_required' ? null : computedDue(conclusion)
}

function computedDue({ clock }: Conclusion): Temporal.Instant | null {
  return clock.kind === 'computed' ? clock.clock.dueAt.toInstant() : null
}

/**
 * In the order of the board: groups, then loud before quiet, then by due instant. Words such as « sans délai indu » mean now: in
 * their group they come first; what waits for an act or an answer and has no instant comes last in its own, the first duties of a
 * breach before the others.
 */
export function sortLines(lines: readonly BoardLine[]): BoardLine[] {
  return [...lines].sort(
    (a, b) =>
      BOARD_GROUPS.indexOf(a.group) - BOARD_GROUPS.indexOf(b.group) ||
      Number(a.delayReason !== null) - Number(b.delayReason !== null) ||
      compare(atOf(a), atOf(b)) ||
      rankOf(a) - rankOf(b) ||
      (a.conclusion.id < b.conclusion.id ? -1 : 1),
  )
}

/**
 * The two 72-hour duties that were forgotten in the cases read, then the insurer: raised from the first minute, before any answer.
 * GDPR, art. 33(1); insurance code, art. L12-10-1 and L113-2.
 */
export const FIRST_DUTIES: readonly string[] = ['gdpr_33_1', 'lopmi_complaint', 'insurer_declaration']
const ORDER = [...new Set([...FIRST_DUTIES, ...ALL_RULES.map(({ id }) => id)])]
const RANKS = new Map(ORDER.map((id, rank) => [id, rank]))

/** Clauses of contracts are of no text: they come after. */
function rankOf({ conclusion }: BoardLine): number {
  return RANKS.get(conclusion.snapshot.rule.id) ?? RANKS.size
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/** Done: the latest act first. The others: what is due first. */
function atOf({ group, dueAt, filings, conclusion }: BoardLine): number {
  const without = group === 'depends' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
  if (group !== 'done') return dueAt?.epochMilliseconds ?? without
  const filed = filings.filter(({ state }) => state === 'filed').at(-1)?.at
  const at = filed?.epochMilliseconds ?? (conclusion.done ? doneMilliseconds(conclusion.done.at) : 0)
  return -at
}

function doneMilliseconds(at: string): number {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.test(at) ? `${at}T00:00Z` : at
  return Temporal.Instant.from(found).epochMilliseconds
}
