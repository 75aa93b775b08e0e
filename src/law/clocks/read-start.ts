import { Temporal } from '../../platform/clock.ts'
import { instantsOf } from '../../platform/local-time.ts'
import { lawRefusals } from '../refusals.ts'
import { AUTHORITY_ZONE } from './zones.ts'

/** Holidays are known for these years; outside them a date is a slip of the keyboard. */
export const FIRST_YEAR = 2000
export const LAST_YEAR = 2100

/** What a clock starts from: an instant, or a day when nobody knows the hour (then `at` is its first instant). */
export interface Start {
  readonly at: Temporal.ZonedDateTime
  readonly dayOnly: boolean
}

const FORM =
  /^(?<date>(?<year>\d{4})-\d{2}-\d{2})(?:[Tt ](?<time>\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)(?<offset>[Zz]|[+-]\d{2}(?::?\d{2})?)?)?(?: \(local, no offset\))?$/

/**
 * An instant as people and machines write it: ISO 8601 with its offset, `Z`, or the local time of the zone; seconds may be left
 * out, `24:00` is 00:00 of the next day. Refused: a local time that happens twice or never in the zone, and an offset that
 * neither the zone nor Paris (where the notice may have been read) has at that instant. `field` names the input in refusals.
 */
export function readStart(field: string, value: unknown, zone: string): Start {
  const text = typeof value === 'string' ? value.trim() : value
  const parts = typeof text === 'string' ? FORM.exec(text)?.groups : undefined
  if (typeof text !== 'string' || !parts) throw lawRefusals.notAnInstant({ field, value: shown(value) })
  const year = Number(parts['year'])
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    throw lawRefusals.yearOutOfRange({ field, value: text, first: FIRST_YEAR, last: LAST_YEAR })
  }
  const local = localTime(field, text, parts['date'] ?? '', parts['time'])
  if (parts['time'] === undefined) return { at: local.toPlainDate().toZonedDateTime(zone), dayOnly: true }
  return { at: place(field, text, local, parts['offset'], zone), dayOnly: false }
}

const shown = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))).slice(0, 80)

function localTime(
  field: string,
  value: string,
  date: string,
  time: string | undefined,
): Temporal.PlainDateTime {
  if (time !== undefined && /:60(\D|$)/.test(time.slice(5))) throw lawRefusals.leapSecond({ field, value })
  const endOfDay = time !== undefined && /^24:00(:00([.,]0+)?)?$/.test(time)
  try {
    const day = Temporal.PlainDate.from(date)
    if (time === undefined || endOfDay) return day.add({ days: endOfDay ? 1 : 0 }).toPlainDateTime()
    return day.toPlainDateTime(Temporal.PlainTime.from(time))
  } catch {
    throw lawRefusals.impossibleDate({ field, value })
  }
}

/** `Z` and `+00:00` are how machines write universal time: an instant, whatever the zone. */
const UTC = '+00:00'

function place(
  field: string,
  value: string,
  local: Temporal.PlainDateTime,
  offset: string | undefined,
  zone: string,
): Temporal.ZonedDateTime {
  if (offset === undefined) return resolved(field, value, local, zone)
  const entered = /^z$/i.test(offset) ? UTC : offsetOf(field, value, offset)
  if (entered === UTC) return local.toZonedDateTime('UTC').withTimeZone(zone)
  const at = local.toZonedDateTime(entered).withTimeZone(zone)
  if (at.offset === entered || at.withTimeZone(AUTHORITY_ZONE).offset === entered) return at
  if (instantsOf(local, zone).length === 0) throw lawRefusals.nonexistentLocalTime({ field, value, zone })
  throw lawRefusals.wrongOffset({ field, value, zone, entered, real: at.offset })
}

/** `+02`, `+0200` and `+02:00` are one offset. */
function offsetOf(field: string, value: string, offset: string): string {
  const hours = offset.slice(1, 3)
  const minutes = offset.slice(3).replace(':', '') || '00'
  if (Number(hours) > 18 || Number(minutes) > 59) throw lawRefusals.impossibleDate({ field, value })
  const sign = Number(hours) + Number(minutes) === 0 ? '+' : offset[0]
  return `${sign}${hours}:${minutes}`
}

function resolved(
  field: string,
  value: string,
  local: Temporal.PlainDateTime,
  zone: string,
): Temporal.ZonedDateTime {
  const [only, other] = instantsOf(local, zone)
  if (!only) throw lawRefusals.nonexistentLocalTime({ field, value, zone })
  if (!other) return only
  throw lawRefusals.ambiguousLocalTime({ field, value, zone, offsets: `${only.offset}, ${other.offset}` })
}
