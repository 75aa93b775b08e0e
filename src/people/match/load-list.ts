import {
  type Field,
  type FileRead,
  fields,
  type Layout,
  type ListRole,
  type RepairedRows,
} from '../read/index.ts'
import { type ContactEvidence, contactEvidence } from './contact-evidence.ts'
import type { Part } from './read-into-parts.ts'
import { literal, raw } from './render-sql.ts'
import listViewSql from './sql/list-view.sql'
import loadQuarantineSql from './sql/load-quarantine.sql'
import type { WorkDatabase } from './work-database.ts'

export interface ListToLoad {
  readonly role: ListRole
  readonly path: string
  readonly name: string
  readonly layout: Layout
  readonly bytes: number
  /** Fields kept as they stand beside the normal form. */
  readonly kept: readonly Field[]
  /** Evidence on how to reach the person, read where both lists hold it. */
  readonly contact: readonly ContactEvidence[]
  /** Rows that take the place of quarantined ones. */
  readonly repaired?: RepairedRows | undefined
}

export interface ListLoaded {
  readonly read: FileRead
  /** The list in normal form, in the file's order: Parquet files that hold the NIR. */
  readonly parts: readonly string[]
}

/** Reads a list: the view `register` or `exposed` of its normal form, its quarantined lines in `quarantine`. */
export async function loadList(
  db: WorkDatabase,
  partsDir: string,
  list: ListToLoad,
  options: { signal: AbortSignal; onRows: (progress: { bytes: number; rows: number }) => void },
): Promise<ListLoaded> {
  const { readAside } = await import('./read-aside.ts')
  const { role, path, name, layout, kept, contact, repaired } = list
  const parts: string[] = []
  const quarantine: string[] = []
  const take = (part: Part) => (part.table === role ? parts : quarantine).push(part.path)
  const job = { role, path, name, layout, kept, contact, partsDir, repaired }
  const read = await readAside(job, { part: take, progress: options.onRows }, options.signal)
  await db.run(listViewSql, {
    list: raw(role),
    parts: raw(listOf(parts)),
    nid: raw(layout.nationalIdKind === 'nir' ? 'nullif(nid, 0)::bigint' : "nullif(nid, '')"),
    contact: raw(contactColumns(contact)),
    ids: raw(role === 'register' ? `, ${registerIds}` : ''),
  })
  if (quarantine.length > 0) await db.run(loadQuarantineSql, { parts: raw(listOf(quarantine)) })
  return { read, parts }
}

const registerIds =
  "nullif(raw_member_id, '') as member_id, nullif(raw_policyholder_id, '') as policyholder_id"

/** A column that is not read stands as null: what compares it then costs nothing. */
function contactColumns(contact: readonly ContactEvidence[]): string {
  return contactEvidence
    .map((name) => `${contact.includes(name) ? `nullif(${name}, '')` : 'null::varchar'} as ${name}`)
    .join(', ')
}

/** File names as a list that `read_parquet` takes. */
export function listOf(files: readonly string[]): string {
  return `[${files.map(literal).join(', ')}]`
}

/** Every field of the register but the national identifier: `register.parquet` and its reader share this list. */
export const keptRegisterFields: readonly Field[] = fields.filter(
  (field) => field !== 'national_id' && field !== 'insurer_name' && field !== 'cover',
)
