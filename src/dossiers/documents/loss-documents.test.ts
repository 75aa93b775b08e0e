import { expect, it } from 'vitest'
import {
  anOrganisation,
  aPoorSource,
  NOTHING_DISRUPTED,
  type Told,
} from '../../../test/support/dossier-source.ts'
import type { Disruption } from '../../disruption/index.ts'
import { Temporal } from '../../platform/clock.ts'
import { type Dossier, missingFields } from '../model.ts'
import type { DossierSource } from '../source.ts'
import { LOSS_DOCUMENTS } from './loss-documents.ts'

const AT = Temporal.Instant.from('2026-06-08T09:00:00Z')
const kept = (id: number) => ({ id, at: AT, by: 'operator:essai' })
const text = (fr: string): Told => ({ kind: 'text', value: { fr, en: `${fr} (en)` } })
const yes: Told = { kind: 'yes_no', value: { answer: 'yes' } }
const at = (iso: string): Told => ({
  kind: 'instant',
  value: { at: iso, zone: 'Europe/Paris', precision: 'minute' },
})
const amount = (value: number, approximate = false): Told => ({
  kind: 'number',
  value: { amount: value, approximate },
})

const DISRUPTION: Disruption = {
  contracts: [
    {
      ...kept(1),
      number: 1,
      insured: 'cabinet',
      insuredName: 'Cabinet des Aubiers',
      insurer: 'Assurances du Cap',
      kind: 'cyber',
      phone: '01 99 00 61 24',
      phoneAbroad: '+33 1 99 00 61 29',
      roundTheClock: 'yes',
      protocolCode: 'CAP 4417',
      groupContract: '990 118 204',
      membership: null,
      noticeWorkingDays: 5,
      source: 'carte',
      withdrawn: null,
      cover: [
        {
          ...kept(2),
          loss: 'extra_operating_costs',
          covered: 'yes',
          condition: 'plainte sous 72 h',
          deductibleCents: 150_000,
          source: 'contrat',
        },
      ],
    },
    {
      ...({} as Disruption['contracts'][number]),
      ...kept(9),
      number: 2,
      insured: 'autre',
      insurer: 'Autre',
      cover: [],
    },
  ],
  filings: [
    {
      ...kept(3),
      filing: 1,
      client: 'Garage Exemple',
      own: false,
      kind: 'DSN',
      dueOn: '2026-06-05',
      state: 'blocked',
      filedAt: null,
      note: null,
      tolerances: [1],
    },
  ],
  tolerances: [
    {
      ...kept(4),
      number: 1,
      grantor: 'Organisme de recouvrement',
      state: 'announced',
      on: '2026-06-05',
      scope: 'pas de pénalité',
      condition: 'voie normale seulement',
      source: 'message',
      proof: null,
    },
  ],
  costs: [
    {
      ...kept(5),
      number: 1,
      on: '2026-06-06',
      kind: 'overtime',
      what: 'Ressaisie',
      minutes: 450,
      amountCents: 41_250,
      who: 'paie',
      evidence: null,
      struck: null,
    },
    {
      ...kept(6),
      number: 2,
      on: '2026-06-06',
      kind: 'overtime',
      what: 'Doublon',
      minutes: 450,
      amountCents: 41_250,
      who: 'paie',
      evidence: null,
      struck: 'comptée deux fois',
    },
  ],
}

const FACTS: Readonly<Record<string, Told>> = {
  siren: text('732 829 320'),
  breach_nature: { kind: 'choice', value: { code: 'ransomware' } },
  data_copied: yes,
  attack_started_at: at('2026-05-29T22:10:00+02:00'),
  disconnected_at: at('2026-06-03T08:20:00+02:00'),
  service_restored_at: at('2026-06-04T10:50:00+02:00'),
  controller_aware_at: at('2026-06-05T18:40:00+02:00'),
  complaint_filed_at: at('2026-06-07T10:15:00+02:00'),
  affected_estimate: amount(18_000, true),
  members_total: amount(240_000),
  'law.headcount': amount(12),
  'law.attack_on_data_system': yes,
  dora_criteria: { kind: 'list', value: [{ fr: 'pertes de données', code: 'data_losses' }] },
  'law.breach_type': { kind: 'list', value: [{ fr: 'confidentialité', code: 'C' }] },
}

