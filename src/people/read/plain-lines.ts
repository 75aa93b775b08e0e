import type { CellAlphabet } from './alphabet.ts'
import { LINE_LIMIT } from './line-chunks.ts'

/**
 * The cells of one plain line, as bytes of `cellAlphabet`: cell i is `bytes` from `starts[i]` to `ends[i]`, its quotes
 * set aside. The same object serves for every line: what is kept must be copied.
 */
export interface PlainCells {
  readonly bytes: Buffer
  readonly starts: Int32Array
  readonly ends: Int32Array
}

const TEXT = 0
const SEPARATOR = 1
const QUOTE = 2
const LINE_END = 3
const ODD_BYTE = 4

/**
 * Splits plain lines without making a string of them: lines as wide as the file, whose quotes, if any, surround whole
 * cells and hold no quote. Everything else is odd: `RecordReader` judges it, and says the same of plain lines.
 */
export class PlainLines {
  readonly cells: { bytes: Buffer; starts: Int32Array; ends: Int32Array }
  readonly #kinds = new Uint8Array(256)
  readonly #width: number
  readonly #lineEnd: number

  constructor(
    layout: { separator: string; lineEnd: '\n' | '\r'; headers: readonly string[] },
    alphabet: CellAlphabet,
  ) {
    this.#width = layout.headers.length
    this.#lineEnd = layout.lineEnd.charCodeAt(0)
    const starts = new Int32Array(this.#width)
    this.cells = { bytes: Buffer.alloc(0), starts, ends: new Int32Array(this.#width) }
    alphabet.meaningless.forEach((is, byte) => {
      if (is) this.#kinds[byte] = ODD_BYTE
    })
    this.#kinds[10] = ODD_BYTE
    this.#kinds[13] = ODD_BYTE
    this.#kinds[34] = QUOTE
    this.#kinds[layout.separator.charCodeAt(0)] = SEPARATOR
    this.#kinds[this.#lineEnd] = LINE_END
  }

  /** Puts the line at `from` into `cells`; gives where the next line starts, or -1 when the line is odd. */
  split(bytes: Buffer, from: number): number {
    const kinds = this.#kinds
    const { starts, ends } = this.cells
    const length = bytes.length
    const last = this.#width - 1
    let cell = 0
    let start = from
    let at = from
    for (;;) {
      while (at < length && kinds[bytes[at]!] === TEXT) at++
      const kind = at < length ? kinds[bytes[at]!]! : LINE_END
      if (kind === QUOTE && at !== start) {
        at++
      } else if (kind === SEPARATOR) {
        if (cell === last) return -1
        starts[cell] = start
        ends[cell++] = at++
        start = at
      } else if (kind === QUOTE) {
        const close = this.#closing(bytes, at + 1)
        if (close < 0) return -1
        starts[cell] = start + 1
        ends[cell] = close
        at = close + 1
        const after = at < length ? kinds[bytes[at]!]! : LINE_END
        if (after === SEPARATOR && cell < last) cell++
        else return this.#isEnd(bytes, at) && cell === last ? this.#ended(bytes, from, at) : -1
        start = ++at
      } else {
        if (cell !== last || !this.#isEnd(bytes, at)) return -1
        starts[cell] = start
        ends[cell] = at
        return last === 0 && start === at ? -1 : this.#ended(bytes, from, at)
      }
    }
  }

  /** Where the line at `from` ends, its line end excluded. */
  endOf(bytes: Buffer, from: number): number {
    const found = bytes.indexOf(this.#lineEnd, from)
    return found < 0 ? bytes.length : found
  }

  /** A quote closes a cell when it is the only one before the end of the line. */
  #closing(bytes: Buffer, from: number): number {
    const kinds = this.#kinds
    for (let at = from; at < bytes.length; at++) {
      const kind = kinds[bytes[at]!]!
      if (kind === QUOTE) return bytes[at + 1] === 34 ? -1 : at
      if (kind >= LINE_END) return -1
    }
    return -1
  }

  /** The end of a line: its mark, the end of the bytes, or a carriage return before either. */
  #isEnd(bytes: Buffer, at: number): boolean {
    if (at >= bytes.length || bytes[at] === this.#lineEnd) return true
    return bytes[at] === 13 && (at + 1 >= bytes.length || bytes[at + 1] === this.#lineEnd)
  }

  #ended(bytes: Buffer, from: number, at: number): number {
    if (at - from > LINE_LIMIT / 4) return -1
    this.cells.bytes = bytes
    return bytes[at] === 13 && this.#lineEnd === 10 ? at + 2 : at + 1
  }
}
