import { deliveryOfLists } from '../../src/delivery/planning/follow-list.ts'
import { insertChanges } from '../../src/people/lists/store-changes.ts'
import { oneRow } from '../../src/platform/database.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { aListVersion } from './audience.ts'

/**
 * Publishes a list of few people straight into the tables, with what a publication does to messages: properties draw
 * hundreds of lists. `holders`: whoever is a child of somebody, and told through them.
 */
export async function publishBareList(
  platform: Platform,
  incidentId: string,
  classes: Readonly<Record<string, 'confirmed' | 'cannot_be_excluded'>>,
  holders: Readonly<Record<string, string>> = {},
): Promise<number> {
  return platform.db.transaction(async (tx) => {
    const { base } = await oneRow<{ base: number | null }>(
      tx,
      `select max(id) as base from list_version where incident_id = $1`,
      [incidentId],
    )
    const members = Object.keys(classes)
    const everyone = [...new Set([...members, ...members.flatMap((one) => holders[one] ?? [])])]
    await tx.query(
      `insert into person (incident_id, member_id, surname, first_names, sort_name, email, minor, deceased, protected_address, overseas,
                           policyholder_member_id)
       select $1, id, 'Nom' || id, 'Prénom', 'NOM' || id, lower(id) || '@courriel.example', holder is not null, false, false, false, holder
         from unnest($2::text[], $3::text[]) as given (id, holder)
        where not exists (select from person w where w.incident_id = $1 and w.member_id = given.id)`,
      [incidentId, everyone, everyone.map((one) => holders[one] ?? null)],
    )
    const version = await aListVersion(tx, incidentId)
    // One message a household and cohort; a parent who is not on the list is written to for the child alone.
    await tx.query(
      `with listed as (
         select w.id, w.member_id, w.sort_name, g.class, h.id as holder,
                case g.class when 'confirmed' then 'concerned' else g.class end as cohort
           from unnest($3::text[], $4::text[]) as g (member, class)
           join person w on w.incident_id = $1 and w.member_id = g.member
           join person h on h.incident_id = $1 and h.member_id = coalesce(w.policyholder_member_id, w.member_id)),
       written as (
         insert into addressee (list_version_id, cohort, key, person_id, kind, surname, first_names, email)
         select distinct on (l.cohort, h.id) $2::bigint, l.cohort, 'p' || h.id, h.id,
                case when bool_and(l.id <> h.id) over (partition by l.cohort, h.id) then 'parent_of_minor'
                     when count(*) over (partition by l.cohort, h.id) > 1 then 'policyholder_for_dependants' else 'insured_adult' end,
                h.surname, h.first_names, h.email
           from listed l join person h on h.id = l.holder
         returning id, cohort, person_id)
       insert into list_entry (list_version_id, person_id, sort_name, class, categories, addressee_id, told_through)
       select $2, l.id, l.sort_name, l.class, '{surname}', a.id, case when l.id = l.holder then 'self' else 'legal_representative' end
         from listed l join written a on a.cohort = l.cohort and a.person_id = l.holder`,
      [incidentId, version, members, Object.values(classes)],
    )
    if (base !== null) await insertChanges(tx, version, base)
    await deliveryOfLists.takeBack(tx, { incidentId, listVersionId: version, at: platform.clock.now() })
    return version
  })
}
