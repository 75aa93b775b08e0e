import { afterAll, beforeAll, expect, test } from 'vitest'
import { testPlatform } from '../../../test/support/database.ts'
import {
  addOrganisation,
  currentFact,
  linkOrganisations,
  loadSampleIncident,
  openIncident,
  recordFact,
  supersedeFact,
} from '../../incident/index.ts'
import type { FactValue } from '../../law/index.ts'
import { Temporal } from '../../platform/clock.ts'
import { incidentNow, readBoard, readCase, readIncidentCase, wallInstant } from '../index.ts'

const actor = { kind: 'operator', name: 'test' } as const
const held = {
  source: 'Tiersoin',
  sourceKind: 'processor',
  asOf: '2026-06-06T07:30:00Z',
  confidence: 'established',
  owner: 'Hélène Marchetti',
} as const

let platform: Awaited<ReturnType<typeof testPlatform>>
let sample: Awaited<ReturnType<typeof loadSampleIncident>>
beforeAll(async () => {
  platform = await testPlatform()
  sample = await loadSampleIncident(platform, actor)
})
afterAll(() => platform.close())

const caseOf = (incident: typeof sample) => readCase(platform.db, platform.clock, incident)
const anIncident = (reference: string) =>
  openIncident(platform, { reference, title: 'Essai', exercise: true }, actor)

test('the sample’s chain: a host of a processor is a sub-processor, an authority or a print house owes nothing', async () => {
  const { organisations, links } = await caseOf(sample)
  const roles = Object.fromEntries(organisations.map((one) => [one.key, one.roles]))
  expect(roles).toEqual({
    'deux-rives': ['controller'],
    tiersoin: ['processor'],
    'hebergement-dunes': ['sub_processor'],
    'prevoyance-ponant': ['controller'],
  })
  expect(links).toContainEqual({ supplier: 'hebergement-dunes', client: 'tiersoin' })
})

test('facts of the incident are read under the law’s names, with the offset of their zone', async () => {
  const { facts, organisations } = await caseOf(sample)
  const own = organisations.find(({ key }) => key === 'deux-rives')?.facts
  expect(own).toMatchObject({
    aware_at: '2026-06-05T18:40:00+02:00',
    told_by_supplier_at: '2026-06-05T18:40:00+02:00',
    complaint_filed_at: '2026-06-07T10:15:00+02:00',
    persons: 18000,
    special_categories: false,
  })
  expect(own?.['financial_data'] ?? null).toBeNull() // one population's are not known
  expect(own?.['data_categories']).toContain('nir')
  // A day is entered: the clock would start with its first instant.
  expect(facts['attack_ended_at']).toBe('2026-06-03T00:00:00+02:00')
  expect(facts).toMatchObject({ exfiltrated: true, malicious: true, attack_on_data_system: true })
})

test('what follows from the nature of the breach gives way to what somebody states, and is shown as derived', async () => {
  const incident = await anIncident('nature')
  const nature = { key: 'breach_nature', kind: 'choice', value: { code: 'intrusion' }, ...held } as const
  await recordFact(platform, incident.id, nature, actor)
  const malicious = async (): Promise<FactValue | undefined> => (await caseOf(incident)).facts['malicious']
  expect(await malicious()).toBe(true)
  expect((await readIncidentCase(platform.db, platform.clock, incident)).derived['malicious']?.fr).toMatch(
    /nature/,
  )
  const stated = {
    key: 'law.malicious',
    kind: 'yes_no',
    value: { answer: 'unknown' },
    ...held,
  } as const
  await recordFact(platform, incident.id, stated, actor)
  expect(await malicious()).toBeNull()
})

test('a disputed fact decides nothing', async () => {
  const incident = await anIncident('conteste')
  const said = { key: 'law.personal_data', kind: 'yes_no', value: { answer: 'yes' }, ...held } as const
  const fact = await recordFact(platform, incident.id, said, actor)
  expect((await caseOf(incident)).facts['personal_data']).toBe(true)
  const { key: _, ...again } = said
  await supersedeFact(platform, fact.id, { ...again, confidence: 'disputed' }, actor)
  expect((await caseOf(incident)).facts['personal_data']).toBeNull()
})

