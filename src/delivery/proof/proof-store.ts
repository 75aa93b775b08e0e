import type { Cohort } from '../../people/lists/index.ts'
import { oneRow, rows, type Tx } from '../../platform/database.ts'
import { asStrong, type CohortAccount, type Proof } from '../model.ts'
import { CORRECTIONS } from './due-store.ts'

/** The cohorts whose words count for this one, strongest first, as SQL. */
const wordsFor = (cohort: Cohort) =>
  asStrong(cohort)
    .map((word) => `'${word}'`)
    .join(', ')

/**
 * One row for each person (`c`) of a cohort of a list version, `$1`, of the incident `$2`: the live delivery (`d`) of any
 * campaign of the incident, in the words of the cohort or stronger ones (the strongest), and without one the latest reason
 * why nobody can tell them (`u`).
 */
export function standings(cohort: Cohort): string {
  const live = `p.person_id = c.person_id and p.generation = 1 and p.live`
  const join =
    cohort === 'concerned'
      ? `left join delivery_person p on ${live} and p.cohort = 'concerned'`
      : `left join lateral (
           select p.person_id, p.delivery_id from delivery_person p where ${live} and p.cohort in (${wordsFor(cohort)})
            order by array_position(array[${wordsFor(cohort)}], p.cohort) limit 1) p on true`
  return `concerned_person c ${join}
  left join delivery d on d.id = p.delivery_id
  left join lateral (
    select w.reason from untold w join campaign k on k.id = w.campaign_id
     where w.person_id = c.person_id and p.person_id is null and k.generation = 1 and k.cohort in (${wordsFor(cohort)})
     order by w.campaign_id desc limit 1) u on true
  where ${cohort === 'preventive' ? STILL_ON_NO_LIST : 'c.list_version_id = $1'} and c.cohort = '${cohort}'`
}

/** Of those warned on an earlier list, whoever no newer list names; a preventive decision may be carried out on any of them. */
const STILL_ON_NO_LIST = `c.list_version_id = (
    select max(v.id) from list_version v
     where v.incident_id = $2 and v.id <= $1 and exists (select from preventive_entry e where e.list_version_id = v.id))
  and not exists (select from list_entry n where n.list_version_id = $1 and n.person_id = c.person_id)`

/**
 * A campaign was prepared from a list that names this person: having neither a delivery nor a reason, they are lost. Unless a
 * newer list took their message back, or a campaign that covered them was cancelled: they are to be planned again.
 */
const PLANNED = `(exists (
  select from campaign k join concerned_person w on w.list_version_id = k.list_version_id and w.cohort = k.cohort
   where k.incident_id = $2 and k.generation = 1 and k.state <> 'cancelled' and k.cohort = c.cohort and w.person_id = c.person_id)
  and not exists (select from delivery_person x join delivery y on y.id = x.delivery_id
                   where x.person_id = c.person_id and y.state = 'cancelled' and y.reason in ('list_changed', 'text_superseded'))
  and not exists (select from campaign z join concerned_person w on w.list_version_id = z.list_version_id and w.cohort = z.cohort
                   where z.incident_id = $2 and z.generation = 1 and z.state = 'cancelled' and z.cohort = c.cohort and w.person_id = c.person_id))`
const NOWHERE = `p.person_id is null and u.reason is null`
/** No campaign was prepared for them yet. */
export const UNPLANNED = `(${NOWHERE} and not ${PLANNED})`

/** Where a person stands, one condition for each term of the proof, on the rows of `standings`. They exclude each other. */
export const TERMS = {
  email: `d.state = 'accepted' and d.channel = 'email'`,
  letter: `d.state = 'accepted' and d.channel = 'letter'`,
  // Planned, or not yet: a newer list has people that no campaign covers.
  in_progress: `(d.state in ('planned', 'attempting') or ${UNPLANNED})`,
  unknown_held: `d.state = 'unknown'`,
  cannot_be_told: `u.reason is not null`,
  // A live row on a closed delivery stands nowhere either.
  lost: `(d.state in ('refused', 'cancelled', 'bounced', 'returned') or (${NOWHERE} and ${PLANNED}))`,
} as const

/** The same for the cohorts that wait until somebody prepares their campaign: waiting is a term of its own. */
export const COHORT_TERMS = {
  ...TERMS,
  in_progress: `d.state in ('planned', 'attempting')`,
  waiting: UNPLANNED,
} as const

