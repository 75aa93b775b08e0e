import { Temporal } from '../../platform/clock.ts'
import { ZONE } from '../../platform/i18n.ts'
import { type Opening, openings, secondsBetween } from './calendar.ts'
import type { PlannedWave } from './plan-waves.ts'
import type { PacingSettings } from './settings.ts'

/** Calls expected within an hour of the clock, from `hour` on; an hour that is not wholly open counts what is. */
export interface CallsOfHour {
  readonly hour: Temporal.Instant
  readonly calls: number
}

/** The mean delay is a third of the hours within which 95 % call: an exponential law leaves 5 % after three means. */
const MEANS = 3
/** Calls still to come that are no longer worth a row. */
const NONE_LEFT = 0.5
/** As long as a plan may be. */
const MOST_HOURS = 366 * 24

/**
 * Calls that the waves bring, hour by hour. Of a hundred people written to, `callPercent` call, once each, after a delay
 * that falls off exponentially: the shape that response to mailings shows (Basu, Basu and Batra, "Modeling the response
 * pattern to direct marketing campaigns", Journal of Marketing Research 32, 1995). The delay counts hours of opening:
 * who would call at night calls over the hours after the centre opens. Both figures are assumptions a person edits.
 */
export function expectedCalls(
  settings: PacingSettings,
  perHour: number,
  waves: readonly Pick<PlannedWave, 'opensAt' | 'endsAt' | 'messages'>[],
): CallsOfHour[] {
  const first = waves[0]
  const last = waves.at(-1)
  if (!first || !last) return []
  const mean = (settings.callHours * 3600) / MEANS
  const share = settings.callPercent / 100
  const hours: { hour: Temporal.Instant; calls: number }[] = []
  let toCome = 0
  for (const { from, to } of pieces(settings, waves, first.opensAt)) {
    const length = secondsBetween(from, to)
    const arriving = share * messagesDuring(waves, perHour, from, to)
    const steady = (arriving / length) * mean
    const after = steady + (toCome - steady) * Math.exp(-length / mean)
    addTo(hours, from, toCome + arriving - after)
    toCome = after
    const ended = Temporal.Instant.compare(to, last.endsAt) >= 0
    if ((ended && toCome < NONE_LEFT) || hours.length > MOST_HOURS) break
  }
  return hours
}

/** Openings cut at each hour of the clock and where a wave opens or ends: within a piece the rate is constant. */
function* pieces(
  { hours }: PacingSettings,
  waves: readonly Pick<PlannedWave, 'opensAt' | 'endsAt'>[],
  start: Temporal.Instant,
): Generator<Opening> {
  const cuts = waves.flatMap(({ opensAt, endsAt }) => [opensAt, endsAt]).map((at) => at.epochMilliseconds)
  for (const { from, to } of openings(hours, start)) {
    let at = from
    while (Temporal.Instant.compare(at, to) < 0) {
      const hour = hourOf(at).add({ hours: 1 }).epochMilliseconds
      const end = Math.min(to.epochMilliseconds, hour, ...cuts.filter((cut) => cut > at.epochMilliseconds))
      const next = Temporal.Instant.fromEpochMilliseconds(end)
      yield { from: at, to: next }
      at = next
    }
  }
}

/** Messages that leave in a piece: those of the wave under way, spread evenly over its time. */
function messagesDuring(
  waves: readonly Pick<PlannedWave, 'opensAt' | 'endsAt' | 'messages'>[],
  perHour: number,
  from: Temporal.Instant,
  to: Temporal.Instant,
): number {
  const running = waves.some(
    ({ opensAt, endsAt }) =>
      Temporal.Instant.compare(opensAt, from) <= 0 && Temporal.Instant.compare(endsAt, from) > 0,
  )
  return running ? (secondsBetween(from, to) * perHour) / 3600 : 0
}

function addTo(
  hours: { hour: Temporal.Instant; calls: number }[],
  at: Temporal.Instant,
  calls: number,
): void {
  const hour = hourOf(at)
  const current = hours.at(-1)
  if (current?.hour.equals(hour)) current.calls += calls
  else hours.push({ hour, calls })
}

function hourOf(at: Temporal.Instant): Temporal.Instant {
  return at.toZonedDateTimeISO(ZONE).round({ smallestUnit: 'hour', roundingMode: 'floor' }).toInstant()
}

/** The fullest hour. */
export function mostCalls(calls: readonly CallsOfHour[]): CallsOfHour | undefined {
  return calls.reduce<CallsOfHour | undefined>(
    (most, one) => (!most || one.calls > most.calls ? one : most),
    undefined,
  )
}

/** Calls expected in the hour of the clock that holds `at`. */
export function callsAt(calls: readonly CallsOfHour[], at: Temporal.Instant): number {
  const hour = hourOf(at)
  return calls.find((one) => one.hour.equals(hour))?.calls ?? 0
}