const host = anOrganisation('hote', { name: 'Hébergement des Dunes', roles: ['host'] })
const client = anOrganisation('client', { name: 'Boulangerie Exemple' })
const rich = (more: Partial<DossierSource> = {}) => {
  const base = aPoorSource({ disruption: DISRUPTION }, FACTS)
  const organisations = [base.organisation, host, client]
  const link = (supplier: string, to: string) => ({
    id: `l-${supplier}-${to}`,
    supplierId: `o-${supplier}`,
    clientId: `o-${to}`,
    service: { fr: 'l’hébergement', en: 'hosting' },
  })
  return { ...base, organisations, links: [link('hote', 'cabinet'), link('cabinet', 'client')], ...more }
}

const build = (kind: string, source: DossierSource): Dossier =>
  LOSS_DOCUMENTS.find((one) => one.kind === kind)!.build(source)
const value = (dossier: Dossier, id: string) =>
  dossier.sections.flatMap(({ fields = [] }) => fields).find((field) => field.id === id)?.value
const missing = (dossier: Dossier) => missingFields(dossier).map(({ id }) => id)
const written = (dossier: Dossier) => JSON.stringify(dossier)

it.each(LOSS_DOCUMENTS)(
  '$kind invents nothing: what nobody said is missing, and says what to do',
  ({ build: make }) => {
    for (const locale of ['fr', 'en'] as const) {
      const poor = make(aPoorSource({ locale }))
      for (const { note, label } of missingFields(poor))
        expect(note?.[locale] && label[locale] ? '' : label.fr).toBe('')
      expect(written(poor)).not.toMatch(/undefined|NaN|\[object/)
      expect(written(make(rich({ locale })))).not.toMatch(/undefined|NaN|\[object/)
    }
  },
)

it('the complaint names the articles that the facts bear out, the damage, the insurer, and what to attach', () => {
  const complaint = build('complaint_organisation', rich())
  const [, offence] = complaint.sections.flatMap(({ table }) => (table ? [table] : []))[0]!.rows
  expect(offence).toContain('visée : rançongiciel')
  expect(value(complaint, 'damage')?.[0]).toMatch(/412,50/)
  expect(value(complaint, 'insurers')).toEqual(['Assurances du Cap, 990 118 204'])
  expect(value(complaint, 'filed')?.[0]).toContain('10')
  expect(missing(complaint)).toEqual(expect.arrayContaining(['signatory', 'indicators', 'ransom_note']))
  expect(written(complaint)).toContain('pré-plainte n’est pas une plainte tant')
})

it('the insurer gets the codes of this insured’s own card, every loss asked, and never another’s card', () => {
  const declaration = build('insurer_declaration', rich())
  expect(value(declaration, 'protocol_1')).toEqual(['CAP 4417'])
  expect(missing(declaration)).toContain('membership_1')
  expect(value(declaration, 'protocol_2')).toBeUndefined()
  expect(written(declaration)).toContain('à demander à l’assureur')
  expect(missing(build('insurer_declaration', aPoorSource()))).toContain('contract')
})

it('another organisation’s document takes none of ours: number, costs, figures and codes', () => {
  const theirs = { ...rich(), organisation: client }
  for (const { build: make, attachments } of LOSS_DOCUMENTS) {
    const said =
      written(make(theirs)) +
      (attachments?.(theirs) ?? []).map(({ bytes }) => new TextDecoder().decode(bytes)).join()
    expect(said).not.toMatch(/732 829 320|CAP 4417|412,50|412\.50|18.000|Garage Exemple/)
  }
})

it('partial activity asks the works council from 50 employees, and says why it does not below', () => {
  expect(written(build('partial_activity', rich()))).toContain('moins de 50 salariés')
  const large = aPoorSource({}, { 'law.headcount': amount(50) })
  expect(missing(build('partial_activity', large))).toContain('council_at')
  expect(written(build('partial_activity', aPoorSource()))).toContain('Dépend de l’effectif')
})

it('a client gets the attestation of the one who serves it; the authority, every client of the chain once', () => {
  const attestation = build('processor_attestation', { ...rich(), organisation: client })
  expect(value(attestation, 'attesting_cabinet')).toEqual(['Cabinet des Aubiers'])
  expect(missing(attestation)).toEqual(expect.arrayContaining(['signed_cabinet', 'data']))
  const register = build('register_of_firms', { ...rich(), organisation: host })
  const rows = register.sections.flatMap(({ table }) => table?.rows ?? [])
  expect(rows.map(([name]) => name)).toEqual(['Cabinet des Aubiers', 'Boulangerie Exemple'])
  expect(value(register, 'firms')).toEqual(['2'])
  const running = { ...client, name: '=1+1' }
  const csv = LOSS_DOCUMENTS.find((one) => one.kind === 'register_of_firms')!.attachments!(
    rich({ organisations: [rich().organisation, host, running] }),
  )
  expect(new TextDecoder().decode(csv[0]?.bytes)).toContain(`'=1+1;`)
  const ours = build('register_of_firms', rich()).sections.flatMap(({ table }) => table?.rows ?? [])
  expect(ours.map(([name, , , , blocked]) => [name, blocked])).toEqual([
    ['Boulangerie Exemple', '0'],
    ['Garage Exemple', '1'],
  ])
})

it('the legal due date stands in its column with the tolerance beside; the costs that are struck do not count', () => {
  const rows = build('blocked_filings', rich()).sections.flatMap(({ table }) => table?.rows ?? [])
  expect(rows).toContainEqual([
    'Garage Exemple',
    'DSN',
    'vendredi 5 juin 2026',
    'bloquée, date passée',
    'n° 1, annoncée',
  ])
  const account = build('extra_costs', rich()).sections[0]!.table!
  expect(account.total?.slice(1)).toEqual(['1', '7\u00a0h\u00a030', '412,50\u00a0€'])
})

it('the DORA report is the one due next, with what the schema has a place for and a list of what is missing', () => {
  const first = build('dora_report', rich()).json as {
    submission: string
    report: object
    missing: { number: string }[]
  }
  expect(first.submission).toBe('initial_notification')
  expect(first.report).toMatchObject({
    incidentSubmission: 'initial_notification',
    incident: {
      detectionDateTime: '2026-06-05T18:40:00+02:00',
      classificationTypes: [{ classificationCriterion: 'data_losses' }],
      originatesFromThirdPartyProvider: 'Hébergement des Dunes',
    },
  })
  expect(first.missing.map(({ number }) => number)).toContain('2.3')
  const later = { ...FACTS, 'law.dora_initial_sent_at': at('2026-06-05T21:00:00+02:00') }
  const second = build('dora_report', { ...rich(), facts: aPoorSource({}, later).facts }).json as typeof first
  expect(second.submission).toBe('intermediate_report')
  expect(second.report).toMatchObject({
    incident: {
      classificationTypes: [{ dataLosseMaterialityThresholds: ['confidentiality'] }],
      incidentType: { incidentClassification: ['cybersecurity-related'] },
    },
    impactAssessment: {
      affectedAssets: {
        affectedClients: { number: 18_000, percentage: 7.5 },
        numbersActualEstimate: ['estimates_for_clients_affected'],
      },
      serviceImpact: { serviceDowntime: '1:02:30' },
    },
  })
  const { incident } = build('dora_report', aPoorSource({ disruption: NOTHING_DISRUPTED })).json as never as {
    incident?: object
  }
  expect(incident).toBeUndefined()
})
