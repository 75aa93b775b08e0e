import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Temporal } from '../../platform/clock.ts'
import { EU_CALENDAR, isWorkingDay } from '../calendar/calendar.ts'
import type { ClockResult } from '../model.ts'
import { checkVectors } from './check-vectors.ts'
import { CLOCK_RULES } from './clock-rules.ts'
import { computeClock } from './compute-clock.ts'
import { PARAM_NAMES } from './param-names.ts'

const ZONES = [
  ...['Europe/Paris', 'Indian/Reunion', 'America/Martinique', 'Pacific/Noumea', 'Asia/Kolkata', 'UTC'],
  ...['Australia/Lord_Howe', 'Pacific/Apia', 'America/New_York'],
]
const second = fc
  .integer({ min: 0, max: 20 * 366 * 86_400 })
  .map((seconds) => Temporal.Instant.from('2015-01-01T00:00:00Z').add({ seconds }))
const instants = fc.oneof(
  second,
  second.map((at) => at.round('hour')),
)
const started = fc.record({ at: instants, zone: fc.constantFrom(...ZONES) })
const withKind = (...kinds: string[]) => CLOCK_RULES.filter(({ period }) => kinds.includes(period.kind))
const paramsOf: Readonly<Record<string, Record<string, unknown>>> = {
  contract_hours: { hours: 48 },
  contract_working_days: { working_days: 3 },
}
const compute = (rule: string, { at, zone }: { at: Temporal.Instant; zone: string }): ClockResult =>
  computeClock({ rule, from: at.toString(), zone, params: paramsOf[rule] ?? {} })
const instant = (text: string | null | undefined) => Temporal.Instant.from(text ?? '')
const hoursBetween = (from: Temporal.Instant, to: Temporal.Instant) => from.until(to).total('hours')

test('hours are elapsed time in every zone; the text reading ends at a full hour, within the next one; the wide one later', () => {
  const rule = fc.constantFrom(...withKind('eu_hours'))
  fc.assert(
    fc.property(started, rule, (start, { id, period }) => {
      const { readings, dueAt } = compute(id, start)
      const strict = instant(readings.strict)
      expect(hoursBetween(start.at, strict)).toBe(period.kind === 'eu_hours' && period.hours)
      expect(dueAt.toInstant().equals(strict)).toBe(true)
      expect(readings.strict_utc).toBe(strict.toString())
      const text = instant(readings.text_1182)
      expect(hoursBetween(strict, text)).toBeGreaterThan(0)
      expect(hoursBetween(strict, text)).toBeLessThanOrEqual(1)
      if (readings.widest_art3_5)
        expect(hoursBetween(text, instant(readings.widest_art3_5))).toBeGreaterThan(0)
    }),
    { numRuns: 300 },
  )
})

test('days and months of EU acts end at 24:00 of a working day, never before the day reached; months never overflow', () => {
  const rule = fc.constantFrom(...withKind('eu_days', 'eu_months'))
  fc.assert(
    fc.property(started, rule, (start, { id, period }) => {
      const { readings } = compute(id, start)
      const ends = ['Europe/Paris', start.zone]
        .map((zone) => instant(readings.text_1182).toZonedDateTimeISO(zone))
        .filter((end) => end.equals(end.startOfDay()))
      const lastDays = ends.map((end) => end.toPlainDate().subtract({ days: 1 }))
      expect(lastDays.some((day) => isWorkingDay(day, EU_CALENDAR))).toBe(true)
      const reached = Temporal.PlainDate.from(readings.end_day_before_roll ?? '')
      expect(lastDays.some((day) => day.since(reached).days >= 0)).toBe(true)
      const from = start.at.toZonedDateTimeISO(start.zone).toPlainDate()
      if (period.kind !== 'eu_months') return
      const months = (reached.year - from.year) * 12 + reached.month - from.month
      expect(Math.abs(months - period.months)).toBeLessThanOrEqual(1)
      if (start.zone === 'Europe/Paris') expect(months).toBe(period.months)
    }),
    { numRuns: 300 },
  )
})

