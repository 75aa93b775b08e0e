import { Temporal } from '../../platform/clock.ts'
import type { Step, Words } from '../model.ts'
import type { ClockRule } from './clock-rule.ts'
import type { ClockParams } from './read-params.ts'
import type { Start } from './read-start.ts'
import { AUTHORITY_ZONE } from './zones.ts'

/** What a period is counted from. */
export interface Counting {
  readonly rule: ClockRule
  readonly start: Start
  readonly zone: string
  readonly params: ClockParams
}

type Instants =
  | 'strict'
  | 'text_1182'
  | 'text'
  | 'widest_art3_5'
  | 'rolled_if_642_cpc_applied'
  | 'soft_target'

/** What counting gives; instants are in the zone of the place and written in the reader's later. */
export interface Counted {
  /** The starting fact, when a parameter named another instant than the one given. */
  readonly startsAt?: Temporal.ZonedDateTime
  readonly instants: Readonly<Partial<Record<Instants, Temporal.ZonedDateTime>>>
  /** DORA's noon: null when there is no relief, left out when nobody can say. */
  readonly relief?: Temporal.ZonedDateTime | null
  readonly noon?: Temporal.ZonedDateTime | null
  readonly endDay?: Temporal.PlainDate
  /** What the desk plans on, where it is earlier than every reading says. */
  readonly planned?: Temporal.ZonedDateTime
  readonly steps: readonly Step[]
  readonly disputed: readonly Words[]
}

/** The start as the civil clocks of the place read it: one zone, or that of Paris besides where an authority sits there. */
export function civilStarts({ rule, start, zone }: Counting): readonly Temporal.ZonedDateTime[] {
  if (rule.place === 'own' || start.dayOnly || zone === AUTHORITY_ZONE) return [start.at]
  return [start.at, start.at.withTimeZone(AUTHORITY_ZONE)]
}

/** 24:00 of a day: 00:00 of the next, an excluded bound. */
export function endOfDay(day: Temporal.PlainDate, zone: string): Temporal.ZonedDateTime {
  return day.add({ days: 1 }).toZonedDateTime(zone)
}

/** The same clock time on another day; when the clocks skip or repeat it, the earlier instant. */
export function sameTime(at: Temporal.ZonedDateTime, day: Temporal.PlainDate): Temporal.ZonedDateTime {
  return day.toPlainDateTime(at.toPlainTime()).toZonedDateTime(at.timeZoneId, { disambiguation: 'earlier' })
}

export function noonOf(day: Temporal.PlainDate, zone: string): Temporal.ZonedDateTime {
  return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from('12:00') })
}

/** The earliest of several instants. */
export function earliest(
  first: Temporal.ZonedDateTime,
  ...others: readonly Temporal.ZonedDateTime[]
): Temporal.ZonedDateTime {
  return others.reduce(
    (best, one) => (Temporal.Instant.compare(one.toInstant(), best.toInstant()) < 0 ? one : best),
    first,
  )
}

export const isLater = (one: Temporal.ZonedDateTime, other: Temporal.ZonedDateTime): boolean =>
  Temporal.Instant.compare(one.toInstant(), other.toInstant()) > 0

/** The element whose instant is the earliest; the first of equals. */
export function earliestBy<T>(items: readonly T[], at: (item: T) => Temporal.ZonedDateTime): T {
  const [first, ...others] = items
  if (first === undefined) throw new Error('nothing to choose from')
  return others.reduce((best, one) => (isLater(at(best), at(one)) ? one : best), first)
}
