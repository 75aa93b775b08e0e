import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testPlatform } from '../../test/support/database.ts'
import { entriesBefore, verifyJournal } from '../journal/index.ts'
import { Temporal } from '../platform/clock.ts'
import { rows } from '../platform/database.ts'
import * as incident from './index.ts'

const actor = { kind: 'operator', name: 'test' } as const
const source = {
  source: 'Tiersoin, rapport n° 1',
  sourceKind: 'processor',
  asOf: '2026-06-06T07:30:00Z',
} as const
const held = { ...source, confidence: 'established', owner: 'Hélène Marchetti' } as const
const about = (amount: number) => ({ kind: 'number', value: { amount, approximate: true } }) as const
const at = (iso: string, precision: 'minute' | 'day' = 'minute') =>
  ({ kind: 'instant', value: { at: iso, zone: 'Europe/Paris', precision } }) as const

let platform: Awaited<ReturnType<typeof testPlatform>>
beforeAll(async () => {
  platform = await testPlatform()
})
afterAll(() => platform.close())

let opened = 0
async function anIncident() {
  opened += 1
  return incident.openIncident(
    platform,
    { reference: `essai-${opened}`, title: 'Essai', exercise: true },
    actor,
  )
}

async function refusalOf(work: Promise<unknown>): Promise<{ code: string; fr: string }> {
  const error = await work.then(
    () => undefined,
    (thrown) => thrown,
  )
  return { code: error?.code, fr: error?.text?.('fr') ?? String(error) }
}

describe('opening', () => {
  it('keeps exercises and real incidents in folders of their own', async () => {
    const real = { reference: 'reel', title: 'Réel', exercise: false }
    expect((await refusalOf(incident.openIncident(platform, real, actor))).code).toBe(
      'incident.exerciseFolder',
    )
    const realFolder = { ...platform, home: { ...platform.home, exercise: false } }
    const drill = { reference: 'jeu', title: 'Jeu', exercise: true }
    expect((await refusalOf(incident.openIncident(realFolder, drill, actor))).code).toBe(
      'incident.realFolder',
    )
    expect(await incident.openIncident(realFolder, real, actor)).toMatchObject({ exercise: false })
  })

  it('refuses a taken reference and one that is not a slug', async () => {
    const { reference } = await anIncident()
    const again = { reference, title: 'x', exercise: true }
    expect((await refusalOf(incident.openIncident(platform, again, actor))).code).toBe(
      'incident.referenceTaken',
    )
    const spaced = { reference: 'Été 2026', title: 'x', exercise: true }
    expect(await refusalOf(incident.openIncident(platform, spaced, actor))).toMatchObject({
      code: 'incident.invalid',
    })
  })
})

