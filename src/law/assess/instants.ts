import { Temporal } from 'temporal-polyfill'

/** Of instants or days as the law writes them, the earliest: a day begins where the day begins first (UTC+14). */
export function earliestOf(given: readonly string[]): string {
  return given.reduce((best, one) => (epoch(one) < epoch(best) ? one : best))
}

function epoch(value: string): number {
  return Temporal.Instant.from(value.length === 10 ? `${value}T00:00+14:00` : value).epochMilliseconds
}

/** Civil day of an instant in a zone; a day is itself. */
export function dayIn(value: string, zone: string): string {
  if (value.length === 10) return value
  return Temporal.Instant.from(value).toZonedDateTimeISO(zone).toPlainDate().toString()
}
