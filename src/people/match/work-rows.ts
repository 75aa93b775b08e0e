import {
  normalName,
  normalNumber,
  normalOpaqueId,
  parseBirthDate,
  parseNir,
  parseRank,
  parseSex,
} from '../identity/index.ts'
import {
  type CellAlphabet,
  cellAlphabet,
  type Field,
  fields,
  type Layout,
  type PlainCells,
} from '../read/index.ts'
import { type ContactEvidence, streetFields } from './contact-evidence.ts'
import { LONGEST_REMEMBERED, NameMemory } from './name-memory.ts'
import {
  isPlainName,
  ODD,
  plainDate,
  plainNir,
  plainNirClass,
  plainNumber,
  plainRank,
  plainSex,
} from './normal-bytes.ts'
import { type ParquetColumn, parquetFile } from './parquet-file.ts'
import { NumberColumn, TextColumn } from './work-columns.ts'

/** Rows of a part: a row group of DuckDB's own tables. */
export const PART_ROWS = 122_880
/** A part is also cut when its text grows beyond this: rows may be as long as a file likes. */
const PART_BYTES = 1 << 26
const LONGEST_NAME = 120
const NIR_CLASSES = {
  absent: 0,
  definitive: 1,
  unverified: 2,
  provisional: 3,
  fictitious: 4,
  malformed: 5,
  opaque: 6,
  lost: 7,
} as const

/** Writes one cell of a record: `bytes` from `start` to `end`. */
type Write = (bytes: Buffer, start: number, end: number) => void

/**
 * Gathers records in normal form, column by column, as parts of a work file: row, what the row holds, national
 * identifier and class, birth date, rank, sex, three names, three numbers, then the kept fields as they stand. A missing
 * number is 0, a missing text is empty; `load-part.sql` turns both into null.
 */
export class WorkRows {
  readonly #alphabet: CellAlphabet
  readonly #memory: NameMemory
  readonly #row = new NumberColumn('row', 'integer', PART_ROWS)
  readonly #seen = new NumberColumn('seen', 'double', PART_ROWS)
  readonly #numbers: NumberColumn[] = []
  readonly #texts: TextColumn[] = []
  /** One step a column, in order: where its cell is and who writes it. */
  readonly #steps: { readonly index: number; readonly write: Write }[] = []
  /** Columns of the file that hold a field we know, and the bit of each in `seen`. */
  readonly #present: readonly number[]
  readonly #bits: readonly number[]
  #street: ((bytes: Buffer, starts: Int32Array, ends: Int32Array) => void) | undefined
  #rows = 0
  #bytes = 0

