import { plainLetter } from './normal-bytes.ts'
import type { ParquetColumn } from './parquet-file.ts'

/** Columns of a part of a work file, filled row by row, written, then filled again. */
export class NumberColumn {
  readonly name: string
  readonly #type: 'integer' | 'double'
  readonly #values: Int32Array | Float64Array
  #rows = 0

  /** `double` holds whole numbers exactly up to 2^53. */
  constructor(name: string, type: 'integer' | 'double', capacity: number) {
    this.name = name
    this.#type = type
    this.#values = type === 'integer' ? new Int32Array(capacity) : new Float64Array(capacity)
  }

  add(value: number): void {
    this.#values[this.#rows++] = value
  }

  take(): ParquetColumn {
    const { buffer, BYTES_PER_ELEMENT } = this.#values
    const bytes = new Uint8Array(buffer, 0, this.#rows * BYTES_PER_ELEMENT)
    this.#rows = 0
    return { name: this.name, type: this.#type, bytes }
  }
}

export class TextColumn {
  readonly name: string
  #bytes: Buffer = Buffer.allocUnsafe(1 << 16)
  #length = 0

  constructor(name: string) {
    this.name = name
  }

  /** Text already in UTF-8. */
  add(from: Uint8Array, start: number, end: number): void {
    let at = this.#begin(end - start)
    const bytes = this.#bytes
    for (let i = start; i < end; i++) bytes[at++] = from[i]!
    this.#length = at
  }

  /** A name that `isPlainName` accepts. */
  addName(from: Uint8Array, start: number, end: number): void {
    let at = this.#begin(end - start)
    const bytes = this.#bytes
    for (let i = start; i < end; i++) bytes[at++] = plainLetter(from[i]!)
    this.#length = at
  }

  addText(text: string): void {
    if (text === '') this.add(this.#bytes, 0, 0)
    else {
      const encoded = Buffer.from(text, 'utf8')
      this.add(encoded, 0, encoded.length)
    }
  }

  take(): ParquetColumn {
    const bytes = this.#bytes.subarray(0, this.#length)
    this.#length = 0
    return { name: this.name, type: 'text', bytes }
  }

  /** Makes room for a text and writes its length; gives where its bytes go. */
  #begin(size: number): number {
    const needed = this.#length + size + 4
    if (needed > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, this.#bytes.length * 2))
      this.#bytes.copy(larger, 0, 0, this.#length)
      this.#bytes = larger
    }
    return this.#bytes.writeUInt32LE(size, this.#length)
  }
}
