import type { FileKind } from './refusals.ts'

/** What a file is to the reader: an archive may be a workbook, which its parts tell. */
export type FoundType = FileKind | 'parquet' | 'archive'

const SIGNATURES: readonly (readonly [FoundType, string])[] = [
  ['pdf', '%PDF'],
  ['archive', 'PK\x03\x04'],
  ['archive', 'PK\x05\x06'],
  ['zip', '\x1f\x8b'],
  ['zip', 'Rar!'],
  ['zip', '7z\xbc\xaf'],
  ['image', '\x89PNG'],
  ['image', '\xff\xd8\xff'],
  ['image', 'GIF8'],
  ['image', 'II*\0'],
  ['image', 'MM\0*'],
  ['xls', '\xd0\xcf\x11\xe0'],
  ['parquet', 'PAR1'],
  ['binary', '\x7fELF'],
  ['binary', 'SQLite format 3\0'],
]

/** What a file is when it is no delimited text, from its first bytes; undefined when it may be text. */
export function detectForeignType(head: Buffer): FoundType | undefined {
  const start = head.toString('latin1', 0, 64)
  const found = SIGNATURES.find(([, signature]) => start.startsWith(signature))?.[0]
  if (found) return found
  const text = start.replace(/^\xef\xbb\xbf/, '').trimStart()
  if (/^<(\?xml|!doctype|html)/i.test(text)) return 'xml'
  return /^(\{\s*"|\[\s*[{[])/.test(text) ? 'json' : undefined
}
