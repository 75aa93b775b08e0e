import type { Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type Alphabet, alphabetOf, indexOfEnd, lastIndexOfEnd } from './alphabet.ts'
import type { Encoding, QuarantineReason } from './model.ts'

/** A longer physical line is quarantined and never held in memory whole. */
export const LINE_LIMIT = 1 << 20
const KEPT_OF_LONG_LINE = 1 << 16
const READ_SIZE = 1 << 18

/** Whole physical lines of a file, decoded, with their bytes at hand for the quarantine. */
export interface LineChunk {
  readonly texts: readonly string[]
  /** Is there anything in this chunk that needs `problemOf`? */
  readonly suspect: boolean
  problemOf(index: number): QuarantineReason | undefined
  textOf(index: number): string
  /** The line's bytes without its line end. */
  bytesOf(index: number): Buffer
  /** The chunk's lines for a reader of bytes (see `Alphabet.plain`); undefined when lines must be judged one by one. */
  plain(): Buffer | undefined
  /** The file ended without a line end after this chunk's last line. */
  readonly endsOpen: boolean
  /** The chunk stands for one line over the limit: only its beginning is kept. */
  readonly overlong: boolean
}

/** What the bytes alone say: an account independent of the record reader's. */
export interface ByteCount {
  bytes: number
  lines: number
}

/**
 * Streams a file as chunks of whole lines. Memory is bounded whatever the file: a line over LINE_LIMIT comes as a chunk
 * of its own, cut, flagged `overlong`.
 * @param source a path, or the bytes themselves when the file is not in clear on a disk
 * @param hash receives every byte
 */
export async function* lineChunks(
  source: string | AsyncIterable<Buffer>,
  encoding: Encoding,
  lineEnd: '\n' | '\r',
  count: ByteCount,
  hash?: Hash,
): AsyncGenerator<LineChunk> {
  const alphabet = alphabetOf(encoding, lineEnd)
  let rest: Buffer = Buffer.alloc(0)
  let skipping = false
  const reads: AsyncIterable<Buffer> =
    typeof source === 'string' ? createReadStream(source, { highWaterMark: READ_SIZE }) : source
  for await (const read of reads) {
    hash?.update(read)
    let data: Buffer = rest.length === 0 ? read : Buffer.concat([rest, read])
    if (count.bytes === 0 && rest.length === 0) data = withoutMark(data)
    count.bytes += read.length
    if (skipping) {
      const end = indexOfEnd(data, alphabet, 0)
      if (end < 0) {
        rest = tail(data, alphabet)
        continue
      }
      data = data.subarray(end + alphabet.unit)
      skipping = false
    }
    const last = lastIndexOfEnd(data, alphabet)
    if (last >= 0) {
      count.lines += countEnds(data.subarray(0, last + alphabet.unit), alphabet)
      yield new WholeLines(data.subarray(0, last), alphabet, false)
      data = data.subarray(last + alphabet.unit)
    }
    if (data.length > LINE_LIMIT) {
      count.lines += 1
      yield overlongChunk(data)
      skipping = true
      data = tail(data, alphabet)
    }
    rest = data
  }
  if (!skipping && rest.length > 0) {
    count.lines += 1
    yield new WholeLines(rest, alphabet, true)
  }
}

/** While a long line is skipped, what cannot be judged yet: half a two-byte unit. */
function tail(data: Buffer, alphabet: Alphabet): Buffer {
  return alphabet.unit === 2 && data.length % 2 === 1
    ? data.subarray(data.length - 1)
    : data.subarray(data.length)
}

function withoutMark(data: Buffer): Buffer {
  if (data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf) return data.subarray(3)
  const wide = (data[0] === 0xff && data[1] === 0xfe) || (data[0] === 0xfe && data[1] === 0xff)
  return wide ? data.subarray(2) : data
}

function countEnds(data: Buffer, alphabet: Alphabet): number {
  let lines = 0
  for (let at = indexOfEnd(data, alphabet, 0); at >= 0; at = indexOfEnd(data, alphabet, at + alphabet.unit))
    lines++
  return lines
}

function overlongChunk(data: Buffer): LineChunk {
  const kept = Buffer.from(data.subarray(0, KEPT_OF_LONG_LINE))
  return {
    texts: [''],
    suspect: true,
    endsOpen: false,
    overlong: true,
    problemOf: () => 'line_too_long',
    textOf: () => '',
    bytesOf: () => kept,
    plain: () => undefined,
  }
}

/** Decodes and splits only when asked: a reader of bytes asks for the odd line alone. */
class WholeLines implements LineChunk {
  readonly endsOpen: boolean
  readonly overlong = false
  readonly #bytes: Buffer
  readonly #alphabet: Alphabet
  #texts: string[] | undefined
  #starts: number[] | undefined

  constructor(bytes: Buffer, alphabet: Alphabet, endsOpen: boolean) {
    this.#bytes = bytes
    this.#alphabet = alphabet
    this.endsOpen = endsOpen
  }

  get texts(): readonly string[] {
    this.#texts ??= this.#alphabet.decode(this.#bytes).split(this.#alphabet.end.includes(13) ? '\r' : '\n')
    return this.#texts
  }

  get suspect(): boolean {
    const { texts } = this
    if (texts.some((text) => text.length > LINE_LIMIT / 4 || text.includes('\0'))) return true
    return this.#alphabet.broken(this.#bytes, texts.join('\n'))
  }

  problemOf(index: number): QuarantineReason | undefined {
    const text = this.textOf(index)
    const bytes = this.bytesOf(index)
    if (bytes.length > LINE_LIMIT) return 'line_too_long'
    if (text.includes('\0')) return 'control_character'
    return this.#alphabet.broken(bytes, text) ? 'undecodable_bytes' : undefined
  }

  textOf(index: number): string {
    return this.#texts?.[index] ?? this.#alphabet.decode(this.#lineOf(index))
  }

  bytesOf(index: number): Buffer {
    return withoutReturn(this.#lineOf(index), this.#alphabet)
  }

  plain(): Buffer | undefined {
    return this.#alphabet.plain(this.#bytes)
  }

  #lineOf(index: number): Buffer {
    this.#starts ??= lineStarts(this.#bytes, this.#alphabet)
    const next = this.#starts[index + 1]
    const to = next === undefined ? this.#bytes.length : next - this.#alphabet.unit
    return this.#bytes.subarray(this.#starts[index]!, to)
  }
}

function withoutReturn(line: Buffer, { unit, end }: Alphabet): Buffer {
  if (line.length < unit || end.includes(13)) return line
  const at = unit === 1 || end[1] === 0 ? line.length - unit : line.length - 1
  return line[at] === 13 ? line.subarray(0, line.length - unit) : line
}

function lineStarts(bytes: Buffer, alphabet: Alphabet): number[] {
  const starts = [0]
  for (
    let at = indexOfEnd(bytes, alphabet, 0);
    at >= 0;
    at = indexOfEnd(bytes, alphabet, at + alphabet.unit)
  ) {
    starts.push(at + alphabet.unit)
  }
  return starts
}
