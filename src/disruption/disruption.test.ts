import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { testPlatform } from '../../test/support/database.ts'
import { addOrganisation, currentFacts, openIncident, recordFact } from '../incident/index.ts'
import type { Actor } from '../journal/index.ts'
import { Temporal } from '../platform/clock.ts'
import type { Refusal } from '../platform/refusal.ts'
import { COST_KINDS, type ExtraCost, standingOf, sumOf, sumsByKind } from './model.ts'
import { readDisruption } from './read-disruption.ts'
import { cents, day, instant, minutes } from './read-fields.ts'
import { readTable } from './read-table.ts'
import { recordCost, strikeCost } from './record-cost.ts'
import { enterFiling, followFiling, importFilings } from './record-filing.ts'
import { recordContract, recordCover, withdrawContract } from './record-insurance.ts'
import { attachTolerance, recordTolerance } from './record-tolerance.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
let incidentId: string
let opened = 0
const operator: Actor = { kind: 'operator', name: 'essai' }

beforeAll(async () => {
  platform = await testPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  const reference = `panne-${++opened}`
  const incident = await openIncident(platform, { reference, title: 'Panne', exercise: true }, operator)
  incidentId = incident.id
  for (const [key, name, own] of [
    ['cabinet', 'Cabinet des Aubiers', true],
    ['hebergeur', 'Hébergement des Dunes', false],
  ] as const)
    await addOrganisation(
      platform,
      incident.id,
      { key, name, shortName: name, roles: own ? ['controller'] : ['host'], own },
      operator,
    )
})
const now = () => readDisruption(platform.db, incidentId)

const CARD = {
  insured: 'cabinet',
  insurer: 'Assurances du Cap',
  kind: 'cyber',
  round_the_clock: 'yes',
  protocol_code: '900 001',
  source: 'Carte de l’assuré',
}

it('keeps an insurer card and its cover matrix by their last step, for an organisation of the chain', async () => {
  const number = await recordContract(platform, incidentId, CARD, operator)
  const line = { loss: 'extra_operating_costs', covered: 'unknown', source: 'Courtier' }
  await recordCover(platform, incidentId, number, line, operator)
  const read = {
    ...line,
    covered: 'yes',
    deductible: '1 500',
    condition: 'sous réserve d’une plainte sous 72 h',
  }
  await recordCover(platform, incidentId, number, read, operator)
  await recordContract(platform, incidentId, { ...CARD, membership: 'AD-0042' }, operator, number)
  const [card] = (await now()).contracts
  expect(card).toMatchObject({
    number,
    insuredName: 'Cabinet des Aubiers',
    membership: 'AD-0042',
    phone: null,
  })
  expect(card?.cover).toHaveLength(1)
  expect(card?.cover[0]).toMatchObject({ covered: 'yes', deductibleCents: 150_000 })
  await expect(
    recordContract(platform, incidentId, { ...CARD, insured: 'inconnu' }, operator),
  ).rejects.toThrow('choice')
  await withdrawContract(platform, incidentId, number, { reason: 'contrat de l’an passé' }, operator)
  expect((await now()).contracts).toEqual([])
  await expect(recordCover(platform, incidentId, number, line, operator)).rejects.toThrow('unknown')
  await expect(platform.db.query(`update cover_line set covered = 'no'`)).rejects.toThrow()
})

