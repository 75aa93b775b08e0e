import { isUtf8 } from 'node:buffer'
import { BrokenFile } from './broken-file.ts'
import { isNamed, isSelfClosing, nextTag, specialEnd, tagEnd } from './tags.ts'
import { TextBytes } from './text-bytes.ts'

/** Texts held in memory: those of a full sheet of 30 columns stay below both. */
const TEXT_BYTES = 2 ** 29
const TEXTS = 2 ** 25
const PENDING_BYTES = 1 << 22

/** The texts that cells of a workbook share (`xl/sharedStrings.xml`), end to end in memory, without a string each. */
export class SharedStrings {
  readonly #text = new TextBytes(1 << 16)
  #ends = new Uint32Array(1 << 12)
  #count = 0

  /** Reading stopped before the last text. */
  isPartial = false
  /** A cell asked for a text beyond those that were read. */
  wasShort = false

  get count(): number {
    return this.#count
  }

  get bytes(): Buffer {
    return this.#text.bytes
  }

  start(index: number): number {
    return index === 0 ? 0 : this.#ends[index - 1]!
  }

  end(index: number): number {
    return this.#ends[index]!
  }

  /** @param enough texts after which reading stops: a look at the first rows needs the first texts */
  async read(chunks: AsyncIterable<Buffer>, part: string, enough = TEXTS + 1): Promise<void> {
    const scanner = new StringScanner(part, this.#text, () => this.#finish(part))
    let rest: Buffer = Buffer.alloc(0)
    for await (const chunk of chunks) {
      const data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      const taken = scanner.scan(data)
      if (!isUtf8(data.subarray(0, taken))) throw new BrokenFile('encoding', part)
      rest = data.subarray(taken)
      if (rest.length > PENDING_BYTES) throw new BrokenFile('too_large', part)
      if (this.#count >= enough) {
        this.isPartial = true
        return
      }
    }
    if (!scanner.isWhole) throw new BrokenFile('truncated', part)
  }

  #finish(part: string): void {
    if (this.#text.length > TEXT_BYTES || this.#count === TEXTS) throw new BrokenFile('too_large', part)
    if (this.#count === this.#ends.length) {
      const larger = new Uint32Array(this.#ends.length * 2)
      larger.set(this.#ends)
      this.#ends = larger
    }
    this.#ends[this.#count++] = this.#text.length
  }
}

/** `<si>` holds one text, or runs of text in `<r>`; `<rPh>` holds how it is pronounced, which is no part of it. */
class StringScanner {
  isWhole = false
  #inside = false
  #phonetic = false
  readonly #part: string
  readonly #text: TextBytes
  readonly #onString: () => void

  constructor(part: string, text: TextBytes, onString: () => void) {
    this.#part = part
    this.#text = text
    this.#onString = onString
  }

  /** Reads whole tags; gives how many bytes it took. */
  scan(data: Buffer): number {
    let at = 0
    for (;;) {
      const lt = nextTag(data, at)
      if (lt < 0) return data.length
      const next = this.#tag(data, lt)
      if (next < 0) return lt
      at = next
    }
  }

  #tag(data: Buffer, lt: number): number {
    const second = data[lt + 1]
    if (second === undefined) return -1
    if (second === 33 || second === 63) return specialEnd(data, lt, this.#part)
    const gt = tagEnd(data, lt, this.#part)
    if (gt < 0) return -1
    if (second === 47) this.#close(data, lt, gt)
    else if (isNamed(data, lt + 1, gt, 't')) return this.#textAfter(data, gt)
    else this.#open(data, lt, gt)
    return gt + 1
  }

  #open(data: Buffer, lt: number, gt: number): void {
    const empty = isSelfClosing(data, gt)
    if (isNamed(data, lt + 1, gt, 'si')) {
      if (this.#inside) throw new BrokenFile('xml', this.#part)
      if (empty) this.#onString()
      else this.#inside = true
    } else if (isNamed(data, lt + 1, gt, 'rPh')) this.#phonetic = !empty
    else if (isNamed(data, lt + 1, gt, 'sst')) this.isWhole ||= empty
  }

  #close(data: Buffer, lt: number, gt: number): void {
    if (isNamed(data, lt + 2, gt, 'si')) {
      if (!this.#inside) throw new BrokenFile('xml', this.#part)
      this.#inside = false
      this.#onString()
    } else if (isNamed(data, lt + 2, gt, 'rPh')) this.#phonetic = false
    else if (isNamed(data, lt + 2, gt, 'sst')) this.isWhole = !this.#inside
  }

  #textAfter(data: Buffer, gt: number): number {
    if (isSelfClosing(data, gt)) return gt + 1
    const end = nextTag(data, gt + 1)
    // The closing tag is left to the next turn; its first byte must be there to tell it from a comment.
    if (end < 0) return -1
    if (this.#inside && !this.#phonetic) this.#text.addXml(data, gt + 1, end, this.#part)
    return end
  }
}