describe('facts', () => {
  it('keeps every version and shows one: 20 M, 30 M, 33 M', async () => {
    const { id } = await anIncident()
    const key = 'persons_all_controllers'
    let fact = await incident.recordFact(platform, id, { key, ...held, ...about(20e6) }, actor)
    for (const amount of [30e6, 33e6])
      fact = await incident.supersedeFact(platform, fact.id, { ...held, ...about(amount) }, actor)
    const history = await incident.factHistory(platform.db, id, key)
    expect(history.map((version) => (version.value as { amount: number }).amount)).toEqual([33e6, 30e6, 20e6])
    expect(history.map((version) => version.supersededBy)).toEqual([null, history[0]!.id, history[1]!.id])
    expect(await incident.currentFacts(platform.db, id)).toEqual([history[0]])
  })

  it('lets one writer through when two change the same version', async () => {
    const { id } = await anIncident()
    const fact = await incident.recordFact(platform, id, { key: 'exposed_rows', ...held, ...about(1) }, actor)
    const both = await Promise.allSettled(
      [2, 3].map((n) => incident.supersedeFact(platform, fact.id, { ...held, ...about(n) }, actor)),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await incident.factHistory(platform.db, id)).toHaveLength(2)
  })

  it('refuses a second first version, a wrong kind, an unknown choice and an unknown fact', async () => {
    const { id } = await anIncident()
    const write = (input: unknown) => refusalOf(incident.recordFact(platform, id, input as never, actor))
    await incident.recordFact(platform, id, { key: 'exposed_rows', ...held, ...about(1) }, actor)
    expect((await write({ key: 'exposed_rows', ...held, ...about(2) })).code).toBe('incident.factExists')
    expect((await write({ key: 'detected_at', ...held, ...about(2) })).code).toBe('incident.wrongKind')
    const choice = { kind: 'choice', value: { code: 'meteor' } }
    expect((await write({ key: 'breach_nature', ...held, ...choice })).code).toBe('incident.invalid')
    const missing = incident.supersedeFact(platform, crypto.randomUUID(), { ...held, ...about(2) }, actor)
    expect((await refusalOf(missing)).code).toBe('incident.unknownFact')
  })

  it('names where a value is wrong and what to do', async () => {
    const { id } = await anIncident()
    const write = (input: unknown) => refusalOf(incident.recordFact(platform, id, input as never, actor))
    const wrong = [
      { kind: 'instant', value: { at: '2026-06-05T18:40', zone: 'Europe/Paris', precision: 'minute' } },
      { kind: 'date', value: { on: '2026-02-30' } },
      { kind: 'period', value: { from: '2026-06-02', to: '2026-06-01' } },
      { kind: 'number', value: { amount: -1, approximate: false } },
      { kind: 'list', value: [] },
      { kind: 'contact', value: {} },
      { kind: 'contact', value: { email: 'personne' } },
      { kind: 'text', value: { fr: '  ' } },
      { kind: 'yes_no', value: { answer: 'maybe' } },
    ]
    for (const content of wrong) {
      const refused = await write({ key: 'essai', ...held, ...content })
      expect(refused, JSON.stringify(content)).toMatchObject({ code: 'incident.invalid' })
      expect(refused.fr).toMatch(/^«\u00a0value.*Corrigez cette valeur\.$/)
    }
    expect((await write({ key: 'essai', ...held, source: '', ...about(1) })).fr).toContain('source')
    expect(await incident.currentFacts(platform.db, id)).toEqual([])
  })

  it('never keeps what looks like a NIR, wherever it hides', async () => {
    const { id } = await anIncident()
    const nir = '2 69 05 49 588 157 80'
    const hidden = [
      { kind: 'text', value: { fr: `Appel de ${nir}` } },
      { kind: 'list', value: [{ fr: 'Rien.' }, { fr: nir.replaceAll(' ', '') }] },
      { kind: 'contact', value: { phone: '01 99 00 12 34', postal: [nir] } },
    ]
    for (const content of hidden) {
      const refused = await refusalOf(
        incident.recordFact(platform, id, { key: 'essai', ...held, ...content } as never, actor),
      )
      expect(refused.code).toBe('incident.nationalId')
      expect(refused.fr).not.toContain('588')
    }
    const kept = {
      key: 'essai',
      ...held,
      kind: 'text',
      value: { fr: 'Dossier 20260607 1015, tél. 01 99 00 12 34' },
    } as const
    expect(await incident.recordFact(platform, id, kept, actor)).toMatchObject({ key: 'essai' })
  })

  it('refuses a future instant in a real incident', async () => {
    const real = { ...platform, home: { ...platform.home, exercise: false } }
    const { id } = await incident.openIncident(
      real,
      { reference: 'reel-2', title: 'Réel', exercise: false },
      actor,
    )
    const next = { key: 'detected_at', ...held, ...at('2027-06-05T16:40:00Z') }
    expect((await refusalOf(incident.recordFact(real, id, next, actor))).code).toBe('incident.future')
  })
})

describe('contradictions', () => {
  async function withAwareness() {
    const { id } = await anIncident()
    const aware = { key: 'controller_aware_at', ...held, ...at('2026-06-05T16:40:00Z') }
    await incident.recordFact(platform, id, aware, actor)
    return id
  }

  it.each([
    [
      'attack_started_at',
      '2026-06-06T00:00:00Z',
      'Nous en avons connaissance',
      'Début de l’accès frauduleux',
    ],
    [
      'persons_told_at',
      '2026-06-05T16:00:00Z',
      'Premiers envois aux personnes',
      'Nous en avons connaissance',
    ],
    [
      'processor_told_controller_at',
      '2026-06-05T17:00:00Z',
      'Nous en avons connaissance',
      'Le prestataire nous avertit',
    ],
  ])('%s at %s: names both facts', async (key, iso, later, earlier) => {
    const id = await withAwareness()
    const refused = await refusalOf(incident.recordFact(platform, id, { key, ...held, ...at(iso) }, actor))
    expect(refused.code).toBe('incident.contradiction')
    expect(refused.fr.indexOf(later)).toBeGreaterThan(-1)
    expect(refused.fr.indexOf(earlier)).toBeGreaterThan(refused.fr.indexOf(later))
    expect(await incident.currentFact(platform.db, id, key)).toBeUndefined()
  })

  it('gives way to a disputed fact, to a day that may hold both, and to another origin of awareness', async () => {
    const id = await withAwareness()
    const early = { key: 'persons_told_at', ...at('2026-06-05T16:00:00Z') }
    await incident.recordFact(platform, id, { ...held, ...early, confidence: 'disputed' }, actor)
    await incident.recordFact(
      platform,
      id,
      { key: 'authority_told_at', ...held, ...at('2026-06-04T22:00:00Z', 'day') },
      actor,
    )
    const press = {
      key: 'controller_aware_by_other_means',
      kind: 'yes_no',
      value: { answer: 'yes' },
    } as const
    await incident.recordFact(platform, id, { ...held, ...press }, actor)
    const told = { key: 'processor_told_controller_at', ...held, ...at('2026-06-05T20:00:00Z') }
    expect(await incident.recordFact(platform, id, told, actor)).toMatchObject({ key: told.key })
  })

  it('comes back when the dispute is lifted', async () => {
    const id = await withAwareness()
    const early = {
      key: 'persons_told_at',
      ...held,
      ...at('2026-06-05T16:00:00Z'),
      confidence: 'disputed',
    } as const
    const fact = await incident.recordFact(platform, id, early, actor)
    const lifted = incident.supersedeFact(
      platform,
      fact.id,
      { ...held, ...at('2026-06-05T16:00:00Z') },
      actor,
    )
    expect((await refusalOf(lifted)).code).toBe('incident.contradiction')
    expect(await incident.currentFact(platform.db, id, 'persons_told_at')).toMatchObject({
      id: fact.id,
      supersededBy: null,
    })
  })
})

