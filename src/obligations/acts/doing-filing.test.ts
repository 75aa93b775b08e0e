import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DutyBench, dpo, dutyBench, lineOf } from '../../../test/support/duties.ts'
import { correctFiling } from './correct-filing.ts'
import { doingFiling } from './doing-filing.ts'
import { enteredInstant } from './entered-instant.ts'
import { recordFiling } from './record-filing.ts'

const CNIL = 'gdpr_33_1@deux-rives'
let bench: DutyBench
beforeAll(async () => {
  bench = await dutyBench()
})
afterAll(() => bench.platform.close())

const file = (at: string) =>
  recordFiling(bench.platform, bench.incident.id, { conclusionId: CNIL, at, receipt: at }, dpo)
const complement = async () =>
  (await lineOf(bench.platform, bench.incident, 'cnil_complementary@deux-rives')).dueAt?.toString()

test('a second filing, or a correction of one, puts off nothing that runs from the first', async () => {
  const first = await file('2026-06-08T10:00')
  const second = await file('2026-06-08T13:00')
  expect(await complement()).toBe('2026-06-11T08:00:00Z')
  const correct = (filing: number, at: string) =>
    correctFiling(bench.platform, bench.incident.id, { filing, at, reason: 'heure du récépissé' }, dpo)
  await correct(second, '2026-06-08T12:00')
  expect(await complement()).toBe('2026-06-11T08:00:00Z')
  await correct(first, '2026-06-08T13:10')
  expect(await complement()).toBe('2026-06-11T10:00:00Z')
  await file('2026-06-08T09:00')
  expect(await complement()).toBe('2026-06-11T07:00:00Z')
})

test('a complaint recorded on a second row leaves the instant of the first, which the cover depends on', async () => {
  const done = async () =>
    (await lineOf(bench.platform, bench.incident, 'lopmi_complaint@deux-rives')).conclusion.done?.at
  const before = await done()
  const again = { conclusionId: 'victim_complaint@deux-rives', at: '2026-06-08T13:00' }
  await recordFiling(bench.platform, bench.incident.id, again, dpo)
  expect([before !== undefined, await done()]).toEqual([true, before])
})

test('the final report of DORA runs from the last intermediate report', () => {
  const at = (local: string) => enteredInstant({ fr: 'l’instant', en: 'the instant' }, local)
  const [one, other] = [at('2026-06-08T10:00'), at('2026-06-09T10:00')] as const
  expect(doingFiling('dora_intermediate', [one, other])).toBe(other)
  expect(doingFiling('dora_initial', [other, one])).toBe(one)
})
