import type { Temporal } from '../../platform/clock.ts'
import { maybeRow, oneRow, rows, type Tx } from '../../platform/database.ts'
import type { PersonClass, RegisterPopulation } from './model.ts'
import type { ListedPerson } from './store-people.ts'

export interface PersonDetails extends ListedPerson {
  readonly memberId: string
  readonly birthYear: number | null
  readonly birthMonth: number | null
  readonly birthDay: number | null
  readonly birthName: string
  readonly email: string | null
  readonly addressLines: readonly string[]
  readonly postcode: string | null
  readonly city: string | null
  readonly country: string | null
  readonly contract: string | null
  readonly company: string | null
  readonly minor: boolean
  readonly deceased: boolean
  readonly protectedAddress: boolean
  readonly guardianName: string | null
  readonly policyholderMemberId: string | null
  readonly population: RegisterPopulation
  readonly categories: readonly string[]
  readonly addresseeId: number | null
  /** On no list, and warned all the same by a preventive decision. */
  readonly warned: boolean
}

export async function findPerson(
  tx: Tx,
  incidentId: string,
  versionId: number,
  id: number,
): Promise<PersonDetails | undefined> {
  return maybeRow<PersonDetails>(
    tx,
    `select p.id, coalesce(p.usage_name, p.surname) as surname, p.surname as "birthName", p.first_names as "firstNames",
            p.member_id as "memberId", p.member_number as "memberNumber", p.birth_year as "birthYear", p.birth_month as "birthMonth",
            p.birth_day as "birthDay", p.email, p.address_lines as "addressLines", p.postcode, p.city, p.country, p.contract,
            p.company, p.minor, p.deceased, p.protected_address as "protectedAddress", p.guardian_name as "guardianName",
            p.policyholder_member_id as "policyholderMemberId", p.population, e.class, coalesce(e.categories, '{}') as categories,
            e.told_through as "toldThrough", e.untold_reason as "untoldReason", e.addressee_id as "addresseeId",
            exists (select from list_version v join preventive_entry n on n.list_version_id = v.id and n.person_id = p.id
                     where v.incident_id = p.incident_id) as warned
       from person p left join list_entry e on e.person_id = p.id and e.list_version_id = $2
      where p.incident_id = $1 and p.id = $3`,
    [incidentId, versionId, id],
  )
}

export interface HouseholdPerson {
  readonly id: number
  readonly surname: string
  readonly firstNames: string
  readonly holder: boolean
  readonly class: PersonClass | null
  readonly addresseeId: number | null
}

/** Those kept of the person's household: the policyholder and all who hang from them. */
export async function findHousehold(
  tx: Tx,
  incidentId: string,
  versionId: number,
  personId: number,
): Promise<HouseholdPerson[]> {
  return rows<HouseholdPerson>(
    tx,
    `with me as (select coalesce(policyholder_member_id, member_id) as holder from person where incident_id = $1 and id = $3)
     select p.id, coalesce(p.usage_name, p.surname) as surname, p.first_names as "firstNames",
            p.policyholder_member_id is null as holder, e.class, e.addressee_id as "addresseeId"
       from me join person p on p.incident_id = $1 and (p.member_id = me.holder or p.policyholder_member_id = me.holder)
       left join list_entry e on e.person_id = p.id and e.list_version_id = $2
      order by p.policyholder_member_id is not null, p.sort_name, p.id limit 100`,
    [incidentId, versionId, personId],
  )
}

export interface WrittenTo {
  readonly id: number
  readonly personId: number
  readonly kind: string
  readonly surname: string
  readonly firstNames: string
}

export async function findAddressee(tx: Tx, id: number): Promise<WrittenTo | undefined> {
  return maybeRow<WrittenTo>(
    tx,
    `select id, person_id as "personId", kind, surname, first_names as "firstNames" from addressee where id = $1`,
    [id],
  )
}

export interface ExposedRow {
  readonly exposedRow: number
  readonly verdict: string
  readonly tier: string | null
  readonly weight: number | null
  readonly runnerUpWeight: number | null
  readonly reason: string | null
}

export async function findRowsOf(tx: Tx, versionId: number, personId: number): Promise<ExposedRow[]> {
  return rows<ExposedRow>(
    tx,
    `select exposed_row as "exposedRow", verdict, tier, weight, runner_up_weight as "runnerUpWeight", reason
       from list_entry_row where list_version_id = $1 and person_id = $2 order by exposed_row limit 200`,
    [versionId, personId],
  )
}

/** Ids of the persons behind member ids, for the links of the rows page. */
export async function findIds(
  tx: Tx,
  incidentId: string,
  memberIds: readonly string[],
): Promise<Map<string, number>> {
  const found = await rows<{ id: number; memberId: string }>(
    tx,
    `select id, member_id as "memberId" from person where incident_id = $1 and member_id = any($2::text[])`,
    [incidentId, memberIds],
  )
  return new Map(found.map((row) => [row.memberId, row.id]))
}

/** Number of a list version of the incident, as people say it: v1, v2… */
export async function versionNumber(tx: Tx, versionId: number): Promise<number> {
  return (await oneRow<{ number: number }>(tx, `select number from list_version where id = $1`, [versionId]))
    .number
}

export interface ImportedList {
  readonly id: number
  readonly kind: 'register' | 'exposed'
  readonly fileName: string
  readonly bytes: number
  readonly sha256: string
  readonly encoding: string
  readonly separator: string
  readonly lines: number
  readonly headerLines: number
  readonly blankLines: number
  readonly records: number
  readonly continuation: number
  readonly quarantined: number
  readonly quarantinePath: string | null
  readonly importedAt: Temporal.Instant
}

/** The two files of a run: the register, then the exposed list. */
export async function findLists(tx: Tx, runId: string): Promise<ImportedList[]> {
  return rows<ImportedList>(
    tx,
    `select l.id, l.kind, l.file_name as "fileName", l.bytes, l.sha256, l.encoding, l.separator, l.lines,
            l.header_lines as "headerLines", l.blank_lines as "blankLines", l.records, l.continuation, l.quarantined,
            l.quarantine_path as "quarantinePath", l.imported_at as "importedAt"
       from imported_list l join match_run m on l.id in (m.register_list_id, m.exposed_list_id)
      where m.id = $1 order by l.kind desc`,
    [runId],
  )
}

/** Numbers of the published versions on which a member stands. */
export async function versionsNaming(tx: Tx, incidentId: string, memberId: string): Promise<number[]> {
  const found = await rows<{ number: number }>(
    tx,
    `select v.number from person p join list_entry e on e.person_id = p.id join list_version v on v.id = e.list_version_id
      where p.incident_id = $1 and p.member_id = $2 and v.number is not null order by v.number`,
    [incidentId, memberId],
  )
  return found.map(({ number }) => number)
}
