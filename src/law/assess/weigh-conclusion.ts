import { Temporal } from 'temporal-polyfill'
import type { Conclusion, RuleNature } from '../model.ts'

const NATURE: Readonly<Record<RuleNature, number>> = {
  duty: 4,
  condition_of_cover: 4,
  right: 2,
  voluntary: 0.5,
}

/** Hours to the deadline, and how much nearer than far it weighs; a deadline missed is the nearest. */
const NEARNESS: readonly (readonly [number, number])[] = [
  [24, 4],
  [72, 3],
  [168, 2],
]
/** “At once”, or a date that needs no hurry: the text gives no figure. */
const IN_WORDS = 2
/** A deadline of a duty that nobody can compute yet may be the nearest of all. */
const NOT_KNOWN = 4
const FAR = 1
/** What was done already needs its facts for the record only. */
const DONE = 0.25

/** How much a conclusion counts when questions are ranked: its nature, the nearness of its deadline, and whether it is done. */
export function weightOf({ snapshot, clock, done, result }: Conclusion, now: string | undefined): number {
  return NATURE[snapshot.rule.nature] * nearness(clock, result, now) * (done ? DONE : 1)
}

function nearness(clock: Conclusion['clock'], result: Conclusion['result'], now: string | undefined): number {
  if (clock.kind === 'awaits' && result === 'required') return NOT_KNOWN
  if (clock.kind !== 'computed' || now === undefined) return IN_WORDS
  const hours = (clock.clock.dueAt.epochMilliseconds - epoch(now)) / 3_600_000
  return NEARNESS.find(([most]) => hours <= most)?.[1] ?? FAR
}

const epoch = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds
