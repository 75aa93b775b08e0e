import { type DateFormat, isShapedLikeNir } from '../identity/index.ts'
import { fieldOfHeader } from './columns.ts'
import type { ColumnMap, ColumnReason, Field } from './model.ts'

const DATE = /^\s*(\d{8}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}([T ].*)?)\s*$/
const EMAIL = /^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/

/** Which column holds which field: by header first, then by what the cells look like. */
export function detectColumns(
  headers: readonly string[],
  sample: readonly (readonly string[])[],
): { columns: ColumnMap; reasons: Partial<Record<Field, ColumnReason>> } {
  const columns: ColumnMap = {}
  const reasons: Partial<Record<Field, ColumnReason>> = {}
  const taken = new Set<number>()
  const claim = (field: Field, index: number, reason: ColumnReason = 'content') => {
    if (columns[field] !== undefined || index < 0) return
    columns[field] = index
    reasons[field] = reason
    taken.add(index)
  }
  headers.forEach((header, index) => {
    const field = fieldOfHeader(header)
    if (field) claim(field, index, 'header')
  })
  const free = (test: (cell: string) => boolean) =>
    headers.findIndex((_, index) => !taken.has(index) && mostly(sample, index, test))
  if (columns.national_id === undefined) claim('national_id', free(isShapedLikeNir))
  if (columns.birth_date === undefined) claim('birth_date', free(looksLikeBirthDate))
  if (columns.email === undefined)
    claim(
      'email',
      free((cell) => EMAIL.test(cell)),
    )
  return { columns, reasons }
}

/** Does the first line hold a record rather than names of columns? */
export function looksLikeRecord(cells: readonly string[]): boolean {
  if (cells.some((cell) => fieldOfHeader(cell) !== undefined)) return false
  return cells.some((cell) => isShapedLikeNir(cell) || looksLikeBirthDate(cell) || EMAIL.test(cell))
}

/** Which way a column writes its dates; day first where nothing decides. */
export function detectDateFormat(cells: readonly string[]): DateFormat {
  const parted = cells
    .map((cell) => /^\s*(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})/.exec(cell))
    .filter((m) => m !== null)
  if (parted.length * 2 > cells.length) {
    if (parted.filter((m) => m[1]!.length === 4).length * 2 > parted.length) return 'yyyy-mm-dd'
    const monthFirst = parted.filter((m) => Number(m[2]) > 12 && Number(m[1]) <= 12).length
    const dayFirst = parted.filter((m) => Number(m[1]) > 12 && Number(m[2]) <= 12).length
    return monthFirst > dayFirst ? 'mm/dd/yyyy' : 'dd/mm/yyyy'
  }
  const eight = cells.filter((cell) => /^\d{8}$/.test(cell))
  const yearLast = eight.filter((cell) => isYear(cell.slice(4)) && !isYear(cell.slice(0, 4))).length
  const yearFirst = eight.filter((cell) => isYear(cell.slice(0, 4))).length
  if (eight.length > 0) return yearLast > yearFirst ? 'ddmmyyyy' : 'yyyymmdd'
  return cells.filter((cell) => /^\d{5}([.,]0+)?$/.test(cell)).length * 2 > cells.length
    ? 'excel1900'
    : 'dd/mm/yyyy'
}

function looksLikeBirthDate(cell: string): boolean {
  return DATE.test(cell) && (/[-/.]/.test(cell) || isYear(cell.slice(0, 4)) || isYear(cell.slice(4)))
}

function isYear(text: string): boolean {
  const year = Number(text)
  return year >= 1880 && year <= 2040
}

function mostly(
  sample: readonly (readonly string[])[],
  index: number,
  test: (cell: string) => boolean,
): boolean {
  const cells = sample.map((row) => row[index] ?? '').filter((cell) => cell !== '')
  return cells.length > 0 && cells.filter(test).length >= cells.length * 0.8
}
