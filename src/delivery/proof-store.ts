import { oneRow, rows, type Tx } from '../platform/database.ts'
import type { Proof } from './model.ts'

/**
 * Counts persons of the current list version, each term by its own condition on its own rows: none is a difference, so
 * the sum can fail and say so. Before a campaign every concerned person is in progress ("not yet planned included").
 * Classes are told apart by the live delivery of the person; `lost` has neither a live delivery nor a reason.
 */
export async function countPersons(tx: Tx, listVersionId: number | null, campaignId: number | null) {
  return oneRow<{
    concerned: number
    email: number
    letter: number
    inProgress: number
    unknown: number
    lost: number
    heldForReview: number
  }>(
    tx,
    `with person as (
       select c.person_id, d.channel, d.state, u.person_id is not null as untold
         from concerned_person c
         left join delivery_person p on p.campaign_id = $2 and p.person_id = c.person_id and p.live
         left join delivery d on d.id = p.delivery_id
         left join untold u on u.campaign_id = $2 and u.person_id = c.person_id
        where c.list_version_id = $1 and c.concerned)
     select count(*)::int as concerned,
            (count(*) filter (where state = 'accepted' and channel = 'email'))::int as email,
            (count(*) filter (where state = 'accepted' and channel = 'letter'))::int as letter,
            (count(*) filter (where state in ('planned', 'attempting') or $2::bigint is null))::int as "inProgress",
            (count(*) filter (where state = 'unknown'))::int as unknown,
            (count(*) filter (where state is null and not untold and $2::bigint is not null))::int as lost,
            (select count(*)::int from concerned_person where list_version_id = $1 and not concerned) as "heldForReview"
       from person`,
    [listVersionId, campaignId],
  )
}

/** Concerned persons who cannot be told, by reason. */
export async function countUntold(
  tx: Tx,
  listVersionId: number | null,
  campaignId: number | null,
): Promise<Record<string, number>> {
  const found = await rows<{ reason: string; persons: number }>(
    tx,
    `select u.reason, count(*)::int as persons from untold u
       join concerned_person c on c.list_version_id = $1 and c.person_id = u.person_id and c.concerned
      where u.campaign_id = $2 group by u.reason order by u.reason`,
    [listVersionId, campaignId],
  )
  return Object.fromEntries(found.map(({ reason, persons }) => [reason, persons]))
}

/**
 * Messages that left, and persons reached by more than one of them. Looks at every delivery that was ever accepted,
 * live or closed, and at every attempt: a message the relay took twice counts even if the row forgot it.
 */
export async function countMessages(
  tx: Tx,
  campaignId: number | null,
): Promise<Proof['messages'] & { toldTwice: number }> {
  return oneRow(
    tx,
    `with told as (
       select d.id, d.channel, greatest(1, (select count(*) from attempt a where a.delivery_id = d.id and a.outcome = 'accepted')) as copies
         from delivery d where d.campaign_id = $1 and d.state = 'accepted')
     select (count(*) filter (where channel = 'email'))::int as email, (count(*) filter (where channel = 'letter'))::int as letter,
            (select count(*)::int from (
               select p.person_id from told join delivery_person p on p.delivery_id = told.id
                group by p.person_id having sum(told.copies) > 1) twice) as "toldTwice"
       from told`,
    [campaignId],
  )
}

/** The list version the proof speaks of: the campaign's, or the latest before there is one. */
export async function latestListVersion(tx: Tx, incidentId: string): Promise<number | null> {
  const { id } = await oneRow<{ id: number | null }>(
    tx,
    `select max(id) as id from list_version where incident_id = $1`,
    [incidentId],
  )
  return id
}
