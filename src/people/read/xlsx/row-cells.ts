import { isUtf8 } from 'node:buffer'
import type { QuarantineReason } from '../model.ts'
import { BrokenFile } from './broken-file.ts'
import { serialDateText } from './serial-date.ts'
import { cellKinds, digits, type RawRow } from './sheet-rows.ts'
import { NO_STYLE } from './styles.ts'
import { TextBytes } from './text-bytes.ts'
import type { Workbook } from './workbook.ts'

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(E[+-]?\d+)?$/i
const INLINE_TEXT = /<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)</g
const PHONETIC = /<(\w+:)?rPh[\s>][\s\S]*?<\/(\w+:)?rPh>/g

export interface RowProblem {
  readonly reason: QuarantineReason
  /** 1-based column. */
  readonly column: number
}

/**
 * The cells of a row as text in UTF-8, for columns 0 to `width` - 1; what stands beyond is left out, since cells carry
 * their column and nothing shifts. Dates become ISO text, numbers lose the spreadsheet's notation, never a digit.
 */
export class RowCells {
  readonly cells: { bytes: Buffer; starts: Int32Array; ends: Int32Array }
  /** No cell, or blanks only. */
  isBlank = true
  readonly #text = new TextBytes(1 << 12)
  readonly #width: number
  readonly #part: string
  readonly #needed: Uint8Array
  readonly #workbook: Workbook

  /** @param needed columns that a field is read from: only there a missing value of a formula matters */
  constructor(workbook: Workbook, part: string, width: number, needed: readonly number[]) {
    this.#workbook = workbook
    this.#part = part
    this.#width = width
    this.#needed = new Uint8Array(width)
    for (const column of needed) this.#needed[column] = 1
    this.cells = { bytes: this.#text.bytes, starts: new Int32Array(width), ends: new Int32Array(width) }
  }

  /** Takes a row; gives what is wrong with it, its cells then being of no use. */
  take(row: RawRow): RowProblem | undefined {
    const { starts, ends } = this.cells
    this.isBlank = true
    this.#text.length = 0
    starts.fill(0)
    ends.fill(0)
    let problem: RowProblem | undefined
    for (let i = 0; i < row.count; i++) {
      const column = row.columns[i]!
      if (column >= this.#width) break
      const start = this.#text.length
      starts[column] = start
      const reason = this.#write(row, i, column)
      ends[column] = this.#text.length
      if (reason) problem ??= { reason, column: column + 1 }
      else if (this.isBlank) this.isBlank = isBlankText(this.#text.bytes, start, this.#text.length)
    }
    this.cells.bytes = this.#text.bytes
    // An empty last cell stands at the end of the row's bytes, as in a line: whoever measures rows counts on it.
    const last = this.#width - 1
    if (ends[last] === 0) {
      starts[last] = this.#text.length
      ends[last] = this.#text.length
    }
    if (row.broken > 0 || problem) this.isBlank = false
    return row.broken > 0 ? { reason: 'broken_cell', column: row.broken } : problem
  }

  /** The cells as text, for those who are few. */
  texts(): string[] {
    const { bytes, starts, ends } = this.cells
    return Array.from(starts, (start, column) => bytes.toString('utf8', start, ends[column]))
  }

  #write(row: RawRow, i: number, column: number): QuarantineReason | undefined {
    const { bytes } = row
    const start = row.starts[i]!
    const end = row.ends[i]!
    switch (row.kinds[i]) {
      case cellKinds.shared:
        return this.#writeShared(digits(bytes, start, end), end === start)
      case cellKinds.number:
        this.#writeNumber(bytes, start, end, row.styles[i]!)
        return undefined
      case cellKinds.boolean:
        if (end > start) this.#text.addText(bytes[start] === 49 ? 'TRUE' : 'FALSE')
        return undefined
      case cellKinds.uncomputed:
        return this.#needed[column] ? 'formula_without_value' : undefined
      default:
        return this.#writeText(row, i, start, end)
    }
  }

  #writeShared(index: number, isEmpty: boolean): QuarantineReason | undefined {
    const { strings } = this.#workbook
    if (isEmpty) return undefined
    if (index < 0 || index >= strings.count) {
      if (strings.isPartial) strings.wasShort = true
      return 'broken_cell'
    }
    this.#text.add(strings.bytes, strings.start(index), strings.end(index))
    return undefined
  }

  #writeText(row: RawRow, i: number, start: number, end: number): QuarantineReason | undefined {
    if (!isUtf8(row.bytes.subarray(start, end))) return 'undecodable_bytes'
    try {
      if (row.kinds[i] !== cellKinds.rich) this.#text.addXml(row.bytes, start, end, this.#part)
      else this.#writeRuns(row.bytes.toString('utf8', start, end))
      return undefined
    } catch (error) {
      if (error instanceof BrokenFile) return 'broken_cell'
      throw error
    }
  }

  #writeRuns(xml: string): void {
    for (const [, text] of `${xml}<`.replace(PHONETIC, '').matchAll(INLINE_TEXT)) {
      const bytes = Buffer.from(text!, 'utf8')
      this.#text.addXml(bytes, 0, bytes.length, this.#part)
    }
  }

  #writeNumber(bytes: Buffer, start: number, end: number, styleIndex: number): void {
    const style = this.#workbook.styles[styleIndex] ?? NO_STYLE
    if (!style.isDate && style.digits === 0 && isWholeNumber(bytes, start, end)) {
      this.#text.add(bytes, start, end)
      return
    }
    const raw = bytes.toString('latin1', start, end).trim()
    if (!NUMBER.test(raw)) {
      this.#text.addText(raw)
      return
    }
    const number = Number(raw)
    const date = style.isDate ? serialDateText(number, this.#workbook.date1904) : undefined
    this.#text.addText(date ?? plainNumberText(number).padStart(style.digits, '0'))
  }
}

/** Up to 15 digits, the precision of a spreadsheet, stand as they are. */
function isWholeNumber(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > 15) return false
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!
    if (byte < 48 || byte > 57) return false
  }
  return true
}

/** `1.85033812304501E+14` gives the 15 digits it holds: an IEEE double, of which a spreadsheet keeps 15. */
function plainNumberText(number: number): string {
  if (!Number.isFinite(number)) return ''
  if (Number.isSafeInteger(number)) return String(number)
  if (Number.isInteger(number)) return Math.abs(number) < 1e21 ? BigInt(number).toString() : String(number)
  return String(Number(number.toPrecision(15)))
}

function isBlankText(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at]! > 32) return false
  return true
}
