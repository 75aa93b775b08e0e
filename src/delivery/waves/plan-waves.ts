import type { Temporal } from '../../platform/clock.ts'

import { steadyPerHour } from './bucket.ts'
import { addOpenTime, later, nextOpen } from './calendar.ts'
import { type CallsOfHour, expectedCalls } from './expected-calls.ts'
import { wavesRefusals } from './refusals.ts'
import type { PacingSettings } from './settings.ts'

export interface PlannedWave {
  readonly number: number
  readonly messages: number
  /** No message of it leaves before. */
  readonly opensAt: Temporal.Instant
  /** When the last one leaves, at the rate of the plan. */
  readonly endsAt: Temporal.Instant
}

export interface WavePlan {
  readonly perHour: number
  readonly waves: readonly PlannedWave[]
  readonly calls: readonly CallsOfHour[]
  readonly endsAt: Temporal.Instant
}

/** Waves after the first small one: a table that a person can read. */
const MOST_WAVES = 12
/** A wave takes two hours of opening at least. */
const WAVE_HOURS = 2
const LONGEST_DAYS = 366

/**
 * The waves of a campaign of `messages` e-mails that starts at `from`. They leave at one steady rate: the relay's ceiling,
 * or less, so that the calls they bring stay within what the call centre answers. Since everyone who calls does so once,
 * calls in an hour never pass the share of callers times the messages of an hour, whatever the delay (`expected-calls.ts`).
 * After `begun` waves none is small any more.
 * @throws waves.cannotFit when not one message an hour fits; waves.tooLong beyond a year
 */
export function planWaves(
  settings: PacingSettings,
  messages: number,
  from: Temporal.Instant,
  begun = 0,
): WavePlan {
  const perHour = rateOf(settings)
  refuseTooLong(settings, perHour, messages, from)
  const waves = scheduled(settings, perHour, sizesOf(settings, perHour, messages, begun), from, begun)
  const calls = expectedCalls(settings, steadyPerHour(perHour), waves)
  return { perHour, waves, calls, endsAt: waves.at(-1)?.endsAt ?? from }
}

/** E-mails an hour: the smaller of the two limits. @throws waves.cannotFit */
export function rateOf({ capacity, callPercent, ceiling }: PacingSettings): number {
  const forCalls = capacity === null ? Number.POSITIVE_INFINITY : Math.floor((100 * capacity) / callPercent)
  if (forCalls < 1) throw wavesRefusals.cannotFit({ capacity: capacity ?? 0, percent: callPercent })
  return Math.min(forCalls, ceiling ?? Number.POSITIVE_INFINITY)
}

/** Looked at before anything is laid out: a campaign of years would be walked day by day. */
function refuseTooLong(
  settings: PacingSettings,
  perHour: number,
  messages: number,
  from: Temporal.Instant,
): void {
  const days = messages / steadyPerHour(perHour) / 24
  const end =
    days > LONGEST_DAYS ? undefined : addOpenTime(settings.hours, from, secondsFor(messages, perHour))
  const limit = from.add({ hours: 24 * LONGEST_DAYS })
  if (!end || end.epochMilliseconds > limit.epochMilliseconds)
    throw wavesRefusals.tooLong({ messages, perHour })
}

/** How many messages in each wave: the first small, the others equal but the last. */
function sizesOf({ firstWave }: PacingSettings, perHour: number, messages: number, begun: number): number[] {
  const first = begun > 0 ? 0 : Math.min(firstWave, messages)
  const rest = messages - first
  const size = Math.max(WAVE_HOURS * perHour, Math.ceil(rest / MOST_WAVES))
  const full = Math.floor(rest / size)
  return [first, ...Array.from({ length: full }, () => size), rest - full * size].filter((some) => some > 0)
}

function scheduled(
  settings: PacingSettings,
  perHour: number,
  sizes: readonly number[],
  from: Temporal.Instant,
  begun: number,
): PlannedWave[] {
  return reschedule(
    settings,
    perHour,
    sizes.map((messages, index) => ({ number: begun + index + 1, messages, left: messages, opensAt: from })),
    from,
  )
}

/** A wave with what is left of it. */
export interface WaveLeft {
  readonly number: number
  readonly messages: number
  readonly left: number
  readonly opensAt: Temporal.Instant
}

/**
 * When each wave opens and ends from `now` on, given what is left: none before the one it follows has ended, the second
 * not before the first was looked at, and never earlier than it was to open.
 */
export function reschedule(
  { hours, lookMinutes }: Pick<PacingSettings, 'hours' | 'lookMinutes'>,
  perHour: number,
  waves: readonly WaveLeft[],
  now: Temporal.Instant,
): PlannedWave[] {
  let free = now
  return waves.map(({ number, messages, left, opensAt }) => {
    if (left === 0) return { number, messages, opensAt, endsAt: later(opensAt, now) }
    const begun = left < messages
    const starts = nextOpen(hours, later(free, opensAt))
    const endsAt = addOpenTime(hours, starts, secondsFor(left, perHour))
    free = number === 1 ? addOpenTime(hours, endsAt, lookMinutes * 60) : endsAt
    return { number, messages, opensAt: begun ? opensAt : starts, endsAt }
  })
}

function secondsFor(messages: number, perHour: number): number {
  return (messages * 3600) / steadyPerHour(perHour)
}
