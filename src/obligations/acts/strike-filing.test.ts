import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditor, type DutyBench, dpo, dutyBench, lineOf, refusalOf } from '../../../test/support/duties.ts'
import { filingHistory } from '../stores/filing-store.ts'
import { correctFiling } from './correct-filing.ts'
import { recordFiling } from './record-filing.ts'
import { strikeFiling } from './strike-filing.ts'

const CNIL = 'gdpr_33_1@deux-rives'
const NEXT = 'cnil_complementary@deux-rives'
let bench: DutyBench
beforeAll(async () => {
  bench = await dutyBench()
})
afterAll(() => bench.platform.close())

const line = (id: string) => lineOf(bench.platform, bench.incident, id)
const file = (at: string, conclusionId = CNIL) =>
  recordFiling(bench.platform, bench.incident.id, { conclusionId, at, receipt: at }, dpo)
const strike = (filing: number, by = dpo, reason = 'Noté sur la mauvaise ligne.') =>
  strikeFiling(bench.platform, bench.incident.id, { filing, reason }, by)

test('a filing recorded by mistake is struck: its duty is due again, nothing runs from it, and the row stays', async () => {
  const [first, second] = [await file('2026-06-08T10:00'), await file('2026-06-08T11:00')]
  await strike(first)
  expect((await line(CNIL)).conclusion.done?.at).toBe('2026-06-08T11:00:00+02:00')
  expect((await line(NEXT)).dueAt?.toString()).toBe('2026-06-11T09:00:00Z')
  await strike(second)
  expect(await line(CNIL)).toMatchObject({ group: 'soon', filings: [], conclusion: { done: null } })
  expect((await line(NEXT)).dueAt).toBeNull()
  const history = await filingHistory(bench.platform.db, bench.incident.id, CNIL)
  expect(history.map(({ state, correction }) => [state, correction !== null])).toEqual([
    ['struck', true],
    ['struck', true],
    ['filed', false],
    ['filed', false],
  ])
  expect((await refusalOf(strike(second))).code).toBe('obligations.changedMeanwhile')
  expect((await refusalOf(strike(history[0]!.id))).code).toBe('obligations.unknownFiling')
  const again = { filing: history[0]!.id, reason: 'x' }
  expect((await refusalOf(correctFiling(bench.platform, bench.incident.id, again, dpo))).code).toBe(
    'obligations.unknownFiling',
  )
  await file('2026-06-08T12:00')
  expect((await line(CNIL)).conclusion.done?.at).toBe('2026-06-08T12:00:00+02:00')
})

test('what another duty did by the same act stands; who only reads strikes nothing, and a reason is needed', async () => {
  const kept = await file('2026-06-07T10:15', 'victim_complaint@deux-rives')
  expect((await refusalOf(strike(kept, auditor))).code).toBe('obligations.roleNeeded')
  expect((await refusalOf(strike(kept, dpo, ' '))).code).toBe('obligations.missing')
  await strike(kept)
  expect((await line('lopmi_complaint@deux-rives')).group).toBe('done')
})
