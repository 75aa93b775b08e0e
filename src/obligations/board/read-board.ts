import { findIncidentById, type Incident } from '../../incident/index.ts'
import { actorName } from '../../journal/index.ts'
import type { CaseFile, Conclusion, FactValue } from '../../law/index.ts'
import type { Clock, Temporal } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { storyNow } from '../case/incident-now.ts'
import { judged } from '../case/judge-organisation.ts'
import { NEIGHBOURS, neighboursOf } from '../case/neighbourhood.ts'
import { type IncidentCase, readIncidentCase } from '../case/read-case.ts'
import type { Awareness, Board, BoardLine } from '../model.ts'
import { obligationRefusals } from '../refusals.ts'
import { awarenessEvents } from '../stores/awareness-store.ts'
import { type KeptConclusion, latestConclusions, readOneState } from '../stores/conclusion-store.ts'
import { type KeptFiling, standingFilings } from '../stores/filing-store.ts'
import { type Hold, type KeptReason, latestHolds, latestReasons } from '../stores/hold-store.ts'
import { type Reminder, remindersOf } from '../stores/reminder-store.ts'
import { boardQuestions } from './board-questions.ts'
import { dueOf, groupOf, sortLines } from './group-lines.ts'
import { othersOf } from './other-organisations.ts'
import { supposedNow } from './suppose-now.ts'

interface BoardOptions {
  /** Key of an organisation of the chain; the desk's own when left out. */
  readonly organisation?: string | undefined
  /** Where the page of other organisations begins; left out, they are only counted. */
  readonly othersFrom?: number | undefined
  /** Where the page of neighbours begins, for duties owed to each of them. */
  readonly neighboursFrom?: number | undefined
  /** Key of a neighbour whose lines must be there, whatever its page. */
  readonly including?: string | undefined
  /** The lines of every neighbour, and not of one page of them: for reminders, calendars and counts. */
  readonly everyNeighbour?: boolean | undefined
}

/**
 * The duties of one organisation of the incident, from one consistent read: each rule of the law room gives its line, or one for
 * each neighbour it is owed to, in exactly one group.
 * @throws Refusal obligations.unknownOrganisation
 */
export function readBoard(
  platform: Pick<Platform, 'db' | 'clock'>,
  incident: { readonly id: string },
  options: BoardOptions = {},
): Promise<Board> {
  return platform.db.transaction(async (tx) => {
    await readOneState(tx)
    const found = await findIncidentById(tx, incident.id)
    if (!found) throw new Error('no such incident')
    return readBoardIn(tx, platform.clock, found, options)
  })
}

/** The same, inside the caller's transaction. */
export async function readBoardIn(
  tx: Tx,
  clock: Clock,
  incident: Incident,
  { organisation, othersFrom, neighboursFrom = 0, including, everyNeighbour: every }: BoardOptions = {},
): Promise<Board> {
  const read = await readIncidentCase(tx, clock, incident)
  const now = storyNow(incident, clock.now())
  const key = chosenKey(read, organisation)
  const near = { from: neighboursFrom, including, every }
  const { conclusions, questions } = key === null ? NOTHING : judged(read.caseFile, key, near)
  const rows = await rowsOf(tx, incident.id, key)
  const supposed = key === null ? NOBODY : supposedNow(read.caseFile, conclusions, key, now, near)
  const lines = sortLines(conclusions.map((one) => lineOf(one, rows, now, supposed.get(one.id))))
  return {
    now,
    lines,
    questions: boardQuestions(questions, lines, factsIn(read.caseFile)),
    awareness: quoted(await awarenessEvents(tx, incident.id, key ?? undefined)),
    organisation: organisationIn(read, key),
    others: othersOf(read.caseFile, key, othersFrom, rows.filings),
    neighbours: {
      total: key === null ? 0 : neighboursOf(read.caseFile, key),
      offset: neighboursFrom,
      most: NEIGHBOURS,
    },
    derived: read.derived,
    unusable: read.unusable,
  }
}

const NOTHING = { conclusions: [], questions: [] }
const NOBODY: ReadonlyMap<string, Conclusion> = new Map()