test('a value that no clock can read is unknown, and said so; an instant entered overseas is read by every clock', async () => {
  const incident = await anIncident('illisible')
  const own = { key: 'nous', name: 'Nous', shortName: 'Nous', roles: ['controller' as const], own: true }
  await addOrganisation(platform, incident.id, own, actor)
  const state = (key: string, content: object) =>
    recordFact(platform, incident.id, { key, ...content, ...held } as never, actor)
  await state('law.zone', { kind: 'text', value: { fr: 'Mars/Phobos' } })
  await state('law.insurer_delay_working_days', { kind: 'number', value: { amount: 0, approximate: false } })
  const at = { at: '2026-06-05T20:40:00+04:00', zone: 'Indian/Reunion', precision: 'minute' }
  await state('controller_aware_at', { kind: 'instant', value: at })
  const board = await readBoard(platform, incident)
  expect(board.unusable?.map(({ fact }) => fact).sort()).toEqual(['insurer_delay_working_days', 'zone'])
  const cnil = board.lines.find(({ conclusion }) => conclusion.id === 'gdpr_33_1@nous')
  expect(cnil?.clock?.startsAt.toInstant().toString()).toBe('2026-06-05T16:40:00Z')
})

test('another organisation’s fact has its hyphenated key, and never becomes ours', async () => {
  const incident = await anIncident('chaine')
  const organisation = (key: string, role: 'controller' | 'processor', own = false) =>
    addOrganisation(platform, incident.id, { key, name: key, shortName: key, roles: [role], own }, actor)
  await organisation('le-cabinet', 'controller', true)
  await organisation('le-centre', 'processor')
  await linkOrganisations(
    platform,
    incident.id,
    { supplier: 'le-centre', client: 'le-cabinet', service: { fr: 'la paie' } },
    actor,
  )
  const aware = {
    key: 'law.aware_at.le-centre',
    kind: 'instant',
    value: { at: '2026-06-03T07:45:00+02:00', zone: 'Europe/Paris', precision: 'minute' },
    ...held,
  } as const
  await recordFact(platform, incident.id, aware, actor)
  const byKey = Object.fromEntries((await caseOf(incident)).organisations.map((one) => [one.key, one.facts]))
  expect(byKey['le-centre']).toEqual({ aware_at: '2026-06-03T07:45:00+02:00' })
  expect(byKey['le-cabinet']).toEqual({})
})

test('a fact of the law takes its own kind, and only the choices it has', async () => {
  const { id } = await anIncident('choix')
  const refusal = (fact: object) =>
    recordFact(platform, id, { ...held, ...fact } as never, actor).then(
      () => 'written',
      (error) => error.code,
    )
  const text = { kind: 'text', value: { fr: 'oui' } }
  expect(await refusal({ key: 'law.personal_data', ...text })).toBe('incident.wrongKind')
  const list = (code: string) => ({ kind: 'list', value: [{ code, fr: 'x' }] })
  expect(await refusal({ key: 'law.breach_type', ...list('Z') })).toBe('incident.invalid')
  expect(await refusal({ key: 'law.breach_type', ...list('C') })).toBe('written')
  expect(await currentFact(platform.db, id, 'law.breach_type')).toBeDefined()
})

test('the clock of an exercise is that of its story; a real incident follows the wall', async () => {
  platform.clock.set('2026-06-08T09:00:00Z')
  const opensAt = '2030-01-01T08:00:00Z'
  const told = await openIncident(
    platform,
    { reference: 'recit', title: 'Essai', exercise: true, storyOpensAt: opensAt },
    actor,
  )
  platform.clock.set('2026-06-08T11:30:00Z')
  expect((await incidentNow(platform.db, platform.clock, told.id)).toString()).toBe('2030-01-01T10:30:00Z')
  const woken = wallInstant(told, Temporal.Instant.from('2030-01-01T12:00:00Z'))
  expect(woken.toString()).toBe('2026-06-08T13:00:00Z')
  const real = { ...platform, home: { ...platform.home, exercise: false } }
  const input = { reference: 'reel', title: 'Essai', exercise: false, storyOpensAt: opensAt }
  const refused = await openIncident(real, input, actor).catch((error) => error.code)
  expect(refused).toBe('incident.storyOfReal')
})
