import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DutyBench, dpo, dutyBench, lineOf } from '../../../test/support/duties.ts'
import { entriesBefore } from '../../journal/index.ts'
import { Temporal } from '../../platform/clock.ts'
import { followDuties, recordDelayReason, recordFiling, remindersOf } from '../index.ts'
import { reminderWords } from '../pages/board-row.tsx'
import { nextReminder, reminderDue } from './reminder-due.ts'

let platform: DutyBench['platform']
let incident: DutyBench['incident']
beforeAll(async () => {
  ;({ platform, incident } = await dutyBench())
})
afterAll(() => platform.close())

const CNIL = 'gdpr_33_1@deux-rives'
const LATE = 'contract_c1@deux-rives>prevoyance-ponant'
const follow = () => followDuties(platform, incident.id)
const given = async (id: string) =>
  (await remindersOf(platform.db, incident.id))
    .filter(({ conclusion }) => conclusion === id)
    .map(({ step, turn }) => (turn ? `${step} ${turn}` : step))
    .reverse()

test('at 24, 4 and 1 hours, when it passes, then every 12 hours, each once', async () => {
  // 13:28 in the story: 5 h 12 before the CNIL’s, 18 h 48 after the contract’s.
  const next = await follow()
  expect(await given(CNIL)).toEqual(['hours_24'])
  expect(await given(LATE)).toEqual(['repeated 1'])
  expect(next?.toString()).toBe('2026-06-08T12:28:00Z') // in an hour; the next reminder is at 14:40
  await follow()
  expect(await given(CNIL)).toEqual(['hours_24'])
  platform.clock.set('2026-06-08T12:50:00Z')
  // Two workers at once.
  await Promise.all([follow(), follow()])
  platform.clock.set('2026-06-08T15:45:00Z')
  await follow()
  // The machine’s clock goes back, and comes again.
  platform.clock.set('2026-06-08T12:45:00Z')
  await follow()
  platform.clock.set('2026-06-08T16:41:00Z')
  await follow()
  expect(await given(CNIL)).toEqual(['hours_24', 'hours_4', 'hours_1', 'passed'])
  expect((await lineOf(platform, incident, CNIL)).reminder?.step).toBe('passed')
})

test('a reason or a filing ends them', async () => {
  await recordDelayReason(platform, incident.id, { conclusionId: LATE, reason: 'Injoignable.' }, dpo)
  const before = (await given(LATE)).length
  platform.clock.set('2026-06-09T20:00:00Z')
  await follow()
  expect(await given(LATE)).toHaveLength(before)
  expect(await given(CNIL)).toContain('repeated 2')
  const at = '2026-06-09T21:00:00+02:00'
  await recordFiling(platform, incident.id, { conclusionId: CNIL, at }, dpo)
  platform.clock.set('2026-06-11T20:00:00Z')
  await follow()
  expect(await given(CNIL)).not.toContain('repeated 4')
  const line = await lineOf(platform, incident, CNIL)
  expect([line.group, reminderWords(line, 'fr')]).toEqual(['done', ''])
})

test('each is in the journal, with the duty, the instant due and who holds it', async () => {
  const entries = await entriesBefore(platform.db, undefined, 200)
  const first = entries.find(({ kind }) => kind === 'duty.reminded_hours_24')
  expect(JSON.parse(first!.payload)).toMatchObject({
    rule: expect.any(String),
    due: expect.stringMatching(/\+02:00$/),
  })
  const told = entries.filter(({ kind }) => kind.startsWith('duty.reminded_'))
  expect(told).toHaveLength((await remindersOf(platform.db, incident.id)).length)
})

test('a closed incident reminds nobody', async () => {
  await platform.db.query(`update incident set closed_at = $2 where id = $1`, [
    incident.id,
    platform.clock.now(),
  ])
  expect(await follow()).toBeNull()
})

test('whenever one looks, the next look is later, and says something else than now', () => {
  const due = Temporal.Instant.from('2026-06-08T16:40:00Z')
  const minutes = fc.integer({ min: -60 * 24 * 20, max: 60 * 24 * 20 })
  fc.assert(
    fc.property(minutes, (before) => {
      const now = due.subtract({ minutes: before })
      const next = nextReminder(due, now)
      expect(Temporal.Instant.compare(next, now)).toBe(1)
      expect(reminderDue(due, next)).not.toEqual(reminderDue(due, now))
      const between = Temporal.Instant.fromEpochMilliseconds(next.epochMilliseconds - 1)
      expect(reminderDue(due, between)).toEqual(reminderDue(due, now))
    }),
  )
})