describe('append-only', () => {
  it.each([
    `update fact set source = 'x'`,
    `update fact set superseded_by = null, superseded_at = null where superseded_by is not null`,
    `update fact set superseded_at = now() where superseded_by is not null`,
    `update fact set superseded_by = gen_random_uuid(), superseded_at = now(), value = '{}' where superseded_by is null`,
    'delete from fact',
    'truncate fact',
    `update exposure set state = 'unknown'`,
    'delete from exposure',
    'delete from organisation',
    `update organisation_link set service = '{}'`,
    'delete from population',
  ])('the database refuses: %s', async (statement) => {
    await incident.loadSampleIncident(platform, actor)
    await expect(platform.db.query(statement)).rejects.toThrow(/append-only|foreign key/)
  })

  it('refuses to point a version at one that does not exist', async () => {
    await incident.loadSampleIncident(platform, actor)
    const dangling = `update fact set superseded_by = gen_random_uuid(), superseded_at = now() where superseded_by is null`
    await expect(platform.db.query(dangling)).rejects.toThrow()
  })
})

describe('organisations, populations, exposure', () => {
  it('builds a chain that never loops', async () => {
    const { id } = await anIncident()
    for (const [key, role] of [
      ['hote', 'host'],
      ['editeur', 'vendor'],
      ['cabinet', 'controller'],
    ] as const)
      await incident.addOrganisation(
        platform,
        id,
        { key, name: key, shortName: key, roles: [role], own: key === 'cabinet' },
        actor,
      )
    const service = { fr: 'l’hébergement' }
    const link = (supplier: string, client: string) =>
      refusalOf(incident.linkOrganisations(platform, id, { supplier, client, service }, actor))
    expect((await link('hote', 'editeur')).code).toBeUndefined()
    expect((await link('editeur', 'cabinet')).code).toBeUndefined()
    expect((await link('cabinet', 'hote')).code).toBe('incident.chainLoop')
    expect((await link('hote', 'hote')).code).toBe('incident.chainLoop')
    expect((await link('hote', 'editeur')).code).toBe('incident.linkExists')
    expect((await link('inconnu', 'editeur')).code).toBe('incident.unknownOrganisation')
    const second = {
      key: 'autre',
      name: 'Autre',
      shortName: 'Autre',
      roles: ['controller' as const],
      own: true,
    }
    expect((await refusalOf(incident.addOrganisation(platform, id, second, actor))).code).toBe(
      'incident.ownExists',
    )
  })

  it('says "not exposed" only with a reason, and holds two truths in one incident', async () => {
    const { id } = await anIncident()
    for (const key of ['insured_adults', 'opticians'])
      await incident.addPopulation(platform, id, { key, label: { fr: key } }, actor)
    const say = (population: string, state: 'exposed' | 'not_exposed', more = {}) =>
      incident.recordExposure(
        platform,
        id,
        { population, category: 'bank_details', state, ...source, ...more },
        actor,
      )
    expect((await refusalOf(say('insured_adults', 'not_exposed'))).code).toBe('incident.reasonMissing')
    const first = await say('insured_adults', 'not_exposed', {
      reason: { fr: 'pas stockées là' },
      replaces: null,
    })
    await say('opticians', 'exposed')
    const table = await incident.exposureTable(platform.db, id)
    const bank = table.rows.find(({ category }) => category === 'bank_details')
    expect(bank?.cells.map((cell) => cell?.state)).toEqual(['not_exposed', 'exposed'])
    expect(table.rows.find(({ category }) => category === 'nir')?.cells).toEqual([null, null])
    expect((await refusalOf(say('insured_adults', 'exposed', { replaces: null }))).code).toBe(
      'incident.alreadySuperseded',
    )
    expect(await say('insured_adults', 'exposed', { replaces: first.id })).toMatchObject({ state: 'exposed' })
    expect((await refusalOf(say('personne', 'exposed'))).code).toBe('incident.unknownPopulation')
  })
})

