import { expect, test } from 'vitest'
import { readStart } from './read-start.ts'
import { checkZone } from './zones.ts'

const PARIS = 'Europe/Paris'
const read = (value: unknown, zone = PARIS) => {
  try {
    return readStart('from', value, checkZone(zone)).at.toString({ timeZoneName: 'never' })
  } catch (error) {
    return (error as { code: string }).code
  }
}

test.each([
  ['2026-06-05T18:40:00+02:00', '2026-06-05T18:40:00+02:00'],
  ['2026-06-05t18:40+0200', '2026-06-05T18:40:00+02:00'],
  ['2026-06-05 18:40:00+02', '2026-06-05T18:40:00+02:00'],
  ['2026-06-05T16:40:00z', '2026-06-05T18:40:00+02:00'],
  ['2026-06-05T18:40:00.250+02:00', '2026-06-05T18:40:00.25+02:00'],
  ['2026-06-05T18:40', '2026-06-05T18:40:00+02:00'],
  ['2026-06-05T24:00:00+02:00', '2026-06-06T00:00:00+02:00'],
  ['2026-12-31T24:00', '2027-01-01T00:00:00+01:00'],
  ['2026-06-05', '2026-06-05T00:00:00+02:00'],
  ['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+02:00'],
  ['2026-10-25T02:30:00+01:00', '2026-10-25T02:30:00+01:00'],
  // How machines write universal time.
  ['2026-06-05T16:40:00+00:00', '2026-06-05T18:40:00+02:00'],
])('%s is read as %s', (value, expected) => {
  expect(read(value)).toBe(expected)
})

test.each([
  ['2026-10-25T02:00', 'law.ambiguousLocalTime'],
  ['2026-10-25T02:59:59 (local, no offset)', 'law.ambiguousLocalTime'],
  ['2026-03-29T02:30 (local, no offset)', 'law.nonexistentLocalTime'],
  ['2026-03-29T02:30:00+01:00', 'law.nonexistentLocalTime'],
  ['2026-06-05T18:40:00+01:00', 'law.wrongOffset'],
  ['2026-06-05T18:40:00+25:00', 'law.impossibleDate'],
  ['2026-02-29T10:00:00+01:00', 'law.impossibleDate'],
  ['2026-13-01T10:00:00+01:00', 'law.impossibleDate'],
  ['2026-06-05T24:01:00+02:00', 'law.impossibleDate'],
  ['2026-06-05T18:60:00+02:00', 'law.impossibleDate'],
  ['2016-12-31T23:59:60Z', 'law.leapSecond'],
  ['0206-06-05T18:40:00+02:00', 'law.yearOutOfRange'],
  ['2101-06-05T18:40:00+02:00', 'law.yearOutOfRange'],
  ['20260605T184000+0200', 'law.notAnInstant'],
  ['+002026-06-05T18:40:00+02:00', 'law.notAnInstant'],
  ['05/06/2026 18:40', 'law.notAnInstant'],
  ['2026-06-05T18+02:00', 'law.notAnInstant'],
  ['2026-06-05T18:40:00+02:00[Europe/Paris]', 'law.notAnInstant'],
  ['', 'law.notAnInstant'],
  [null, 'law.notAnInstant'],
  [1780677600, 'law.notAnInstant'],
])('%s is refused: %s', (value, code) => {
  expect(read(value)).toBe(code)
})

test('an offset of Paris is understood elsewhere, another one is not', () => {
  expect(read('2026-07-10T20:30:00+02:00', 'Indian/Reunion')).toBe('2026-07-10T22:30:00+04:00')
  expect(read('2026-07-10T20:30:00+03:00', 'Indian/Reunion')).toBe('law.wrongOffset')
})

test('a zone is written as the database writes it', () => {
  expect(checkZone('indian/reunion')).toBe('Indian/Reunion')
})

test.each(['', '+02:00', 'Paris', 'Europe/Atlantis', '../etc', 7, null])('%s is no zone', (zone) => {
  expect(() => checkZone(zone)).toThrow('law.unknownZone')
})