  constructor(layout: Layout, kept: readonly Field[], contact: readonly ContactEvidence[] = []) {
    this.#alphabet = cellAlphabet(layout.encoding)
    this.#memory = new NameMemory((raw) => Buffer.from(this.#nameOf(raw)))
    const step = (field: Field, write: Write) =>
      this.#steps.push({ index: layout.columns[field] ?? -1, write })
    step('national_id', layout.nationalIdKind === 'nir' ? this.#nirWriter() : this.#opaqueWriter())
    step('birth_date', this.#dateWriter(layout))
    step('rank', this.#numberWriter('rank', plainRank, parseRank))
    step('sex', this.#numberWriter('sex', plainSex, parseSex))
    for (const name of ['surname', 'usage_name', 'first_names'] as const) step(name, this.#nameWriter(name))
    for (const name of ['member_number', 'contract', 'insurer'] as const) step(name, this.#codeWriter(name))
    if (contact.includes('email')) step('email', this.#emailWriter())
    if (contact.includes('postcode')) step('postcode', this.#codeWriter('postcode'))
    if (contact.includes('city')) step('city', this.#nameWriter('city'))
    if (contact.includes('street')) this.#street = this.#streetWriter(layout)
    for (const name of kept) step(name, this.#rawWriter(`raw_${name}`))
    const known = fields.filter((field) => layout.columns[field] !== undefined)
    this.#present = known.map((field) => layout.columns[field]!)
    this.#bits = known.map((field) => 2 ** fields.indexOf(field))
  }

  get isFull(): boolean {
    return this.#rows === PART_ROWS || this.#bytes > PART_BYTES
  }

  get rows(): number {
    return this.#rows
  }

  addPlain({ bytes, starts, ends }: PlainCells, row: number): void {
    let seen = 0
    const present = this.#present
    for (let i = 0; i < present.length; i++) {
      const index = present[i]!
      if (ends[index]! > starts[index]!) seen += this.#bits[i]!
    }
    this.#row.add(row)
    this.#seen.add(seen)
    for (const { index, write } of this.#steps) {
      if (index < 0) write(bytes, 0, 0)
      else write(bytes, starts[index]!, ends[index]!)
    }
    this.#street?.(bytes, starts, ends)
    this.#rows++
    this.#bytes += ends[ends.length - 1]! - starts[0]!
  }

  /** A record that came as text goes back to the bytes its cells would have in the file. */
  addRecord(cells: readonly string[], row: number): void {
    const encoded = cells.map((cell) => this.#alphabet.encode(harmless(cell)))
    const starts = new Int32Array(cells.length)
    const ends = new Int32Array(cells.length)
    let at = 0
    encoded.forEach((cell, i) => {
      starts[i] = at
      at += cell.length
      ends[i] = at
    })
    this.addPlain({ bytes: Buffer.concat(encoded), starts, ends }, row)
  }

  /** The rows gathered so far as a Parquet file; valid until the next row is added. */
  take(): Uint8Array[] {
    const columns: ParquetColumn[] = [this.#row, this.#seen, ...this.#numbers, ...this.#texts].map((column) =>
      column.take(),
    )
    const file = parquetFile(columns, this.#rows)
    this.#rows = 0
    this.#bytes = 0
    return file
  }

  #number(name: string, type: 'integer' | 'double'): NumberColumn {
    const column = new NumberColumn(name, type, PART_ROWS)
    this.#numbers.push(column)
    return column
  }

  #text(name: string): TextColumn {
    const column = new TextColumn(name)
    this.#texts.push(column)
    return column
  }

  #textOf(bytes: Buffer, start: number, end: number): string {
    return start === end ? '' : this.#alphabet.decode(bytes.subarray(start, end))
  }

  #nirWriter(): Write {
    const id = this.#number('nid', 'double')
    const kind = this.#number('nid_class', 'integer')
    return (bytes, start, end) => {
      const plain = plainNir(bytes, start, end)
      const plainClass = plain === ODD ? ODD : plainNirClass(bytes, start, end)
      if (plainClass !== ODD) {
        id.add(plain)
        kind.add(plainClass)
        return
      }
      const nir = parseNir(this.#textOf(bytes, start, end))
      id.add(nir.id ?? 0)
      kind.add(nir.isLost ? NIR_CLASSES.lost : NIR_CLASSES[nir.class])
    }
  }

  #opaqueWriter(): Write {
    const id = this.#text('nid')
    const kind = this.#number('nid_class', 'integer')
    return (bytes, start, end) => {
      const plain = end - start <= LONGEST_NAME && plainNumber(bytes, start, end) !== ODD
      const text = plain ? '' : normalOpaqueId(this.#textOf(bytes, start, end)).slice(0, LONGEST_NAME)
      if (plain) id.add(bytes, start, end)
      else id.addText(text)
      kind.add(plain || text !== '' ? NIR_CLASSES.opaque : 0)
    }
  }

  #dateWriter({ dateFormat }: Layout): Write {
    return this.#numberWriter(
      'birth',
      (bytes, start, end) => plainDate(bytes, start, end, dateFormat),
      (raw) => parseBirthDate(raw, dateFormat),
    )
  }

  #numberWriter(
    name: string,
    plain: (bytes: Buffer, start: number, end: number) => number,
    parse: (raw: string) => number,
  ): Write {
    const column = this.#number(name, 'integer')
    return (bytes, start, end) => {
      const value = plain(bytes, start, end)
      column.add(value === ODD ? parse(this.#textOf(bytes, start, end)) : value)
    }
  }

  #nameWriter(name: string): Write {
    const column = this.#text(name)
    const memory = this.#memory
    return (bytes, start, end) => {
      if (start === end) column.add(bytes, start, end)
      else if (end - start <= LONGEST_NAME && isPlainName(bytes, start, end)) {
        column.addName(bytes, start, end)
      } else if (end - start <= LONGEST_REMEMBERED) {
        const found = memory.find(bytes, start, end)
        column.add(memory.arena, memory.start(found), memory.end(found))
      } else column.addText(this.#nameOf(bytes.subarray(start, end)))
    }
  }

  #nameOf(raw: Buffer): string {
    return normalName(this.#alphabet.decode(raw)).slice(0, LONGEST_NAME)
  }

  #codeWriter(name: string): Write {
    const column = this.#text(name)
    return (bytes, start, end) => {
      const from = start === end ? end : plainNumber(bytes, start, end)
      if (from !== ODD && end - from <= LONGEST_NAME) column.add(bytes, from, end)
      else column.addText(normalNumber(this.#textOf(bytes, start, end)).slice(0, LONGEST_NAME))
    }
  }

  #emailWriter(): Write {
    const column = this.#text('email')
    return (bytes, start, end) => {
      const text = this.#textOf(bytes, start, end).trim().toLowerCase()
      column.addText(text.includes('@') ? text.slice(0, LONGEST_NAME) : '')
    }
  }

  /** The lines of an address as one text, in the order of the fields. */
  #streetWriter(layout: Layout): (bytes: Buffer, starts: Int32Array, ends: Int32Array) => void {
    const column = this.#text('street')
    const indexes = streetFields.map((field) => layout.columns[field]).filter((index) => index !== undefined)
    return (bytes, starts, ends) => {
      const lines = indexes.map((index) => this.#nameOf(bytes.subarray(starts[index]!, ends[index]!)))
      column.addText(lines.filter((line) => line !== '').join(' '))
    }
  }

  #rawWriter(name: string): Write {
    const column = this.#text(name)
    const { isUtf8, decode } = this.#alphabet
    return (bytes, start, end) => {
      if (isUtf8 || isAsciiCell(bytes, start, end)) column.add(bytes, start, end)
      else column.addText(decode(bytes.subarray(start, end)))
    }
  }
}

function isAsciiCell(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at]! > 127) return false
  return true
}

/** A line end inside a cell, which only quotes allow, becomes a space: outputs have one line a row. */
function harmless(cell: string): string {
  return /[\r\n]/.test(cell) ? cell.replace(/\r\n|[\r\n]/g, ' ') : cell
}
