import type { Temporal } from '../../platform/clock.ts'
import { formatDay, formatInstant, type Locale, ZONE } from '../../platform/i18n.ts'

const PLACES: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  'Indian/Reunion': { fr: 'La Réunion', en: 'Réunion' },
  'America/Guadeloupe': { fr: 'Guadeloupe', en: 'Guadeloupe' },
  'America/Martinique': { fr: 'Martinique', en: 'Martinique' },
  'America/Cayenne': { fr: 'Cayenne', en: 'Cayenne' },
  'Pacific/Noumea': { fr: 'Nouméa', en: 'Nouméa' },
}

/** The place that a zone is named after, as people say it. */
export function placeOf(zone: string, locale: Locale): string {
  return PLACES[zone]?.[locale] ?? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

/** `lun. 8 juin, 18 h 40, Paris`; elsewhere than Paris, both clocks: what is due is due at both. */
export function instantWithPlace(instant: Temporal.Instant, locale: Locale, zone: string = ZONE): string {
  const here = `${deadline(instant, locale, zone)}, ${placeOf(zone, locale)}`
  return zone === ZONE ? here : `${here} · ${deadline(instant, locale, ZONE)}, ${placeOf(ZONE, locale)}`
}

/** A deadline at midnight is the end of the day before: « mar. 9 juin, 24 h 00 », not the tenth at 0 h. */
export function deadline(
  instant: Temporal.Instant,
  locale: Locale,
  zone: string = ZONE,
  form: 'short' | 'long' = 'short',
): string {
  const local = instant.toZonedDateTimeISO(zone)
  if (!local.equals(local.startOfDay()))
    return `${formatDay(local.toPlainDate(), locale, form)}, ${formatInstant(instant, locale, { zone, form: 'time' })}`
  const day = formatDay(local.toPlainDate().subtract({ days: 1 }), locale, form)
  return `${day}, ${locale === 'fr' ? '24\u00a0h\u00a000' : '24:00'}`
}
