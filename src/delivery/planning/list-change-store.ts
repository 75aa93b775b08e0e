import { SAME_DATA, SAME_MESSAGE } from '../../people/lists/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import { maybeRow, oneRow, rows, type Tx } from '../../platform/database.ts'

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
 * SQL: whether the person `p`, covered by the message `d` of the campaign `k`, is told something else than the list of `column`
 * says, or elsewhere. A message that followed another one goes to the contact of that list, or to an address that a person
 * corrected.
 */
export function unsuited(column: string): string {
  const listed = `list_version_id = ${column} and c.person_id = p.person_id`
  return `case
    when k.correction in ('left_list', 'doubt_lifted') then exists (
      select from list_entry c where c.${listed})
    when p.cohort = 'preventive' then exists (
      select from concerned_person c where c.${listed} and c.cohort <> 'preventive')
    else not exists (
      select from concerned_person c
         join list_entry t on t.list_version_id = ${column} and t.person_id = p.person_id
         join list_entry f on f.list_version_id = k.list_version_id and f.person_id = p.person_id
         left join addressee ta on ta.id = t.addressee_id
         left join addressee fa on fa.id = f.addressee_id
       where c.${listed} and c.cohort = p.cohort
         and case when d.follows is null then ${SAME_MESSAGE} else ${SAME_DATA} and ${OWN_CONTACT} end) end`
}

const OWN_CONTACT = `(ta.person_id = d.person_id and case
  when d.channel = 'email' then d.recipient ->> 'email' = ta.email
  when exists (select from mended_address m where m.delivery_id = d.id) then true
  else d.recipient #> '{postal,lines}' = to_jsonb(ta.address_lines) and coalesce(d.recipient #>> '{postal,postcode}', '') = coalesce(ta.postcode, '')
   and d.recipient #>> '{postal,city}' = ta.city end)`

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
          and ${unsuited('$2')}),
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

/**
 * Among messages about to leave, those that no longer suit the list in force: planned again or claimed since it was published (an
 * attempt that broke off, a letter after a bounce). Also corrections of a telling that came back: who was not told is not
 * corrected. They are cancelled, and an attempt begun for them ends as not sent. @returns their ids
 */
export async function withdrawUnsuited(
  tx: Tx,
  campaignId: number,
  deliveryIds: readonly number[],
  at: Temporal.Instant,
): Promise<number[]> {
  const asked = await maybeRow<{ list: number | null }>(
    tx,
    `select list from (
       select k.generation, (select max(v.id) from list_version v
          where v.incident_id = k.incident_id and v.number is not null and v.id > k.list_version_id) as list
         from campaign k where k.id = $1) asked
      where list is not null or generation > 1`,
    [campaignId],
  )
  if (!asked || deliveryIds.length === 0) return []
  const taken = await rows<{ id: number }>(
    tx,
    `with gone as (
       select id, bool_or(moved) as moved from (
         select d.id, $4::bigint is not null and ${unsuited('$4::bigint')} as moved,
                exists (select from delivery o where o.id = p.answers and o.state <> 'accepted') as undone
           from delivery d join campaign k on k.id = d.campaign_id join delivery_person p on p.delivery_id = d.id and p.live
          where d.id = any($2::bigint[]) and d.campaign_id = $1) looked
        where moved or undone group by id),
     taken as (
       update delivery d set state = 'cancelled', reason = case when gone.moved then 'list_changed' else 'first_returned' end, settled_at = $3,
              attempts = d.attempts - case when d.state = 'attempting' then 1 else 0 end
         from gone where d.id = gone.id and d.state in ('planned', 'attempting') and d.letter_batch_id is null
       returning d.id, d.campaign_id, d.reason),
     ended as (
       update attempt a set outcome = 'not_sent', ended_at = $3 from taken where a.delivery_id = taken.id and a.outcome is null),
     freed as (update delivery_person p set live = false from taken where p.delivery_id = taken.id),
     told as (
       insert into delivery_event (delivery_id, campaign_id, at, kind, detail)
       select id, campaign_id, $3, 'withdrawn', reason from taken order by id)
     select id from taken order by id`,
    [campaignId, deliveryIds, at, asked.list],
  )
  return taken.map(({ id }) => id)
}