describe('the sample incident', () => {
  it('is whole, said once, and ready for the notices', async () => {
    const { id } = await incident.loadSampleIncident(platform, actor)
    expect((await incident.loadSampleIncident(platform, actor)).id).toBe(id)
    const notice = await platform.db.transaction((tx) => incident.noticeFacts(tx, id))
    const missing = Object.entries(notice).filter(([, value]) => value === null)
    expect(missing.map(([name]) => name)).toEqual(['authorityToldAt'])
    expect(notice.controllerName?.value).toBe('Mutuelle des Deux Rives')
    expect(notice.processorName?.value).toBe('Tiersoin')
    expect(notice.serviceEntrusted?.value.fr).toBe('la gestion du tiers payant')
    expect(notice.controllerAttacked?.value).toBe('no')
    expect(notice.processorMeasures.map(({ value }) => value.kind)).toContain('platform_disconnected')
    const adults = notice.populations.find(({ key }) => key === 'insured_adults')
    const unreasoned = adults?.exposures.filter(
      ({ value }) => value.status === 'not_exposed' && !value.reason,
    )
    expect(unreasoned).toEqual([])
    expect(adults?.exposures.filter(({ value }) => value.status === 'exposed')).toHaveLength(9)
  })

  it('tells what changed: the corrected facts, not what came with the opening', async () => {
    const { id } = await incident.loadSampleIncident(platform, actor)
    const since = Temporal.Instant.from('2026-06-07T00:00:00Z')
    const before = await incident.changedFacts(platform.db, id, since)
    expect(before.map(({ current }) => current.key).sort()).toEqual([
      'attack_ended_at',
      'exposed_rows',
      'persons_all_controllers',
    ])
    expect(before.find(({ current }) => current.key === 'exposed_rows')?.previous?.value).toMatchObject({
      amount: 996400,
    })
    platform.clock.set('2026-06-08T13:00:00Z')
    await incident.recordFact(platform, id, { key: 'standby', ...held, ...about(3) }, actor)
    const after = await incident.changedFacts(platform.db, id, Temporal.Instant.from('2026-06-08T12:00:00Z'))
    expect(after).toMatchObject([{ previous: null, current: { key: 'standby' } }])
  })

  it('leaves nothing behind when one entry is wrong, and says which', async () => {
    const file = JSON.parse(readFileSync('sample/incident.json', 'utf8'))
    file.facts[3].source = ''
    const work = incident.openIncidentFromFile(platform, file, { reference: 'faux', exercise: true }, actor)
    const refused = await refusalOf(work)
    expect(refused.fr).toContain('facts[3]')
    expect((await incident.listIncidents(platform.db)).map(({ reference }) => reference)).not.toContain(
      'faux',
    )
  })

  it('names organisations of no real firm: mail under .example, numbers of the fictional range', () => {
    const text = readFileSync('sample/incident.json', 'utf8')
    for (const [, domain] of text.matchAll(/@([\w.-]+)/g)) expect(domain).toMatch(/\.example$/)
    for (const [, phone] of text.matchAll(/"phone": "([^"]+)"/g))
      expect(phone).toMatch(/^01 99 00 \d\d \d\d$/)
  })
})

it('writes each change in the journal, which holds', async () => {
  const kinds = (await entriesBefore(platform.db, undefined, 1000)).map(({ kind }) => kind)
  const expected = [
    'incident.opened',
    'incident.facts_loaded',
    'fact.recorded',
    'fact.superseded',
    'exposure.recorded',
  ]
  expect(kinds).toEqual(
    expect.arrayContaining([...expected, 'organisation.added', 'organisation.linked', 'population.added']),
  )
  expect(await verifyJournal(platform.db)).toMatchObject({ verified: true })
  const written = await rows<{ n: number }>(platform.db, `select count(*) as n from fact`)
  const loaded = kinds.filter((kind) => kind.startsWith('fact.')).length
  expect(written[0]!.n).toBeGreaterThan(loaded)
})