function chosenKey(read: IncidentCase, asked: string | undefined): string | null {
  const known = read.caseFile.organisations.map(({ key }) => key)
  if (asked === undefined) return read.own !== null && known.includes(read.own) ? read.own : null
  if (!known.includes(asked)) throw obligationRefusals.unknownOrganisation({ organisation: asked, known })
  return asked
}

interface Rows {
  readonly holds: ReadonlyMap<string, Hold>
  readonly reasons: ReadonlyMap<string, KeptReason>
  readonly filings: ReadonlyMap<string, readonly KeptFiling[]>
  readonly kept: ReadonlyMap<string, KeptConclusion>
  readonly reminders: readonly Reminder[]
}

async function rowsOf(tx: Tx, incidentId: string, key: string | null): Promise<Rows> {
  const by = <T extends { readonly conclusion: string }>(list: readonly T[]) =>
    new Map(list.map((one) => [one.conclusion, one]))
  const filings = new Map<string, KeptFiling[]>()
  for (const one of await standingFilings(tx, incidentId))
    filings.set(one.conclusionId, [...(filings.get(one.conclusionId) ?? []), one])
  return {
    holds: by(await latestHolds(tx, incidentId)),
    reasons: by(await latestReasons(tx, incidentId)),
    filings,
    kept: by(await latestConclusions(tx, incidentId, key ?? undefined)),
    reminders: await remindersOf(tx, incidentId),
  }
}

function lineOf(
  conclusion: Conclusion,
  rows: Rows,
  now: Temporal.Instant,
  supposed: Conclusion | undefined,
): BoardLine {
  const { id } = conclusion
  // What is owed already keeps its instant: late stays late, and only says what would move it.
  const may = conclusion.result === 'depends' ? supposed : undefined
  const { clock } = may ?? conclusion
  const filings = rows.filings.get(id) ?? []
  const hold = rows.holds.get(id)
  const reason = rows.reasons.get(id)
  const dueAt = dueOf(may ?? conclusion, filings)
  return {
    conclusion,
    group: groupOf(conclusion, { filings, now }),
    dueAt,
    clock: clock.kind === 'computed' ? clock.clock : null,
    holder: hold?.holder ?? null,
    filings,
    delayReason: reason ? { text: reason.reason, at: reason.at, by: actorName(reason.recordedBy) } : null,
    ruleChanged: changedRule(conclusion, rows.kept.get(id)),
    seen: { hold: hold?.id ?? 0, filing: filings.at(-1)?.id ?? 0, reason: reason?.id ?? 0 },
    reminder: reminderOf(rows.reminders, id, dueAt),
    supposed: may !== undefined,
    ifNow: supposed && !may ? dueOf(supposed, filings) : null,
  }
}

/** A line keeps the rule it was concluded by until somebody accepts the new one. */
function changedRule({ snapshot }: Conclusion, kept: KeptConclusion | undefined): BoardLine['ruleChanged'] {
  if (!kept || kept.ruleHash === snapshot.hash) return null
  return { keptVersion: kept.version, keptHash: kept.ruleHash, keptAt: kept.keptAt }
}

function reminderOf(
  reminders: readonly Reminder[],
  conclusion: string,
  dueAt: Temporal.Instant | null,
): NonNullable<BoardLine['reminder']> | null {
  const found = dueAt && reminders.find((one) => one.conclusion === conclusion && one.dueAt.equals(dueAt))
  return found ? { step: found.step, turn: found.turn, at: found.at } : null
}

/** The awareness that the lead quotes: what starts the organisation's own clock, before what it was told. */
function quoted(events: readonly Awareness[]): Awareness | null {
  return events.find(({ fact }) => fact === 'aware_at') ?? events[0] ?? null
}

function organisationIn(read: IncidentCase, key: string | null): NonNullable<Board['organisation']> | null {
  const found = read.caseFile.organisations.find((one) => one.key === key)
  return found ? { key: found.key, name: found.name, own: found.key === read.own } : null
}

function factsIn(caseFile: CaseFile): (organisation: string, fact: string) => FactValue {
  const byKey = new Map(caseFile.organisations.map((one) => [one.key, one.facts]))
  return (organisation, fact) => byKey.get(organisation)?.[fact] ?? caseFile.facts[fact] ?? null
}
