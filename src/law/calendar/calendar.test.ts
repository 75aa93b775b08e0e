import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Temporal } from '../../platform/clock.ts'
import {
  EU_CALENDAR,
  frenchCalendar,
  holidayOn,
  isHoliday,
  isWorkingDay,
  workingDayFrom,
  workingDaysAfter,
} from './calendar.ts'
import { easterSunday } from './easter.ts'
import { HOLIDAYS, REGIONS, type Region } from './holidays.ts'
import { placeNamed, regionOfZone } from './regions.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const daysOf = (year: number) =>
  Array.from({ length: day(`${year}-12-31`).dayOfYear }, (_, index) =>
    day(`${year}-01-01`).add({ days: index }),
  )

/** Easter by another road: the anonymous algorithm of 1876 (Meeus, Astronomical Algorithms, chapter 8). */
function easterOfMeeus(year: number): string {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return new Temporal.PlainDate(year, Math.floor(sum / 31), (sum % 31) + 1).toString()
}

test('Easter agrees with the known dates and with another algorithm, for four centuries', () => {
  const known = [
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2018-04-01',
    '2024-03-31',
    '2026-04-05',
    '2038-04-25',
  ]
  for (const date of known) expect(easterSunday(Number(date.slice(0, 4))).toString()).toBe(date)
  for (let year = 1900; year <= 2300; year += 1) {
    expect(easterSunday(year).toString()).toBe(easterOfMeeus(year))
  }
})

const listOf = (year: number, region: Region, goodFriday = false) =>
  daysOf(year)
    .filter((one) => isHoliday(one, region, goodFriday))
    .map((one) => one.toString().slice(5))

test('each region has the eleven days, and its own besides', () => {
  const national = listOf(2026, 'national')
  expect(national.join(' ')).toBe('01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25')
  const own = (region: Region, goodFriday = false) =>
    listOf(2026, region, goodFriday).filter((one) => !national.includes(one))
  expect(own('alsace_moselle')).toEqual(['12-26'])
  expect(own('alsace_moselle', true)).toEqual(['04-03', '12-26'])
  expect(own('martinique', true)).toEqual(['05-22'])
  expect(own('guadeloupe')).toEqual(['05-27'])
  expect(own('guyane')).toEqual(['06-10'])
  expect(own('la_reunion')).toEqual(['12-20'])
  expect(own('mayotte')).toEqual(['04-27'])
  expect(own('saint_martin')).toEqual(['05-28'])
  expect(listOf(2018, 'saint_martin')).toContain('05-27')
  expect(listOf(2018, 'saint_martin')).not.toContain('05-28')
  expect(own('saint_barthelemy')).toEqual(['10-09'])
})

test('the list of the Official Journal knows no local day', () => {
  const listed = daysOf(2026).filter((one) => holidayOn(one, EU_CALENDAR))
  expect(listed.map((one) => one.toString().slice(5))).toEqual(listOf(2026, 'national'))
})

test('every holiday bears its article and its certainty', () => {
  expect(HOLIDAYS.filter(({ article }) => !/art\. L\d{4}-\d+$/.test(article))).toEqual([])
  expect(HOLIDAYS.filter(({ words }) => words.fr === '' || words.en === '')).toEqual([])
})

test('working days agree with a count by hand, one day after the other', () => {
  const starts = fc.integer({ min: 0, max: 3700 }).map((days) => day('2018-01-01').add({ days }))
  const week = fc.constantFrom('ouvres' as const, 'ouvrables' as const)
  fc.assert(
    fc.property(
      starts,
      fc.integer({ min: 1, max: 15 }),
      fc.constantFrom(...REGIONS),
      week,
      (from, count, region, kind) => {
        const calendar = frenchCalendar(region)
        const found = workingDaysAfter(from, count, calendar, kind)
        let left = count
        let at = from
        while (left > 0) {
          at = at.add({ days: 1 })
          const rest =
            at.dayOfWeek === 7 || (kind === 'ouvres' && at.dayOfWeek === 6) || isHoliday(at, region)
          if (!rest) left -= 1
        }
        expect(found.length).toBe(count)
        expect(found.at(-1)?.toString()).toBe(at.toString())
        expect(isWorkingDay(workingDayFrom(from, calendar, kind), calendar, kind)).toBe(true)
      },
    ),
    { numRuns: 150 },
  )
})

test('a place is known by number, code or name; a church only when it is said', () => {
  const region = (name: string) => placeNamed(name)?.region
  expect(['67', 'FR-57', 'Haut-Rhin', 'alsace_moselle', 'Alsace-Moselle'].map(region)).toEqual(
    Array(5).fill('alsace_moselle'),
  )
  expect(['974', 'La Réunion', 'reunion', 'FR-974', 'RE', 'FR-RE'].map(region)).toEqual(
    Array(6).fill('la_reunion'),
  )
  expect(['75', '2A', 'Paris', 'FR', 'national', 'Métropole'].map(region)).toEqual(Array(6).fill('national'))
  expect(['Saint-Martin', '972', 'Guyane', 'YT', '977', '971'].map(region)).toEqual([
    ...['saint_martin', 'martinique', 'guyane', 'mayotte', 'saint_barthelemy', 'guadeloupe'],
  ])
  expect(['20', '96', '00', '', 'Belgique', 'toString'].map(region)).toEqual(Array(6).fill(undefined))
  expect(placeNamed('68')?.goodFriday).toBe(null)
  expect(placeNamed('Colmar')?.goodFriday).toBe(true)
  expect(placeNamed('Alsace-Moselle, vendredi saint')).toEqual({ region: 'alsace_moselle', goodFriday: true })
  expect(placeNamed('Strasbourg (67), commune with a Protestant church')).toEqual({
    region: 'alsace_moselle',
    goodFriday: true,
  })
  expect(placeNamed('Alsace-Moselle sans temple protestant')?.goodFriday).toBe(false)
  expect(placeNamed('Alsace ou La Réunion')).toBe(undefined)
  expect(regionOfZone('Indian/Reunion')).toBe('la_reunion')
  expect(regionOfZone('Europe/Paris')).toBe('national')
})
