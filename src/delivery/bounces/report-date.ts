import { Temporal } from '../../platform/clock.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DATE = /\b(\d{1,2})[ -]([a-z]{3})[a-z]*[ -](\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4})?/i

/** A date of RFC 5322, 3.3; UTC when it gives no offset. Undefined when it is none. */
export function instantOfDate(text: string): Temporal.Instant | undefined {
  const [, day = '', month = '', year = '', hour = '', minute = '', second = '00', offset = '+0000'] =
    DATE.exec(text) ?? []
  const number = MONTHS.indexOf(month.toLowerCase()) + 1
  // A year before e-mail is a wrong clock; year 0 is none that PostgreSQL knows.
  if (number === 0 || Number(year) < 1970) return undefined
  const two = (value: string | number) => String(value).padStart(2, '0')
  const iso = `${year}-${two(number)}-${two(day)}T${two(hour)}:${minute}:${second}${offset.slice(0, 3)}:${offset.slice(3)}`
  try {
    return Temporal.Instant.from(iso)
  } catch {
    return undefined
  }
}
