import type { Temporal } from '../../platform/clock.ts'
import { easterSunday } from './easter.ts'
import { HOLIDAYS, type Holiday, OFFICIAL_JOURNAL, type Region } from './holidays.ts'

/** Which days do not work: those of a place under French law, or those that the OJ lists for EU acts. */
export interface Calendar {
  readonly list: 'french' | 'official_journal'
  readonly region: Region
  /** The commune has a Protestant or mixed church (Alsace-Moselle only). */
  readonly goodFriday: boolean
  /** Days that a person added: an agreement, a local order. `YYYY-MM-DD`. */
  readonly added: readonly string[]
}

export const EU_CALENDAR: Calendar = {
  list: 'official_journal',
  region: 'national',
  goodFriday: false,
  added: [],
}

export const frenchCalendar = (region: Region = 'national', goodFriday = false): Calendar => ({
  list: 'french',
  region,
  goodFriday,
  added: [],
})

/** A legal holiday of the place, by the Labour Code; mainland France when no region is given. */
export function isHoliday(day: Temporal.PlainDate, region: Region = 'national', goodFriday = false): boolean {
  return holidayOn(day, frenchCalendar(region, goodFriday)) !== undefined
}

/** The holiday that this calendar puts on a day. */
export function holidayOn(day: Temporal.PlainDate, calendar: Calendar): Holiday | undefined {
  return holidaysOf(day.year, calendar).get(day.toString())
}

const known = new Map<string, ReadonlyMap<string, Holiday>>()

/** Holidays of a year by their day; kept, since a batch asks for the same years again and again. */
function holidaysOf(year: number, { list, region, goodFriday }: Calendar): ReadonlyMap<string, Holiday> {
  const key = `${year} ${list} ${region} ${goodFriday}`
  const kept = known.get(key)
  if (kept) return kept
  const easter = easterSunday(year)
  const days = HOLIDAYS.filter((holiday) => isListed(holiday, list, region, goodFriday))
    .filter(({ from = year, to = year }) => from <= year && year <= to)
    .map((holiday) => [dayOf(holiday, year, easter), holiday] as const)
  const made = new Map(days)
  known.set(key, made)
  return made
}

function isListed(
  holiday: Holiday,
  list: Calendar['list'],
  region: Calendar['region'],
  goodFriday: boolean,
): boolean {
  if (list === 'official_journal') return OFFICIAL_JOURNAL.days.includes(holiday.id)
  if (holiday.withProtestantChurch && !goodFriday) return false
  return holiday.region === 'national' || holiday.region === region
}

function dayOf({ on }: Holiday, year: number, easter: Temporal.PlainDate): string {
  if (typeof on === 'number') return easter.add({ days: on }).toString()
  return `${String(year).padStart(4, '0')}-${on}`
}

/** `ouvrés`: Monday to Friday. `ouvrables`: Monday to Saturday. Holidays never. */
export type WorkingWeek = 'ouvres' | 'ouvrables'

export function isWorkingDay(
  day: Temporal.PlainDate,
  calendar: Calendar,
  week: WorkingWeek = 'ouvres',
): boolean {
  if (day.dayOfWeek > (week === 'ouvres' ? 5 : 6)) return false
  return holidayOn(day, calendar) === undefined && !calendar.added.includes(day.toString())
}

/** The day itself when it works, else the first one after it that does. */
export function workingDayFrom(
  day: Temporal.PlainDate,
  calendar: Calendar,
  week: WorkingWeek = 'ouvres',
): Temporal.PlainDate {
  let found = day
  while (!isWorkingDay(found, calendar, week)) found = found.add({ days: 1 })
  return found
}

/** The first `count` working days after `day`, itself left out. */
export function workingDaysAfter(
  day: Temporal.PlainDate,
  count: number,
  calendar: Calendar,
  week: WorkingWeek = 'ouvres',
): readonly Temporal.PlainDate[] {
  const found: Temporal.PlainDate[] = []
  for (let next = day.add({ days: 1 }); found.length < count; next = next.add({ days: 1 })) {
    if (isWorkingDay(next, calendar, week)) found.push(next)
  }
  return found
}
