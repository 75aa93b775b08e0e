import type { Temporal } from '../../platform/clock.ts'
import { maybeRow, oneRow, rows, type Tx } from '../../platform/database.ts'
import type { BounceDecision } from '../bounces/index.ts'
import type { DeliveryState } from '../model.ts'

export type Intake = 'imap' | 'maildir' | 'hook'
export type ReportState = 'applied' | 'waiting' | 'unmatched' | 'ignored'
/** What a report changed. `too_late`: its delivery had been settled otherwise; `noted`: it reports no failure. */
export type Effect = 'letter' | 'again' | 'kept' | 'noted' | 'too_late'

/** One failed recipient of one report, as it is kept. Nothing of it names a person. */
export interface NewReport {
  readonly intake: Intake
  readonly sha256: string
  readonly part: number
  readonly receivedAt: Temporal.Instant
  readonly reportedAt: Temporal.Instant
  readonly decision: BounceDecision
  readonly status: string | null
  readonly reason: string
  readonly said: string | null
  readonly masked: string | null
  readonly evidence: 'return_path' | 'message_id' | 'person' | 'none'
  readonly deliveryId: number | null
  readonly suggestedId: number | null
  readonly state: ReportState
  readonly ignoredBecause: string | null
}

export type StoredReport = Pick<
  NewReport,
  'sha256' | 'reportedAt' | 'decision' | 'status' | 'reason' | 'evidence' | 'state'
> & { readonly id: number; readonly deliveryId: number | null }

const REPORT = `id, sha256, reported_at as "reportedAt", decision, status, reason, evidence, state, delivery_id as "deliveryId"`

/** @returns undefined when this very report was taken before */
export async function insertReport(tx: Tx, one: NewReport): Promise<number | undefined> {
  const row = await maybeRow<{ id: number }>(
    tx,
    `insert into bounce_report (intake, sha256, part, received_at, reported_at, decision, status, reason, said, masked, evidence,
                                delivery_id, suggested_id, state, ignored_because)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict (sha256, part) do nothing returning id`,
    [
      one.intake,
      one.sha256,
      one.part,
      one.receivedAt,
      one.reportedAt,
      one.decision,
      one.status,
      one.reason,
      one.said,
      one.masked,
      one.evidence,
      one.deliveryId,
      one.suggestedId,
      one.state,
      one.ignoredBecause,
    ],
  )
  return row?.id
}

export async function setApplied(
  tx: Tx,
  id: number,
  deliveryId: number,
  effect: Effect,
  at: Temporal.Instant,
): Promise<void> {
  await tx.query(
    `update bounce_report set state = 'applied', effect = $3, delivery_id = $2, settled_at = $4 where id = $1`,
    [id, deliveryId, effect, at],
  )
}

/** A person says whose report it is. @returns false when somebody settled it before */
export async function setLinked(tx: Tx, id: number, deliveryId: number, by: string): Promise<boolean> {
  const done = await tx.query(
    `update bounce_report set state = 'waiting', delivery_id = $2, evidence = 'person', settled_by = $3
      where id = $1 and state = 'unmatched'`,
    [id, deliveryId, by],
  )
  return done.rowCount === 1
}

export async function setIgnored(
  tx: Tx,
  id: number,
  because: string,
  by: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const done = await tx.query(
    `update bounce_report set state = 'ignored', ignored_because = $2, settled_by = $3, settled_at = $4
      where id = $1 and state = 'unmatched'`,
    [id, because, by, at],
  )
  return done.rowCount === 1
}

export async function lockReport(tx: Tx, id: number): Promise<StoredReport | undefined> {
  return maybeRow<StoredReport>(tx, `select ${REPORT} from bounce_report where id = $1 for update`, [id])
}

/** Reports whose delivery was still in a sender's hands when they came. */
export async function waitingReports(tx: Tx): Promise<{ id: number }[]> {
  return rows(tx, `select id from bounce_report where state = 'waiting' order by id limit 500`)
}

/** The delivery that a Message-ID names, with the address it was written to; null from the moment a purge begins. */
export async function deliveryOfMessage(
  tx: Tx,
  messageId: string,
): Promise<{ id: number; campaignId: number; email: string | null; names: string[] } | undefined> {
  return maybeRow(
    tx,
    `select d.id, d.campaign_id as "campaignId", case when not is_purged(k.incident_id) then lower(d.recipient ->> 'email') end as email,
            array_remove(array[d.recipient -> 'name' ->> 'surname', d.recipient -> 'name' ->> 'firstNames'], null) as names
       from delivery d join campaign k on k.id = d.campaign_id where d.message_id = $1`,
    [messageId.toLowerCase()],
  )
}

