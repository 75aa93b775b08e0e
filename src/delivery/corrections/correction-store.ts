import type { NoticeTree } from '../../notices/index.ts'
import type { Cohort } from '../../people/lists/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import { oneRow, rows, type Tx } from '../../platform/database.ts'
import type { Channel, Correction, Recipient } from '../model.ts'
import { due } from '../proof/index.ts'

/** What a correction answers: who it is owed to, and how they were told what it corrects. */
export interface Owed {
  readonly personId: number
  readonly deliveryId: number
  readonly noticeVersionId: number
  readonly channel: Channel
  readonly email: string | null
}

export interface Cause {
  readonly incidentId: string
  readonly listVersionId: number
  readonly why: Correction
  readonly cohort: Cohort
  /** The campaign whose text is corrected; null where the list changed. */
  readonly corrects: number | null
}

const CHOSEN = `owed.why = $3 and owed.cohort = $4 and ($5::bigint is null or owed.campaign_id = $5)`
const valuesOf = ({ listVersionId, incidentId, why, cohort, corrects }: Cause) => [
  listVersionId,
  incidentId,
  why,
  cohort,
  corrects,
]

/** Persons owed a correction for one cause. */
export async function countOwed(tx: Tx, cause: Cause): Promise<number> {
  const { persons } = await oneRow<{ persons: number }>(
    tx,
    `select count(*)::int as persons from (${due()}) owed where ${CHOSEN}`,
    valuesOf(cause),
  )
  return persons
}

/** Those of these persons to whom the cause is owed. */
export async function owedAmong(tx: Tx, cause: Cause, personIds: readonly number[]): Promise<Owed[]> {
  return rows<Owed>(
    tx,
    `select owed.person_id as "personId", d.id as "deliveryId", d.notice_version_id as "noticeVersionId", d.channel,
            d.recipient ->> 'email' as email
       from (${due('select unnest($6::bigint[]) as person_id')}) owed join delivery d on d.id = owed.delivery_id
      where ${CHOSEN}`,
    [...valuesOf(cause), personIds],
  )
}

/** A message that told people who are on no list any longer: they are written to as they were then. */
export interface ToldMessage {
  readonly deliveryId: number
  readonly noticeVersionId: number
  readonly channel: Channel
  /** Null once purged. */
  readonly recipient: Recipient | null
  readonly persons: readonly number[]
  /** What the register says today of the addressee. */
  readonly deceased: boolean
  readonly protectedAddress: boolean
}

/** The messages by which the cause's people were told, in order of their id, `limit` after `after`. */
export async function toldMessages(
  tx: Tx,
  cause: Cause,
  after: number,
  limit: number,
): Promise<ToldMessage[]> {
  return rows<ToldMessage>(
    tx,
    `select d.id as "deliveryId", d.notice_version_id as "noticeVersionId", d.channel, d.recipient, o.persons,
            coalesce(w.deceased, false) as deceased, coalesce(w.protected_address, false) as "protectedAddress"
       from (select owed.delivery_id, array_agg(owed.person_id::float8 order by owed.person_id) as persons
               from (${due()}) owed where ${CHOSEN} group by 1) o
       join delivery d on d.id = o.delivery_id left join person w on w.id = d.person_id
      where d.id > $6 order by d.id limit $7`,
    [...valuesOf(cause), after, limit],
  )
}

export interface FrozenText {
  readonly tree: NoticeTree
  readonly number: number
  readonly composedAt: Temporal.Instant
}

/** The texts of a campaign by id, as they were frozen. */
export async function frozenTrees(tx: Tx, campaignId: number): Promise<Map<number, FrozenText>> {
  const found = await rows<FrozenText & { id: number }>(
    tx,
    `select id, tree, number, composed_at as "composedAt" from notice_version where campaign_id = $1`,
    [campaignId],
  )
  return new Map(found.map((one) => [one.id, one]))
}

/**
 * Takes back what a campaign still had to send when its text was corrected, or when the person it goes to has been written a
 * correction since: it leaves no more. Its persons are to be planned again with the text as it is now. Not the letters in
 * a batch, nor what an attempt holds.
 */
export async function withdrawSuperseded(
  tx: Tx,
  campaignId: number,
  at: Temporal.Instant,
): Promise<{ messages: number; sha256: string | null }> {
  return oneRow(
    tx,
    `with taken as (
       update delivery d set state = 'cancelled', reason = 'text_superseded', settled_at = $2
        where d.campaign_id = $1 and d.state = 'planned' and d.letter_batch_id is null
          and (exists (select from campaign c where c.corrects = $1 and c.state <> 'cancelled')
               or exists (select from delivery_person p join delivery_person q on q.person_id = p.person_id and q.live
                           where p.delivery_id = d.id and q.generation > 1 and q.campaign_id > $1))
       returning d.id),
     freed as (update delivery_person p set live = false from taken where p.delivery_id = taken.id),
     told as (
       insert into delivery_event (delivery_id, campaign_id, at, kind, detail)
       select id, $1, $2, 'withdrawn', 'text_superseded' from taken order by id)
     select count(*)::int as messages, encode(sha256(convert_to(string_agg(id::text, chr(10) order by id), 'UTF8')), 'hex') as sha256
       from taken`,
    [campaignId, at],
  )
}

/** Whether anything of an incident was ever corrected: where not, nothing needs to be looked for. */
export async function hasCorrections(tx: Tx, campaignId: number): Promise<boolean> {
  const { found } = await oneRow<{ found: boolean }>(
    tx,
    `select exists (select from campaign k join campaign c on c.incident_id = k.incident_id and c.generation > 1
                     where k.id = $1 and c.id > k.id and c.state <> 'cancelled') as found`,
    [campaignId],
  )
  return found
}

/** Persons a correction names in its messages, and persons it keeps a reason for. */
export async function countPlanned(tx: Tx, campaignId: number): Promise<{ covered: number; untold: number }> {
  return oneRow(
    tx,
    `select (select count(*)::int from delivery d join delivery_person p on p.delivery_id = d.id and p.live
              where d.campaign_id = $1) as covered,
            (select count(*)::int from untold where campaign_id = $1) as untold`,
    [campaignId],
  )
}
