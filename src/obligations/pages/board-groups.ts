import { Temporal } from '../../platform/clock.ts'
import type { Board, BoardLine } from '../model.ts'
import type { ShownGroup } from './board-texts.ts'
import { isComing } from './deadline-shown.ts'
import { readingsOf } from './readings.ts'

/** In the order of the page: what is late first, then what needs an answer, what is settled, what is not owed. */
const ORDER: readonly ShownGroup[] = [
  'overdue',
  'soon',
  'depends',
  'later',
  'not_required',
  'done',
  'voluntary',
  'coming',
]
/** What is owed, or may be. */
const OWED: readonly ShownGroup[] = ['overdue', 'soon', 'depends', 'later', 'done']

export interface LinesOfGroup {
  readonly group: ShownGroup
  readonly lines: readonly BoardLine[]
}

/** The lines of the board by group, in its order; a group without line is left out. */
export function groupsOf({ lines }: Pick<Board, 'lines'>): LinesOfGroup[] {
  return ORDER.map((group) => ({
    group,
    lines: inGroup(lines, group),
  })).filter((one) => one.lines.length > 0)
}

function inGroup(lines: readonly BoardLine[], group: ShownGroup): BoardLine[] {
  const found = lines.filter((line) => shownGroup(line) === group)
  return group === 'not_required' ? found.sort((one, other) => saidBy(other) - saidBy(one)) : found
}

/** What a fact of the case sets aside comes before what no fact would bring: people look for the first. */
const saidBy = ({ conclusion: { because } }: BoardLine) =>
  Number(because.length > 0 && because.every(({ facts }) => facts.length > 0))

function shownGroup(line: BoardLine): ShownGroup {
  return line.group === 'not_required' && isComing(line) ? 'coming' : line.group
}

/** Deadlines that the lead counts: owed, or perhaps owed. What nobody owes has its own count beside its group. */
export function owedLines({ lines }: Pick<Board, 'lines'>): BoardLine[] {
  return lines.filter((line) => OWED.includes(shownGroup(line))).sort(byDue)
}

/** An overdue deadline is loud until it is filed or its reason is recorded. */
export const isLoud = ({ group, delayReason }: BoardLine) => group === 'overdue' && delayReason === null

/** The nearest deadline still to come that reads in several ways: its computation is shown open. */
export function opened(board: Pick<Board, 'lines' | 'now'>): BoardLine | undefined {
  return owedLines(board).find(
    (line) =>
      ['soon', 'later'].includes(line.group) &&
      line.clock !== null &&
      readingsOf(line.clock).length > 1 &&
      line.dueAt !== null &&
      Temporal.Instant.compare(line.dueAt, board.now) >= 0,
  )
}

function byDue(one: BoardLine, other: BoardLine): number {
  if (one.dueAt && other.dueAt) return Temporal.Instant.compare(one.dueAt, other.dueAt)
  return Number(one.dueAt === null) - Number(other.dueAt === null)
}
