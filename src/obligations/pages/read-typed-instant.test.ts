import { expect, test } from 'vitest'
import { readTypedInstant } from './read-typed-instant.ts'

const read = (day: string, time: string, more: Record<string, string> = {}) => {
  const found = readTypedInstant({ day, time, ...more })
  if ('at' in found) return found.at.toString({ timeZoneName: 'never' })
  return 'wrong' in found ? found.wrong : found.ambiguous.map(({ offset }) => offset)
}

test('the repeated hour of autumn asks which of its two instants; the missing hour of spring is refused', () => {
  expect(read('2026-10-25', '02:30')).toEqual(['+02:00', '+01:00'])
  expect(read('2026-10-25', '02:30', { which: '+01:00' })).toBe('2026-10-25T02:30:00+01:00')
  expect(read('2026-10-25', '02:30', { which: '+05:00' })).toEqual(['+02:00', '+01:00'])
  expect(read('2026-03-29', '02:30')).toBe('skipped')
  expect(read('2026-10-25', '02:30', { zone: 'Indian/Reunion' })).toBe('2026-10-25T02:30:00+04:00')
})

test('what cannot be read says which field', () => {
  expect(read('', '10:00')).toBe('missing')
  expect(read('2026-06-31', '10:00')).toBe('day')
  expect(read('2026-06-30', '25:00')).toBe('time')
  expect(read('2026-06-30', '9 h 05')).toBe('2026-06-30T09:05:00+02:00')
  expect(read('2026-06-30', '10:00', { zone: 'Mars/Base' })).toBe('zone')
})
