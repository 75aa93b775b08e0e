import { Temporal } from '../../platform/clock.ts'
import { ZONE } from '../../platform/i18n.ts'

interface Born {
  readonly birthYear: number | null
  readonly birthMonth: number | null
  readonly birthDay: number | null
}

/** The day of birth; undefined when a part is missing or no calendar has it (month 0 or 13 exist in real registers). */
export function bornOn({
  birthYear: year,
  birthMonth: month,
  birthDay: day,
}: Born): Temporal.PlainDate | undefined {
  if (year === null || month === null || day === null) return undefined
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch {
    return undefined
  }
}

/** Whole years at `now`, in Paris; undefined when the day of birth is not known or not past. */
export function ageOf(born: Born, now: Temporal.Instant): number | undefined {
  const day = bornOn(born)
  if (!day) return undefined
  const { years } = day.until(now.toZonedDateTimeISO(ZONE).toPlainDate(), { largestUnit: 'year' })
  return years >= 0 ? years : undefined
}
