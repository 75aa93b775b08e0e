import { SAME_MESSAGE } from '../../people/lists/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import { maybeRow, oneRow, type Tx } from '../../platform/database.ts'

/**
 * SQL: where the person of a column stands towards the first notice, whatever list they were on then: `told`, `unknown`
 * (it may have arrived), `on_the_way`; null when nothing was meant for them, or it never left. Words of a cohort count for it,
 * and those of the concerned for all; where none is named, all that said more than "on no list".
 */
export function standingOf(personColumn: string, words: string): string {
  return `(select case
      when bool_or(d.state = 'accepted') then 'told'
      when bool_or(d.state = 'unknown') then 'unknown'
      when bool_or(p.live and d.state in ('planned', 'attempting')) then 'on_the_way' end
    from delivery_person p join delivery d on d.id = p.delivery_id
   where p.person_id = ${personColumn} and p.generation = 1
     and ((${words} is null and p.cohort <> 'preventive') or p.cohort = ${words} or (p.cohort = 'concerned' and ${words} <> 'concerned')))`
}

/** A restored database does not know what left after its backup: a campaign waits for someone who does. */
export async function campaignAwaitingRestore(tx: Tx, incidentId: string): Promise<string | undefined> {
  const found = await maybeRow<{ reference: string }>(
    tx,
    `select reference from campaign where incident_id = $1 and state = 'paused' and pause_reason = 'restored' order by number limit 1`,
    [incidentId],
  )
  return found?.reference
}

/**
 * Takes back the messages, first notices and corrections, that have not left and no longer suit a person they cover, in a list version: gone from the
 * list, of another cohort now, or on it when the message says they are on none; exposed data that changed; and another
 * addressee or contact, for an address may be someone else's now, or have to stay secret. Not the letters already composed in
 * a batch, nor what an attempt holds. A message that covers others too goes with them: they are to be planned again. The rows of those persons stop being live; each withdrawal is an event.
 * @returns messages, and a hash over their ids in order
 */
export async function withdrawPlanned(
  tx: Tx,
  asked: { readonly incidentId: string; readonly listVersionId: number; readonly at: Temporal.Instant },
): Promise<{ messages: number; sha256: string | null }> {
  return oneRow(
    tx,
    `with gone as (
       select distinct p.delivery_id as id
         from campaign k join delivery_person p on p.campaign_id = k.id and p.live
         join delivery d on d.id = p.delivery_id and d.state = 'planned' and d.letter_batch_id is null
        where k.incident_id = $1 and k.state in ('prepared', 'released', 'sending', 'paused')
          and case
                when k.correction in ('left_list', 'doubt_lifted') then exists (
                  select from list_entry n where n.list_version_id = $2 and n.person_id = p.person_id)
                when p.cohort = 'preventive' then exists (
                  select from concerned_person c
                   where c.list_version_id = $2 and c.person_id = p.person_id and c.cohort <> 'preventive')
                else not exists (
                  select from concerned_person c
                     join list_entry t on t.list_version_id = $2 and t.person_id = p.person_id
                     join list_entry f on f.list_version_id = k.list_version_id and f.person_id = p.person_id
                     left join addressee ta on ta.id = t.addressee_id
                     left join addressee fa on fa.id = f.addressee_id
                   where c.list_version_id = $2 and c.person_id = p.person_id and c.cohort = p.cohort and ${SAME_MESSAGE}) end),
     taken as (
       update delivery d set state = 'cancelled', reason = 'list_changed', settled_at = $3
         from gone where d.id = gone.id and d.state = 'planned' and d.letter_batch_id is null
       returning d.id, d.campaign_id),
     freed as (update delivery_person p set live = false from taken where p.delivery_id = taken.id),
     told as (
       insert into delivery_event (delivery_id, campaign_id, at, kind, detail)
       select id, campaign_id, $3, 'withdrawn', 'list_changed' from taken order by id)
     select count(*)::int as messages, encode(sha256(convert_to(string_agg(id::text, chr(10) order by id), 'UTF8')), 'hex') as sha256
       from taken`,
    [asked.incidentId, asked.listVersionId, asked.at],
  )
}
