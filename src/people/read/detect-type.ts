import type { FileKind } from './refusals.ts'

const SIGNATURES: readonly (readonly [FileKind, string])[] = [
  ['pdf', '%PDF'],
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
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
export function detectForeignType(head: Buffer): FileKind | undefined {
  const start = head.toString('latin1', 0, 64)
  const found = SIGNATURES.find(([, signature]) => start.startsWith(signature))?.[0]
  if (found === 'zip' && head.includes('[Content_Types].xml')) return 'xlsx'
  if (found) return found
  const text = start.replace(/^\xef\xbb\xbf/, '').trimStart()
  if (/^<(\?xml|!doctype|html)/i.test(text)) return 'xml'
  return /^(\{\s*"|\[\s*[{[])/.test(text) ? 'json' : undefined
}
