import { BrokenFile } from './broken-file.ts'

const SPACE = 32
const SLASH = 47
const COLON = 58
const LESS = 60
const EQUALS = 61
const GREATER = 62

/** Positions within bytes of XML: -1 where more bytes are needed. */

export function nextTag(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) if (bytes[at] === LESS) return at
  return -1
}

/** The `>` that ends the tag begun at `lt`; quoted attributes may hold one. */
export function tagEnd(bytes: Uint8Array, lt: number, part: string): number {
  let quote = 0
  for (let at = lt + 1; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (quote !== 0) {
      if (byte === quote) quote = 0
    } else if (byte === GREATER) return at
    else if (byte === 34 || byte === 39) quote = byte
    else if (byte === LESS) throw new BrokenFile('xml', part)
  }
  return -1
}

/** After a comment or an instruction begun at `lt`. */
export function specialEnd(bytes: Buffer, lt: number, part: string): number {
  const isComment = bytes[lt + 1] === 33
  if (isComment && bytes.length < lt + 4) return -1
  if (isComment && (bytes[lt + 2] !== 45 || bytes[lt + 3] !== 45)) {
    // CDATA is legal XML that no spreadsheet writes; DOCTYPE is what attacks live from.
    throw new BrokenFile(bytes[lt + 2] === 91 ? 'xml' : 'doctype', part)
  }
  const mark = isComment ? '-->' : '?>'
  const end = bytes.indexOf(mark, lt + 2, 'latin1')
  return end < 0 ? -1 : end + mark.length
}

/** Does the tag whose name begins at `from` have this name, whatever its prefix? */
export function isNamed(bytes: Uint8Array, from: number, gt: number, name: string): boolean {
  let start = from
  let end = from
  while (end < gt) {
    const byte = bytes[end]!
    if (byte === COLON) start = end + 1
    else if (byte <= SPACE || byte === SLASH) break
    end++
  }
  if (end - start !== name.length) return false
  for (let i = 0; i < name.length; i++) if (bytes[start + i] !== name.charCodeAt(i)) return false
  return true
}

export function isSelfClosing(bytes: Uint8Array, gt: number): boolean {
  return bytes[gt - 1] === SLASH
}

/** Calls back with each attribute whose name is one letter: its letter and where its value stands. */
export function eachShortAttribute(
  bytes: Uint8Array,
  lt: number,
  gt: number,
  found: (letter: number, start: number, end: number) => void,
): void {
  let at = lt + 1
  while (at < gt && bytes[at]! > SPACE && bytes[at] !== SLASH) at++
  while (at < gt) {
    while (at < gt && (bytes[at]! <= SPACE || bytes[at] === SLASH)) at++
    const name = at
    while (at < gt && bytes[at] !== EQUALS && bytes[at]! > SPACE) at++
    const length = at - name
    while (at < gt && bytes[at] !== 34 && bytes[at] !== 39) at++
    if (at >= gt) return
    const quote = bytes[at++]!
    const start = at
    while (at < gt && bytes[at] !== quote) at++
    if (length === 1) found(bytes[name]!, start, at)
    at++
  }
}
