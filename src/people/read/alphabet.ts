import { isUtf8 } from 'node:buffer'
import type { Encoding } from './model.ts'
import { decodeLatin9, decodeWindows1252, encodeLatin9, encodeWindows1252 } from './one-byte-pages.ts'

/** How the bytes of a file stand for text and for the ends of its lines. */
export interface Alphabet {
  readonly unit: 1 | 2
  readonly end: Buffer
  decode(bytes: Buffer): string
  /** Does this decoded line hold something the encoding cannot mean? */
  broken(bytes: Buffer, text: string): boolean
  /** The lines as `cellAlphabet` writes cells; undefined when some byte may mean nothing. */
  plain(bytes: Buffer): Buffer | undefined
}

/** How the bytes of one cell of a plain line are read and written: the file's page, or UTF-8 for UTF-16. */
export interface CellAlphabet {
  readonly isUtf8: boolean
  decode(bytes: Buffer): string
  encode(text: string): Buffer
  /** 1 for the bytes of no text: NUL, and those the page leaves unassigned. */
  readonly meaningless: Uint8Array
}

export function alphabetOf(encoding: Encoding, lineEnd: '\n' | '\r'): Alphabet {
  const code = lineEnd.charCodeAt(0)
  if (encoding === 'utf-8') {
    return {
      unit: 1,
      end: Buffer.of(code),
      decode: (bytes) => bytes.toString('utf8'),
      broken: (bytes) => !isUtf8(bytes),
      plain: (bytes) => (isUtf8(bytes) ? bytes : undefined),
    }
  }
  if (encoding === 'windows-1252' || encoding === 'iso-8859-15') {
    return {
      unit: 1,
      end: Buffer.of(code),
      decode: encoding === 'windows-1252' ? decodeWindows1252 : decodeLatin9,
      // An unassigned byte of the one-byte pages decodes to a C1 control.
      broken: (_bytes, text) => /[\u0080-\u009f]/.test(text),
      plain: (bytes) => bytes,
    }
  }
  return wideAlphabet(encoding, code)
}

function wideAlphabet(encoding: 'utf-16le' | 'utf-16be', code: number): Alphabet {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  const decode = (bytes: Buffer) => decoder.decode(bytes)
  // A lone surrogate decodes to U+FFFD.
  const broken = (_bytes: Buffer, text: string) => text.includes('\ufffd')
  return {
    unit: 2,
    end: encoding === 'utf-16le' ? Buffer.of(code, 0) : Buffer.of(0, code),
    decode,
    broken,
    plain: (bytes) => {
      const text = decode(bytes)
      return broken(bytes, text) ? undefined : Buffer.from(text, 'utf8')
    },
  }
}

export function cellAlphabet(encoding: Encoding): CellAlphabet {
  const meaningless = new Uint8Array(256)
  meaningless[0] = 1
  if (encoding === 'windows-1252') {
    for (const byte of [0x81, 0x8d, 0x8f, 0x90, 0x9d]) meaningless[byte] = 1
    return { isUtf8: false, decode: decodeWindows1252, encode: encodeWindows1252, meaningless }
  }
  if (encoding === 'iso-8859-15') {
    meaningless.fill(1, 0x80, 0xa0)
    return { isUtf8: false, decode: decodeLatin9, encode: encodeLatin9, meaningless }
  }
  const decode = (bytes: Buffer) => bytes.toString('utf8')
  return { isUtf8: true, decode, encode: (text) => Buffer.from(text, 'utf8'), meaningless }
}

export function indexOfEnd(data: Buffer, { unit, end }: Alphabet, from: number): number {
  let found = data.indexOf(end, from)
  while (unit === 2 && found >= 0 && found % 2 === 1) found = data.indexOf(end, found + 1)
  return found
}

export function lastIndexOfEnd(data: Buffer, { unit, end }: Alphabet): number {
  let found = data.lastIndexOf(end)
  while (unit === 2 && found > 0 && found % 2 === 1) found = data.lastIndexOf(end, found - 1)
  return unit === 2 && found % 2 === 1 ? -1 : found
}
