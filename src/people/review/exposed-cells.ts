import { parseBirthDate, parseNir } from '../identity/index.ts'
import {
  cellAlphabet,
  exposureFields,
  type Field,
  identityFields,
  type Layout,
  type PlainCells,
  type RepairedRows,
  readRecords,
} from '../read/index.ts'
import type { Fields } from './model.ts'
import { cellWithoutNir } from './without-nir.ts'

/** What a reader may see of an exposed row: never its national identifier. */
const SHOWN: readonly Field[] = [
  ...identityFields.filter((field) => field !== 'national_id'),
  ...exposureFields,
  'postcode',
  'city',
  'company',
]

export interface ExposedCells {
  readonly exposedRow: number
  readonly fields: Fields
  readonly nirClass: string
}

/**
 * Reads the exposed list once and gives the cells of some of its rows, without the national identifier.
 * @param wanted row numbers, ascending
 * @param take receives the rows of each stretch of the file, in order, and is awaited before the next
 */
export async function readExposedCells(
  path: string,
  layout: Layout,
  wanted: Int32Array,
  take: (rows: readonly ExposedCells[]) => Promise<void>,
  options: { signal?: AbortSignal | undefined; repaired?: RepairedRows | undefined } = {},
): Promise<void> {
  const cellsOf = cellReader(layout)
  const { decode } = cellAlphabet(layout.encoding)
  let next = 0
  let held: ExposedCells[] = []
  const isWanted = (row: number) => {
    while (next < wanted.length && wanted[next]! < row) next++
    return wanted[next] === row
  }
  await readRecords(
    path,
    layout,
    {
      plain: (cells, row) => {
        if (isWanted(row)) held.push(cellsOf((column) => textOf(cells, column, decode), row))
      },
      record: (cells, row) => {
        if (isWanted(row)) held.push(cellsOf((column) => cells[column] ?? '', row))
      },
      quarantined: () => undefined,
      between: async () => {
        if (held.length === 0) return
        const rows = held
        held = []
        await take(rows)
      },
    },
    options,
  )
  if (held.length > 0) await take(held)
}

function textOf({ bytes, starts, ends }: PlainCells, column: number, decode: (b: Buffer) => string): string {
  return decode(bytes.subarray(starts[column]!, ends[column]!))
}

function cellReader(layout: Layout) {
  const { columns, dateFormat, nationalIdKind } = layout
  const shown = SHOWN.filter((field) => columns[field] !== undefined)
  return (cell: (column: number) => string, exposedRow: number): ExposedCells => {
    const identifier = columns.national_id === undefined ? '' : cell(columns.national_id)
    const read = shown.map((field) => [field, cellWithoutNir(cell(columns[field]!), [identifier])] as const)
    const fields: Record<string, string> = Object.fromEntries(read.filter(([, text]) => text !== ''))
    if (fields['birth_date'] !== undefined) {
      fields['birth_read'] = fields['birth_date']
      fields['birth_date'] = String(parseBirthDate(fields['birth_date'], dateFormat)).padStart(8, '0')
    }
    return { exposedRow, fields, nirClass: nirClassOf(identifier, nationalIdKind) }
  }
}

/** What kind of number it is, which tells nothing of the number. */
export function nirClassOf(identifier: string, kind: Layout['nationalIdKind']): string {
  if (kind === 'opaque') return identifier.trim() === '' ? 'absent' : 'opaque'
  return parseNir(identifier).class
}
