import { oneRow, rows, type Tx } from '../../platform/database.ts'
import type { Correction } from '../model.ts'
import { latestListVersion } from './latest-list-store.ts'

/**
 * Persons whom a newer list, or a corrected text, may concern: who changed class or left, who was corrected before, who
 * received a text that a correction replaces. The others need no look, and a list holds a million.
 */
const CANDIDATES = `
  select l.person_id from list_change l join list_version v on v.id = l.list_version_id
   where v.incident_id = $2 and v.number is not null and v.id <= $1
     and (l.kind = 'removed' or (l.kind = 'class' and l.to_class = 'cannot_be_excluded'))
  union
  select p.person_id from campaign k join delivery d on d.campaign_id = k.id join delivery_person p on p.delivery_id = d.id and p.live
   where k.incident_id = $2 and k.generation > 1 and k.state <> 'cancelled'
  union
  select p.person_id from campaign k join delivery d on d.campaign_id = k.corrects join delivery_person p on p.delivery_id = d.id and p.live
   where k.incident_id = $2 and k.corrects is not null and k.state <> 'cancelled'`

/**
 * SQL, on the list `$1` of the incident `$2`: whoever was last told (`delivery_id`, `campaign_id`: their latest live telling)
 * something else than what holds now, with `why` and the `cohort` in whose words to write. A correction under way is a
 * live row of its own, and no longer due. Whoever a first notice of stronger words will reach is not due either.
 */
export function due(candidates: string = CANDIDATES): string {
  return `
  select c.person_id, s.delivery_id, s.campaign_id, w.why,
         case w.why when 'left_list' then 'concerned' when 'doubt_lifted' then 'cannot_be_excluded'
                    when 'doubt_again' then 'cannot_be_excluded' when 'listed_again' then n.cohort else s.cohort end as cohort
    from (${candidates}) c
    cross join lateral (
      select p.delivery_id, p.campaign_id, d.state, p.cohort, k.correction
        from delivery_person p join delivery d on d.id = p.delivery_id join campaign k on k.id = p.campaign_id
       where p.person_id = c.person_id and p.live order by p.campaign_id desc limit 1) s
    left join list_entry e on e.list_version_id = $1 and e.person_id = c.person_id
    cross join lateral (
      select case when e.person_id is null then 'none' when e.class = 'cannot_be_excluded' then e.class else 'concerned' end as cohort) n
    cross join lateral (
      select case
          when s.correction in ('left_list', 'doubt_lifted')
            then case when n.cohort <> 'none' and ${COVERED} then 'listed_again' end
          when n.cohort = 'none' and s.cohort = 'concerned' then 'left_list'
          when n.cohort = 'none' and s.cohort = 'cannot_be_excluded' then 'doubt_lifted'
          when n.cohort = 'cannot_be_excluded' and s.cohort = 'concerned' then 'doubt_again'
          when n.cohort = 'concerned' and s.cohort = 'cannot_be_excluded'
            then case when ${COVERED} then 'listed_again' end
          when n.cohort = s.cohort or (n.cohort = 'none' and s.cohort = 'preventive') then (
            select x.correction from campaign x where x.corrects = s.campaign_id and x.state <> 'cancelled'
             order by x.id desc limit 1) end as why) w
   where s.state = 'accepted' and w.why is not null and $2::uuid is not null
     and not exists (
       select from untold u join campaign k on k.id = u.campaign_id
        where u.person_id = c.person_id and u.campaign_id > s.campaign_id and k.generation > 1 and k.list_version_id = $1)`
}

/** A first notice in words as strong as the list's stands already: no other one will be planned. */
const COVERED = `exists (
  select from delivery_person g where g.person_id = c.person_id and g.live and g.generation = 1
     and (g.cohort = 'concerned' or g.cohort = n.cohort))`

/** SQL, on a live telling `p` of the delivery `d`: nothing was said to the person since, nor is about to be. */
export const HOLD_TEXT = `not exists (
  select from delivery_person q where q.person_id = p.person_id and q.live and q.campaign_id > d.campaign_id)`

/** The persons alone. */
export const CORRECTIONS = `select person_id from (${due()}) owed`

/** Whether a person was last told something else than what holds now. */
export async function correctionIsDue(tx: Tx, incidentId: string, personId: number): Promise<boolean> {
  const listVersionId = await latestListVersion(tx, incidentId)
  const { owed } = await oneRow<{ owed: boolean }>(
    tx,
    `select exists (${due('select $3::bigint as person_id')}) as owed`,
    [listVersionId, incidentId, personId],
  )
  return owed
}

export interface DueGroup {
  readonly why: Correction
  readonly cohort: 'concerned' | 'cannot_be_excluded' | 'preventive'
  /** Whose text they hold, where it is the text that changed; null where the list did. */
  readonly campaignId: number | null
  readonly persons: number
}

/** Who is owed a correction, by what it has to say: one campaign each. */
export async function dueGroups(
  tx: Tx,
  listVersionId: number | null,
  incidentId: string,
): Promise<DueGroup[]> {
  return rows<DueGroup>(
    tx,
    `select why, cohort, case when why in ('fact_changed', 'advice_superseded') then campaign_id end as "campaignId",
            count(*)::int as persons
       from (${due()}) owed group by 1, 2, 3 order by 1, 2, 3`,
    [listVersionId, incidentId],
  )
}

/** What became of the corrections: persons by the state of the last one that names them. */
export async function countCorrections(
  tx: Tx,
  listVersionId: number | null,
  incidentId: string,
): Promise<{ told: number; inProgress: number; unknown: number; untold: number }> {
  return oneRow(
    tx,
    `with last_one as (
       select distinct on (p.person_id) p.person_id, d.state
         from campaign k join delivery d on d.campaign_id = k.id join delivery_person p on p.delivery_id = d.id and p.live
        where k.incident_id = $2 and k.generation > 1 and k.state <> 'cancelled'
        order by p.person_id, k.id desc)
     select (count(*) filter (where state = 'accepted'))::int as told,
            (count(*) filter (where state in ('planned', 'attempting')))::int as "inProgress",
            (count(*) filter (where state = 'unknown'))::int as unknown,
            (select count(distinct u.person_id)::int from untold u join campaign k on k.id = u.campaign_id
              where k.incident_id = $2 and k.generation > 1 and k.state <> 'cancelled' and k.list_version_id = $1
                and not exists (select from last_one l where l.person_id = u.person_id)) as untold
       from last_one`,
    [listVersionId, incidentId],
  )
}
