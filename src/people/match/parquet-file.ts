/** The few physical types a work file needs, numbered as in parquet.thrift. */
export const parquetTypes = { integer: 1, double: 5, text: 6 } as const

export interface ParquetColumn {
  readonly name: string
  readonly type: keyof typeof parquetTypes
  /** PLAIN encoding: little-endian numbers; a length on four bytes before each text. */
  readonly bytes: Uint8Array
}

const MAGIC = Buffer.from('PAR1')

/**
 * A Parquet file of one row group, one uncompressed page a column, no nulls: what DuckDB reads fastest and what typed
 * arrays already are. Source: Apache Parquet format 2.x, parquet.thrift; Thrift compact protocol.
 * @returns the pieces of the file, in order
 */
export function parquetFile(columns: readonly ParquetColumn[], rows: number): Uint8Array[] {
  const pieces: Uint8Array[] = [MAGIC]
  let offset = MAGIC.length
  const placed = columns.map((column) => {
    const header = pageHeader(column.bytes.length, rows)
    const at = offset
    pieces.push(header, column.bytes)
    offset += header.length + column.bytes.length
    return { column, at, size: header.length + column.bytes.length }
  })
  const footer = fileFooter(placed, rows)
  const length = Buffer.alloc(4)
  length.writeUInt32LE(footer.length)
  pieces.push(footer, length, MAGIC)
  return pieces
}

interface Placed {
  readonly column: ParquetColumn
  readonly at: number
  readonly size: number
}

function pageHeader(size: number, rows: number): Buffer {
  const out = new Thrift()
  out.integer(1, 0).integer(2, size).integer(3, size)
  // DataPageHeader: PLAIN values; levels, which required columns do not have, would be RLE.
  out.struct(5).integer(1, rows).integer(2, 0).integer(3, 3).integer(4, 3).end()
  return out.end().bytes()
}

function fileFooter(placed: readonly Placed[], rows: number): Buffer {
  const out = new Thrift()
  out.integer(1, 1).list(2, STRUCT, placed.length + 1)
  out.element().text(4, 'rows').integer(5, placed.length).end()
  for (const { column } of placed) schemaElement(out, column)
  out.long(3, rows).list(4, STRUCT, 1).element().list(1, STRUCT, placed.length)
  for (const one of placed) columnChunk(out, one, rows)
  const total = placed.reduce((sum, { size }) => sum + size, 0)
  return out.long(2, total).long(3, rows).end().end().bytes()
}

function schemaElement(out: Thrift, { name, type }: ParquetColumn): void {
  out.element().integer(1, parquetTypes[type]).integer(3, 0).text(4, name)
  if (type === 'text') out.integer(6, 0)
  out.end()
}

function columnChunk(out: Thrift, { column, at, size }: Placed, rows: number): void {
  out.element().long(2, at).struct(3)
  out.integer(1, parquetTypes[column.type])
  out.list(2, INTEGER, 1).bare(0).list(3, TEXT, 1).bareText(column.name)
  out.integer(4, 0).long(5, rows).long(6, size).long(7, size).long(9, at).end().end()
}

const INTEGER = 5
const LONG = 6
const TEXT = 8
const LIST = 9
const STRUCT = 12

/** Writes structures in the Thrift compact protocol. */
class Thrift {
  readonly #out: number[] = []
  readonly #outer: number[] = []
  #last = 0

  integer(field: number, value: number): this {
    return this.#field(field, INTEGER).bare(value)
  }

  long(field: number, value: number): this {
    return this.#field(field, LONG).bare(value)
  }

  text(field: number, value: string): this {
    return this.#field(field, TEXT).bareText(value)
  }

  struct(field: number): this {
    return this.#field(field, STRUCT).element()
  }

  list(field: number, of: number, size: number): this {
    this.#field(field, LIST)
    if (size < 15) this.#out.push((size << 4) | of)
    else this.#varint(size, 0xf0 | of)
    return this
  }

  /** A structure as an element of a list. */
  element(): this {
    this.#outer.push(this.#last)
    this.#last = 0
    return this
  }

  end(): this {
    this.#out.push(0)
    this.#last = this.#outer.pop() ?? 0
    return this
  }

  /** A number as an element of a list; never negative here, so that zigzag doubles it. */
  bare(value: number): this {
    this.#varint(value * 2)
    return this
  }

  bareText(value: string): this {
    const bytes = Buffer.from(value, 'utf8')
    this.#varint(bytes.length)
    this.#out.push(...bytes)
    return this
  }

  bytes(): Buffer {
    return Buffer.from(this.#out)
  }

  #field(field: number, type: number): this {
    this.#out.push(((field - this.#last) << 4) | type)
    this.#last = field
    return this
  }

  #varint(value: number, before?: number): void {
    if (before !== undefined) this.#out.push(before)
    let left = value
    for (; left >= 128; left = Math.floor(left / 128)) this.#out.push((left % 128) | 128)
    this.#out.push(left)
  }
}
