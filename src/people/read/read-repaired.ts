import type { Refusal } from '../../platform/refusal.ts'
import { cellAlphabet } from './alphabet.ts'
import { columnNamed } from './column-mapping.ts'
import { headerKey } from './columns.ts'
import { detectTable } from './detect-layout.ts'
import type { Encoding, Layout } from './model.ts'
import { readRecords } from './read-records.ts'
import { readRefusals } from './refusals.ts'

/** Rows mended by hand: the cells of the list's columns, by the number that the row has in its list and in the quarantine. */
export interface RepairedRows {
  /** How refusals name the file. */
  readonly file: string
  readonly bytes: number
  readonly sha256: string
  readonly rows: ReadonlyMap<number, readonly string[]>
}

/** More are no repair: ask for the list again. */
export const MOST_REPAIRED = 100_000
const ROW_NAMES = ['exposed_row', 'row']

/**
 * Reads a file of repaired rows (delimited text, XLSX or Parquet): the list's own columns, by their headers and in any
 * order, and the number of the row in `row`, or in `exposed_row` when the list has a column `row` of its own. Columns
 * that the list does not have are left out.
 * @param layout how the list itself is read
 */
export async function readRepaired(path: string, layout: Layout, file: string): Promise<RepairedRows> {
  const { sample: _sample, date1904: _date1904, ...form } = await detectTable(path, 'exposed', {}, file)
  const rowColumn = rowColumnOf(form.headers, layout)
  const places = placesOf(form.headers, layout, rowColumn)
  const needed = Object.values(layout.columns).filter((index) => places[index]! < 0)
  const missing = needed.map((index) => layout.headers[index]!)
  if (rowColumn < 0) missing.unshift(rowColumnFor(layout))
  if (missing.length > 0) throw readRefusals.repairedColumns({ file, missing })
  const rows = new Map<number, readonly string[]>()
  const inPage = fitterTo(layout.encoding)
  let problem: Refusal | undefined
  const refuse = (line: number, what: RepairedProblem) => {
    problem ??= readRefusals.repairedLine({ file, line, problem: what })
  }
  const columns = Object.fromEntries(
    Object.entries(layout.columns).map(([field, index]) => [field, places[index]!]),
  )
  const { bytes, sha256 } = await readRecords(
    path,
    { ...layout, ...form, sheet: form.sheet ?? '', columns },
    {
      record: (cells, _row, line) => {
        const row = /^\s*[1-9]\d{0,9}\s*$/.test(cells[rowColumn]!) ? Number(cells[rowColumn]) : 0
        if (row === 0) refuse(line, 'row_number')
        else if (rows.has(row)) refuse(line, 'twice')
        else if (rows.size === MOST_REPAIRED) refuse(line, 'too_many')
        else
          rows.set(
            row,
            places.map((place) => (place < 0 ? '' : inPage(cells[place]!))),
          )
      },
      quarantined: ({ line }) => refuse(line, 'unreadable'),
    },
    { file },
  )
  if (problem) throw problem
  return { file, bytes, sha256, rows }
}

export type RepairedProblem = 'row_number' | 'twice' | 'too_many' | 'unreadable'

function hasOwnRow(layout: Layout): boolean {
  return layout.headers.some((header) => headerKey(header) === 'row')
}

/** What the column of row numbers is called beside those of the list. */
export function rowColumnFor(layout: Layout): string {
  return hasOwnRow(layout) ? 'exposed_row' : 'row'
}

function rowColumnOf(headers: readonly string[], layout: Layout): number {
  const names = hasOwnRow(layout) ? ['exposed_row'] : ROW_NAMES
  for (const name of names) {
    const found = headers.findIndex((header) => headerKey(header) === name)
    if (found >= 0) return found
  }
  return -1
}

/** Where each column of the list stands in the repaired file; -1 where it does not. Columns of one name keep their order. */
function placesOf(headers: readonly string[], layout: Layout, rowColumn: number): number[] {
  const free = headers.map((header, index) => (index === rowColumn ? undefined : header))
  return layout.headers.map((header) => {
    const place = columnNamed(
      header,
      free.map((one) => one ?? '\0'),
    )
    if (place >= 0) free[place] = undefined
    return place
  })
}

/** What a page of 256 characters cannot hold loses its accents, or becomes `?`: names are compared without accents. */
function fitterTo(encoding: Encoding): (cell: string) => string {
  const { isUtf8, encode, decode } = cellAlphabet(encoding)
  if (isUtf8) return (cell) => cell
  const fits = (text: string) => decode(encode(text)) === text
  const bare = (char: string) => char.normalize('NFKD').replace(/\p{M}+/gu, '')
  return (cell) =>
    fits(cell)
      ? cell
      : [...cell].map((char) => (fits(char) ? char : fits(bare(char)) ? bare(char) : '?')).join('')
}
