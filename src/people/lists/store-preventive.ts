import { maybeRow, oneRow, rows, type Tx } from '../../platform/database.ts'
import { REASONS, type ToldThrough, type UntoldReason, WAYS } from './model.ts'
import { ADDRESSEE_KEY } from './store-addressees.ts'

export interface StoredRegister {
  readonly storedPath: string
  readonly fileName: string
  readonly separator: string
  readonly columns: Readonly<Record<string, string>>
  readonly records: number
  readonly quarantined: number
}

/** The register behind a published list version, where the store keeps it. */
export async function registerOf(tx: Tx, listVersionId: number): Promise<StoredRegister> {
  return oneRow<StoredRegister>(
    tx,
    `select l.stored_path as "storedPath", l.file_name as "fileName", l.separator, l.columns, l.records, l.quarantined
       from list_version v join match_run m on m.id = v.run_id join imported_list l on l.id = m.register_list_id
      where v.id = $1`,
    [listVersionId],
  )
}

export async function hasPreventive(tx: Tx, listVersionId: number): Promise<boolean> {
  const found = await maybeRow(
    tx,
    `select 1 as one from preventive_entry where list_version_id = $1 limit 1`,
    [listVersionId],
  )
  return found !== undefined
}

/** Those of `incoming` who are on no list, as entries of this version. Persons and addressees are already there. */
export async function insertPreventive(tx: Tx, incidentId: string, versionId: number): Promise<number> {
  const result = await tx.query(
    `insert into preventive_entry (list_version_id, person_id, sort_name, addressee_id, told_through, untold_reason)
     select $2::bigint, p.id, p.sort_name, a.id, i.told_through, i.untold_reason
       from incoming i
       join person p on p.incident_id = $1 and p.member_id = i.member_id
       left join person t on t.incident_id = $1 and t.member_id = i.through_member_id and i.told_through is not null
       left join addressee a on a.list_version_id = $2::bigint and a.cohort = 'preventive'
             and a.key = ${ADDRESSEE_KEY}
      where i.class = 'not_on_list'
      order by p.sort_name, p.id`,
    [incidentId, versionId],
  )
  await tx.query(`analyze addressee, preventive_entry`)
  return result.rowCount ?? 0
}

export interface PreventiveCounts {
  readonly persons: number
  readonly toldThrough: Readonly<Record<ToldThrough, number>>
  readonly untold: Readonly<Record<UntoldReason, number>>
}

export async function countPreventive(tx: Tx, versionId: number): Promise<PreventiveCounts> {
  const found = await rows<{ told: string | null; reason: string | null; n: number }>(
    tx,
    `select told_through as told, untold_reason as reason, count(*) as n from preventive_entry
      where list_version_id = $1 group by 1, 2`,
    [versionId],
  )
  const sum = (keep: (group: (typeof found)[number]) => boolean) =>
    found.filter(keep).reduce((total, { n }) => total + n, 0)
  const tally = <K extends string>(keys: readonly K[], field: 'told' | 'reason') =>
    Object.fromEntries(keys.map((key) => [key, sum((group) => group[field] === key)])) as Record<K, number>
  return { persons: sum(() => true), toldThrough: tally(WAYS, 'told'), untold: tally(REASONS, 'reason') }
}
