export const ENCODINGS = [
  'utf-8',
  'utf-8-bom',
  'windows-1252',
  'iso-8859-15',
  'utf-16le',
  'utf-16be',
] as const
export type Encoding = (typeof ENCODINGS)[number]

/** The characters of the sample that are not at their Unicode place, by encoding; the rest is Latin-1. */
const WINDOWS_1252 = new Map([
  ['Œ', '\x8c'],
  ['œ', '\x9c'],
  ['Ÿ', '\x9f'],
  ['’', '\x92'],
  ['€', '\x80'],
])
const ISO_8859_15 = new Map([
  ['Œ', '\xbc'],
  ['œ', '\xbd'],
  ['Ÿ', '\xbe'],
  ['’', "'"],
  ['€', '\xa4'],
])

/** Text to bytes. The two UTF-16 forms start with a byte order mark, `utf-8` does not. */
export function encoder(encoding: Encoding): { readonly prefix: Buffer; encode(text: string): Buffer } {
  if (encoding === 'utf-8') return { prefix: Buffer.alloc(0), encode: (text) => Buffer.from(text, 'utf8') }
  if (encoding === 'utf-8-bom')
    return { prefix: bytes(0xef, 0xbb, 0xbf), encode: (text) => Buffer.from(text, 'utf8') }
  if (encoding === 'utf-16le')
    return { prefix: bytes(0xff, 0xfe), encode: (text) => Buffer.from(text, 'utf16le') }
  if (encoding === 'utf-16be') {
    return { prefix: bytes(0xfe, 0xff), encode: (text) => Buffer.from(text, 'utf16le').swap16() }
  }
  const special = encoding === 'windows-1252' ? WINDOWS_1252 : ISO_8859_15
  return { prefix: Buffer.alloc(0), encode: (text) => oneByte(text, special) }
}

function bytes(...values: number[]): Buffer {
  return Buffer.from(values)
}

function oneByte(text: string, special: ReadonlyMap<string, string>): Buffer {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is the whole of Latin-1.
  const mapped = text.replace(/[^\x00-\xff]/g, (character) => special.get(character) ?? '?')
  return Buffer.from(mapped, 'latin1')
}
