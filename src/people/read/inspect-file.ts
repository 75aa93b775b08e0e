import { basename } from 'node:path'
import type { ColumnMapping } from './column-mapping.ts'
import { detectLayout } from './detect-layout.ts'
import type { Field, Layout, ListRole } from './model.ts'
import { type FileRead, readRecords } from './read-records.ts'

const PREVIEW_ROWS = 5

/** How a file would be read, seen from its beginning. */
export interface FileLook {
  readonly layout: Layout
  /** Field found in each column, in the file's order; null for a column that is not used. */
  readonly fieldOfColumn: readonly (Field | null)[]
  /** The first rows, masked: enough to recognise the columns, not the people. */
  readonly preview: readonly (readonly string[])[]
}

export interface Inspection extends FileRead, FileLook {}

interface LookOptions {
  readonly mapping?: ColumnMapping | undefined
  readonly file?: string | undefined
}

/** Looks at a file's beginning. A file in which no identity was recognised passes: a person can name its columns. */
export async function lookAtFile(
  path: string,
  role: ListRole,
  { mapping, file = basename(path) }: LookOptions = {},
): Promise<FileLook> {
  const { layout, sample } = await detectLayout(path, role, mapping, file, { mustIdentify: false })
  return lookOf(layout, sample)
}

/** Reads a whole file to show, before anything is imported, how it would be read and what it holds. */
export async function inspectFile(
  path: string,
  role: ListRole,
  options: LookOptions & { signal?: AbortSignal } = {},
): Promise<Inspection> {
  const file = options.file ?? basename(path)
  const { layout, sample } = await detectLayout(path, role, options.mapping, file)
  const read = await countLines(path, layout, { file, signal: options.signal })
  return { ...read, ...lookOf(layout, sample) }
}

/** Accounts for every physical line of a file and keeps none of them. */
export function countLines(
  path: string,
  layout: Layout,
  options: { file?: string; signal?: AbortSignal | undefined; onBytes?: (bytes: number) => void } = {},
): Promise<FileRead> {
  const between = ({ bytes }: { bytes: number }) => {
    options.onBytes?.(bytes)
    return undefined
  }
  const nothing = { record: () => undefined, quarantined: () => undefined, between }
  return readRecords(path, layout, nothing, options)
}

function lookOf(layout: Layout, sample: readonly (readonly string[])[]): FileLook {
  const fieldOfColumn = layout.headers.map((_, index) => {
    const found = (Object.entries(layout.columns) as [Field, number][]).find(([, column]) => column === index)
    return found ? found[0] : null
  })
  return {
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
