import { BrokenFile } from './broken-file.ts'
import { eachShortAttribute, isNamed, isSelfClosing, nextTag, specialEnd, tagEnd } from './tags.ts'

/** Rows and columns of a sheet (ECMA-376 limits as Excel holds them). */
export const MAX_ROWS = 1_048_576
export const MAX_COLUMNS = 16_384
/** XML of one row held in memory. */
const ROW_BYTES = 1 << 21

export const cellKinds = {
  number: 0,
  shared: 1,
  /** Text of a formula, or of a date written as text. */
  text: 2,
  boolean: 3,
  error: 4,
  /** A text of its own. */
  inline: 5,
  /** A text of its own in several runs: the cell's range is that of `<is>`. */
  rich: 6,
  /** A formula whose value was not kept. */
  uncomputed: 7,
} as const

/** One row as it stands in the file: cell i is of column `columns[i]` (0-based). Serves for every row: copy what is kept. */
export interface RawRow {
  /** 1-based number in the sheet. */
  number: number
  bytes: Buffer
  start: number
  end: number
  count: number
  readonly columns: Int32Array
  readonly kinds: Uint8Array
  readonly styles: Int32Array
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** 1-based column of a cell whose place or type makes no sense; 0 for none. */
  broken: number
}

/**
 * Reads the rows of a sheet part from bytes, without a string or an object for each cell. Memory is bounded by the longest
 * row; nesting costs none. Numbers of rows must grow.
 */
export class SheetRows {
  readonly #part: string
  readonly #onRow: (row: RawRow) => void
  #rest: Buffer = Buffer.alloc(0)
  #state: 'before' | 'rows' | 'after' | 'end' = 'before'
  /** Row elements met: an account independent of the numbers they carry. */
  elements = 0
  readonly row: RawRow = {
    number: 0,
    bytes: this.#rest,
    start: 0,
    end: 0,
    count: 0,
    columns: new Int32Array(MAX_COLUMNS),
    kinds: new Uint8Array(MAX_COLUMNS),
    styles: new Int32Array(MAX_COLUMNS),
    starts: new Int32Array(MAX_COLUMNS),
    ends: new Int32Array(MAX_COLUMNS),
    broken: 0,
  }

  constructor(part: string, onRow: (row: RawRow) => void) {
    this.#part = part
    this.#onRow = onRow
  }

