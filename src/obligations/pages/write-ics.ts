import type { Temporal } from '../../platform/clock.ts'

/** One deadline as a calendar shows it. It names duties and recipients, never a person. */
interface CalendarEntry {
  /** Stable through exports: a calendar replaces the entry that has it. */
  readonly uid: string
  readonly dueAt: Temporal.Instant
  readonly summary: string
  readonly description: string
}

export interface Calendar {
  readonly name: string
  readonly entries: readonly CalendarEntry[]
  /** When it was written, by the wall clock. */
  readonly stampedAt: Temporal.Instant
  /** An exercise says so in each entry: its hours are those of a story. */
  readonly exercise: string | null
}

/** Hours before the deadline at which the calendar rings. */
const ALARMS = [4, 1]
const OCTETS = 75

/**
 * The calendar as one iCalendar object.
 * @returns lines ended by CR LF, folded at 75 octets, times in UTC (RFC 5545, sections 3.1, 3.3.5, 3.3.11, 3.6.1, 3.6.6)
 */
export function writeIcs(calendar: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tocsin//deadlines//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(calendar.name)}`,
    ...calendar.entries.flatMap((entry) => eventLines(entry, calendar)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

function eventLines(entry: CalendarEntry, { stampedAt, exercise }: Calendar): string[] {
  const summary = escapeText(exercise ? `[${exercise}] ${entry.summary}` : entry.summary)
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(entry.uid)}`,
    `DTSTAMP:${utc(stampedAt)}`,
    // Grows with every export: a calendar keeps the entry with the greatest, and a deadline may move.
    `SEQUENCE:${Math.floor(stampedAt.epochMilliseconds / 60_000)}`,
    `DTSTART:${utc(entry.dueAt)}`,
    `SUMMARY:${summary}`,
    `DESCRIPTION:${escapeText(entry.description)}`,
    ...(exercise ? [`CATEGORIES:${escapeText(exercise)}`] : []),
    'TRANSP:TRANSPARENT',
    ...ALARMS.flatMap((hours) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${summary}`,
      `TRIGGER:-PT${hours}H`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ]
}

/** `20260608T164000Z`. */
function utc(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')
}

/** TEXT of RFC 5545, section 3.3.11; control characters other than line breaks have no place in it. */
function escapeText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll(/\p{Cc}/gu, '')
}

/** Cuts a line every 75 octets of UTF-8, never inside a character; what follows begins with a space. */
function fold(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > OCTETS) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n')
}
