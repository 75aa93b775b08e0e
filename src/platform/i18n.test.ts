import { expect, test } from 'vitest'
import { Temporal } from './clock.ts'
import { formatDuration, formatInstant, formatInteger, formatShare, terminalLocale } from './i18n.ts'

const instant = Temporal.Instant.from('2026-06-08T16:40:04Z')

test('instants carry their place and read as look.md writes them', () => {
  expect(formatInstant(instant, 'fr')).toBe('lundi 8 juin 2026, 18\u00a0h\u00a040, Paris')
  expect(formatInstant(instant, 'fr', { form: 'short' })).toBe('lun. 8 juin, 18\u00a0h\u00a040')
  expect(formatInstant(instant, 'fr', { form: 'seconds' })).toBe('18\u00a0h\u00a040\u00a0min\u00a004\u00a0s')
  expect(formatInstant(instant, 'en')).toMatch(/^Monday,? 8 June 2026, 18:40, Paris$/)
})

test('numbers use the narrow no-break space and a true minus', () => {
  expect(formatInteger(18012, 'fr')).toBe('18\u202f012')
  expect(formatInteger(-3, 'fr')).toBe('−3')
  expect(formatShare(13116, 18012, 'fr', 1)).toBe('72,8\u202f%')
  expect(formatShare(1, 1_000_000, 'fr')).toBe('<\u00a00,01\u202f%')
  expect(formatShare(1, 0, 'fr')).toBe('')
})

test('durations change unit at one hour and at 48 hours', () => {
  const hours = (n: number) => formatDuration(Temporal.Duration.from({ minutes: Math.round(n * 60) }), 'fr')
  expect(hours(5.2)).toBe('5\u00a0h\u00a012')
  expect(hours(0.7)).toBe('42\u00a0min')
  expect(hours(106)).toBe('4\u00a0j 10\u00a0h')
})

test('the terminal’s language follows the POSIX variables, French otherwise', () => {
  expect(terminalLocale({ LANG: 'en_GB.UTF-8' })).toBe('en')
  expect(terminalLocale({ LANG: 'en_GB.UTF-8', LC_ALL: 'fr_FR.UTF-8' })).toBe('fr')
  expect(terminalLocale({ LANG: 'C.UTF-8' })).toBe('fr')
})
