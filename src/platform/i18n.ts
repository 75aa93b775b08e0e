import type { Temporal } from 'temporal-polyfill'
import type { Locale } from './refusal.ts'

export type { Locale }

/** Where acts are due and people read the clock; shown with every instant. */
export const ZONE = 'Europe/Paris'

const integers = { fr: new Intl.NumberFormat('fr-FR'), en: new Intl.NumberFormat('en-GB') }
const decimals = (locale: Locale, digits: number) =>
  new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })

/** `18 012` (U+202F) in French, `18,012` in English; a true minus sign. */
export function formatInteger(value: number, locale: Locale): string {
  return integers[locale].format(value).replace('-', '−')
}

/** A decimal figure with a fixed number of digits. */
export function formatDecimal(value: number, locale: Locale, digits: number): string {
  return decimals(locale, digits).format(value).replace('-', '−')
}

/** `72,8 %`, `< 0,01 %`; empty when the whole is zero: never a percentage without its two numbers. */
export function formatShare(part: number, whole: number, locale: Locale, digits = 2): string {
  if (whole === 0) return ''
  const percent = (100 * part) / whole
  const unit = locale === 'fr' ? '\u202f%' : '%'
  const least = 10 ** -digits
  const below = part > 0 && percent < least
  return `${below ? '<\u00a0' : ''}${formatDecimal(below ? least : percent, locale, digits)}${unit}`
}

/** `lundi 8 juin 2026, 18 h 40, Paris`; the short form for tables: `lun. 8 juin, 18 h 40`. */
export function formatInstant(
  instant: Temporal.Instant,
  locale: Locale,
  { zone = ZONE, form = 'long' }: { zone?: string; form?: 'long' | 'short' | 'time' | 'seconds' } = {},
): string {
  const local = instant.toZonedDateTimeISO(zone)
  const time = formatTime(local, locale, form === 'seconds')
  if (form === 'time' || form === 'seconds') return time
  if (form === 'short') return `${formatDay(local.toPlainDate(), locale, 'short')}, ${time}`
  return `${formatDay(local.toPlainDate(), locale, 'long')}, ${time}, ${placeOfZone(zone)}`
}

/** `lundi 8 juin 2026`, or `lun. 8 juin`. */
export function formatDay(day: Temporal.PlainDate, locale: Locale, form: 'long' | 'short' = 'long'): string {
  const tag = locale === 'fr' ? 'fr-FR' : 'en-GB'
  const options =
    form === 'long'
      ? ({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const)
      : ({ weekday: 'short', day: 'numeric', month: 'short' } as const)
  const text = day.withCalendar('gregory').toLocaleString(tag, { ...options, calendar: 'gregory' })
  // Intl writes « 1 mai ».
  return locale === 'fr' && day.day === 1 ? text.replace(/(^|\s)1(?=\s)/, '$11er') : text
}

const PLACES: Readonly<Record<string, string>> = {
  'Indian/Reunion': 'La Réunion',
  'America/St_Barthelemy': 'Saint-Barthélemy',
}

/** `Paris`, `La Réunion`: how people call the place of an IANA zone. */
export function placeOfZone(zone: string): string {
  return PLACES[zone] ?? zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
}

function formatTime(local: Temporal.ZonedDateTime, locale: Locale, seconds: boolean): string {
  const pad = (value: number) => String(value).padStart(2, '0')
  if (locale === 'en')
    return `${pad(local.hour)}:${pad(local.minute)}${seconds ? `:${pad(local.second)}` : ''}`
  return `${local.hour}\u00a0h\u00a0${pad(local.minute)}${seconds ? `\u00a0min\u00a0${pad(local.second)}\u00a0s` : ''}`
}

/** `5 h 12`, `4 j 10 h` beyond 48 h, `42 min` under an hour, `38 s` under a minute. */
export function formatDuration(duration: Temporal.Duration, locale: Locale): string {
  const seconds = Math.abs(duration.total('second'))
  const day = locale === 'fr' ? 'j' : 'd'
  if (seconds < 60) return `${Math.round(seconds)}\u00a0s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes}\u00a0min`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return `${hours}\u00a0h\u00a0${String(minutes % 60).padStart(2, '0')}`
  return `${Math.floor(hours / 24)}\u00a0${day} ${hours % 24}\u00a0h`
}

/** French unless the reader asks for English. `header` is an Accept-Language field. */
export function localeOf(header: string | undefined): Locale {
  const first = header?.split(',')[0]?.trim().toLowerCase() ?? ''
  return first.startsWith('en') ? 'en' : 'fr'
}

/** The language of a terminal, from the POSIX locale variables in their order of precedence. */
export function terminalLocale(env: NodeJS.ProcessEnv): Locale {
  const value = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return value.toLowerCase().startsWith('en') ? 'en' : 'fr'
}
