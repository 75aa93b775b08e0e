import type { Temporal } from '../../platform/clock.ts'

/** Decisions in an hour below which no end is foretold. */
const LEAST = 5

/** The pace of the last hour, all readers together, and the end it foretells; undefined while too few decided. */
export function paceOf(
  lastHour: number,
  left: number,
  now: Temporal.Instant,
): { perHour: number; end: Temporal.Instant } | undefined {
  if (lastHour < LEAST || left <= 0) return undefined
  return { perHour: lastHour, end: now.add({ minutes: Math.ceil((left / lastHour) * 60) }) }
}