it('tells the law room what the registers say, and never speaks over a person', async () => {
  const unknown = { kind: 'yes_no' as const, value: { answer: 'unknown' as const } }
  const said = { source: 'Direction', sourceKind: 'controller' as const, asOf: '2026-06-08T09:00:00Z' }
  const fact = { ...unknown, ...said, confidence: 'established' as const, owner: 'essai' }
  await recordFact(platform, incidentId, { key: 'law.filings_blocked', ...fact }, operator)
  await enterFiling(platform, incidentId, { client: '', kind: 'TVA', due_on: '15/12/2026' }, operator)
  const number = await recordContract(platform, incidentId, { ...CARD, notice_working_days: '7' }, operator)
  await recordCover(
    platform,
    incidentId,
    number,
    { loss: 'restoration', covered: 'yes', source: 'contrat' },
    operator,
  )
  const facts = new Map((await currentFacts(platform.db, incidentId)).map(({ key, value }) => [key, value]))
  expect(facts.get('law.insurer_delay_working_days')).toEqual({ amount: 7, approximate: false })
  expect(facts.get('law.covered_against_attack')).toEqual({ answer: 'yes' })
  expect(facts.get('law.filings_blocked')).toEqual({ answer: 'unknown' })
})

it('takes a table whole or not at all, and says each wrong cell by line and column', async () => {
  const wrong =
    'client;déclaration;échéance\nBoulangerie Exemple;TVA;31/02/2026\n;DSN;2026-12-15\nGarage Exemple;DSN;15/12/2026\ngarage exemple;dsn;2026-12-15\n"Mal fermé;DSN;2026-12-15'
  const refusal = await importFilings(platform, incidentId, wrong, operator).catch((error: Refusal) => error)
  const problems = (refusal as Refusal).params['problems'] as { line: number; column: string; fr: string }[]
  expect(problems.map(({ line, column }) => [line, column])).toEqual([
    [2, 'due_on'],
    [3, 'client'],
    [5, 'client'],
    [6, ''],
  ])
  expect(problems[0]?.fr).toContain('31/02/2026')
  expect((await now()).filings).toEqual([])
  const good =
    'Garage Exemple,DSN,2026-12-15\r\n"Fleurs, fruits et Cie",TVA,15/12/2026\r\nCabinet des Aubiers,TVA,2026-12-15\r\n'
  expect(await importFilings(platform, incidentId, good, operator)).toEqual({ entered: 3, already: 0 })
  expect(await importFilings(platform, incidentId, good, operator)).toEqual({ entered: 0, already: 3 })
  const { filings } = await now()
  expect(filings.map(({ client, own }) => [client, own])).toEqual([
    ['Cabinet des Aubiers', true],
    ['Fleurs, fruits et Cie', false],
    ['Garage Exemple', false],
  ])
})

it('never moves a legal due date: a tolerance stands beside it, and late stays late', async () => {
  await enterFiling(platform, incidentId, { client: '', kind: 'TVA', due_on: '15/12/2026' }, operator)
  const twice = { client: 'CABINET DES AUBIERS', kind: 'tva', due_on: '2026-12-15' }
  await expect(enterFiling(platform, incidentId, twice, operator)).rejects.toMatchObject({
    code: 'disruption.alreadyThere',
  })
  const asked = {
    grantor: 'Service des impôts',
    state: 'asked',
    said_on: '11/12/2026',
    scope: 'TVA de décembre',
    condition: 'voie normale seulement',
    source: 'Message de l’ordre',
  }
  const tolerance = await recordTolerance(platform, incidentId, asked, operator)
  expect(
    await attachTolerance(platform, incidentId, { tolerance, attached: true, kind: 'tva' }, operator),
  ).toBe(1)
  await recordTolerance(platform, incidentId, { ...asked, state: 'granted' }, operator, tolerance)
  const { filing } = (await now()).filings[0]!
  const at = Temporal.Instant.from('2026-12-16T12:00:00Z')
  const filed = { state: 'filed', filed_at: '2026-12-16T09:30', note: 'récépissé 12' }
  const early = { ...filed, filed_at: '2026-12-17T09:30' }
  await expect(
    followFiling(platform, incidentId, { filing, fields: early, now: at }, operator),
  ).rejects.toMatchObject({ code: 'disruption.future' })
  await followFiling(platform, incidentId, { filing, fields: filed, now: at }, operator)
  const { filings, tolerances } = await now()
  expect(filings[0]).toMatchObject({ dueOn: '2026-12-15', tolerances: [tolerance], state: 'filed' })
  expect(standingOf(filings[0]!, at)).toBe('filed_late')
  expect(tolerances[0]?.state).toBe('granted')
  await expect(platform.db.query(`update blocked_filing set due_on = '2026-12-31'`)).rejects.toThrow()
})

