import { Temporal } from 'temporal-polyfill'
import { instantsOf } from '../../platform/local-time.ts'
import { caseRefusals } from './refusals.ts'

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/
const LOCAL = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?$/
const DAY = /^\d{4}-\d\d-\d\d$/

/**
 * An instant as ISO 8601 with its offset, or refused: without offset (with what to write instead, or that the local time
 * exists twice or not at all), impossible, or with an offset that none of `zones` has at that instant (a time written in
 * summer with the offset of winter is an hour wrong). Z is universal time, and always taken. The first zone is that of the
 * fact; an instant told by the clock of another is given back in universal time.
 * @throws law.noOffset, needsTime, ambiguousLocalTime, nonexistentLocalTime, impossibleInstant, wrongOffset
 */
export function checkInstant(value: string, where: string, zones: readonly string[]): string {
  if (LOCAL.test(value)) throw withoutOffset(value, where, zones[0]!)
  if (isDay(value)) throw caseRefusals.needsTime({ where, value: checkDay(value, where) })
  if (!INSTANT.test(value)) throw caseRefusals.impossibleInstant({ where, value })
  const instant = instantOf(value)
  if (!instant || !isOfOurTime(value)) throw caseRefusals.impossibleInstant({ where, value })
  if (value.endsWith('Z')) return value
  const offset = value.slice(-6)
  const place = zones.find((zone) => offsetIn(zone, instant) === offset)
  if (place === zones[0]) return value
  if (place !== undefined || offset === '+00:00') return instant.toString()
  const suggestion = instant.toZonedDateTimeISO(zones[0]!).toString({ timeZoneName: 'never' })
  throw caseRefusals.wrongOffset({ where, value, zone: zones[0]!, suggestion })
}

/** @throws law.impossibleDay */
export function checkDay(value: string, where: string): string {
  if (!DAY.test(value) || !isOfOurTime(value)) throw caseRefusals.impossibleDay({ where, value })
  try {
    Temporal.PlainDate.from(value, { overflow: 'reject' })
  } catch {
    throw caseRefusals.impossibleDay({ where, value })
  }
  return value
}

export const isDay = (value: string) => DAY.test(value)

/** A year typed wrong moves a deadline by years. */
function isOfOurTime(value: string): boolean {
  const year = Number(value.slice(0, 4))
  return year >= 2000 && year < 2100
}

function instantOf(value: string): Temporal.Instant | undefined {
  // A seconds field of 60 would be taken, and 24:00 is another day's 00:00: both are typing mistakes here.
  if (/T24|:60/.test(value)) return undefined
  try {
    return Temporal.Instant.from(value)
  } catch {
    return undefined
  }
}

const offsets = new Map<string, string>()
const MOST_KEPT = 10_000

/** Offset of a zone at an instant. Kept by value: a chain repeats the same instants thousands of times. */
function offsetIn(zone: string, instant: Temporal.Instant): string {
  const key = `${zone} ${instant.epochMilliseconds}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  if (offsets.size >= MOST_KEPT) offsets.clear()
  const { offset } = instant.toZonedDateTimeISO(zone)
  offsets.set(key, offset)
  return offset
}

function withoutOffset(value: string, where: string, zone: string) {
  let local: Temporal.PlainDateTime
  try {
    local = Temporal.PlainDateTime.from(value.replace(' ', 'T'), { overflow: 'reject' })
  } catch {
    return caseRefusals.impossibleInstant({ where, value })
  }
  const [first, second] = instantsOf(local, zone)
  const text = (at: Temporal.ZonedDateTime) => at.toString({ timeZoneName: 'never' })
  if (!first) return caseRefusals.nonexistentLocalTime({ where, value, zone })
  if (!second) return caseRefusals.noOffset({ where, value, zone, suggestion: text(first) })
  return caseRefusals.ambiguousLocalTime({ where, value, zone, first: text(first), second: text(second) })
}
