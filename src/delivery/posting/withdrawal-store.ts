import type { Temporal } from '../../platform/clock.ts'
import { maybeRow, oneRow, rows, type Tx } from '../../platform/database.ts'
import { unsuited } from '../planning/list-change-store.ts'

const IN_FORCE = `(select max(v.id) from list_version v where v.incident_id = $1 and v.number is not null)`

/** The letter `d` no longer suits the list in force of the incident `$1`: somebody left it, or their data or address changed. */
const UNSUITED = `exists (
  select from delivery_person p join campaign k on k.id = p.campaign_id
   where p.delivery_id = d.id and p.live and k.list_version_id < ${IN_FORCE} and ${unsuited(IN_FORCE)})`

/** For each batch set and not handed over, its letters that the list in force no longer wants. */
export async function lettersOffTheList(
  tx: Tx,
  incidentId: string,
): Promise<{ batchId: number; letters: number }[]> {
  return rows(
    tx,
    `select b.id as "batchId", count(*)::int as letters
       from campaign k join letter_batch b on b.campaign_id = k.id and b.state = 'built'
       join delivery d on d.letter_batch_id = b.id and d.state = 'attempting'
      where k.incident_id = $1 and ${UNSUITED}
      group by b.id order by b.id`,
    [incidentId],
  )
}

/**
 * Takes back a batch that was not handed over: letters that no longer suit the list are cancelled, the others are
 * planned again. @returns undefined when it is not, or no longer, a batch that can be taken back
 */
export async function withdrawBatch(
  tx: Tx,
  asked: { readonly batchId: number; readonly incidentId: string; readonly at: Temporal.Instant },
): Promise<{ cancelled: number; plannedAgain: number } | undefined> {
  const taken = await maybeRow(
    tx,
    `update letter_batch b set state = 'withdrawn', withdrawn_at = $2, pdf_file = null, manifest_file = null
      where b.id = $1 and b.state = 'built'
        and not exists (select from delivery d where d.letter_batch_id = b.id and d.state <> 'attempting')
      returning id`,
    [asked.batchId, asked.at],
  )
  if (!taken) return undefined
  return oneRow(
    tx,
    `with mine as (
       select d.id, ${UNSUITED} as off from delivery d where d.letter_batch_id = $2 and d.state = 'attempting' for update of d),
     moved as (
       update delivery d set state = case when mine.off then 'cancelled' else 'planned' end, letter_batch_id = null,
              first_page = null, pages = null, reason = case when mine.off then 'list_changed' end,
              settled_at = case when mine.off then $3::timestamptz end
         from mine where d.id = mine.id returning d.id, d.campaign_id, mine.off),
     freed as (update delivery_person p set live = false from moved where moved.off and p.delivery_id = moved.id),
     told as (
       insert into delivery_event (delivery_id, campaign_id, at, kind, detail)
       select id, campaign_id, $3, case when off then 'withdrawn' else 'batch_withdrawn' end, case when off then 'list_changed' end from moved order by id)
     select count(*) filter (where off)::int as cancelled, count(*) filter (where not off)::int as "plannedAgain" from moved`,
    [asked.incidentId, asked.batchId, asked.at],
  )
}