/** The latest message to an address that could have come back. A suggestion for a person: nothing is done with it. */
export async function likelyDelivery(tx: Tx, email: string): Promise<number | null> {
  const found = await maybeRow<{ id: number }>(
    tx,
    `select id from delivery where channel = 'email' and lower(recipient ->> 'email') = lower($1) and state in ('accepted', 'unknown')
      order by settled_at desc limit 1`,
    [email],
  )
  return found?.id ?? null
}

export interface LockedDelivery {
  readonly id: number
  readonly campaignId: number
  readonly state: DeliveryState
  readonly reason: string | null
  /** The purge emptied it, or is about to: nothing can be sent for it any more. */
  readonly purged: boolean
}

export async function campaignOfDelivery(tx: Tx, id: number): Promise<number | undefined> {
  const found = await maybeRow<{ campaignId: number }>(
    tx,
    `select campaign_id as "campaignId" from delivery where id = $1 and channel = 'email'`,
    [id],
  )
  return found?.campaignId
}

export async function lockDelivery(tx: Tx, id: number): Promise<LockedDelivery> {
  return oneRow<LockedDelivery>(
    tx,
    `select id, campaign_id as "campaignId", state, reason,
            recipient is null or (select is_purged(k.incident_id) from campaign k where k.id = campaign_id) as purged
       from delivery where id = $1 for no key update`,
    [id],
  )
}

export interface TakenAttempt {
  readonly id: number
  readonly startedAt: Temporal.Instant
  readonly bouncedAt: Temporal.Instant | null
}

/** Attempts that the relay took, or may have taken, oldest first. */
export async function takenAttempts(tx: Tx, deliveryId: number): Promise<TakenAttempt[]> {
  return rows<TakenAttempt>(
    tx,
    `select id, started_at as "startedAt", bounced_at as "bouncedAt" from attempt
      where delivery_id = $1 and outcome in ('accepted', 'unknown') order by number`,
    [deliveryId],
  )
}

/** The copy of this attempt stands with nobody. */
export async function markReturned(
  tx: Tx,
  attemptId: number,
  decision: BounceDecision,
  at: Temporal.Instant,
): Promise<void> {
  await tx.query(`update attempt set bounced_at = $2, bounced_as = $3 where id = $1 and bounced_at is null`, [
    attemptId,
    at,
    decision,
  ])
}

/** Times a delivery came back, this one included, and was refused for now, by what was said. */
export async function setbacksOf(
  tx: Tx,
  deliveryId: number,
): Promise<{ returned: number; refused: number; aboutUs: number }> {
  return oneRow(
    tx,
    `select (count(*) filter (where bounced_as = 'retry'))::int as returned,
            (count(*) filter (where outcome = 'retry'))::int as refused,
            (count(*) filter (where bounced_as = 'sender_side'))::int as "aboutUs"
       from attempt where delivery_id = $1`,
    [deliveryId],
  )
}

/** The same message is due again: same Message-ID, its persons still live. */
export async function planAgain(
  tx: Tx,
  deliveryId: number,
  event: { kind: string; detail: string | null; dueAt: Temporal.Instant; at: Temporal.Instant },
): Promise<void> {
  await tx.query(
    `with moved as (
       update delivery set state = 'planned', due_at = $2, reason = null, settled_at = null
        where id = $1 and state in ('accepted', 'unknown') returning id, campaign_id)
     insert into delivery_event (delivery_id, campaign_id, at, kind, detail) select id, campaign_id, $3, $4, $5 from moved`,
    [deliveryId, event.dueAt, event.at, event.kind, event.detail],
  )
}

export async function noteEvent(
  tx: Tx,
  delivery: LockedDelivery,
  event: { kind: string; detail: string | null; at: Temporal.Instant },
): Promise<void> {
  await tx.query(
    `insert into delivery_event (delivery_id, campaign_id, at, kind, detail) values ($1, $2, $3, $4, $5)`,
    [delivery.id, delivery.campaignId, event.at, event.kind, event.detail],
  )
}

/** A delivery by e-mail of this incident, by its Message-ID or its number. */
export async function deliveryOfIncident(
  tx: Tx,
  incidentId: string,
  given: { messageId: string } | { deliveryId: number },
): Promise<number | undefined> {
  const byId = 'deliveryId' in given
  const found = await maybeRow<{ id: number }>(
    tx,
    `select d.id from delivery d join campaign c on c.id = d.campaign_id
      where c.incident_id = $1 and d.channel = 'email' and ${byId ? 'd.id = $2::bigint' : 'd.message_id = $2'}`,
    [incidentId, byId ? given.deliveryId : given.messageId.replace(/[<>\s]|^b\+/g, '').toLowerCase()],
  )
  return found?.id
}
