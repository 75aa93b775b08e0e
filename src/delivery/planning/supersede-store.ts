import type { Temporal } from '../../platform/clock.ts'
import { rows, type Tx } from '../../platform/database.ts'
import { asStrong, type Campaign } from '../model.ts'

/** Planned messages in weaker words that name someone this campaign covers, locked: a sender that holds one keeps it. */
export async function weakerDeliveries(
  tx: Tx,
  { id, cohort }: Pick<Campaign, 'id' | 'cohort'>,
): Promise<number[]> {
  const found = await rows<{ id: number }>(
    tx,
    `select d.id from delivery d
      where d.state = 'planned' and d.letter_batch_id is null and d.id in (
        select w.delivery_id from delivery_person mine join delivery_person w
            on w.person_id = mine.person_id and w.generation = mine.generation and w.live
         where mine.campaign_id = $1 and mine.live and w.cohort <> all($2::text[]))
      order by d.id for update of d`,
    [id, asStrong(cohort)],
  )
  return found.map((row) => row.id)
}

export async function releasePersons(
  tx: Tx,
  campaignId: number,
  deliveryIds: readonly number[],
): Promise<number> {
  const result = await tx.query(
    `update delivery_person w set live = false
       from delivery_person mine
      where mine.campaign_id = $1 and mine.live and w.person_id = mine.person_id and w.live
        and w.delivery_id = any($2::bigint[])`,
    [campaignId, deliveryIds],
  )
  return result.rowCount ?? 0
}

/** Messages with nobody left are cancelled, the others name only who is left. */
export async function dropCovered(
  tx: Tx,
  deliveryIds: readonly number[],
  at: Temporal.Instant,
): Promise<void> {
  await tx.query(
    `with gone as (
       update delivery d set state = 'cancelled', reason = 'superseded', settled_at = $2
        where d.id = any($1::bigint[])
          and not exists (select from delivery_person p where p.delivery_id = d.id and p.live)
       returning d.id, d.campaign_id)
     insert into delivery_event (delivery_id, campaign_id, run_id, at, kind, detail)
     select id, campaign_id, null, $2, 'superseded', null from gone`,
    [deliveryIds, at],
  )
  await tx.query(
    `update delivery d
        set persons = left_.n, recipient = jsonb_set(d.recipient, '{covers}', left_.covers)
       from (select p.delivery_id, count(*)::smallint as n, jsonb_agg(c.value order by c.ordinality) as covers
               from delivery_person p join delivery o on o.id = p.delivery_id,
                    jsonb_array_elements(o.recipient -> 'covers') with ordinality c
              where p.delivery_id = any($1::bigint[]) and p.live and (c.value ->> 'personId')::bigint = p.person_id
              group by p.delivery_id) left_
      where d.id = left_.delivery_id and d.state = 'planned' and d.persons <> left_.n`,
    [deliveryIds],
  )
}
