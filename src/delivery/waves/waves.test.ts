import fc from 'fast-check'
import { expect, test } from 'vitest'
import { easterSunday, isHoliday } from '../../law/index.ts'
import { Temporal } from '../../platform/clock.ts'
import { ZONE } from '../../platform/i18n.ts'
import { Refusal } from '../../platform/refusal.ts'
import { asksForLess } from '../smtp/asks-for-less.ts'
import { judge } from './breaker.ts'
import { available, type Bucket, burstOf, fullAt, fullBucket, taken } from './bucket.ts'
import { addOpenTime, isOpen, nextOpen, openings, readSpans, secondsBetween, writeSpans } from './calendar.ts'
import { slowed } from './judge-refusals.ts'
import { eased } from './pace.ts'
import { planWaves, reschedule } from './plan-waves.ts'
import { type PacingSettings, proposedSettings, readSettings, writeSettings } from './settings.ts'

const at = (iso: string) => Temporal.Instant.from(iso)
/** Around both changes of the clocks, and the holidays of spring and of the end of the year. */
const instants = fc
  .integer({ min: 0, max: 2 * 366 * 24 * 60 })
  .map((minutes) => at('2026-01-01T00:00:00Z').add({ minutes }))
const hoursOf = fc.record({
  days: fc.constantFrom('mon-fri' as const, 'mon-sat' as const, 'every-day' as const),
  spans: fc
    .constantFrom('09:00-12:30 13:30-18:00', '00:00-24:00', '01:30-03:30', '08:00-20:00', '23:00-24:00')
    .map((text) => readSpans(text) ?? []),
  closedOnHolidays: fc.boolean(),
})
const settingsOf: fc.Arbitrary<PacingSettings> = fc.record({
  capacity: fc.option(fc.integer({ min: 1, max: 500 })),
  callPercent: fc.constantFrom(0.5, 2, 5, 12.5, 100),
  callHours: fc.constantFrom(1, 3, 6, 40),
  ceiling: fc.integer({ min: 1, max: 20_000 }),
  firstWave: fc.integer({ min: 1, max: 500 }),
  lookMinutes: fc.integer({ min: 0, max: 300 }),
  hours: hoursOf,
})

test('the first wave is small, every message is in one wave, calls stay within capacity, nothing leaves outside the hours', () => {
  fc.assert(
    fc.property(settingsOf, fc.integer({ min: 1, max: 20_000 }), instants, (settings, messages, from) => {
      const plan = planned(settings, messages, from)
      fc.pre(plan !== undefined)
      if (!plan) return
      const { waves, calls, perHour } = plan
      expect(waves.reduce((sum, wave) => sum + wave.messages, 0)).toBe(messages)
      expect(waves[0]?.messages).toBe(Math.min(settings.firstWave, messages))
      expect(waves.length).toBeLessThanOrEqual(14)
      expect(perHour).toBeLessThanOrEqual(settings.ceiling ?? perHour)
      for (const [index, wave] of waves.entries()) {
        expect(isOpen(settings.hours, wave.opensAt)).toBe(true)
        const before = waves[index - 1]?.endsAt ?? from
        expect(secondsBetween(before, wave.opensAt)).toBeGreaterThanOrEqual(0)
        expect(secondsBetween(wave.opensAt, wave.endsAt)).toBeGreaterThan(0)
      }
      if (settings.capacity === null) return
      for (const { calls: expected } of calls) expect(expected).toBeLessThanOrEqual(settings.capacity + 1e-6)
    }),
    { numRuns: 60 },
  )
})

function planned(settings: PacingSettings, messages: number, from: Temporal.Instant) {
  try {
    return planWaves(settings, messages, from)
  } catch (error) {
    if (error instanceof Refusal && /^waves\.(cannotFit|tooLong)$/.test(error.code)) return undefined
    throw error
  }
}

test('every caller calls once: expected calls add up to the share of the people written to', () => {
  const settings = { ...proposedSettings(15_388), hours: always }
  const { calls, perHour, endsAt } = planWaves(settings, 15_388, at('2026-06-08T06:00:00Z'))
  expect(perHour).toBe(2400)
  expect(calls.reduce((sum, one) => sum + one.calls, 0)).toBeCloseTo(0.05 * 15_388, -1)
  expect(Math.max(...calls.map((one) => one.calls))).toBeLessThanOrEqual(120)
  expect(secondsBetween(at('2026-06-08T06:00:00Z'), endsAt) / 3600).toBeCloseTo(15_388 / 2361 + 1, 1)
})

test('a plan that cannot hold is refused and says why', () => {
  const settings = { ...proposedSettings(1000), capacity: 1, callPercent: 100, ceiling: null }
  expect(() => planWaves({ ...settings, capacity: 0 }, 10, at('2026-06-08T06:00:00Z'))).toThrow(
    'waves.cannotFit',
  )
  expect(() => planWaves(settings, 1_000_000, at('2026-06-08T06:00:00Z'))).toThrow('waves.tooLong')
})

