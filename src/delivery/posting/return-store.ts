import type { Temporal } from '../../platform/clock.ts'
import { oneRow, rows, type Tx } from '../../platform/database.ts'
import type { Channel, Recipient } from '../model.ts'

/** A letter that came back, with what the next contact is chosen from. */
export interface CameBack {
  readonly id: number
  readonly campaignId: number
  readonly campaign: string
  readonly senderAddress: string
  readonly noticeVersionId: number
  readonly noticeSha256: string
  readonly addresseeKey: string
  readonly personId: number
  /** Null from the moment a purge begins. */
  readonly recipient: Recipient | null
  /** Persons it told until it came back. */
  readonly persons: readonly number[]
  /** The contact that the list in force has of the addressee; null when it names them no more. */
  readonly listed: { readonly email: string | null; readonly postal: Recipient['postal'] } | null
  readonly onNoList: boolean
  /** E-mail addresses already tried for them in this incident. */
  readonly tried: readonly string[]
  /** Postal addresses from which a letter to them came back. */
  readonly failed: readonly NonNullable<Recipient['postal']>[]
}

/** Letters about to close, each with its live persons. To be read before they are closed. */
export async function lettersComingBack(
  tx: Tx,
  incidentId: string,
  deliveryIds: readonly number[],
): Promise<CameBack[]> {
  return rows<CameBack>(
    tx,
    `with list as (select max(id) as id from list_version where incident_id = $1 and number is not null),
     mine as (select d.*, k.reference, k.sender_address, k.cohort from delivery d join campaign k on k.id = d.campaign_id
               where d.id = any($2::bigint[]) and k.incident_id = $1),
     -- By the persons covered: the only index that leads from a person to deliveries.
     before as (select distinct on (d.id) d.person_id, d.channel, d.state, d.recipient
                  from delivery_person m join delivery_person o on o.person_id = m.person_id
                  join delivery d on d.id = o.delivery_id join campaign k on k.id = d.campaign_id and k.incident_id = $1
                 where m.delivery_id in (select id from mine))
     select d.id, d.campaign_id as "campaignId", d.reference as campaign, d.sender_address as "senderAddress",
            d.notice_version_id as "noticeVersionId", n.sha256 as "noticeSha256", d.addressee_key as "addresseeKey",
            d.person_id as "personId", case when not is_purged($1) then d.recipient end as recipient, d.cohort = 'preventive' as "onNoList",
            array(select p.person_id from delivery_person p where p.delivery_id = d.id and p.live order by p.person_id) as persons,
            (select jsonb_build_object('email', a.email, 'postal', case when a.address_lines is not null then
                      jsonb_build_object('lines', a.address_lines, 'postcode', a.postcode, 'city', a.city, 'country', a.country) end)
               from addressee a, list where a.list_version_id = list.id and a.person_id = d.person_id order by a.id limit 1) as listed,
            array(select distinct b.recipient ->> 'email' from before b
                   where b.person_id = d.person_id and b.channel = 'email' and b.state not in ('planned', 'cancelled')
                     and b.recipient ->> 'email' is not null) as tried,
            coalesce((select jsonb_agg(b.recipient -> 'postal') from before b
                       where b.person_id = d.person_id and b.channel = 'letter' and b.state = 'returned'
                         and jsonb_typeof(b.recipient -> 'postal') = 'object'), '[]') as failed
       from mine d join notice_version n on n.id = d.notice_version_id
      order by d.id`,
    [incidentId, deliveryIds],
  )
}

/** The delivery that follows a letter which did not arrive, or could not leave. */
export interface NextDelivery {
  readonly follows: number
  readonly channel: Channel
  readonly recipient: Recipient
  readonly persons: readonly number[]
  readonly domain: string | null
  readonly code: string
  readonly messageId: (id: number) => string | null
}

/**
 * Plans it in the same campaign and in the same words. The persons must be live nowhere. @returns its id
 */
export async function planNext(tx: Tx, next: NextDelivery, at: Temporal.Instant): Promise<number> {
  const { id } = await oneRow<{ id: number }>(
    tx,
    `select nextval(pg_get_serial_sequence('delivery', 'id')) as id`,
    [],
  )
  await tx.query(
    `insert into delivery (id, campaign_id, notice_version_id, addressee_key, person_id, channel, persons, recipient, domain,
                           message_id, code, due_at, planned_at, follows, wave)
     select $1, campaign_id, notice_version_id, addressee_key, person_id, $3, $4, $5, $6, $7, $9, $8, $8, id, wave
       from delivery where id = $2`,
    [
      id,
      next.follows,
      next.channel,
      next.persons.length,
      JSON.stringify(next.recipient),
      next.domain,
      next.messageId(id),
      at,
      next.code,
    ],
  )
  await tx.query(
    `insert into delivery_person (delivery_id, person_id, campaign_id, cohort, generation, answers)
     select $1, p.person_id, p.campaign_id, p.cohort, p.generation, p.answers from delivery_person p
      where p.delivery_id = $2 and p.person_id = any($3::bigint[])`,
    [id, next.follows, next.persons],
  )
  await tx.query(
    `insert into delivery_event (delivery_id, campaign_id, at, kind, detail)
     select id, campaign_id, $2, 'planned_' || channel, 'follows ' || follows from delivery where id = $1`,
    [id, at],
  )
  return id
}

/** Persons whom no contact is left to tell. A reason given before in the same campaign gives way to this one. */
export async function insertLetterReturned(
  tx: Tx,
  given: readonly { readonly campaignId: number; readonly personId: number }[],
  at: Temporal.Instant,
): Promise<void> {
  await tx.query(
    `insert into untold (campaign_id, person_id, reason, at)
     select campaign, person, 'letter_returned', $3 from unnest($1::bigint[], $2::bigint[]) as g (campaign, person)
     on conflict (campaign_id, person_id) do update set reason = excluded.reason, at = excluded.at`,
    [given.map((one) => one.campaignId), given.map((one) => one.personId), at],
  )
}

/** A finished campaign with something to send again goes on; a paused or cancelled one stays as a person left it. */
export async function goOn(tx: Tx, campaignIds: readonly number[]): Promise<void> {
  await tx.query(
    `update campaign set state = 'sending', finished_at = null where id = any($1::bigint[]) and state = 'finished'`,
    [campaignIds],
  )
}
