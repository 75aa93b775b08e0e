import { rows, type Tx } from '../../platform/database.ts'
import type { PersonClass } from './model.ts'
import type { ChangeCounts } from './store-versions.ts'

export const REMOVALS = ['review', 'not_in_register', 'no_exposed_row'] as const
export type RemovalReason = (typeof REMOVALS)[number]

/** The entry `t` says the same data as the entry `f`. */
export const SAME_DATA = `(f.categories @> t.categories and f.categories <@ t.categories)`
const SAME_CONTACT = `(f.told_through, f.untold_reason, fa.key, fa.email, fa.address_lines, fa.postcode, fa.city, fa.country) is not distinct from
       (t.told_through, t.untold_reason, ta.key, ta.email, ta.address_lines, ta.postcode, ta.city, ta.country)`

/** A message written for the entry `f` still says what it should, to whom it should, for the entry `t`. */
export const SAME_MESSAGE = `(${SAME_DATA} and ${SAME_CONTACT})`

/**
 * What changed for a person between the entry `f` of one version and the entry `t` of a later one, with their addressees
 * `fa` and `ta`. The heaviest change names it: kinds exclude each other, so that they add up.
 */
export const KIND = `case
  when f.person_id is null then 'added' when t.person_id is null then 'removed'
  when f.class <> t.class then 'class'
  when not ${SAME_DATA} then 'data'
  when not (${SAME_CONTACT}) then 'contact'
  else 'same' end`

/**
 * Compares a version with its base in one pass over both, keeps who changed, and counts every kind, `same` included.
 * Two lists of a million persons: one hash join.
 */
export async function insertChanges(tx: Tx, versionId: number, baseId: number): Promise<ChangeCounts> {
  const found = await rows<{ kind: keyof ChangeCounts; n: number }>(
    tx,
    `with pair as materialized (
       select coalesce(t.person_id, f.person_id) as person_id, coalesce(t.sort_name, f.sort_name) as sort_name, ${KIND} as kind,
              f.class as from_class, t.class as to_class, f.categories as from_categories, t.categories as to_categories
         from (select * from list_entry where list_version_id = $2) f
         full join (select * from list_entry where list_version_id = $1) t on t.person_id = f.person_id
         left join addressee fa on fa.id = f.addressee_id
         left join addressee ta on ta.id = t.addressee_id),
     kept as (
       insert into list_change (list_version_id, person_id, sort_name, kind, from_class, to_class, from_categories, to_categories)
       select $1, person_id, sort_name, kind, from_class, to_class, from_categories, to_categories
         from pair where kind <> 'same' order by sort_name, person_id)
     select kind, count(*) as n from pair group by kind`,
    [versionId, baseId],
  )
  const of = (kind: keyof ChangeCounts) => found.find((row) => row.kind === kind)?.n ?? 0
  return {
    added: of('added'),
    removed: of('removed'),
    class: of('class'),
    data: of('data'),
    contact: of('contact'),
    same: of('same'),
  }
}

/** Member ids of those who left in this version, a page at a time: why they left is found in the files of the run. */
export async function removedMembers(
  tx: Tx,
  versionId: number,
): Promise<{ personId: number; memberId: string }[]> {
  return rows(
    tx,
    `select c.person_id as "personId", p.member_id as "memberId"
       from list_change c join person p on p.id = c.person_id
      where c.list_version_id = $1 and c.kind = 'removed' order by c.person_id`,
    [versionId],
  )
}

/** Records why persons left this version. */
export async function setRemovalReasons(
  tx: Tx,
  versionId: number,
  reasons: readonly { readonly personId: number; readonly reason: string }[],
): Promise<void> {
  await tx.query(
    `update list_change c set reason = given.reason
       from unnest($2::bigint[], $3::text[]) as given (person, reason)
      where c.list_version_id = $1 and c.person_id = given.person`,
    [versionId, reasons.map((one) => one.personId), reasons.map((one) => one.reason)],
  )
}

export interface PersonVersion {
  readonly number: number
  /** Null: not on this list. */
  readonly class: PersonClass | null
  readonly reason: RemovalReason | null
}

/** Every published list since the first that named the person, newest first: their class in it, or why they left. */
export async function versionsOfPerson(
  tx: Tx,
  incidentId: string,
  personId: number,
): Promise<PersonVersion[]> {
  return rows<PersonVersion>(
    tx,
    `select v.number, e.class, case c.kind when 'removed' then c.reason end as reason
       from list_version v
       left join list_entry e on e.list_version_id = v.id and e.person_id = $2
       left join list_change c on c.list_version_id = v.id and c.person_id = $2
      where v.incident_id = $1 and v.number is not null
        and v.id >= (select min(list_version_id) from list_entry where person_id = $2)
      order by v.number desc`,
    [incidentId, personId],
  )
}
