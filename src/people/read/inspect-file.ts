import { basename } from 'node:path'
import type { ColumnMapping } from './column-mapping.ts'
import { detectLayout } from './detect-layout.ts'
import type { Field, Layout, ListRole } from './model.ts'
import { type FileRead, readRecords } from './read-records.ts'

const PREVIEW_ROWS = 5

export interface Inspection extends FileRead {
  readonly layout: Layout
  /** Field found in each column, in the file's order; null for a column that is not used. */
  readonly fieldOfColumn: readonly (Field | null)[]
  /** The first rows, masked: enough to recognise the columns, not the people. */
  readonly preview: readonly (readonly string[])[]
}

/** Reads a whole file to show, before anything is imported, how it would be read and what it holds. */
export async function inspectFile(
  path: string,
  role: ListRole,
  options: { mapping?: ColumnMapping; file?: string; signal?: AbortSignal } = {},
): Promise<Inspection> {
  const file = options.file ?? basename(path)
  const { layout, sample } = await detectLayout(path, role, options.mapping, file)
  const nothing = { record: () => undefined, quarantined: () => undefined }
  const read = await readRecords(path, layout, nothing, { file, signal: options.signal })
  const fieldOfColumn = layout.headers.map((_, index) => {
    const found = (Object.entries(layout.columns) as [Field, number][]).find(([, column]) => column === index)
    return found ? found[0] : null
  })
  return {
    ...read,
    layout,
    fieldOfColumn,
    preview: sample.slice(0, PREVIEW_ROWS).map((row) => row.map(masked)),
  }
}

/** First two characters kept; then one mark for each digit or letter, so that shapes stay visible. */
function masked(cell: string): string {
  const shown = cell.slice(0, 40)
  return shown.slice(0, 2) + shown.slice(2).replace(/\p{N}/gu, '0').replace(/\p{L}/gu, '•')
}
