import type { Temporal } from '../platform/clock.ts'
import { maybeRow, rows, type Tx } from '../platform/database.ts'
import type { Recipient } from './model.ts'

/** A message of which nobody knows whether it arrived. The address is masked: enough to tell two rows apart. */
export interface HeldDelivery {
  readonly id: number
  readonly campaignId: number
  readonly personId: number
  readonly maskedAddress: string
  readonly heldAt: Temporal.Instant
  /** `sender_died`, `no_reply_dot`. */
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

/** Locked for the decision; undefined when it no longer waits for one. */
export async function heldDelivery(
  tx: Tx,
  id: number,
): Promise<{ id: number; campaignId: number } | undefined> {
  return maybeRow(
    tx,
    `select id, campaign_id as "campaignId" from delivery where id = $1 and state = 'unknown' for update`,
    [id],
  )
}

/** Told, on the evidence of a person's decision. */
export async function keepAsReceived(tx: Tx, id: number, by: string, at: Temporal.Instant): Promise<void> {
  await tx.query(
    `with moved as (
       update delivery set state = 'accepted', reason = 'decided by ' || $2, settled_at = $3 where id = $1 and state = 'unknown'
       returning id, campaign_id)
     insert into delivery_event (delivery_id, campaign_id, at, kind, detail)
     select id, campaign_id, $3, 'decided_received', 'decided by ' || $2 from moved`,
    [id, by, at],
  )
}

export interface SentMessage {
  readonly id: number
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
    `select d.id, d.campaign_id as "campaignId", d.notice_version_id as "noticeVersionId", d.message_id as "messageId", d.code,
            d.recipient, d.settled_at as "settledAt"
       from delivery d join campaign c on c.id = d.campaign_id
      where d.id = $1 and c.incident_id = $2 and d.channel = 'email' and d.state = 'accepted' and d.recipient is not null`,
    [id, incidentId],
  )
}