it('keeps a struck cost in sight and out of the sums, and refuses a NIR and an empty line', async () => {
  const overtime = {
    spent_on: '2026-12-10',
    kind: 'overtime',
    what: 'Ressaisie',
    hours: '7 h 30',
    who: 'paie',
  }
  const first = await recordCost(platform, incidentId, { ...overtime, amount: '412,50' }, operator)
  await recordCost(platform, incidentId, { ...overtime, hours: '2' }, operator)
  await strikeCost(platform, incidentId, first, { reason: 'comptée deux fois' }, operator)
  await expect(strikeCost(platform, incidentId, first, { reason: 'encore' }, operator)).rejects.toThrow(
    'struck',
  )
  const { costs } = await now()
  expect(costs).toHaveLength(2)
  expect(sumOf(costs)).toEqual({ lines: 1, minutes: 120, cents: 0, unpriced: 1 })
  await expect(recordCost(platform, incidentId, { ...overtime, hours: '' }, operator)).rejects.toThrow(
    'nothingCounted',
  )
  const nir = { ...overtime, who: '2 69 05 49 588 157 80' }
  await expect(recordCost(platform, incidentId, nir, operator)).rejects.toMatchObject({
    code: 'disruption.nationalId',
  })
})

it('adds up: the sums by kind are the sum of the journal, whatever its lines', () => {
  const cost = fc.record({
    kind: fc.constantFrom(...COST_KINDS),
    minutes: fc.option(fc.integer({ min: 1, max: 10_000 })),
    amountCents: fc.option(fc.nat(10_000_000)),
    struck: fc.option(fc.constant('par erreur')),
  })
  fc.assert(
    fc.property(fc.array(cost), (lines) => {
      const costs = lines as unknown as ExtraCost[]
      const parts = sumsByKind(costs)
      const add = (of: 'lines' | 'minutes' | 'cents' | 'unpriced') =>
        parts.reduce((sum, part) => sum + part[of], 0)
      expect(sumOf(costs)).toEqual({
        lines: add('lines'),
        minutes: add('minutes'),
        cents: add('cents'),
        unpriced: add('unpriced'),
      })
    }),
    { numRuns: 60 },
  )
})

it('reads days, instants, amounts and durations as people write them, and refuses what has two readings', () => {
  expect(day({ d: '5/1/2026' }, 'd')).toBe('2026-01-05')
  for (const d of ['31/02/2026', '2026-13-01', 'demain', '01/02/26']) expect(() => day({ d }, 'd')).toThrow()
  expect(instant({ i: '2026-12-16T09:30' }, 'i').toString()).toBe('2026-12-16T08:30:00Z')
  expect(() => instant({ i: '2026-10-25T02:30' }, 'i')).toThrow()
  expect(() => instant({ i: '2026-03-29T02:30' }, 'i')).toThrow()
  expect([cents({ a: '1 234,5' }, 'a'), cents({ a: '12.34 €' }, 'a'), cents({}, 'a')]).toEqual([
    123_450,
    1234,
    null,
  ])
  for (const a of ['-3', '1,234.56', 'douze']) expect(() => cents({ a }, 'a')).toThrow()
  expect([minutes({ h: '7,5' }, 'h'), minutes({ h: '7 h 30' }, 'h'), minutes({ h: '12' }, 'h')]).toEqual([
    450, 450, 720,
  ])
  for (const h of ['0', '1 h 75', 'beaucoup']) expect(() => minutes({ h }, 'h')).toThrow()
  expect(() => readTable('\n \n')).toThrow('emptyTable')
})