test('a wave put off moves those after it, and no wave is ever brought forward', () => {
  fc.assert(
    fc.property(
      instants,
      fc.integer({ min: 0, max: 3000 }),
      fc.integer({ min: 0, max: 400 }),
      (from, late, left) => {
        const settings = proposedSettings(20_000)
        const { waves, perHour } = planWaves(settings, 20_000, from)
        const now = from.add({ minutes: late })
        const state = waves.map((wave, index) => ({
          ...wave,
          left: index === 0 ? Math.min(left, wave.messages) : wave.messages,
        }))
        const again = reschedule(settings, perHour, state, now)
        expect(again.map(({ messages }) => messages)).toEqual(waves.map(({ messages }) => messages))
        for (const [index, wave] of again.entries()) {
          expect(secondsBetween(waves[index]?.opensAt ?? from, wave.opensAt)).toBeGreaterThanOrEqual(0)
          const before = again[index - 1]
          if (before && index > 1)
            expect(secondsBetween(before.endsAt, wave.opensAt)).toBeGreaterThanOrEqual(0)
        }
      },
    ),
    { numRuns: 50 },
  )
})

test('whatever the clock does, the bucket lets no more through than its rate', () => {
  const moves = fc.array(
    fc.record({ seconds: fc.integer({ min: -7200, max: 1200 }), asked: fc.integer({ min: 1, max: 500 }) }),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), moves, (perHour, steps) => {
      let now = at('2026-03-29T00:30:00Z')
      let bucket: Bucket = fullBucket(perHour, now)
      let forward = 0
      let through = 0
      for (const { seconds, asked } of steps) {
        now = now.add({ seconds })
        forward += Math.max(0, seconds)
        const some = Math.min(asked, available(bucket, now))
        bucket = taken(bucket, some, now)
        through += some
        expect(through).toBeLessThanOrEqual(burstOf(perHour) + (forward * perHour) / 3600 + 1e-6)
        expect(secondsBetween(now, fullAt(bucket, now))).toBeLessThanOrEqual(3600)
      }
    }),
  )
})

test('within any hour the bucket gives at most its rate, however small', () => {
  for (const perHour of [1, 2, 30, 59, 60, 61, 600, 2400]) {
    let bucket = fullBucket(perHour, at('2026-06-08T06:00:00Z'))
    let through = 0
    for (let second = 0; second < 3600; second += 1) {
      const now = at('2026-06-08T06:00:00Z').add({ seconds: second })
      const some = available(bucket, now)
      bucket = taken(bucket, some, now)
      through += some
    }
    expect(through).toBeLessThanOrEqual(perHour)
    expect(through).toBeGreaterThanOrEqual(Math.floor(perHour * 0.98) - 1)
  }
})

const always = {
  days: 'every-day',
  spans: [{ from: '00:00', to: '24:00' }],
  closedOnHolidays: false,
} as const

test('opening time counts real hours on the days the clocks change', () => {
  const day = (iso: string) => Temporal.PlainDate.from(iso).toZonedDateTime(ZONE).toInstant()
  expect(secondsBetween(day('2026-03-29'), addOpenTime(always, day('2026-03-29'), 23 * 3600))).toBe(23 * 3600)
  const [spring] = openings(always, day('2026-03-29'))
  const [autumn] = openings(always, day('2026-10-25'))
  expect(spring && secondsBetween(spring.from, spring.to)).toBe(23 * 3600)
  expect(autumn && secondsBetween(autumn.from, autumn.to)).toBe(25 * 3600)
  // From 1.30 to 3.30 the night the clocks go forward: one hour, not two.
  const night = { ...always, spans: [{ from: '01:30', to: '03:30' }] }
  const [short] = openings(night, day('2026-03-29'))
  expect(short && secondsBetween(short.from, short.to)).toBe(3600)
  fc.assert(
    fc.property(hoursOf, instants, fc.integer({ min: 0, max: 300_000 }), (hours, from, seconds) => {
      const end = addOpenTime(hours, from, seconds)
      const counted = openSeconds(hours, from, end)
      expect(Math.abs(counted - seconds)).toBeLessThan(0.01)
      expect(isOpen(hours, nextOpen(hours, from))).toBe(true)
    }),
    { numRuns: 60 },
  )
})

function openSeconds(
  hours: typeof always | Parameters<typeof openings>[0],
  from: Temporal.Instant,
  end: Temporal.Instant,
) {
  let counted = 0
  for (const opening of openings(hours, from)) {
    if (secondsBetween(opening.from, end) <= 0) return counted
    counted += Math.min(secondsBetween(opening.from, opening.to), secondsBetween(opening.from, end))
  }
  return counted
}

test('the holidays of mainland France, those that follow Easter among them', () => {
  const easters = {
    2019: '04-21',
    2024: '03-31',
    2025: '04-20',
    2026: '04-05',
    2027: '03-28',
    2038: '04-25',
    2049: '04-18',
    2076: '04-19',
  }
  for (const [year, date] of Object.entries(easters))
    expect(easterSunday(Number(year)).toString()).toBe(`${year}-${date}`)
  const of2026 = [
    '01-01',
    '04-06',
    '05-01',
    '05-08',
    '05-14',
    '05-25',
    '07-14',
    '08-15',
    '11-01',
    '11-11',
    '12-25',
  ]
  const days = Array.from({ length: 365 }, (_, index) =>
    Temporal.PlainDate.from('2026-01-01').add({ days: index }),
  )
  expect(days.filter((day) => isHoliday(day)).map(String)).toEqual(of2026.map((day) => `2026-${day}`))
})

