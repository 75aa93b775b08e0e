import { afterAll, beforeAll, expect, it } from 'vitest'
import { testPlatform } from '../../test/support/database.ts'
import { loadSampleIncident } from '../incident/index.ts'
import { type Actor, tocsin } from '../journal/index.ts'
import { readDisruption } from './read-disruption.ts'
import { recordCost, strikeCost } from './record-cost.ts'
import { enterFiling } from './record-filing.ts'
import { recordContract } from './record-insurance.ts'
import { recordTolerance } from './record-tolerance.ts'

const operator: Actor = { kind: 'operator', name: 'essai' }
const other: Actor = { kind: 'operator', name: 'autre' }
let platform: Awaited<ReturnType<typeof testPlatform>>
let id: string
beforeAll(async () => {
  platform = await testPlatform()
  id = (await loadSampleIncident(platform, tocsin)).id
})
afterAll(() => platform.close())

it('a form sent twice counts once, also when both arrive together; what two people enter counts twice', async () => {
  const cost = { spent_on: '2026-06-08', kind: 'overtime', what: 'saisie', hours: '2', amount: '' }
  const [one, two] = await Promise.all([
    recordCost(platform, id, cost, operator),
    recordCost(platform, id, cost, operator),
  ])
  expect(two).toBe(one)
  await recordCost(platform, id, cost, other)
  const card = {
    insured: 'deux-rives',
    insurer: 'Cap',
    kind: 'cyber',
    round_the_clock: 'yes',
    source: 'carte',
  }
  for (const _ of [1, 2]) await recordContract(platform, id, card, operator)
  const said = { grantor: 'DGFiP', state: 'granted', said_on: '2026-06-08', scope: 'TVA', source: 'site' }
  for (const _ of [1, 2]) await recordTolerance(platform, id, said, operator)
  const { costs, contracts, tolerances } = await readDisruption(platform.db, id)
  expect([costs.length, contracts.length, tolerances.length]).toEqual([2, 1, 1])
  await strikeCost(platform, id, 2, { reason: 'doublon' }, other)
  expect(await recordCost(platform, id, cost, other)).toBe(3)
})

it('a year before 1900 is a slip, and a character that no database holds is left out', async () => {
  const filing = { client: 'Cabinet\u0000 Aubier', kind: 'TVA', due_on: '0000-01-01' }
  await expect(enterFiling(platform, id, filing, operator)).rejects.toMatchObject({
    code: 'disruption.notADay',
  })
  await enterFiling(platform, id, { ...filing, due_on: '15/06/2026' }, operator)
  expect((await readDisruption(platform.db, id)).filings.at(-1)?.client).toBe('Cabinet Aubier')
})
