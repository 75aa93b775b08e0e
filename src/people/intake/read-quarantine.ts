import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { DataFolder } from '../../platform/data-folder.ts'
import { decryptFrom } from '../../platform/encrypted-file.ts'
import { isShapedLikeNir } from '../identity/index.ts'
import type { QuarantinedList } from './store-quarantine.ts'

/** A line set aside, as the quarantine file of the match holds it. */
export interface AsideLine {
  readonly row: number
  readonly line: number
  readonly column: number
  readonly reason: string
  readonly bytes: Buffer
}

export const LINES_PAGE = 50

/** Every line set aside of a list, one at a time: the file is decrypted as it is read, whatever its size. */
export async function* linesAside(home: DataFolder, list: QuarantinedList): AsyncIterable<AsideLine> {
  if (!list.quarantinePath) return
  const source = await decryptFrom(home, join(home.store, list.quarantinePath))
  try {
    for await (const text of createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY })) {
      // Numbers, a word and base64: no field of this file can hold a comma or a quote.
      const [file, row, line, column, reason, bytes] = text.split(',')
      if (file !== list.kind) continue
      yield {
        row: Number(row),
        line: Number(line),
        column: Number(column),
        reason: reason ?? '',
        bytes: Buffer.from(bytes ?? '', 'base64'),
      }
    }
  } finally {
    source.destroy()
  }
}

export interface AsidePage {
  /** At most a page and one. */
  readonly lines: readonly Omit<AsideLine, 'bytes'>[]
  readonly byReason: ReadonlyMap<string, number>
  readonly total: number
}

/** One page of line numbers and reasons after a row, and the account of all of them. */
export async function readAside(home: DataFolder, list: QuarantinedList, after: number): Promise<AsidePage> {
  const lines: Omit<AsideLine, 'bytes'>[] = []
  const byReason = new Map<string, number>()
  let total = 0
  for await (const { row, line, column, reason } of linesAside(home, list)) {
    total += 1
    byReason.set(reason, (byReason.get(reason) ?? 0) + 1)
    if (row > after && lines.length <= LINES_PAGE) lines.push({ row, line, column, reason })
  }
  return { lines, byReason, total }
}

export async function findAside(
  home: DataFolder,
  list: QuarantinedList,
  row: number,
): Promise<AsideLine | undefined> {
  for await (const line of linesAside(home, list)) if (line.row === row) return line
  return undefined
}

const LONGEST_SHOWN = 2000

/** The text of a line for a screen: what looks like a national identifier stays masked, whatever parts it. */
export function shownText(line: AsideLine, encoding: string): string {
  return textOf(line.bytes, encoding)
    .slice(0, LONGEST_SHOWN)
    .replace(/[\dAB][\dAB .-]{11,24}[\dAB]/gi, (found) =>
      isShapedLikeNir(found.replace(/[ .-]/g, '')) || found.replace(/\D/g, '').length >= 13
        ? found.replace(/[\dAB]/gi, '•')
        : found,
    )
}

/** As the file writes it; bytes that mean nothing there become the replacement sign. */
export function textOf(bytes: Buffer, encoding: string): string {
  const known = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15']
  return new TextDecoder(known.includes(encoding) ? encoding : 'utf-8').decode(bytes)
}
