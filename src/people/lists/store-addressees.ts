import { oneRow, rows, type Tx } from '../../platform/database.ts'
import { CLASSES, type PersonCounts, REASONS, WAYS } from './model.ts'

/** Of a row of `incoming` (i): whose words they are told in. Null for those kept only to tell somebody else. */
const COHORT = `case i.class when 'cannot_be_excluded' then 'cannot_be_excluded' when 'not_on_list' then 'preventive'
  else 'concerned' end`
/**
 * Of a row of `incoming` (i): what sets its message apart from others to the same person. A guardian, a relative of someone
 * who died, and each title but that of insured read of nothing else.
 */
const TITLE = `case when i.told_through = 'guardian' then 'g' when i.told_through = 'relative' then 'd'
  else case i.population when 'health_professional' then 'h' when 'firm' then 'f' when 'client_of_firm' then 'c' else 'p' end end`
/** SQL: key of the addressee of a row of `incoming` (i) told through person `t`. */
export const ADDRESSEE_KEY = `(${TITLE}) || t.id`
/** Of a row of `incoming` (i): the household, by its policyholder. */
const HOLDER = `coalesce(i.policyholder_member_id, i.member_id)`

/**
 * One message for a person who is a member twice: whoever of the group is told in person carries the others of the same
 * cohort, who keep their own entry and their own outcome. Adults only: a child under two contracts has two
 * representatives, and each is told.
 */
export async function tellOnce(tx: Tx, groups: readonly (readonly string[])[]): Promise<number> {
  if (groups.length === 0) return 0
  const result = await tx.query(
    `with same as (select member, grp from unnest($1::text[], $2::int[]) as given (member, grp)),
     member as (
       select i.*, s.grp, ${COHORT} as cohort from incoming i join same s on s.member = i.member_id
        where i.class is not null and not i.minor and not i.deceased),
     speaker as (
       select distinct on (grp, cohort, population) grp, cohort, population, member_id, contact_email, contact_lines, contact_postcode, contact_city,
              contact_country
         from member where told_through = 'self'
        order by grp, cohort, population, contact_email is null, member_id)
     update incoming i
        set told_through = 'self', untold_reason = null, through_member_id = s.member_id, contact_email = s.contact_email,
            contact_lines = s.contact_lines, contact_postcode = s.contact_postcode, contact_city = s.contact_city,
            contact_country = s.contact_country
       from member m join speaker s using (grp, cohort, population)
      where i.member_id = m.member_id and m.member_id <> s.member_id
        and coalesce(m.told_through, 'self') in ('self', 'policyholder')`,
    [groups.flat(), groups.flatMap((group, index) => group.map(() => index))],
  )
  // Their children and dependants come in the same message.
  await tx.query(
    `update incoming i
        set through_member_id = m.through_member_id, contact_email = m.contact_email, contact_lines = m.contact_lines,
            contact_postcode = m.contact_postcode, contact_city = m.contact_city, contact_country = m.contact_country
       from incoming m
      where m.told_through = 'self' and m.through_member_id <> m.member_id and i.through_member_id = m.member_id
        and i.told_through in ('policyholder', 'legal_representative')
        and (i.class = 'cannot_be_excluded') = (m.class = 'cannot_be_excluded')`,
  )
  return result.rowCount ?? 0
}

/** Counts straight from what was loaded, before anything is published. */
export async function countIncoming(tx: Tx): Promise<PersonCounts> {
  const groups = await rows<{ class: string; told: string | null; reason: string | null; n: number }>(
    tx,
    `select class, told_through as told, untold_reason as reason, count(*) as n
       from incoming where class is not null group by 1, 2, 3`,
  )
  const isHeld = (group: (typeof groups)[number]) => group.class === 'cannot_be_excluded'
  const sum = (keep: (group: (typeof groups)[number]) => boolean) =>
    groups.filter(keep).reduce((total, group) => total + group.n, 0)
  const tally = <K extends string>(keys: readonly K[], field: 'class' | 'told' | 'reason', held?: boolean) =>
    Object.fromEntries(
      keys.map((key) => [
        key,
        sum((group) => group[field] === key && (held === undefined || isHeld(group) === held)),
      ]),
    ) as Record<K, number>
  const addressees = await countAddressees(tx)
  return {
    byClass: tally(CLASSES, 'class'),
    concerned: sum((group) => !isHeld(group)),
    heldForReview: sum(isHeld),
    toldThrough: tally(WAYS, 'told', false),
    untold: tally(REASONS, 'reason', false),
    addressees: addressees.concerned,
    cannotBeExcluded: {
      toldThrough: tally(WAYS, 'told', true),
      untold: tally(REASONS, 'reason', true),
      addressees: addressees.held,
    },
  }
}

