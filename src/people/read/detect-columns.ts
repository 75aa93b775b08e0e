import { type DateFormat, isShapedLikeNir, parseBirthDate } from '../identity/index.ts'
import { fieldOfHeader, yearOnlyHeader } from './columns.ts'
import { EMAIL, looksLikeBirthDate, looksLikeSex, looksLikeWords } from './look-of-cells.ts'
import type { ColumnMap, ColumnReason, Field } from './model.ts'
import { holdsFirstNames } from './some-first-names.ts'

export interface ColumnsFound {
  readonly columns: ColumnMap
  readonly reasons: Partial<Record<Field, ColumnReason>>
}

/**
 * Which column holds which field: by header first, then by what the cells look like. By content only what hardly anything else
 * looks like is taken, and only when one column does: a field that is not found can still be said, a wrong one costs verdicts.
 */
export function detectColumns(
  headers: readonly string[],
  sample: readonly (readonly string[])[],
): ColumnsFound {
  const found = new Claims(headers, sample)
  headers.forEach((header, index) => {
    const field = fieldOfHeader(header)
    if (field) found.claim(field, index, 'header')
  })
  headers.forEach((header, index) => {
    if (yearOnlyHeader(header) && found.holdsYears(index)) found.claim('birth_date', index, 'header')
  })
  found.claimOnly('national_id', isShapedLikeNir, 'first')
  found.claimBirthDate()
  found.claimOnly('email', (cell) => EMAIL.test(cell), 'first')
  found.claimSex()
  found.claimPostcode()
  found.claimNames()
  return found
}

/** Columns still free, and what was taken for which field. */
class Claims implements ColumnsFound {
  readonly columns: ColumnMap = {}
  readonly reasons: Partial<Record<Field, ColumnReason>> = {}
  readonly #taken = new Set<number>()
  readonly #cells: readonly (readonly string[])[]

  constructor(headers: readonly string[], sample: readonly (readonly string[])[]) {
    this.#cells = headers.map((_, index) =>
      sample.map((row) => (row[index] ?? '').trim()).filter((cell) => cell !== ''),
    )
  }

  claim(field: Field, index: number, reason: ColumnReason = 'content'): void {
    if (this.columns[field] !== undefined || index < 0 || this.#taken.has(index)) return
    this.columns[field] = index
    this.reasons[field] = reason
    this.#taken.add(index)
  }

  claimOnly(field: Field, test: (cell: string) => boolean, orElse: 'first' | 'none' = 'none'): void {
    if (this.columns[field] !== undefined) return
    const fitting = this.#free((cells) => mostly(cells, test))
    if (fitting.length === 1 || orElse === 'first') this.claim(field, fitting[0] ?? -1)
  }

  /** Of several dates the one whose years are spread widest: births are, entries and payments are not. */
  claimBirthDate(): void {
    if (this.columns.birth_date !== undefined) return
    const years = (index: number) => {
      const format = detectDateFormat(this.#cells[index]!)
      return new Set(this.#cells[index]!.map((cell) => Math.floor(parseBirthDate(cell, format) / 10_000)))
        .size
    }
    const [first, second] = this.#free((cells) => mostly(cells, looksLikeBirthDate))
      .map((index) => ({ index, years: years(index) }))
      .sort((a, b) => b.years - a.years)
    if (first && (!second || first.years > second.years)) this.claim('birth_date', first.index)
  }

  /** Two letters, or two words, both met: figures alone could be a rank. */
  claimSex(): void {
    if (this.columns.sex !== undefined) return
    const fitting = this.#free((cells) => cells.length >= 5 && cells.every(looksLikeSex) && bothMet(cells))
    if (fitting.length === 1) this.claim('sex', fitting[0]!)
  }

  /** Five figures beside a column of words, as a town is. */
  claimPostcode(): void {
    const fitting = this.#free((cells) =>
      mostly(cells, (cell) => /^(0[1-9]|[1-8]\d|9[0-8])\d{3}$/.test(cell)),
    )
    const beside = fitting.filter((index) => this.#isWords(index + 1) && distinct(this.#cells[index]!) > 1)
    if (beside.length === 1 && this.columns.postcode === undefined) {
      this.claim('postcode', beside[0]!)
      this.claim('city', beside[0]! + 1)
    }
  }

  /** A column where common first names abound; then its only neighbour of words as the surname. */
  claimNames(): void {
    if (this.columns.first_names === undefined) {
      const fitting = this.#free((cells) => mostly(cells, looksLikeWords) && holdsFirstNames(cells))
      if (fitting.length === 1) this.claim('first_names', fitting[0]!)
    }
    const first = this.columns.first_names
    if (first === undefined || this.columns.surname !== undefined) return
    const beside = [first - 1, first + 1].filter((index) => this.#isWords(index))
    if (beside.length === 1) this.claim('surname', beside[0]!)
  }

  holdsYears(index: number): boolean {
    return mostly(this.#cells[index]!, (cell) => /^1[0-9]{3}$|^20\d\d$/.test(cell))
  }

  #isWords(index: number): boolean {
    const cells = this.#cells[index]
    return (
      cells !== undefined && !this.#taken.has(index) && mostly(cells, looksLikeWords) && distinct(cells) > 1
    )
  }

  #free(test: (cells: readonly string[]) => boolean): number[] {
    return this.#cells
      .map((_, index) => index)
      .filter((index) => !this.#taken.has(index) && test(this.#cells[index]!))
  }
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
  const eight = cells.map((cell) => cell.trim()).filter((cell) => /^\d{8}$/.test(cell))
  const yearLast = eight.filter((cell) => isYear(cell.slice(4)) && !isYear(cell.slice(0, 4))).length
  const yearFirst = eight.filter((cell) => isYear(cell.slice(0, 4))).length
  if (eight.length > 0) return yearLast > yearFirst ? 'ddmmyyyy' : 'yyyymmdd'
  return cells.filter((cell) => /^\d{5}([.,]\d+)?$/.test(cell.trim())).length * 2 > cells.length
    ? 'excel1900'
    : 'dd/mm/yyyy'
}

function isYear(text: string): boolean {
  const year = Number(text)
  return year >= 1880 && year <= 2040
}

function mostly(cells: readonly string[], test: (cell: string) => boolean): boolean {
  return cells.length > 0 && cells.filter(test).length >= cells.length * 0.8
}

function distinct(cells: readonly string[]): number {
  return new Set(cells).size
}

function bothMet(cells: readonly string[]): boolean {
  return distinct(cells.map((cell) => cell.toUpperCase())) === 2
}
