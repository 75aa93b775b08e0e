import { Temporal } from '../../platform/clock.ts'
import type { Locale } from '../../platform/i18n.ts'
import type { Piece } from './mark-differences.ts'

/** `3 novembre 1948`; `??/11/1948` when a part is unknown; `31/13/1948` when no calendar has that day. */
export function birthWords(date: string, locale: Locale): { day: string; year: string } {
  const [year, month, day] = [date.slice(0, 4), date.slice(4, 6), date.slice(6, 8)]
  try {
    const known = Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    )
    const words = known.withCalendar('gregory').toLocaleString(locale === 'fr' ? 'fr-FR' : 'en-GB', {
      day: 'numeric',
      month: 'long',
      calendar: 'gregory',
    })
    return { day: words, year }
  } catch {
    const part = (text: string) => (Number(text) === 0 ? '??' : text)
    return { day: `${part(day)}/${part(month)}/`, year: Number(year) === 0 ? '????' : year }
  }
}

/** Both dates in words, the day and month or the year marked where they differ. */
export function birthPieces(date: string, other: string, locale: Locale): Piece[] {
  const { day, year } = birthWords(date, locale)
  const compared = other.length === 8
  return [
    { text: day, differs: compared && date.slice(4) !== other.slice(4) },
    ...(day.endsWith('/') ? [] : [{ text: ' ', differs: false }]),
    { text: year, differs: compared && date.slice(0, 4) !== other.slice(0, 4) },
  ]
}
