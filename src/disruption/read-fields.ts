import { findNationalId } from '../incident/index.ts'
import { Temporal } from '../platform/clock.ts'
import { ZONE } from '../platform/i18n.ts'
import { plainText } from '../platform/plain-text.ts'
import { disruptionRefusals } from './refusals.ts'

/** Fields of a form, or cells of a line, as typed. */
export type Fields = Readonly<Record<string, string | undefined>>

const MOST = 500
/** A year before is a slip of the keyboard, and the database knows no year 0. */
const FIRST_YEAR = 1900

/** @throws disruption.missing, tooLong, nationalId */
export function text(fields: Fields, where: string): string {
  const value = optionalText(fields, where)
  if (value === null) throw disruptionRefusals.missing({ where })
  return value
}

/** The text without blanks around it; null when there is none. @throws disruption.tooLong, nationalId */
export function optionalText(fields: Fields, where: string): string | null {
  const value = plainText(fields[where] ?? '').trim()
  if (value.length > MOST) throw disruptionRefusals.tooLong({ where, most: MOST })
  if (findNationalId(value) !== undefined) throw disruptionRefusals.nationalId({ where })
  return value === '' ? null : value
}

/** @throws disruption.choice */
export function choice<T extends string>(fields: Fields, where: string, among: readonly T[]): T {
  const found = among.find((one) => one === fields[where])
  if (!found) throw disruptionRefusals.choice({ where })
  return found
}

/** `15/12/2026` or `2026-12-15`, as `2026-12-15`. @throws disruption.missing, notADay */
export function day(fields: Fields, where: string): string {
  const value = text(fields, where)
  const french = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(value)
  const iso = french ? `${french[3]}-${french[2]!.padStart(2, '0')}-${french[1]!.padStart(2, '0')}` : value
  try {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) throw new RangeError()
    const read = Temporal.PlainDate.from(iso, { overflow: 'reject' })
    if (read.year < FIRST_YEAR) throw new RangeError()
    return read.toString()
  } catch {
    throw disruptionRefusals.notADay({ where, value })
  }
}

/** A wall-clock time of Paris, or an instant with its offset; an hour that comes twice is asked again. @throws disruption.notAnInstant */
export function instant(fields: Fields, where: string): Temporal.Instant {
  const value = text(fields, where)
  try {
    const read = /(?:Z|[+-]\d{2}:\d{2})$/.test(value)
      ? Temporal.Instant.from(value).toZonedDateTimeISO(ZONE)
      : Temporal.PlainDateTime.from(value).toZonedDateTime(ZONE, { disambiguation: 'reject' })
    if (read.year < FIRST_YEAR) throw new RangeError()
    return read.toInstant()
  } catch {
    throw disruptionRefusals.notAnInstant({ where, value })
  }
}

/** Euros as people write them (`1 234,56`, `1234.5`) in cents; null when empty. @throws disruption.notAnAmount */
export function cents(fields: Fields, where: string): number | null {
  const value = optionalText(fields, where)
  if (value === null) return null
  const plain = value.replace(/[\s\u00a0\u202f]|€$/g, '').replace(',', '.')
  const found = /^(\d{1,11})(?:\.(\d{1,2}))?$/.exec(plain)
  if (!found) throw disruptionRefusals.notAnAmount({ where, value })
  return Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
}

/** `7,5`, `7.5` or `7 h 30` in minutes; null when empty. @throws disruption.notHours */
export function minutes(fields: Fields, where: string): number | null {
  const value = optionalText(fields, where)
  if (value === null) return null
  const clock = /^(\d{1,4})\s*h\s*(\d{1,2})?$/i.exec(value.replace(/[\u00a0\u202f]/g, ' '))
  const decimal = /^(\d{1,4})(?:[.,](\d{1,2}))?$/.exec(value)
  const total = clock
    ? Number(clock[1]) * 60 + Number(clock[2] ?? 0)
    : decimal
      ? Math.round(Number(`${decimal[1]}.${decimal[2] ?? 0}`) * 60)
      : 0
  if (total === 0 || Number(clock?.[2] ?? 0) > 59) throw disruptionRefusals.notHours({ where, value })
  return total
}

/** A whole number between two bounds; null when empty. @throws disruption.notANumber */
export function wholeNumber(fields: Fields, where: string, least: number, most: number): number | null {
  const value = optionalText(fields, where)
  if (value === null) return null
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
  if (!(number >= least && number <= most)) throw disruptionRefusals.notANumber({ where, value, least, most })
  return number
}