test('settings are read as they are written, and the field that is wrong is named', () => {
  fc.assert(
    fc.property(settingsOf, (settings) => {
      expect(readSettings(writeSettings(settings))).toEqual(settings)
    }),
  )
  const texts = writeSettings(proposedSettings(1000))
  expect(readSettings({ ...texts, call_percent: '2,5', ceiling: '2 400' })).toMatchObject({
    callPercent: 2.5,
    ceiling: 2400,
  })
  const wrong = {
    capacity: '0',
    call_percent: '101',
    call_hours: '',
    ceiling: '-1',
    first_wave: '0',
    look_minutes: 'x',
    days: 'sun',
    hours: '18:00-09:00',
    holidays: '',
  }
  for (const [field, value] of Object.entries(wrong))
    expect(readSettings({ ...texts, [field]: value })).toEqual({ field })
  expect(readSettings({ ...texts, capacity: '', ceiling: '' })).toEqual({ field: 'ceiling' })
  expect(writeSpans(readSpans('09:00-12:30  13:30-24:00') ?? [])).toBe('09:00-12:30 13:30-24:00')
  for (const text of [
    '',
    '9:00-10:00',
    '24:00-25:00',
    '10:00-10:00',
    '08:00-12:00 11:00-13:00',
    '24:00-24:00',
  ])
    expect(readSpans(text)).toBeUndefined()
})

test('one domain that refuses us is held; refusals everywhere, or at many domains, are ours', () => {
  const of = (domain: string, attempts: number, senderSide: number, held = false) => ({
    domain,
    attempts,
    accepted: attempts - senderSide,
    senderSide,
    held,
  })
  expect(judge([of('a', 10, 4), of('b', 90, 0)])).toEqual({ hold: [], pause: false })
  expect(judge([of('a', 10, 5), of('b', 90, 0)])).toEqual({ hold: ['a'], pause: false })
  expect(judge([of('a', 10, 5), of('b', 90, 5)])).toEqual({ hold: [], pause: true })
  expect(judge([of('a', 5, 5), of('b', 1, 0)])).toEqual({ hold: [], pause: true })
  expect(judge([of('a', 100, 30, true), of('b', 400, 1)])).toEqual({ hold: [], pause: false })
  expect(judge([of('a', 9, 9, true), of('b', 9, 9, true), of('c', 9, 9), of('d', 400, 0)])).toEqual({
    hold: [],
    pause: true,
  })
  const small = Array.from({ length: 10 }, (_, index) => of(`d${index}`, 10, 1))
  expect(judge(small)).toEqual({ hold: [], pause: true })
})

test('only a refusal about the rate slows a domain', () => {
  const said = (
    code: number,
    status: string | undefined,
    text: string,
    phase: 'rcpt' | 'mail' | 'dot' = 'rcpt',
  ) => asksForLess({ outcome: 'retry', phase, reply: { code, status, text } })
  expect(said(451, '4.7.1', 'too many connections')).toBe(true)
  expect(said(450, undefined, 'Trop de messages, débit limité')).toBe(true)
  expect(said(421, '4.7.28', 'unusual')).toBe(true)
  expect(said(452, '4.5.3', 'message rate exceeded', 'dot')).toBe(true)
  expect(said(450, '4.7.1', 'greylisted, rate of retries')).toBe(false)
  expect(said(452, '4.2.2', 'mailbox quota exceeded')).toBe(false)
  expect(said(550, '5.7.1', 'too many messages')).toBe(false)
  expect(said(451, undefined, 'too many connections', 'mail')).toBe(false)
  expect(said(451, '4.3.0', 'could not generate a separate queue file')).toBe(false)
  expect(said(452, undefined, 'message size exceeds the limit')).toBe(false)
  expect(said(421, '4.4.5', 'system busy')).toBe(true)
})

test('a domain is slowed by half each time it asks, not twice for one complaint, and eases when quiet', () => {
  const from = at('2026-06-08T06:00:00Z')
  const free = {
    domain: 'd',
    perHour: null,
    tokens: 0,
    filledAt: from,
    slowedAt: null,
    heldAt: null,
    heldReason: null,
    resumedAt: null,
  }
  const first = slowed(free, from)
  expect(first).toMatchObject({ perHour: 600, tokens: 0 })
  if (!first) return
  expect(slowed(first, from.add({ minutes: 4 }))).toBeUndefined()
  expect(slowed(first, from.add({ minutes: 6 }))).toMatchObject({ perHour: 300 })
  expect(eased(first, from.add({ minutes: 29 }))).toBe(first)
  expect(eased(first, from.add({ minutes: 31 }))).toMatchObject({ perHour: 1200 })
  const fast = { ...first, perHour: 4800 }
  expect(eased(fast, from.add({ minutes: 31 }))).toMatchObject({ perHour: null, slowedAt: null })
})
