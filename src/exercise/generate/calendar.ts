/** Birth dates as three integers: day and month may be 00 (incomplete records) and 30/02 exists (lunar records). */

/** The day on which `mineur` is true or not. */
export const REFERENCE = { year: 2026, month: 5, day: 31 } as const

/** `07`, `31`: two digits of 0..99. */
export const TWO_DIGITS: readonly string[] = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'))

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && leap ? 29 : (MONTH_DAYS[month - 1] as number)
}

/** Under 18 at the reference date; the 18th birthday itself is adult. */
export function isMinor(year: number, month: number, day: number): boolean {
  const adultYear = REFERENCE.year - 18
  if (year !== adultYear) return year > adultYear
  if (month !== REFERENCE.month) return month > REFERENCE.month
  return day > REFERENCE.day
}

export function isRealDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

/** A spreadsheet's serial number (1900 system) of a real date from March 1900 on. */
export function excelSerial(year: number, month: number, day: number): number {
  let days = 0
  for (let past = 1; past < month; past++) days += daysIn(year, past)
  const before = year - 1
  const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
  // 693,594 days lie between 1 January of year 1 and 30 December 1899, day zero of the 1900 system.
  return before * 365 + leaps + days + day - 1 - 693_593
}
