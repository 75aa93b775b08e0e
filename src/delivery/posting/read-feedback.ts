import { isUtf8 } from 'node:buffer'
import { detectSeparator, splitQuoted } from '../../people/read/index.ts'
import { Temporal } from '../../platform/clock.ts'
import {
  columnsOf,
  type FeedbackColumn,
  type ReturnReason,
  returnReason,
  statusOf,
} from './feedback-words.ts'
import { postingRefusals } from './refusals.ts'

/** One row of a print house's file, read; or why it cannot be. `line` counts from 1, the header included. */
export type FeedbackRow =
  | {
      readonly line: number
      readonly letterId: number | undefined
      readonly code: string | undefined
      readonly posted: { readonly on: string | null } | undefined
      readonly returned: { readonly on: string | null; readonly reason: ReturnReason } | undefined
    }
  | { readonly line: number; readonly unreadable: UnreadableReason }

export type UnreadableReason =
  | 'quotes'
  | 'no_letter'
  | 'bad_letter'
  | 'no_state'
  | 'bad_date'
  | 'date_in_future'

/**
 * Reads the CSV in which a print house or the post says what became of letters: any usual separator and encoding, columns by
 * their names (letter id or code, status, posted on, returned on, reason). Every line that is not blank is one row.
 * @throws delivery.feedbackWorkbook, delivery.feedbackColumns
 */
export function readFeedback(bytes: Uint8Array, today: Temporal.PlainDate): FeedbackRow[] {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw postingRefusals.feedbackWorkbook()
  const lines = decoded(bytes).split(/\r\n|\n|\r/)
  if (lines.every((line) => line.trim() === '')) throw postingRefusals.feedbackColumns()
  const separator = detectSeparator(lines)
  const records = recordsOf(lines, separator)
  const header = records.next().value
  const columns = columnsOf(header && 'fields' in header ? header.fields : [])
  const says = (['status', 'postedOn', 'returnedOn', 'on', 'reason'] as const).some((name) => name in columns)
  if (!('letter' in columns || 'code' in columns) || !says) throw postingRefusals.feedbackColumns()
  return [...records].map((record) =>
    'fields' in record
      ? rowOf(record.line, (column) => record.fields[columns[column] ?? -1]?.trim() ?? '', today)
      : { line: record.line, unreadable: 'quotes' },
  )
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes)
}

type RawRecord = { readonly line: number; readonly fields: string[] } | { readonly line: number }

/** Records of quoted text; a quote left open takes the lines after it, at most a few. */
function* recordsOf(lines: readonly string[], separator: string): Generator<RawRecord, undefined> {
  const MOST_LINES = 5
  for (let at = 0; at < lines.length; at += 1) {
    if (lines[at]!.trim() === '') continue
    let text = lines[at]!
    let read = splitQuoted(text, separator)
    let next = at + 1
    while (read.kind === 'open' && next < lines.length && next - at < MOST_LINES) {
      text += `\n${lines[next]}`
      read = splitQuoted(text, separator)
      next += 1
    }
    // A quote that nothing closes must not swallow the rows after it.
    yield read.kind === 'record' ? { line: at + 1, fields: read.fields } : { line: at + 1 }
    if (read.kind === 'record') at = next - 1
  }
  return undefined
}

function rowOf(
  line: number,
  cell: (column: FeedbackColumn) => string,
  today: Temporal.PlainDate,
): FeedbackRow {
  const letter = cell('letter')
  const code = codeOf(cell('code')) ?? codeOf(letter)
  const letterId = /^\d{1,15}$/.test(letter) ? Number(letter) : undefined
  if (letterId === undefined && code === undefined)
    return { line, unreadable: letter === '' && cell('code') === '' ? 'no_letter' : 'bad_letter' }
  const status = statusOf(cell('status'))
  const words = [cell('reason'), status === 'returned' ? cell('status') : '']
  const wording = words.filter((text) => text !== '' && !/^(0|non|no|false)$/i.test(text)).join(' ')
  const isReturned =
    status === 'returned' || cell('returnedOn') !== '' || (cell('reason') !== '' && wording !== '')
  const isPosted = status === 'posted' || cell('postedOn') !== ''
  if (!isReturned && !isPosted) return { line, unreadable: 'no_state' }
  const onlyDate = (column: 'postedOn' | 'returnedOn', is: boolean) => cell(column) || (is ? cell('on') : '')
  const days = {
    posted: dayOf(onlyDate('postedOn', isPosted && !isReturned)),
    returned: dayOf(onlyDate('returnedOn', isReturned)),
  }
  for (const day of Object.values(days)) {
    if (day === undefined) return { line, unreadable: 'bad_date' }
    if (day !== null && day > today.toString()) return { line, unreadable: 'date_in_future' }
  }
  return {
    line,
    letterId,
    code,
    posted: isPosted ? { on: days.posted ?? null } : undefined,
    returned: isReturned ? { on: days.returned ?? null, reason: returnReason(wording) } : undefined,
  }
}

/**
 * The code of a letter as a person or a scanner gives it: any case, with or without its dash; O for 0 and I or L for 1
 * are mended, for the alphabet (Crockford's base 32) has none of them.
 */
export function codeOf(text: string): string | undefined {
  const plain = text
    .toUpperCase()
    .replace(/[\s\u2010-\u2015-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(plain) ? `${plain.slice(0, 4)}-${plain.slice(4)}` : undefined
}

/** `2026-06-08`, `08/06/2026`, `8.6.26`, `20260608`, with or without an hour after it; null when empty, undefined when not a day. */
function dayOf(text: string): string | null | undefined {
  if (text === '') return null
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?$/.exec(text)
  const french = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})(?: .*)?$/.exec(text)
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]].map(Number)
    : french
      ? [Number(french[3]!.length === 2 ? `20${french[3]}` : french[3]), Number(french[2]), Number(french[1])]
      : []
  if (year === undefined || month === undefined || day === undefined) return undefined
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}
