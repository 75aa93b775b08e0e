import type { Temporal } from '../platform/clock.ts'
import { rows, type Tx } from '../platform/database.ts'
import { enqueueLetters } from './enqueue-jobs.ts'

/** Seconds in which letters gather before they are set: one at a time would make a batch each. */
const GATHERING = 20

/** An act on deliveries: by a run of the sender, or by a person (run null, sealed in the act's own journal entry). */
export interface LadderStep {
  readonly runId: number | null
  /** Why the rung below did not hold: `address_dead`, `retry_exhausted`, `unwritable`, `decided_letter`. */
  readonly reason: string
  readonly detail: string | null
  /** How the rung below closes: refused by the relay (the default), or given back after it was accepted. */
  readonly closes?: 'refused' | 'bounced'
  readonly at: Temporal.Instant
}

/**
 * The next rung: closes e-mail deliveries and plans a letter for the same addressee and the same persons. Whoever has
 * no postal address becomes "cannot be told", with the reason: never silent. Statements run one after the other so
 * that the live index sees the old rung closed before the new one opens. Counts persons.
 */
export async function moveToLetter(
  tx: Tx,
  deliveryIds: readonly number[],
  step: LadderStep,
): Promise<{ lettered: number; untold: number }> {
  const closed = await close(tx, deliveryIds, step)
  if (closed.length === 0) return { lettered: 0, untold: 0 }
  const freed = await endLive(tx, closed)
  const lettered = await planLetters(tx, closed, freed, step)
  if (lettered > 0) await enqueueLettersOf(tx, closed, step.at)
  const untold = await tx.query(
    `insert into untold (campaign_id, person_id, reason, at)
     select p.campaign_id, p.person_id, 'email_refused_no_postal', $2
       from unnest($1::bigint[], $3::bigint[]) as freed (delivery, person)
       join delivery_person p on p.delivery_id = freed.delivery and p.person_id = freed.person
       join delivery d on d.id = p.delivery_id
      where jsonb_typeof(d.recipient -> 'postal') is distinct from 'object'
     on conflict (campaign_id, person_id) do update set reason = excluded.reason, at = excluded.at`,
    [freed.deliveries, step.at, freed.persons],
  )
  return { lettered, untold: untold.rowCount ?? 0 }
}

/** Whoever sets letters is asked in the same transaction: none waits for somebody to think of it. */
async function enqueueLettersOf(tx: Tx, deliveryIds: readonly number[], at: Temporal.Instant): Promise<void> {
  const campaigns = await rows<{ id: number }>(
    tx,
    `select distinct campaign_id as id from delivery where id = any($1::bigint[])`,
    [deliveryIds],
  )
  for (const { id } of campaigns) await enqueueLetters(tx, id, at.add({ seconds: GATHERING }))
}

async function close(tx: Tx, deliveryIds: readonly number[], step: LadderStep): Promise<number[]> {
  const closed = await rows<{ id: number }>(
    tx,
    `with moved as (
       update delivery set state = $6, reason = $2, settled_at = $4
        where id = any($1::bigint[]) and channel = 'email' and state in ('attempting', 'unknown', 'accepted')
       returning id, campaign_id),
     told as (
       insert into delivery_event (delivery_id, campaign_id, run_id, at, kind, detail)
       select id, campaign_id, $3, $4, case $6 when 'bounced' then 'bounced' else $2 end, $5 from moved)
     select id from moved`,
    [deliveryIds, step.reason, step.runId, step.at, step.detail, step.closes ?? 'refused'],
  )
  return closed.map((row) => row.id)
}

/** Whom the closed deliveries told until now: not those taken out of them before, whom another message covers. */
export interface Freed {
  readonly deliveries: readonly number[]
  readonly persons: readonly number[]
}

export async function endLive(tx: Tx, deliveryIds: readonly number[]): Promise<Freed> {
  const freed = await rows<{ delivery: number; person: number }>(
    tx,
    `update delivery_person set live = false where delivery_id = any($1::bigint[]) and live
     returning delivery_id as delivery, person_id as person`,
    [deliveryIds],
  )
  return {
    deliveries: freed.map(({ delivery }) => delivery),
    persons: freed.map(({ person }) => person),
  }
}

async function planLetters(
  tx: Tx,
  closed: readonly number[],
  freed: Freed,
  step: LadderStep,
): Promise<number> {
  const planned = await tx.query(
    `with letter as (
       insert into delivery (campaign_id, notice_version_id, addressee_key, person_id, channel, persons, recipient, code,
                             due_at, planned_at, follows, wave)
       select campaign_id, notice_version_id, addressee_key, person_id, 'letter', persons, recipient, code, $2, $2, id, wave
         from delivery where id = any($1::bigint[]) and jsonb_typeof(recipient -> 'postal') = 'object'
       returning id, campaign_id, follows),
     told as (
       insert into delivery_event (delivery_id, campaign_id, run_id, at, kind, detail)
       select id, campaign_id, $3, $2, 'planned_letter', 'follows ' || follows from letter)
     insert into delivery_person (delivery_id, person_id, campaign_id, cohort, generation, answers)
     select letter.id, p.person_id, p.campaign_id, p.cohort, p.generation, p.answers
       from letter join unnest($4::bigint[], $5::bigint[]) as freed (delivery, person) on freed.delivery = letter.follows
       join delivery_person p on p.delivery_id = freed.delivery and p.person_id = freed.person`,
    [closed, step.at, step.runId, freed.deliveries, freed.persons],
  )
  return planned.rowCount ?? 0
}
