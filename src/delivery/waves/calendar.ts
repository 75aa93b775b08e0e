import { isHoliday } from '../../law/index.ts'
import { Temporal } from '../../platform/clock.ts'
import { ZONE } from '../../platform/i18n.ts'

/** Days of the week on which the call centre answers. */
export const OPEN_DAYS = ['mon-fri', 'mon-sat', 'every-day'] as const
export type OpenDays = (typeof OPEN_DAYS)[number]

/** When the call centre answers, hence when e-mails may leave: hours of Paris. */
export interface Hours {
  readonly days: OpenDays
  /** `{from: '09:00', to: '12:30'}` in order, apart; `to` may be `24:00`. */
  readonly spans: readonly { readonly from: string; readonly to: string }[]
  /** Closed on public holidays. */
  readonly closedOnHolidays: boolean
}

/** A stretch of time during which the call centre answers, end excluded. */
export interface Opening {
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
}

const LAST_DAY = { 'mon-fri': 5, 'mon-sat': 6, 'every-day': 7 } as const

/**
 * The openings from `at` on, in order, the first cut at `at`; without end, so the caller stops. On the days the clocks
 * change a span is as long as it really is.
 */
export function* openings(hours: Hours, at: Temporal.Instant): Generator<Opening, never> {
  for (let day = at.toZonedDateTimeISO(ZONE).toPlainDate(); ; day = day.add({ days: 1 })) {
    if (!isOpenDay(hours, day)) continue
    for (const span of hours.spans) {
      const from = later(instantOf(day, span.from), at)
      const to = instantOf(day, span.to)
      if (secondsBetween(from, to) > 0) yield { from, to }
    }
  }
}

function isOpenDay({ days, closedOnHolidays }: Hours, day: Temporal.PlainDate): boolean {
  return day.dayOfWeek <= LAST_DAY[days] && !(closedOnHolidays && isHoliday(day))
}

function instantOf(day: Temporal.PlainDate, time: string): Temporal.Instant {
  const midnight = time === '24:00'
  const date = midnight ? day.add({ days: 1 }) : day
  return date
    .toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from(midnight ? '00:00' : time) })
    .toInstant()
}

/** Whether the call centre answers at this instant. */
export function isOpen(hours: Hours, at: Temporal.Instant): boolean {
  return nextOpen(hours, at).equals(at)
}

/** The first instant from `at` on at which it answers: `at` itself when it does. */
export function nextOpen(hours: Hours, at: Temporal.Instant): Temporal.Instant {
  return openings(hours, at).next().value.from
}

/** The instant at which `seconds` of opening have gone by since `at`. */
export function addOpenTime(hours: Hours, at: Temporal.Instant, seconds: number): Temporal.Instant {
  let left = seconds
  for (const { from, to } of openings(hours, at)) {
    const length = secondsBetween(from, to)
    if (left <= length) return from.add({ milliseconds: Math.round(left * 1000) })
    left -= length
  }
  throw new Error('openings never end')
}

export function secondsBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  return (to.epochMilliseconds - from.epochMilliseconds) / 1000
}

export function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? other : one
}

export function earlier(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? one : other
}

const SPANS = /^\d{2}:\d{2}-\d{2}:\d{2}(\s+\d{2}:\d{2}-\d{2}:\d{2})*$/

/** `09:00-12:30 13:30-18:00`; undefined when it is not such a text, in order and within a day. */
export function readSpans(text: string): Hours['spans'] | undefined {
  const trimmed = text.trim()
  if (!SPANS.test(trimmed)) return undefined
  const spans = trimmed.split(/\s+/).map((span) => ({ from: span.slice(0, 5), to: span.slice(6) }))
  const times = spans.flatMap(({ from, to }) => [from, to])
  const valid = times.every((time, index) => isTime(time) && (index === 0 || (times[index - 1] ?? '') < time))
  return valid && times[0] !== '24:00' ? spans : undefined
}

export function writeSpans(spans: Hours['spans']): string {
  return spans.map(({ from, to }) => `${from}-${to}`).join(' ')
}

function isTime(time: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) || time === '24:00'
}
