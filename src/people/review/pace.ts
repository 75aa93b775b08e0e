import type { Temporal } from '../../platform/clock.ts'

/** Decisions in an hour below which no end is foretold. */
const LEAST = 5

/** Minutes of reading below which a pace is chance. */
const SHORTEST = 5

/** Words given in the last hour, and when the first of them was. */
export interface LastHour {
  readonly words: number
  readonly first: Temporal.Instant | null
}

/** The pace of the last hour, all readers together, and the end it foretells; undefined while too little is read. */
export function paceOf(
  { words, first }: LastHour,
  left: number,
  now: Temporal.Instant,
): { perHour: number; end: Temporal.Instant } | undefined {
  const minutes = first ? now.since(first).total('minutes') : 0
  if (words < LEAST || minutes < SHORTEST || left <= 0) return undefined
  const perHour = Math.max(1, Math.round((words * 60) / minutes))
  return { perHour, end: now.add({ minutes: Math.ceil((left / perHour) * 60) }) }
}
