import type { Temporal } from '../../platform/clock.ts'
import type { ClockResult, Readings, Words } from '../model.ts'
import { words } from '../model.ts'
import { lawRefusals } from '../refusals.ts'
import type { ClockRule } from './clock-rule.ts'
import { CLOCK_RULES } from './clock-rules.ts'
import { countPeriod } from './count-period.ts'
import { type Counted, earliest } from './counting.ts'
import { dayWords } from './day-words.ts'
import { readParams } from './read-params.ts'
import { readStart } from './read-start.ts'
import { step } from './step-words.ts'
import { AUTHORITY_ZONE, checkZone } from './zones.ts'

interface ClockQuestion {
  /** Id of a clock rule, `gdpr33_72h`. */
  readonly rule: string
  /** The starting fact: ISO 8601 with its offset; a day `YYYY-MM-DD` where the clock counts days or months. */
  readonly from: string
  /** IANA zone of the place where the act is to be done. */
  readonly zone: string
  /** What else the rule reads, such as `relief_eligible` or `region`; null stands for “not known”. */
  readonly params?: Readonly<Record<string, unknown>>
}

const BY_ID = new Map(CLOCK_RULES.map((rule) => [rule.id, rule]))

export function clockRule(id: string): ClockRule {
  const rule = BY_ID.get(id)
  if (rule) return rule
  throw lawRefusals.unknownClock({ rule: String(id), known: [...BY_ID.keys()].join(', ') })
}

/**
 * When an act is due, by every reading that has a meaning for it (Reg. 1182/71, French law, Del. Reg. 2025/301), with the
 * steps of the count in words. Pure. Throws a refusal of the law room for an instant, a zone or a parameter that cannot be.
 */
export function computeClock({ rule: id, from, zone: place, params: given }: ClockQuestion): ClockResult {
  const rule = clockRule(id)
  const zone = checkZone(place)
  const start = readStart('from', from, zone)
  if (start.dayOnly && !COUNTS_DAYS.includes(rule.period.kind)) {
    throw lawRefusals.needsTime({ field: 'from', value: from })
  }
  const params = readParams(rule, given, zone)
  const counted = countPeriod({ rule, start, zone, params })
  const startsAt = counted.startsAt ?? start.at
  const { strict, soft_target, text, text_1182 } = counted.instants
  const dueAt = strict ?? earliestOf([counted.planned, text_1182, text, soft_target])
  return {
    rule: id,
    startsAt,
    readings: readingsOf(counted, zone),
    dueAt: dueAt.withTimeZone(zone),
    soft: soft_target !== undefined,
    disputed: joined([...(rule.disputed ? [rule.disputed] : []), ...counted.disputed]),
    steps: [firstStep(rule, startsAt, start.dayOnly), ...counted.steps],
  }
}

/** Periods that a bare day can start. */
const COUNTS_DAYS: readonly string[] = [
  ...['eu_days', 'eu_months', 'french_days', 'french_months', 'working_days', 'soft_days'],
]

function firstStep({ starts }: ClockRule, at: Temporal.ZonedDateTime, dayOnly: boolean) {
  if (!dayOnly) return step(starts.fr, starts.en, at)
  const day = dayWords(at.toPlainDate())
  return step(`${starts.fr} : ${day.fr} ${at.year}`, `${starts.en}: ${day.en} ${at.year}`)
}

function earliestOf(instants: readonly (Temporal.ZonedDateTime | undefined)[]): Temporal.ZonedDateTime {
  const [first, ...others] = instants.filter((at) => at !== undefined)
  if (!first) throw new Error('a clock gave no instant')
  return earliest(first, ...others)
}

function readingsOf({ instants, relief, noon, endDay }: Counted, zone: string): Readings {
  const written = (at: Temporal.ZonedDateTime, place = zone) =>
    at.withTimeZone(place).toString({ timeZoneName: 'never' })
  const { strict, ...others } = instants
  return {
    ...(strict && {
      strict: written(strict),
      strict_utc: strict.toInstant().toString(),
      strict_paris: written(strict, AUTHORITY_ZONE),
    }),
    ...Object.fromEntries(Object.entries(others).map(([name, at]) => [name, written(at)])),
    ...(relief !== undefined && { with_art5_4_relief: relief && written(relief) }),
    ...(noon !== undefined && { special_noon: noon && written(noon) }),
    ...(endDay && { end_day_before_roll: endDay.toString() }),
  }
}

function joined(disputes: readonly Words[]): Words | null {
  if (disputes.length === 0) return null
  return words(disputes.map(({ fr }) => fr).join(' '), disputes.map(({ en }) => en).join(' '))
}
