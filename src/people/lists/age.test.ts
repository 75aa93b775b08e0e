import { expect, it } from 'vitest'
import { Temporal } from '../../platform/clock.ts'
import { ageOf, bornOn } from './age.ts'

const born = (birthYear: number, birthMonth: number, birthDay: number) => ({
  birthYear,
  birthMonth,
  birthDay,
})
const now = Temporal.Instant.from('2026-06-07T22:30:00Z')

it('counts whole years in Paris, where the next day has begun', () => {
  expect(ageOf(born(2009, 6, 8), now)).toBe(17)
  expect(ageOf(born(2009, 6, 9), now)).toBe(16)
})

it('says nothing of a day no calendar has', () => {
  expect(bornOn(born(1950, 0, 1))).toBeUndefined()
  expect(bornOn(born(1950, 2, 30))).toBeUndefined()
  expect(ageOf(born(2030, 1, 1), now)).toBeUndefined()
})
