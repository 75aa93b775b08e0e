import type { ClockResult, Readings } from '../../law/index.ts'
import { Temporal } from '../../platform/clock.ts'

export type ReadingName = Exclude<keyof Readings, 'strict_utc' | 'strict_paris'>

export interface Reading {
  readonly name: ReadingName
  readonly at: Temporal.Instant
  /** The one that the desk plans on. */
  readonly held: boolean
  /** Nobody may plan on it. */
  readonly disputed: boolean
}

const ORDER: readonly ReadingName[] = [
  'strict',
  'soft_target',
  'text_1182',
  'text',
  'special_noon',
  'with_art5_4_relief',
  'widest_art3_5',
  'end_day_before_roll',
  'rolled_if_642_cpc_applied',
]
const NEVER_PLANNED: readonly ReadingName[] = [
  'with_art5_4_relief',
  'widest_art3_5',
  'rolled_if_642_cpc_applied',
]

/** The readings of a deadline that have a meaning for it, the one we hold first; two names of one instant are told once. */
export function readingsOf(clock: Pick<ClockResult, 'readings' | 'dueAt'>): Reading[] {
  const due = clock.dueAt.toInstant()
  const found = ORDER.flatMap((name) => {
    const text = clock.readings[name]
    if (!text) return []
    const at = instantOf(text, clock.dueAt.timeZoneId)
    return [{ name, at, held: at.equals(due), disputed: NEVER_PLANNED.includes(name) }]
  })
  const apart = found.filter(({ at }, index) => found.findIndex((one) => one.at.equals(at)) === index)
  return apart.sort((one, other) => Number(other.held) - Number(one.held))
}

/** A day alone ends at its last instant, in the zone where the act is due. */
function instantOf(text: string, zone: string): Temporal.Instant {
  if (text.includes('T')) return Temporal.Instant.from(text)
  return Temporal.PlainDate.from(text).add({ days: 1 }).toZonedDateTime(zone).toInstant()
}
