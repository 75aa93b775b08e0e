import { Temporal } from '../../platform/clock.ts'
import { ZONE } from '../../platform/i18n.ts'
import { instantsOf } from '../../platform/local-time.ts'

/** Zones where French establishments read the clock; the place is named with each. */
export const FORM_ZONES = [
  ZONE,
  'Indian/Reunion',
  'Indian/Mayotte',
  'America/Guadeloupe',
  'America/Martinique',
  'America/Cayenne',
] as const

export type TypedFields = Readonly<Record<string, string>>

/** What day, time and zone fields say: an instant, or what is wrong with them. */
export type TypedInstant =
  | { readonly at: Temporal.ZonedDateTime }
  | { readonly wrong: 'missing' | 'day' | 'time' | 'zone' | 'skipped' }
  /** The clocks went back: two instants bear this local time, and only a person knows which. */
  | { readonly ambiguous: readonly [earlier: Temporal.ZonedDateTime, later: Temporal.ZonedDateTime] }

/**
 * Reads `day` (`YYYY-MM-DD`), `time` (`HH:MM`), `zone` and, where a local time is repeated, `which` (its offset, as shown).
 * A local time that the clocks skip is refused, never moved (law notes, section 2.3).
 */
export function readTypedInstant(fields: TypedFields): TypedInstant {
  const { day = '', time = '', which = '' } = fields
  const zone = fields['zone'] || ZONE
  if (day === '' || time === '') return { wrong: 'missing' }
  if (!(FORM_ZONES as readonly string[]).includes(zone)) return { wrong: 'zone' }
  const date = parsed(() => Temporal.PlainDate.from(day))
  if (!date) return { wrong: 'day' }
  const clock = parsed(() => Temporal.PlainTime.from(asIso(time)))
  if (!clock) return { wrong: 'time' }
  return inZone(date.toPlainDateTime(clock), zone, which)
}

/** `18 h 40`, `9:05`: as people write them. */
function asIso(time: string): string {
  return time
    .trim()
    .replace(
      /^(\d{1,2})\s*[h:]\s*(\d{2})$/i,
      (_, hour: string, minute: string) => `${hour.padStart(2, '0')}:${minute}`,
    )
}

function inZone(local: Temporal.PlainDateTime, zone: string, which: string): TypedInstant {
  const [earlier, later] = instantsOf(local, zone)
  if (!earlier) return { wrong: 'skipped' }
  if (!later) return { at: earlier }
  const chosen = [earlier, later].find(({ offset }) => offset === which)
  return chosen ? { at: chosen } : { ambiguous: [earlier, later] }
}

function parsed<T>(parse: () => T): T | undefined {
  try {
    return parse()
  } catch {
    return undefined
  }
}
