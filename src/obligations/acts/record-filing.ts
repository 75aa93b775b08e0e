import type { Fact } from '../../incident/index.ts'
import { type Actor, actorName, actorText, record } from '../../journal/index.ts'
import { type Words, words } from '../../law/index.ts'
import { Temporal } from '../../platform/clock.ts'
import type { Platform } from '../../platform/platform.ts'
import { type FoundDuty, findDuty } from '../case/find-duty.ts'
import { dutyNamed } from '../duty-named.ts'
import {
  type DutyGround,
  type DutyPerson,
  FIELDS,
  onDuties,
  requireDutyRole,
  typedWords,
} from '../duty-writer.ts'
import { obligationRefusals } from '../refusals.ts'
import { insertFiling, type KeptFiling, type NewFiling, standingFilings } from '../stores/filing-store.ts'
import { doingFiling } from './doing-filing.ts'
import { type EnteredInstant, enteredInstant } from './entered-instant.ts'
import { type GivenFile, keepFile } from './keep-file.ts'
import { refuseFuture, refusePast, saidInstant } from './refuse-times.ts'
import { filedAlready } from './same-again.ts'
import { ownerOf, questionOf, stateFact } from './state-fact.ts'

type Ground = Pick<Platform, 'db' | 'clock' | 'home'>

/** A filing, made or planned, as a form gives it. */
export interface FilingInput {
  readonly conclusionId: string
  /** ISO 8601 with its offset, or a local time of `zone`. */
  readonly at: string
  readonly zone?: string | undefined
  readonly receipt?: string | undefined
  readonly channel?: string | undefined
  readonly note?: string | undefined
  readonly file?: GivenFile | undefined
  /** Id of the last standing filing of the duty that the writer saw, 0 for none. */
  readonly seen?: number | undefined
}

/**
 * Keeps that a duty was done: when, with which receipt, and the file. The fact that says so is stated with it, so that what
 * follows becomes due (CNIL initial then complementary; DORA initial, intermediate, final). A planned filing gives way to it. The very
 * same filing again writes nothing.
 * @returns the id of the filing
 * @throws Refusal obligations.roleNeeded, unknownDuty, future, beforeStart, changedMeanwhile, incident.contradiction
 */
export async function recordFiling(
  platform: Ground,
  incidentId: string,
  input: FilingInput,
  by: DutyPerson,
): Promise<number> {
  requireDutyRole(by)
  return onDuties(platform, incidentId, (ground) => recordFilingIn(ground, platform.home, input, by))
}

/** The same, inside the caller's transaction. */
export async function recordFilingIn(
  ground: DutyGround,
  home: Ground['home'] | null,
  input: FilingInput,
  by: Pick<DutyPerson, 'name' | 'actor'>,
): Promise<number> {
  const duty = await findDuty(ground, input.conclusionId)
  const standing = await standingOf(ground, input)
  const entered = enteredInstant(FIELDS.at, input.at, input.zone)
  refuseImpossible(ground, duty, entered.at)
  const again = filedAlready(standing, 'filed', input, entered)
  if (again) return again.id
  const fact = await stateDone(ground, duty, [entered, ...(await filingsDoing(ground, duty))], by)
  const planned = standing.find(({ state }) => state === 'planned')
  const filing = { ...(await filingOf(ground, home, input, entered, by.actor)), state: 'filed' as const }
  const id = await put(ground, { ...filing, factId: fact?.id ?? null, correction: null }, planned?.id ?? null)
  const late = lateBy(duty, entered.at)
  await journal(ground, by.actor, 'duty.filed', {
    ...dutyNamed(duty.conclusion),
    filing: id,
    at: entered.entered,
    receipt: filing.receipt ?? undefined,
    late: late ?? undefined,
  })
  return id
}

/**
 * Plans when a duty will be done. Another plan stands over the one before.
 * @throws Refusal obligations.roleNeeded, unknownDuty, past, changedMeanwhile
 */
export async function planFiling(
  platform: Ground,
  incidentId: string,
  input: FilingInput,
  by: DutyPerson,
): Promise<number> {
  requireDutyRole(by)
  return onDuties(platform, incidentId, (ground) => planFilingIn(ground, platform.home, input, by))
}

export async function planFilingIn(
  ground: DutyGround,
  home: Ground['home'] | null,
  input: FilingInput,
  by: Pick<DutyPerson, 'name' | 'actor'>,
): Promise<number> {
  const { conclusion } = await findDuty(ground, input.conclusionId)
  const standing = await standingOf(ground, input)
  const entered = enteredInstant(FIELDS.at, input.at, input.zone)
  refusePast(conclusion.snapshot.rule.title, entered.at, ground.now)
  const planned = standing.find(({ state }) => state === 'planned')
  const again = filedAlready(standing, 'planned', input, entered)
  if (again) return again.id
  const filing = { ...(await filingOf(ground, home, input, entered, by.actor)), state: 'planned' as const }
  const id = await put(ground, { ...filing, factId: null, correction: null }, planned?.id ?? null)
  await journal(ground, by.actor, 'duty.filing_planned', {
    ...dutyNamed(conclusion),
    filing: id,
    at: entered.entered,
  })
  return id
}

export const isMade = ({ state }: Pick<KeptFiling, 'state'>) => state === 'filed'

/** Filings made of this duty, and of others that the same act does: one complaint is that of the victim and that of the cover. */
export async function filingsDoing(
  { tx, incident }: DutyGround,
  { conclusion, all }: FoundDuty,
): Promise<readonly KeptFiling[]> {
  const { doneBy } = conclusion.snapshot.rule
  const isAlike = ({ id, snapshot }: FoundDuty['conclusion']) =>
    id === conclusion.id || (doneBy !== undefined && snapshot.rule.doneBy === doneBy)
  const alike = new Set(all.filter(isAlike).map(({ id }) => id))
  return (await standingFilings(tx, incident.id)).filter((one) => isMade(one) && alike.has(one.conclusionId))
}

