import { z } from 'zod'
import { findNationalId, type Incident } from '../incident/index.ts'
import { type Actor, actorText } from '../journal/index.ts'
import { type Clock, Temporal } from '../platform/clock.ts'
import type { TxClient } from '../platform/database.ts'
import { addContractIn } from './acts/contract-clauses.ts'
import { decideRiskIn } from './acts/decide-risk.ts'
import { openInvestigationIn } from './acts/follow-investigation.ts'
import { write as writeHold } from './acts/hold-duty.ts'
import { recordAwarenessIn } from './acts/record-awareness.ts'
import { planFilingIn, recordFilingIn } from './acts/record-filing.ts'
import { ownerOf } from './acts/state-fact.ts'
import { findDuty } from './case/find-duty.ts'
import { type DutyGround, groundOf } from './duty-writer.ts'
import { obligationRefusals } from './refusals.ts'
import { insertStep } from './stores/investigation-store.ts'

const text = z.string().min(1).max(2000)
const instant = z.string().refine((value) => canRead(value), 'instant')
/** Who did it, and when by the clock of the incident. */
const done = { by: text, on: instant }

/** The line of a board: its rule, whose it is (ours when left out), and the neighbour it is owed to. */
const ofDuty = { rule: text, organisation: text.optional(), to: text.optional() }

const duties = z.strictObject({
  contracts: z
    .array(
      z.strictObject({
        from: text,
        to: text,
        article: text,
        hours: z.int().optional(),
        workingDays: z.int().optional(),
        starts: text.optional(),
      }),
    )
    .default([]),
  awareness: z
    .array(
      z.strictObject({
        ...done,
        organisation: text.optional(),
        fact: text,
        at: instant,
        who: text,
        how: text,
        evidence: text.optional(),
      }),
    )
    .default([]),
  decisions: z
    .array(z.strictObject({ ...done, organisation: text.optional(), level: text, reasons: text }))
    .default([]),
  filings: z
    .array(
      z.strictObject({
        ...done,
        ...ofDuty,
        at: instant,
        planned: z.boolean().default(false),
        receipt: text.optional(),
        channel: text.optional(),
        note: text.optional(),
      }),
    )
    .default([]),
  holders: z.array(z.strictObject({ ...ofDuty, holder: text })).default([]),
  investigations: z
    .array(
      z.strictObject({
        authority: text,
        kind: text,
        offences: z.array(text).default([]),
        reference: text.optional(),
        openedOn: text,
        contact: text.optional(),
        steps: z
          .array(
            z.strictObject({
              state: z.enum(['open', 'waiting', 'answered', 'closed']),
              on: text,
              note: text,
            }),
          )
          .default([]),
      }),
    )
    .default([]),
})

type Duties = z.infer<typeof duties>

/**
 * Writes what a file of an incident says of its duties (`duties` of sample/incident.json), in the transaction that opens it: agreements,
 * what was learned, decided, filed, who holds what, investigations.
 * @throws Refusal obligations.badDuties, and those of each act
 */
export async function writeDuties(
  tx: TxClient,
  clock: Clock,
  incident: Incident,
  given: unknown,
  actor: Actor,
): Promise<void> {
  const parsed = duties.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw obligationRefusals.badDuties({ problem: issue ? issue.path.join('.') : '' })
  }
  const hidden = findNationalId(parsed.data)
  if (hidden !== undefined) throw obligationRefusals.nationalId({ where: { fr: hidden, en: hidden } })
  await writeAll(groundOf(tx, clock, incident), parsed.data, actor)
}

async function writeAll(ground: DutyGround, given: Duties, actor: Actor): Promise<void> {
  const by = (name: string) => ({ name, actor })
  for (const clause of given.contracts) await addContractIn(ground, clause, { actor })
  for (const { by: name, on, ...event } of given.awareness)
    await recordAwarenessIn(onDay(ground, on), null, event, by(name))
  for (const { by: name, on, ...decision } of given.decisions)
    await decideRiskIn(onDay(ground, on), decision, by(name))
  for (const { by: name, on, planned, ...filing } of given.filings) {
    const act = planned ? planFilingIn : recordFilingIn
    const conclusionId = await lineOf(ground, filing)
    await act(onDay(ground, on), null, { ...filing, conclusionId }, by(name))
  }
  for (const { holder, ...duty } of given.holders) {
    const conclusion = (await findDuty(ground, await lineOf(ground, duty))).conclusion.id
    await writeHold(ground, { conclusion, act: 'given', holder, userId: null }, { actor })
  }
  await writeInvestigations(ground, given.investigations, actor)
}

interface OfDuty {
  readonly rule: string
  readonly organisation?: string | undefined
  readonly to?: string | undefined
}

async function lineOf({ tx, incident }: DutyGround, { rule, organisation, to }: OfDuty): Promise<string> {
  const { key } = await ownerOf(tx, incident.id, organisation)
  return `${rule}@${key}${to === undefined ? '' : `>${to}`}`
}

async function writeInvestigations(
  ground: DutyGround,
  given: Duties['investigations'],
  actor: Actor,
): Promise<void> {
  for (const { steps, ...opened } of given) {
    const id = await openInvestigationIn(ground, opened, { actor })
    for (const step of steps)
      await insertStep(ground.tx, id, { ...step, recordedAt: ground.at, recordedBy: actorText(actor) })
  }
}

/** The story tells what was done before it opened. */
function onDay(ground: DutyGround, on: string): DutyGround {
  return { ...ground, now: Temporal.Instant.from(on) }
}

function canRead(value: string): boolean {
  try {
    return Temporal.Instant.from(value) !== undefined
  } catch {
    return false
  }
}
