import { isUtf8 } from 'node:buffer'
import type { Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Encoding, QuarantineReason } from './model.ts'
import { decodeLatin9, decodeWindows1252 } from './one-byte-pages.ts'

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
  /** The line's bytes without its line end. */
  bytesOf(index: number): Buffer
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

interface Alphabet {
  readonly unit: 1 | 2
  readonly end: Buffer
  decode(bytes: Buffer): string
  /** Does this decoded line hold something the encoding cannot mean? */
  broken(bytes: Buffer, text: string): boolean
}

/**
 * Streams a file as chunks of whole lines. Memory is bounded whatever the file: a line over LINE_LIMIT comes as a chunk
 * of its own, cut, flagged `overlong`.
 * @param hash receives every byte
 */
export async function* lineChunks(
  path: string,
  encoding: Encoding,
  lineEnd: '\n' | '\r',
  count: ByteCount,
  hash?: Hash,
): AsyncGenerator<LineChunk> {
  const alphabet = alphabetOf(encoding, lineEnd)
  let rest: Buffer = Buffer.alloc(0)
  let skipping = false
  for await (const read of createReadStream(path, { highWaterMark: READ_SIZE }) as AsyncIterable<Buffer>) {
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
      yield chunkOf(data.subarray(0, last), alphabet, false)
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
    yield chunkOf(rest, alphabet, true)
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

function alphabetOf(encoding: Encoding, lineEnd: '\n' | '\r'): Alphabet {
  const code = lineEnd.charCodeAt(0)
  if (encoding === 'utf-8') {
    return {
      unit: 1,
      end: Buffer.of(code),
      decode: (bytes) => bytes.toString('utf8'),
      broken: (bytes) => !isUtf8(bytes),
    }
  }
  const unit = encoding === 'windows-1252' || encoding === 'iso-8859-15' ? 1 : 2
  // A lone surrogate decodes to U+FFFD; an unassigned byte of the one-byte pages decodes to a C1 control.
  const wrong = unit === 2 ? /\ufffd/ : /[\u0080-\u009f]/
  return {
    unit,
    end: unit === 1 ? Buffer.of(code) : encoding === 'utf-16le' ? Buffer.of(code, 0) : Buffer.of(0, code),
    decode: decoderOf(encoding),
    broken: (_bytes, text) => wrong.test(text),
  }
}

function decoderOf(encoding: Encoding): (bytes: Buffer) => string {
  if (encoding === 'windows-1252') return decodeWindows1252
  if (encoding === 'iso-8859-15') return decodeLatin9
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  return (bytes) => decoder.decode(bytes)
}

function indexOfEnd(data: Buffer, { unit, end }: Alphabet, from: number): number {
  let found = data.indexOf(end, from)
  while (unit === 2 && found >= 0 && found % 2 === 1) found = data.indexOf(end, found + 1)
  return found
}

function lastIndexOfEnd(data: Buffer, { unit, end }: Alphabet): number {
  let found = data.lastIndexOf(end)
  while (unit === 2 && found > 0 && found % 2 === 1) found = data.lastIndexOf(end, found - 1)
  return unit === 2 && found % 2 === 1 ? -1 : found
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
    bytesOf: () => kept,
  }
}

function chunkOf(bytes: Buffer, alphabet: Alphabet, endsOpen: boolean): LineChunk {
  const text = alphabet.decode(bytes)
  const texts = text.split(alphabet.end.includes(13) ? '\r' : '\n')
  let starts: number[] | undefined
  const bytesOf = (index: number): Buffer => {
    starts ??= lineStarts(bytes, alphabet)
    const to = index + 1 < starts.length ? starts[index + 1]! - alphabet.unit : bytes.length
    return withoutReturn(bytes.subarray(starts[index]!, to), alphabet)
  }
  const problemOf = (index: number): QuarantineReason | undefined => {
    const line = texts[index]!
    if (line.length > LINE_LIMIT / 4 && bytesOf(index).length > LINE_LIMIT) return 'line_too_long'
    if (line.includes('\0')) return 'control_character'
    return alphabet.broken(bytesOf(index), line) ? 'undecodable_bytes' : undefined
  }
  const suspect =
    alphabet.broken(bytes, text) || text.includes('\0') || bytes.length > texts.length * (LINE_LIMIT / 64)
  return { texts, suspect: suspect || hasLongLine(texts), problemOf, bytesOf, endsOpen, overlong: false }
}

function hasLongLine(texts: readonly string[]): boolean {
  for (const text of texts) if (text.length > LINE_LIMIT / 4) return true
  return false
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
