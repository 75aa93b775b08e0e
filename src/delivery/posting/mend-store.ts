import type { Temporal } from '../../platform/clock.ts'
import { maybeRow, rows, type Tx } from '../../platform/database.ts'
import type { Recipient } from '../model.ts'

/** A letter that could not leave or came back, and whose people nothing else is on its way to. */
export interface ToMend {
  readonly id: number
  readonly campaignId: number
  readonly personId: number
  /** `unusable_address`, `unprintable_name`, or the reason of a return. */
  readonly reason: string
  readonly at: Temporal.Instant | null
  readonly persons: readonly number[]
  readonly recipient: Recipient
}

/** Persons whom the letter `d` names and whom no delivery in its words, or in stronger ones, covers any more. */
const LEFT_ALONE = `array(
  select p.person_id::float8 from delivery_person p
   where p.delivery_id = d.id and d.recipient @> jsonb_build_object('covers', jsonb_build_array(jsonb_build_object('personId', p.person_id)))
     and not exists (
       select from delivery_person o
        where o.person_id = p.person_id and o.generation = p.generation and o.live
          and (o.cohort = p.cohort or o.cohort = 'concerned' or p.cohort = 'preventive'))
   order by p.person_id)`

const TO_MEND = `select d.id, d.campaign_id as "campaignId", d.person_id as "personId", d.reason, d.settled_at as at, d.recipient,
       ${LEFT_ALONE} as persons
  from delivery d join campaign k on k.id = d.campaign_id
 where k.incident_id = $1 and not is_purged($1) and k.state in ('sending', 'paused', 'finished') and d.channel = 'letter' and d.recipient is not null
   and (d.state = 'returned' or (d.state = 'refused' and d.reason in ('unusable_address', 'unprintable_name')))
   and cardinality(${LEFT_ALONE}) > 0`

/** The latest first. */
export async function lettersToMend(tx: Tx, incidentId: string, limit: number): Promise<ToMend[]> {
  return rows<ToMend>(tx, `${TO_MEND} order by d.id desc limit $2`, [incidentId, limit])
}

/** Locks its campaign, which must not finish meanwhile, then itself: two people do not write to the same addressee twice. */
export async function letterToMend(tx: Tx, incidentId: string, id: number): Promise<ToMend | undefined> {
  await tx.query(
    `select from campaign where id = (select campaign_id from delivery where id = $1) for no key update`,
    [id],
  )
  await tx.query(`select from delivery where id = $1 for update`, [id])
  return maybeRow<ToMend>(tx, `${TO_MEND} and d.id = $2`, [incidentId, id])
}

export async function insertMended(
  tx: Tx,
  mended: { readonly deliveryId: number; readonly userName: string; readonly source: string },
  at: Temporal.Instant,
): Promise<void> {
  await tx.query(`insert into mended_address (delivery_id, user_name, reason, at) values ($1, $2, $3, $4)`, [
    mended.deliveryId,
    mended.userName,
    mended.source,
    at,
  ])
}