  push(chunk: Buffer): void {
    const data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    this.#rest = data.subarray(this.#scan(data))
    if (this.#rest.length > ROW_BYTES) throw new BrokenFile('too_large', this.#part)
  }

  end(): void {
    if (this.#state !== 'end') throw new BrokenFile('truncated', this.#part)
  }

  #scan(data: Buffer): number {
    let at = 0
    for (;;) {
      const lt = nextTag(data, at)
      if (lt < 0) return data.length
      const second = data[lt + 1]
      if (second === undefined) return lt
      const next = isSpecial(second) ? specialEnd(data, lt, this.#part) : this.#tag(data, lt)
      if (next < 0) return lt
      at = next
    }
  }

  #tag(data: Buffer, lt: number): number {
    const gt = tagEnd(data, lt, this.#part)
    if (gt < 0) return -1
    if (this.#state === 'rows' && isNamed(data, lt + 1, gt, 'row')) return this.#readRow(data, lt, gt)
    const isClosing = data[lt + 1] === 47
    if (isNamed(data, isClosing ? lt + 2 : lt + 1, gt, 'sheetData')) {
      if ((this.#state === 'before') === isClosing) throw new BrokenFile('xml', this.#part)
      this.#state = isClosing || isSelfClosing(data, gt) ? 'after' : 'rows'
    } else if (isClosing && this.#state !== 'rows' && isNamed(data, lt + 2, gt, 'worksheet')) {
      this.#state = 'end'
    }
    return gt + 1
  }

  #readRow(data: Buffer, lt: number, gt: number): number {
    const { row } = this
    const number = this.#rowNumber(data, lt, gt)
    row.count = 0
    row.broken = 0
    const end = isSelfClosing(data, gt) ? gt + 1 : this.#readCells(data, gt + 1)
    if (end < 0) return -1
    row.number = number
    row.bytes = data
    row.start = lt
    row.end = end
    this.elements++
    this.#onRow(row)
    return end
  }

  #rowNumber(data: Buffer, lt: number, gt: number): number {
    let number = this.row.number + 1
    eachShortAttribute(data, lt, gt, (letter, start, end) => {
      if (letter === 114) number = digits(data, start, end)
    })
    if (number <= this.row.number || number > MAX_ROWS) throw new BrokenFile('row_order', this.#part)
    return number
  }

  #readCells(data: Buffer, from: number): number {
    let at = from
    this.#column = -1
    for (;;) {
      const lt = nextTag(data, at)
      if (lt < 0) return -1
      const second = data[lt + 1]
      if (second === undefined) return -1
      if (isSpecial(second)) {
        at = specialEnd(data, lt, this.#part)
        if (at < 0) return -1
        continue
      }
      const gt = tagEnd(data, lt, this.#part)
      if (gt < 0) return -1
      at = gt + 1
      if (second === 47) {
        if (isNamed(data, lt + 2, gt, 'row')) return at
        if (isNamed(data, lt + 2, gt, 'sheetData')) throw new BrokenFile('xml', this.#part)
      } else if (isNamed(data, lt + 1, gt, 'c')) {
        at = this.#readCell(data, lt, gt)
        if (at < 0) return -1
      } else if (isNamed(data, lt + 1, gt, 'row')) throw new BrokenFile('xml', this.#part)
    }
  }

  // Of the cell being read: fields rather than closures, of which a large sheet would make millions.
  #column = -1
  #place = -1
  #style = 0
  #kind = 0
  #source: Buffer = this.#rest
  readonly #takeAttribute = (letter: number, start: number, end: number) => {
    if (letter === 114) this.#place = columnOf(this.#source, start, end)
    else if (letter === 115) this.#style = digits(this.#source, start, end)
    else if (letter === 116) this.#kind = kindOf(this.#source, start, end)
  }

  #readCell(data: Buffer, lt: number, gt: number): number {
    this.#place = this.#column + 1
    this.#style = 0
    this.#kind = cellKinds.number
    this.#source = data
    eachShortAttribute(data, lt, gt, this.#takeAttribute)
    const column = this.#place
    if (column <= this.#column || column >= MAX_COLUMNS || this.#kind < 0) {
      this.row.broken ||= Math.max(1, Math.min(column, MAX_COLUMNS - 1) + 1)
      return isSelfClosing(data, gt) ? gt + 1 : this.#readValue(data, gt + 1, false)
    }
    this.#column = column
    return isSelfClosing(data, gt) ? gt + 1 : this.#readValue(data, gt + 1, true)
  }

  /** What stands between `<c>` and `</c>`. */
  #readValue(data: Buffer, from: number, isKept: boolean): number {
    let at = from
    let [start, end, texts, runs] = [-1, -1, 0, from]
    let [formula, phonetic] = [false, false]
    for (;;) {
      const lt = nextTag(data, at)
      if (lt < 0) return -1
      const second = data[lt + 1]
      if (second === undefined) return -1
      if (isSpecial(second)) {
        at = specialEnd(data, lt, this.#part)
        if (at < 0) return -1
        continue
      }
      const gt = tagEnd(data, lt, this.#part)
      if (gt < 0) return -1
      at = gt + 1
      if (second === 47) {
        if (isNamed(data, lt + 2, gt, 'c')) break
        if (isNamed(data, lt + 2, gt, 'rPh')) phonetic = false
        else if (isNamed(data, lt + 2, gt, 'row')) throw new BrokenFile('xml', this.#part)
        continue
      }
      const empty = isSelfClosing(data, gt)
      const isText = isNamed(data, lt + 1, gt, 't')
      if (isText || isNamed(data, lt + 1, gt, 'v')) {
        if (phonetic) continue
        start = at
        end = empty ? at : nextTag(data, at)
        if (end < 0) return -1
        at = end
        if (isText) texts++
      } else if (isNamed(data, lt + 1, gt, 'f')) formula = true
      else if (isNamed(data, lt + 1, gt, 'is')) runs = at
      else if (isNamed(data, lt + 1, gt, 'rPh')) phonetic = !empty
      else if (isNamed(data, lt + 1, gt, 'c')) throw new BrokenFile('xml', this.#part)
    }
    if (isKept && start < 0 && formula) this.#add(cellKinds.uncomputed, from, from)
    else if (isKept && texts > 1) this.#add(cellKinds.rich, runs, end)
    else if (isKept && start >= 0) this.#add(this.#kind, start, end)
    return at
  }

  #add(kind: number, start: number, end: number): void {
    const { row } = this
    const at = row.count++
    row.columns[at] = this.#column
    row.kinds[at] = kind
    row.styles[at] = this.#style
    row.starts[at] = start
    row.ends[at] = end
  }
}

function isSpecial(byte: number): boolean {
  return byte === 33 || byte === 63
}

/** A whole number of at most nine digits; -1 for anything else. */
export function digits(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 9 || start >= end) return -1
  let number = 0
  for (let at = start; at < end; at++) {
    const digit = bytes[at]! - 48
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return number
}

/** `AB12` gives 27. */
function columnOf(bytes: Uint8Array, start: number, end: number): number {
  let column = 0
  let at = start
  for (; at < end && at < start + 4; at++) {
    const letter = (bytes[at]! & ~32) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}

function kindOf(bytes: Buffer, start: number, end: number): number {
  if (end - start === 1) {
    const letter = bytes[start]!
    if (letter === 115) return cellKinds.shared
    if (letter === 110) return cellKinds.number
    if (letter === 98) return cellKinds.boolean
    if (letter === 101) return cellKinds.error
    return letter === 100 ? cellKinds.text : -1
  }
  const name = bytes.toString('latin1', start, end)
  if (name === 'str') return cellKinds.text
  return name === 'inlineStr' ? cellKinds.inline : -1
}