/** Filings of the duty that stand, the last of which the writer has seen. */
async function standingOf({ tx, incident }: DutyGround, input: FilingInput): Promise<readonly KeptFiling[]> {
  const standing = (await standingFilings(tx, incident.id)).filter(
    ({ conclusionId }) => conclusionId === input.conclusionId,
  )
  const last = standing.at(-1)
  if (input.seen !== undefined && (last?.id ?? 0) !== input.seen)
    throw obligationRefusals.changedMeanwhile({
      what: words('Le dépôt', 'The filing'),
      by: last ? actorName(last.recordedBy) : '',
    })
  return standing
}

/** In the past, and not before what starts the duty. Both facts are named. */
export function refuseImpossible(
  { now }: Pick<DutyGround, 'now'>,
  { conclusion, read }: FoundDuty,
  at: Temporal.Instant,
): void {
  const act = conclusion.snapshot.rule.title
  refuseFuture(act, at, now)
  const start = startOf(conclusion.organisation, conclusion.clock, read)
  if (!start || Temporal.Instant.compare(at, start.at) >= 0) return
  throw obligationRefusals.beforeStart({
    act,
    at: saidInstant(at),
    start: start.what,
    startAt: saidInstant(start.at),
  })
}

interface Start {
  readonly what: Words
  readonly at: Temporal.Instant
}

/** What the duty runs from: the start of its clock; for a clock in words, what the organisation knew. */
function startOf(
  organisation: string,
  clock: FoundDuty['conclusion']['clock'],
  { caseFile }: FoundDuty['read'],
): Start | undefined {
  if (clock.kind === 'computed')
    return {
      what: words('Le départ du délai', 'The start of the clock'),
      at: clock.clock.startsAt.toInstant(),
    }
  const facts = {
    ...caseFile.facts,
    ...caseFile.organisations.find(({ key }) => key === organisation)?.facts,
  }
  const known = ['told_by_supplier_at', 'aware_at'].flatMap((fact) => {
    const at = facts[fact]
    return typeof at === 'string' ? [{ what: questionOf(fact), at: Temporal.Instant.from(at) }] : []
  })
  return known.sort((a, b) => Temporal.Instant.compare(a.at, b.at))[0]
}

/**
 * States the fact that the rule names, at the instant of the filing that did the duty (doing-filing.ts). Where a duty is owed to each of several neighbours, one filing says nothing of the others:
 * no fact is stated, the filing alone does the line.
 */
export async function stateDone(
  ground: DutyGround,
  { conclusion, all }: FoundDuty,
  filings: readonly [EnteredInstant, ...EnteredInstant[]],
  by: Pick<DutyPerson, 'name' | 'actor'>,
): Promise<Fact | null> {
  const { rule } = conclusion.snapshot
  const { entered, zone } = doingFiling(rule.id, filings)
  const alike = all.filter(({ snapshot }) => snapshot.rule.id === rule.id)
  if (!rule.doneBy || alike.length > 1) return null
  const owner = await ownerOf(ground.tx, ground.incident.id, conclusion.organisation)
  return stateFact(
    ground,
    {
      fact: rule.doneBy,
      owner,
      content: { kind: 'instant', value: { at: entered, zone, precision: 'minute' } },
      source: {
        source: owner.name,
        sourceKind: owner.own ? 'controller' : 'processor',
        asOf: ground.now,
        confidence: 'established',
        owner: by.name,
      },
    },
    by.actor,
  )
}

async function filingOf(
  ground: DutyGround,
  home: Ground['home'] | null,
  input: FilingInput,
  entered: EnteredInstant,
  actor: Actor,
): Promise<Omit<NewFiling, 'state' | 'factId' | 'correction'>> {
  const receipt = typedWords(FIELDS.receipt, input.receipt, { optional: true, most: 200 })
  const channel = typedWords(FIELDS.channel, input.channel, { optional: true, most: 300 })
  const note = typedWords(FIELDS.note, input.note, { optional: true })
  const file = await keepFile(ground, home, input.file, actor)
  return {
    conclusionId: input.conclusionId,
    ...entered,
    receipt: receipt === '' ? null : receipt,
    channel,
    note,
    fileId: file?.id ?? null,
    recordedAt: ground.at,
    recordedBy: actorText(actor),
  }
}

export async function put(
  { tx, incident }: DutyGround,
  filing: NewFiling,
  supersedes: number | null,
): Promise<number> {
  const id = await insertFiling(tx, incident.id, filing, supersedes)
  if (id === undefined)
    throw obligationRefusals.changedMeanwhile({ what: words('Le dépôt', 'The filing'), by: '' })
  return id
}

/** How late the act was, as ISO 8601 duration in hours and minutes; null when it was in time or has no instant. */
function lateBy({ conclusion }: FoundDuty, at: Temporal.Instant): string | null {
  if (conclusion.clock.kind !== 'computed') return null
  const due = conclusion.clock.clock.dueAt.toInstant()
  if (Temporal.Instant.compare(at, due) <= 0) return null
  return at.since(due, { largestUnit: 'hours', smallestUnit: 'minutes' }).toString()
}

export async function journal(
  { tx, clock, incident }: DutyGround,
  actor: Actor,
  kind: string,
  payload: Readonly<Record<string, unknown>>,
): Promise<void> {
  await record(tx, clock, { actor, kind, incidentId: incident.id, payload })
}