async function countAddressees(tx: Tx): Promise<{ concerned: number; held: number }> {
  const message = `(${TITLE}, i.through_member_id)`
  return oneRow(
    tx,
    `select count(distinct ${message}) filter (where i.class <> 'cannot_be_excluded') as concerned,
            count(distinct ${message}) filter (where i.class = 'cannot_be_excluded') as held
       from incoming i where i.told_through is not null`,
  )
}

/**
 * One addressee for all of one cohort whom one person, or one guardian, is told about. The kind says by what title: the
 * heaviest wins, for the text must fit everyone it covers (dependants before children before oneself). When someone of
 * the household died and is concerned, one message of the household says so to relatives: the policyholder's, else the
 * eldest's.
 */
export async function insertAddressees(tx: Tx, incidentId: string, versionId: number): Promise<number> {
  const result = await tx.query(
    `with bereaved as (
       select distinct ${HOLDER} as holder from incoming i
        where i.untold_reason = 'deceased' and i.class in ('confirmed', 'presumed')),
     relative as (
       select distinct on (b.holder) i.through_member_id
         from bereaved b join incoming i on ${HOLDER} = b.holder
         join incoming t on t.member_id = i.through_member_id
        where i.class in ('confirmed', 'presumed') and i.told_through not in ('guardian', 'relative')
          and i.population = 'insured'
        order by b.holder, i.through_member_id <> b.holder, t.birth_year, t.birth_month, t.birth_day, t.member_id)
     insert into addressee (list_version_id, cohort, key, person_id, kind, surname, first_names, email, address_lines, postcode,
                            city, country, for_relatives)
     select $2::bigint, g.cohort, g.title || p.id, p.id,
            case when g.guardian then 'guardian' when g.title = 'd' then 'relative_of_deceased' when g.dependants then 'policyholder_for_dependants'
                 when g.children then 'parent_of_minor' when g.title = 'h' then 'health_professional'
                 when g.title = 'f' then 'firm' when g.title = 'c' then 'client_of_firm' else 'insured_adult' end,
            case when g.guardian then p.guardian_name else coalesce(p.usage_name, p.surname) end,
            case when g.guardian then '' else p.first_names end,
            g.email, g.lines, g.postcode, g.city, g.country,
            g.cohort = 'concerned' and g.title = 'p' and g.through_member_id in (select through_member_id from relative)
       from (select ${COHORT} as cohort, i.through_member_id, i.told_through = 'guardian' as guardian, ${TITLE} as title,
                    bool_or(i.told_through = 'policyholder') as dependants,
                    bool_or(i.told_through = 'legal_representative') as children,
                    max(i.contact_email) as email, max(i.contact_lines) as lines, max(i.contact_postcode) as postcode,
                    max(i.contact_city) as city, max(i.contact_country) as country
               from incoming i where i.told_through is not null group by 1, 2, 3, 4) g
       join person p on p.incident_id = $1 and p.member_id = g.through_member_id
      order by p.sort_name, p.id`,
    [incidentId, versionId],
  )
  return result.rowCount ?? 0
}

export async function insertEntries(tx: Tx, incidentId: string, versionId: number): Promise<number> {
  const result = await tx.query(
    `insert into list_entry (list_version_id, person_id, sort_name, class, categories, addressee_id, told_through, untold_reason)
     select $2::bigint, p.id, i.sort_name, i.class, i.categories, a.id, i.told_through, i.untold_reason
       from incoming i
       join person p on p.incident_id = $1 and p.member_id = i.member_id
       left join person t on t.incident_id = $1 and t.member_id = i.through_member_id and i.told_through is not null
       left join addressee a on a.list_version_id = $2::bigint and a.cohort = ${COHORT}
             and a.key = ${ADDRESSEE_KEY}
      where i.class is not null
      order by i.sort_name, p.id`,
    [incidentId, versionId],
  )
  await tx.query(`analyze addressee, list_entry`)
  return result.rowCount ?? 0
}
