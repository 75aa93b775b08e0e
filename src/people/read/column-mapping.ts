import { readFile } from 'node:fs/promises'
import type { DateFormat } from '../identity/index.ts'
import { headerKey } from './columns.ts'
import type { ColumnMap, Field } from './model.ts'
import { readRefusals } from './refusals.ts'

interface SaidColumn {
  column: string
  format?: DateFormat | undefined
}

/** What is said of one list: its columns, and how to reach them where the file leaves a choice. */
export interface SideMapping extends Partial<Record<Field, SaidColumn | undefined>> {
  /** The sheet of a workbook. */
  sheet?: string | undefined
  /** The separator of delimited text. */
  separator?: string | undefined
}

/** `--columns FILE.json`: which column holds which field, said rather than found. A list left out is still detected. */
export interface ColumnMapping {
  register?: SideMapping | undefined
  exposed?: SideMapping | undefined
  national_id_kind?: 'nir' | 'opaque' | undefined
}

/** Reads and checks a columns file. Throws `read.badColumnsFile`, `read.fileMissing`, `read.fileIsFolder`. */
export async function readColumnMapping(file: string): Promise<ColumnMapping> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EISDIR' ? readRefusals.fileIsFolder({ file }) : readRefusals.fileMissing({ file })
  })
  // Loaded here only: threads that read lists start sooner without the schema library.
  const { parseColumnMapping } = await import('./columns-file.ts')
  return parseColumnMapping(text, file)
}

/** The columns said of a list; none when it is still to be detected. */
export function saidColumns(mapping: SideMapping | undefined): [Field, SaidColumn][] {
  const { sheet: _sheet, separator: _separator, ...columns } = mapping ?? {}
  return (Object.entries(columns) as [Field, SaidColumn | undefined][]).filter(
    (said): said is [Field, SaidColumn] => said[1] !== undefined,
  )
}

/** Where a column of that name stands: same text, or same word once case and accents are set aside; -1 if nowhere. */
export function columnNamed(column: string, headers: readonly string[]): number {
  const exact = headers.indexOf(column)
  return exact >= 0 ? exact : headers.findIndex((header) => headerKey(header) === headerKey(column))
}

/** Finds the said columns among a file's headers. Throws `read.unknownColumn`. */
export function applyMapping(
  said: readonly [Field, SaidColumn][],
  headers: readonly string[],
  file: string,
): ColumnMap {
  const columns: ColumnMap = {}
  for (const [field, { column }] of said) {
    const index = columnNamed(column, headers)
    if (index < 0) throw readRefusals.unknownColumn({ file, field, column, headers })
    columns[field] = index
  }
  return columns
}
