import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Temporal } from '../platform/clock.ts'
import { findContradiction, ORDER_RULES } from './contradictions.ts'
import { boundsOf, type Fact } from './fact-value.ts'
import { findNationalId } from './guard-national-id.ts'

const keys = [...new Set(ORDER_RULES.flatMap(({ earlier, later }) => [earlier, later]))]
const hour = (n: number) => Temporal.Instant.fromEpochMilliseconds(1_780_000_000_000 + n * 3_600_000)

function fact(
  key: string,
  n: number,
  confidence = 'established',
  precision: 'minute' | 'day' = 'minute',
): Fact {
  const value = { at: hour(n).toString(), zone: 'Europe/Paris', precision }
  return { key, kind: 'instant', value, confidence } as unknown as Fact
}

it('finds nothing in instants that follow one another in the order of events', () => {
  const order = [
    'attack_started_at',
    'attack_ended_at',
    'detected_at',
    'disconnected_at',
    'processor_authority_told_at',
    'processor_complaint_filed_at',
    'processor_told_controller_at',
    'controller_aware_at',
    'dpo_told_at',
    'complaint_filed_at',
    'authority_told_at',
    'persons_told_at',
  ]
  expect([...order].sort()).toEqual([...keys].sort())
  const gaps = fc.array(fc.nat(500), { minLength: order.length, maxLength: order.length })
  const days = fc.array(fc.boolean(), { minLength: order.length, maxLength: order.length })
  fc.assert(
    fc.property(gaps, days, (hours, wholeDays) => {
      let now = 0
      const facts = order.map((key, i) => {
        now += hours[i]!
        return fact(key, now, 'established', wholeDays[i] ? 'day' : 'minute')
      })
      expect(findContradiction(facts)).toBeUndefined()
    }),
  )
})

it('finds one exactly when a rule is broken between settled instants', () => {
  const states = fc.tuple(fc.nat(20), fc.constantFrom('established', 'disputed'))
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys), states), (drawn) => {
      const at = (key: string) => (drawn[key]?.[1] === 'established' ? drawn[key][0] : undefined)
      const broken = ORDER_RULES.some(({ earlier, later }) => (at(later) ?? 99) < (at(earlier) ?? -1))
      const found = findContradiction(
        Object.entries(drawn).map(([key, [n, confidence]]) => fact(key, n, confidence)),
      )
      expect(found !== undefined).toBe(broken)
    }),
  )
})

it('takes a day as long as it is: 23 and 25 hours at the clock changes', () => {
  const hours = (at: string) => {
    const { earliest, latest } = boundsOf({ at, zone: 'Europe/Paris', precision: 'day' })
    return Math.round(earliest.until(latest).total('hours'))
  }
  expect(hours('2026-03-29T10:00:00Z')).toBe(23)
  expect(hours('2026-10-25T10:00:00Z')).toBe(25)
})

it('sees a NIR however it is spaced, and nothing in dates, phone numbers, contract numbers or counts', () => {
  for (const nir of [
    '269054958815780',
    '2690549588157',
    '1 85 12 2A 004 123 45',
    '1-99-02-99-123-456',
    'n° 2.69.05.49.588.157.80,',
  ])
    expect(findNationalId({ value: [{ fr: nir }] }), nir).toBe('value.0.fr')
  for (const text of [
    '2026-06-03T08:20:00+02:00',
    '01 99 00 12 34',
    '+33 1 99 00 12 34',
    '18 012 sur 240 000',
    'C-2026-004512',
    '12345678900012',
  ])
    expect(findNationalId({ text }), text).toBeUndefined()
})
