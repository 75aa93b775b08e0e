import { Temporal } from '../../platform/clock.ts'

/**
 * Easter Sunday of a Gregorian year. Rests on the golden number, the epact corrected for centuries, and the first
 * Sunday after the full moon of the Church (the tables of the reform of 1582, as arithmetic).
 */
export function easterSunday(year: number): Temporal.PlainDate {
  const golden = (year % 19) + 1
  const century = Math.floor(year / 100) + 1
  const droppedLeaps = Math.floor((3 * century) / 4) - 12
  const moonDrift = Math.floor((8 * century + 5) / 25) - 5
  const raw = (((11 * golden + 20 + moonDrift - droppedLeaps) % 30) + 30) % 30
  const epact = raw === 24 || (raw === 25 && golden > 11) ? raw + 1 : raw
  const moon = epact > 23 ? 74 - epact : 44 - epact // day of March
  const march = Temporal.PlainDate.from({ year, month: 3, day: 1 })
  const fullMoon = march.add({ days: moon - 1 })
  return fullMoon.add({ days: 7 - (fullMoon.dayOfWeek % 7) })
}
