import { Temporal } from '../platform/clock.ts'
import { formatDay, formatDecimal, type Locale } from '../platform/i18n.ts'

/** `1 234,56 €`, `€1,234.56`. */
export function showEuros(cents: number, locale: Locale): string {
  const figure = formatDecimal(cents / 100, locale, 2)
  return locale === 'fr' ? `${figure}\u00a0€` : `€${figure}`
}

/** `7 h 30`; `12 h` when whole. */
export function showHours(minutes: number): string {
  const rest = minutes % 60
  const hours = Math.floor(minutes / 60)
  return rest === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${String(rest).padStart(2, '0')}`
}

/** `lundi 15 juin 2026`, or `lun. 15 juin`, of a day `YYYY-MM-DD`. */
export function showDay(day: string, locale: Locale, form: 'long' | 'short' = 'short'): string {
  return formatDay(Temporal.PlainDate.from(day), locale, form)
}
