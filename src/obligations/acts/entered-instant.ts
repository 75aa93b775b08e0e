import { checkZone, readStart, type Words } from '../../law/index.ts'
import { Temporal } from '../../platform/clock.ts'
import { ZONE } from '../../platform/i18n.ts'
import { instantsOf } from '../../platform/local-time.ts'
import { withOffset } from '../case/fact-as-law.ts'
import { obligationRefusals } from '../refusals.ts'

/** An instant that a person entered, in the zone they meant. */
export interface EnteredInstant {
  readonly at: Temporal.Instant
  readonly zone: string
  /** ISO 8601 with the offset: which of two equal local times was meant stays written. */
  readonly entered: string
}

const LOCAL = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?$/

/**
 * Reads an instant: ISO 8601 with its offset, or the local time of a zone. A day alone is refused: a clock in hours starts there.
 * @throws Refusal obligations.ambiguousLocalTime (asks which of the two), missingLocalTime, law.notAnInstant and its likes
 */
export function enteredInstant(where: Words, typed: string, zone: string = ZONE): EnteredInstant {
  checkZone(zone)
  const text = typed.trim()
  if (LOCAL.test(text)) refuseUncertain(where, text, zone)
  const { at, dayOnly } = readStart(where.fr, text, zone)
  if (dayOnly) throw obligationRefusals.timeNeeded({ where })
  const instant = at.toInstant()
  return { at: instant, zone, entered: withOffset(instant, zone) }
}

/** A local time that the zone has twice, or never. What cannot be read at all is left to the law room. */
function refuseUncertain(where: Words, text: string, zone: string): void {
  const local = localTime(text)
  if (!local) return
  const [first, second] = instantsOf(local, zone).map((one) => withOffset(one.toInstant(), zone))
  if (!first) throw obligationRefusals.missingLocalTime({ where, zone })
  if (second) throw obligationRefusals.ambiguousLocalTime({ where, zone, first, second })
}

function localTime(text: string): Temporal.PlainDateTime | undefined {
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' })
  } catch {
    return undefined
  }
}