/** Counts persons of a list version over every campaign of the incident, each term by its own condition: none is a difference. */
export async function countPersons(tx: Tx, listVersionId: number | null, incidentId: string) {
  return oneRow<{
    concerned: number
    email: number
    letter: number
    inProgress: number
    unplanned: number
    corrections: number
    unknown: number
    lost: number
    heldForReview: number
  }>(
    tx,
    `select count(*)::int as concerned,
            (count(*) filter (where ${TERMS.email}))::int as email,
            (count(*) filter (where ${TERMS.letter}))::int as letter,
            (count(*) filter (where ${TERMS.in_progress}))::int as "inProgress",
            (count(*) filter (where ${UNPLANNED}))::int as unplanned,
            (count(*) filter (where ${TERMS.unknown_held}))::int as unknown,
            (count(*) filter (where ${TERMS.lost}))::int as lost,
            (select count(*)::int from concerned_person where list_version_id = $1 and cohort = 'cannot_be_excluded') as "heldForReview",
            (select count(*)::int from (${CORRECTIONS}) due) as corrections
       from ${standings('concerned')} and $2::uuid is not null`,
    [listVersionId, incidentId],
  )
}

/** The account of another cohort, each term by its own condition too. */
export async function countCohort(
  tx: Tx,
  listVersionId: number | null,
  incidentId: string,
  cohort: Cohort,
): Promise<CohortAccount> {
  const count = (term: keyof typeof COHORT_TERMS) => `(count(*) filter (where ${COHORT_TERMS[term]}))::int`
  const { email, letter, ...account } = await oneRow<
    Omit<CohortAccount, 'told' | 'cannot_be_told'> & { email: number; letter: number }
  >(
    tx,
    `select count(*)::int as persons, ${count('email')} as email, ${count('letter')} as letter, ${count('waiting')} as waiting,
            ${count('in_progress')} as in_progress, ${count('unknown_held')} as unknown_held, ${count('lost')} as lost
       from ${standings(cohort)} and $2::uuid is not null`,
    [listVersionId, incidentId],
  )
  const cannot_be_told = await countUntold(tx, listVersionId, incidentId, cohort)
  return { ...account, told: { email, letter }, cannot_be_told }
}

/** Persons of a cohort who cannot be told, by reason. */
export async function countUntold(
  tx: Tx,
  listVersionId: number | null,
  incidentId: string,
  cohort: Cohort = 'concerned',
): Promise<Record<string, number>> {
  const found = await rows<{ reason: string; persons: number }>(
    tx,
    `select u.reason, count(*)::int as persons from ${standings(cohort)} and $2::uuid is not null and ${TERMS.cannot_be_told}
      group by u.reason order by u.reason`,
    [listVersionId, incidentId],
  )
  return Object.fromEntries(found.map(({ reason, persons }) => [reason, persons]))
}

/**
 * Deliveries of an incident that left, `$1`, with their copies: every e-mail the relay took, counted by its attempts whatever
 * the delivery became since (a 250 may come after a letter was decided), every message a person holds for received,
 * every letter handed over.
 */
export const COPIES = `
  select d.id, d.channel, n.copies from delivery d join campaign k on k.id = d.campaign_id
    cross join lateral (
      select greatest(case when d.channel = 'email' then
                        (select count(*) from attempt a where a.delivery_id = d.id and a.outcome = 'accepted' and a.bounced_at is null) else 0 end,
                      case when d.state = 'accepted' then 1 else 0 end) as copies) n
   where k.incident_id = $1 and n.copies > 0`

/**
 * Messages that left, and persons reached by more than one of them in the same words, whether they are still on the list
 * or not. "You are on the list" after "we cannot tell" is another notice, not a second telling.
 */
export async function countMessages(
  tx: Tx,
  incidentId: string,
): Promise<Proof['messages'] & { toldTwice: number }> {
  return oneRow(
    tx,
    `with told as (${COPIES})
     select coalesce(sum(copies) filter (where channel = 'email'), 0)::int as email,
            coalesce(sum(copies) filter (where channel = 'letter'), 0)::int as letter,
            (select count(distinct person_id)::int from (
               select p.person_id from told join delivery_person p on p.delivery_id = told.id
                group by p.person_id, p.cohort, p.generation having sum(told.copies) > 1) twice) as "toldTwice"
       from told`,
    [incidentId],
  )
}
