import { maybeRow, rows, type Tx } from '../../platform/database.ts'
import type { ColumnMapping, ListRole } from '../read/index.ts'

/** A list of an import, with what was set aside of it. */
export interface QuarantinedList {
  readonly id: number
  readonly kind: ListRole
  readonly fileName: string
  readonly encoding: string
  readonly columns: Readonly<Record<string, string>>
  readonly lines: number
  readonly headerLines: number
  readonly blankLines: number
  readonly records: number
  readonly continuation: number
  readonly quarantined: number
  /** Encrypted, relative to the store; null when nothing was set aside. */
  readonly quarantinePath: string | null
  /** Of the version it gave; null for a draft. */
  readonly version: number | null
}

const LIST = `l.id, l.kind, l.file_name as "fileName", l.encoding, l.columns, l.lines,
  l.header_lines as "headerLines", l.blank_lines as "blankLines", l.records, l.continuation, l.quarantined, l.quarantine_path as "quarantinePath", v.number as version
  from list_version v join match_run m on m.id = v.run_id join imported_list l on l.id in (m.register_list_id, m.exposed_list_id)`

/** The two lists behind the newest version, the draft before all. */
export function newestLists(tx: Tx, incidentId: string): Promise<QuarantinedList[]> {
  return rows<QuarantinedList>(
    tx,
    `select ${LIST} where v.id = (select max(id) from list_version where incident_id = $1) order by l.kind desc`,
    [incidentId],
  )
}

/** The two lists behind a version. */
export function listsOf(tx: Tx, versionId: number): Promise<QuarantinedList[]> {
  return rows<QuarantinedList>(tx, `select ${LIST} where v.id = $1 order by l.kind desc`, [versionId])
}

export function findList(tx: Tx, incidentId: string, id: number): Promise<QuarantinedList | undefined> {
  return maybeRow<QuarantinedList>(
    tx,
    `select ${LIST} where v.incident_id = $1 and l.id = $2 order by v.id desc limit 1`,
    [incidentId, id],
  )
}

/** What it takes to import the lists of the newest version once more. */
export interface ImportedBefore {
  readonly names: Readonly<Record<ListRole, string>>
  readonly bytes: Readonly<Record<ListRole, number>>
  readonly stored: Readonly<Record<ListRole, string>>
  readonly runId: string
  readonly columnsSha256: string
  /** The columns that a person confirmed on the desk; null when read as found, or imported by a command. */
  readonly columns: ColumnMapping | null
  readonly onDesk: boolean
}

export function newestImport(tx: Tx, incidentId: string): Promise<ImportedBefore | undefined> {
  return maybeRow<ImportedBefore>(
    tx,
    `select json_build_object('register', r.file_name, 'exposed', e.file_name) as names,
            json_build_object('register', r.bytes, 'exposed', e.bytes) as bytes,
            json_build_object('register', r.stored_path, 'exposed', e.stored_path) as stored,
            m.id as "runId", m.columns_sha256 as "columnsSha256", i.columns, i.id is not null as "onDesk"
       from list_version v join match_run m on m.id = v.run_id
       join imported_list r on r.id = m.register_list_id join imported_list e on e.id = m.exposed_list_id
       left join list_version made on made.run_id = m.id
       left join intake i on i.list_version_id = made.id
      where v.id = (select max(id) from list_version where incident_id = $1)
      order by i.id is null limit 1`,
    [incidentId],
  )
}
