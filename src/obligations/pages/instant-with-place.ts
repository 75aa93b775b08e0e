import { formatDeadline } from '../../law/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import { formatInstant, type Locale, placeOfZone, ZONE } from '../../platform/i18n.ts'

type Write = (zone: string) => string

/** `lun. 8 juin, 18 h 40, Paris`; elsewhere than in Paris, both clocks. */
export function instantWithPlace(instant: Temporal.Instant, locale: Locale, zone: string = ZONE): string {
  return atPlaces(zone, (place) => formatInstant(instant, locale, { zone: place, form: 'short' }))
}

/** The same of a deadline: one at midnight is 24 h of the day before. */
export function dueWithPlace(instant: Temporal.Instant, locale: Locale, zone: string = ZONE): string {
  return atPlaces(zone, (place) => dueAtPlace(instant, locale, place))
}

/** A deadline by the clock of one place, without its name. */
export function dueAtPlace(instant: Temporal.Instant, locale: Locale, zone: string = ZONE): string {
  return formatDeadline(instant.toZonedDateTimeISO(zone), locale, 'short')
}

/** When something was written: by the clock of Paris, where the desk is read. */
export function writtenAt(instant: Temporal.Instant, locale: Locale): string {
  return formatInstant(instant, locale, { form: 'short' })
}

function atPlaces(zone: string, write: Write): string {
  const here = `${write(zone)}, ${placeOfZone(zone)}`
  return zone === ZONE ? here : `${here} · ${write(ZONE)}, ${placeOfZone(ZONE)}`
}
