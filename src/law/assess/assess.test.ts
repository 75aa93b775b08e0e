import { expect, test } from 'vitest'
import { validateCase } from '../cases/validate-case.ts'
import { assess } from './assess.ts'

const found = (json: unknown) =>
  new Map(assess(validateCase(json)).conclusions.map((one) => [one.id, one] as const))

test('a controller told of a breach has 72 hours, by its own zone', () => {
  const told = found({
    facts: { personal_data: true, aware_at: '2026-06-05T18:40:00+02:00', risk_decided: 'risk' },
  })
  const { result, clock, missing } = told.get('gdpr_33_1@own')!
  expect({ result, missing }).toEqual({ result: 'required', missing: [] })
  expect(clock.kind === 'computed' && clock.clock.readings.strict).toBe('2026-06-08T18:40:00+02:00')
  const { result: telling, because } = told.get('gdpr_34@own')!
  expect([telling, because[0]?.words.fr]).toEqual([
    'not_required',
    'parce que le risque pour les personnes n’est pas élevé',
  ])
})

test('a value that a clock refuses costs its own date and nothing else', () => {
  const facts = {
    personal_data: true,
    aware_at: '2026-06-05T18:40:00+02:00',
    insured_loss: true,
    theft: false,
  }
  const organisations = [{ key: 'own', name: 'own', roles: ['controller'] as const, facts }]
  const given = { facts: { insurer_delay_working_days: 0 }, organisations, links: [], contracts: [] }
  const told = new Map(assess(given).conclusions.map((one) => [one.id, one] as const))
  expect(told.get('insurer_declaration@own')).toMatchObject({ result: 'required', clock: { kind: 'awaits' } })
  expect(told.get('gdpr_33_1@own')).toMatchObject({ clock: { kind: 'computed' } })
})

test('along a chain each tells its own clients, and each client’s clock starts when it was told', () => {
  const told = found({
    facts: { personal_data: true },
    organisations: [
      {
        key: 'host',
        role: 'processor',
        facts: { aware_at: '2026-06-05T09:00:00+02:00', clients_told_at: '2026-06-06T10:00:00+02:00' },
      },
      { key: 'firm', roles: ['controller', 'processor'] },
      { key: 'client', role: 'controller', zone: 'Indian/Reunion' },
    ],
    links: [
      { supplier: 'host', client: 'firm' },
      { supplier: 'firm', client: 'client' },
    ],
    contracts: [{ id: 'dpa', from: 'host', to: 'firm', hours: 24, article: 'art. 9' }],
  })
  expect(told.get('gdpr_33_2@host>firm')).toMatchObject({
    result: 'required',
    done: { fact: 'clients_told_at', at: '2026-06-06T10:00:00+02:00' },
  })
  expect(told.get('gdpr_33_2@firm>client')).toMatchObject({ result: 'required', done: null })
  expect(told.get('gdpr_33_1@host')).toMatchObject({ result: 'not_required' })
  expect(told.get('gdpr_33_1@firm')).toMatchObject({
    result: 'required',
    clock: { clock: { readings: { strict: '2026-06-09T10:00:00+02:00' } } },
  })
  expect(told.get('gdpr_33_1@client')).toMatchObject({ clock: { kind: 'awaits' } })
  expect(told.get('contract_dpa@host>firm')).toMatchObject({
    clock: { clock: { readings: { strict: '2026-06-06T09:00:00+02:00' } } },
  })
})

test('of two roads to knowing the earlier starts the clock, and the later is shown beside it', () => {
  const told = found({
    facts: {
      personal_data: true,
      told_by_supplier_at: '2026-06-05T18:31:00+02:00',
      aware_at: '2026-06-08T08:30:00+02:00',
    },
  })
  const { clock } = told.get('gdpr_33_1@own')!
  if (clock.kind !== 'computed') throw new Error(clock.kind)
  expect(clock.clock.readings.strict).toBe('2026-06-08T18:31:00+02:00')
  const last = clock.clock.steps.at(-1)!
  expect(last.words.fr).toContain('laissée de côté')
  expect(last.at?.toString({ timeZoneName: 'never' })).toBe('2026-06-08T08:30:00+02:00')
})