test('who starts later is never due earlier, and no reading comes before the start', () => {
  const rule = fc.constantFrom(...CLOCK_RULES)
  const gap = fc.integer({ min: 1, max: 40 * 86_400 })
  fc.assert(
    fc.property(started, gap, rule, ({ at, zone }, seconds, { id, period }) => {
      const [one, other] = [at, at.add({ seconds })].map((start) => compute(id, { at: start, zone }))
      for (const name of ['strict', 'text', 'text_1182', 'soft_target'] as const) {
        if (!one?.readings[name] || !other?.readings[name]) continue
        const [first, second] = [instant(one.readings[name]), instant(other.readings[name])]
        // Two clock times of the repeated hour come out in the order of the clock face, not of time.
        if (name !== 'strict' || !/days|months/.test(period.kind)) {
          expect(Temporal.Instant.compare(first, second)).toBeLessThanOrEqual(0)
        }
        expect(Temporal.Instant.compare(first, at)).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: 400 },
  )
})

test('every clock tells its steps in both languages, the starting fact first', () => {
  const start = { at: Temporal.Instant.from('2026-04-30T16:20:00Z'), zone: 'Europe/Paris' }
  for (const { id } of CLOCK_RULES) {
    const { steps, startsAt } = compute(id, start)
    expect(steps[0]?.at?.equals(startsAt)).toBe(true)
    for (const { words } of steps) {
      expect(words.fr.length * words.en.length, id).toBeGreaterThan(0)
      expect(`${words.fr} ${words.en}`).not.toMatch(/undefined|NaN|\[object/)
    }
  }
})

test('the steps are those of the page: the hour under way, the days of rest, the two working days', () => {
  const { steps } = computeClock({
    rule: 'gdpr33_72h',
    from: '2026-06-05T18:40:00+02:00',
    zone: 'Europe/Paris',
  })
  expect(steps.map(({ words, at }) => `${words.fr} | ${at?.toPlainDateTime()}`)).toEqual([
    'Connaissance de la violation | 2026-06-05T18:40:00',
    '72 heures écoulées (lecture stricte) | 2026-06-08T18:40:00',
    'L’heure entamée ne compte pas : le compte part de l’heure suivante (lecture du texte) | 2026-06-05T19:00:00',
    '72 heures pleines ; samedi et dimanche comptent | 2026-06-08T19:00:00',
    'Lecture large, contestée : deux jours ouvrables entiers, lundi et mardi | 2026-06-10T00:00:00',
  ])
})

const refused = (rule: string, params: unknown, from = '2026-06-05T18:40:00+02:00') => {
  try {
    computeClock({ rule, from, zone: 'Europe/Paris', params: params as Record<string, unknown> })
    return 'accepted'
  } catch (error) {
    return (error as { code?: string }).code ?? error
  }
}

test.each([
  ['gdpr33_72h', { hours: 4 }, 'law.unknownParam'],
  ['lopmi_complaint_72h', { region: '67' }, 'law.unknownParam'],
  ['gdpr33_72h', { constructor: 1 }, 'law.unknownParam'],
  ['gdpr33_72h', [], 'law.badParam'],
  ['contract_hours', {}, 'law.missingParam'],
  ['contract_hours', { hours: null }, 'law.missingParam'],
  ['contract_hours', { hours: 0 }, 'law.badParam'],
  ['contract_hours', { hours: 1.5 }, 'law.badParam'],
  ['contract_hours', { hours: '48' }, 'accepted'],
  ['contract_working_days', { working_days: 2, days: 2 }, 'law.repeatedParam'],
  ['contract_working_days', { working_days: 2, week: 'lundi' }, 'law.badParam'],
  ['assurance_5_jours_ouvres', { region: 'Atlantide' }, 'law.unknownRegion'],
  ['assurance_5_jours_ouvres', { region: [] }, 'law.unknownRegion'],
  ['assurance_5_jours_ouvres', { region: ['67', 'Paris'], insurer_region: null }, 'accepted'],
  ['assurance_5_jours_ouvres', { good_friday: 'yes' }, 'law.badParam'],
  ['assurance_5_jours_ouvres', { local_holidays: ['2026-06-08'] }, 'accepted'],
  ['assurance_5_jours_ouvres', { local_holidays: ['8 juin'] }, 'law.notAnInstant'],
  ['dora_intermediate', { relief_eligible: 'true' }, 'law.badParam'],
  ['dora_initial', { classified_major: '2026-06-06' }, 'law.needsTime'],
  ['dora_initial', { classified_major: '2026-06-05T18:00:00+02:00' }, 'law.contradiction'],
  ['gdpr34_72h', {}, 'law.unknownClock'],
])('%s with %j: %s', (rule, params, code) => {
  expect(refused(rule, params)).toBe(code)
})

test('a clock in hours needs the hour; one in days does not', () => {
  const bare = CLOCK_RULES.filter(({ id }) => refused(id, paramsOf[id] ?? {}, '2026-06-05') === 'accepted')
  expect(bare.map(({ period }) => period.kind).filter((kind) => /hours|initial|instant/.test(kind))).toEqual(
    [],
  )
  expect(bare.length).toBe(withKind(...DAYS).length)
})
const DAYS = ['eu_days', 'eu_months', 'french_days', 'french_months', 'working_days', 'soft_days']

test('whatever stands in a vector, it gets an answer or a refusal, never a crash', () => {
  const junk = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('2026-06-05', '2026-06-05T18:40:00+02:00', 'Europe/Paris'),
  )
  const params = fc.dictionary(fc.constantFrom(...Object.keys(PARAM_NAMES), '__proto__', 'toString'), junk)
  const rule = fc.constantFrom(...CLOCK_RULES.map(({ id }) => id))
  const base = { start: '2026-06-05T18:40:00+02:00', zone: 'Europe/Paris', expected: { strict: '' } }
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('rule', 'start', 'zone', 'expected'), junk),
      params,
      rule,
      (spoilt, given, id) => {
        for (const vector of [
          { ...base, rule: id, params: given },
          { ...base, rule: id, ...spoilt },
        ]) {
          const [checked] = checkVectors([vector], 'junk.json')
          expect(JSON.stringify(checked)).not.toContain('unexpected')
        }
      },
    ),
    { numRuns: 300 },
  )
})
