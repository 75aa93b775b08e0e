import { readFile } from 'node:fs/promises'
import type { DateFormat } from '../identity/index.ts'
import { headerKey } from './columns.ts'
import type { ColumnMap, Field } from './model.ts'
import { readRefusals } from './refusals.ts'

export type SideMapping = Partial<
  Record<Field, { column: string; format?: DateFormat | undefined } | undefined>
>

/** `--columns FILE.json`: which column holds which field, said rather than found. A list left out is still detected. */
export interface ColumnMapping {
  register?: SideMapping | undefined
  exposed?: SideMapping | undefined
  national_id_kind?: 'nir' | 'opaque' | undefined
}

/** Reads and checks a columns file. Throws `read.badColumnsFile`, `read.fileMissing`. */
export async function readColumnMapping(file: string): Promise<ColumnMapping> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw readRefusals.fileMissing({ file })
  })
  // Loaded here only: threads that read lists start sooner without the schema library.
  const { parseColumnMapping } = await import('./columns-file.ts')
  return parseColumnMapping(text, file)
}

/** Finds the mapped columns among a file's headers: same text, or same word once case and accents are set aside. */
export function applyMapping(
  mapping: SideMapping,
  headers: readonly string[],
  file: string,
): { columns: ColumnMap; dateFormat: DateFormat | undefined } {
  const columns: ColumnMap = {}
  for (const [field, { column }] of Object.entries(mapping) as [Field, { column: string }][]) {
    const exact = headers.indexOf(column)
    const index = exact >= 0 ? exact : headers.findIndex((header) => headerKey(header) === headerKey(column))
    if (index < 0) throw readRefusals.unknownColumn({ file, field, column, headers })
    columns[field] = index
  }
  return { columns, dateFormat: mapping.birth_date?.format }
}
