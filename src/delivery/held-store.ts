import type { Temporal } from '../platform/clock.ts'
import { maybeRow, oneRow, rows, type Tx } from '../platform/database.ts'
import type { Recipient } from './model.ts'

/** A message of which nobody knows whether it arrived. The address is masked: enough to tell two rows apart. */
export interface HeldDelivery {
  readonly id: number
  readonly campaignId: number
  readonly personId: number
  readonly maskedAddress: string
  readonly heldAt: Temporal.Instant
  /** `sender_died`, `no_reply_dot`, `restored`. */
  readonly reason: string
  readonly messageId: string
}

/** Held deliveries, oldest first, from `after` (exclusive). */
export async function heldDeliveries(
  tx: Tx,
  campaignId: number,
  { after = 0, limit = 50 } = {},
): Promise<HeldDelivery[]> {
  return rows<HeldDelivery>(
    tx,
    `select id, campaign_id as "campaignId", person_id as "personId", settled_at as "heldAt", reason, message_id as "messageId",
            left(recipient ->> 'email', 1) || '…' || right(split_part(recipient ->> 'email', '@', 1), 1) || '@' || domain as "maskedAddress"
       from delivery where campaign_id = $1 and state = 'unknown' and id > $2 order by id limit $3`,
    [campaignId, after, limit],
  )
}

/** The campaign of a delivery that waits for a decision: to be locked before the delivery itself. */
export async function campaignOfHeld(tx: Tx, id: number): Promise<number | undefined> {
  const found = await maybeRow<{ campaignId: number }>(
    tx,
    `select campaign_id as "campaignId" from delivery where id = $1 and state = 'unknown'`,
    [id],
  )
  return found?.campaignId
}

/** Locks a delivery for its decision. @returns false when it no longer waits for one */
export async function lockHeld(tx: Tx, id: number): Promise<boolean> {
  return (
    (await rows(tx, `select id from delivery where id = $1 and state = 'unknown' for update`, [id]))
      .length === 1
  )
}

/** Told, on the evidence of a person's decision; the journal says whose, the ledger keeps codes only. */
export async function keepAsReceived(
  tx: Tx,
  id: number,
  actorKind: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx.query(
    `with moved as (
       update delivery set state = 'accepted', reason = 'decided_received', settled_at = $3 where id = $1 and state = 'unknown'
       returning id, campaign_id)
     insert into delivery_event (delivery_id, campaign_id, at, kind, detail)
     select id, campaign_id, $3, 'decided_received', $2 from moved`,
    [id, actorKind, at],
  )
}

/**
 * After a restore, when nobody knows what left: every e-mail still planned may have been sent by what was lost. All are
 * held. @returns how many, with a hash of their ids for the journal
 */
export async function holdPlanned(
  tx: Tx,
  campaignId: number,
  at: Temporal.Instant,
): Promise<{ held: number; sha256: string }> {
  return oneRow(
    tx,
    `with moved as (
       update delivery set state = 'unknown', reason = 'restored', settled_at = $2
        where campaign_id = $1 and channel = 'email' and state = 'planned' returning id, campaign_id),
     told as (
       insert into delivery_event (delivery_id, campaign_id, at, kind, detail)
       select id, campaign_id, $2, 'unknown', 'restored' from moved)
     select count(*)::int as held,
            encode(sha256(convert_to(coalesce(string_agg(id::text, ',' order by id), ''), 'UTF8')), 'hex') as sha256 from moved`,
    [campaignId, at],
  )
}

/** Reports that wait about e-mails this database holds for never sent: something left after the backup. */
export async function reportsOfUnsent(tx: Tx, campaignId: number): Promise<number> {
  const { reports } = await oneRow<{ reports: number }>(
    tx,
    `select count(*)::int as reports from bounce_report r join delivery d on d.id = r.delivery_id
      where r.state = 'waiting' and d.campaign_id = $1 and d.state = 'planned'
        and not exists (select from attempt a where a.delivery_id = d.id and a.outcome in ('accepted', 'unknown'))`,
    [campaignId],
  )
  return reports
}

export interface SentMessage {
  readonly id: number
  /** The person written to. */
  readonly personId: number
  readonly campaignId: number
  readonly noticeVersionId: number
  readonly messageId: string
  readonly code: string
  readonly recipient: Recipient
  readonly settledAt: Temporal.Instant
}

/** An e-mail that left, of this incident only. */
export async function sentMessage(tx: Tx, id: number, incidentId: string): Promise<SentMessage | undefined> {
  return maybeRow<SentMessage>(
    tx,
    `select d.id, d.person_id as "personId", d.campaign_id as "campaignId", d.notice_version_id as "noticeVersionId",
            d.message_id as "messageId", d.code, d.recipient, d.settled_at as "settledAt"
       from delivery d join campaign c on c.id = d.campaign_id
      where d.id = $1 and c.incident_id = $2 and d.channel = 'email' and d.state = 'accepted' and d.recipient is not null`,
    [id, incidentId],
  )
}
