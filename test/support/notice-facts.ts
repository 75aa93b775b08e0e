import type { AudienceKind, CitedFact, Exposure, NoticeFacts } from '../../src/notices/index.ts'
import { Temporal } from '../../src/platform/clock.ts'

/** A held fact. */
export function held<T>(key: string, value: T): CitedFact<T> {
  return { key, value, state: 'held', asOf: '2026-02-06T09:00:00Z' }
}

const at = (iso: string) => Temporal.Instant.from(iso)

/** Facts of a fictional incident, complete enough to write to everyone. */
export function noticeFacts(change: Partial<NoticeFacts> = {}): NoticeFacts {
  return {
    incidentReference: 'INC-2026-01',
    zone: 'Europe/Paris',
    controllerName: held('controller.name', 'Mutuelle des Aubiers'),
    controllerRelation: held('controller.relation', {
      fr: 'votre complémentaire santé',
      en: 'your health insurer',
    }),
    controllerAttacked: held('controller.attacked', 'no'),
    processorName: held('processor.name', 'Orvalis Tiers Payant'),
    serviceEntrusted: held('processor.service', {
      fr: 'la gestion du tiers payant',
      en: 'the handling of direct payments to health professionals',
    }),
    breachNature: held('breach.nature', 'account_misused'),
    attackStartedAt: held('attack.startedAt', at('2026-01-29T18:00:00Z')),
    attackEndedAt: held('attack.endedAt', at('2026-02-01T08:30:00Z')),
    processorDetectedAt: held('attack.detectedAt', at('2026-02-01T08:00:00Z')),
    controllerToldAt: held('controller.toldAt', at('2026-02-02T15:00:00Z')),
    processorMeasures: [
      held('measure.p1', { kind: 'platform_disconnected', doneAt: at('2026-02-01T08:30:00Z') }),
      held('measure.p2', { kind: 'complaint_filed', doneAt: at('2026-02-02T09:00:00Z') }),
      held('measure.p3', { kind: 'cnil_notified' }),
    ],
    controllerMeasures: [
      held('measure.c1', { kind: 'cnil_notified', doneAt: at('2026-02-04T16:00:00Z') }),
      held('measure.c2', { kind: 'identity_checks_reinforced' }),
    ],
    dpoEmail: held('contact.dpoEmail', 'dpo@aubiers.example'),
    dpoPostalLines: held('contact.dpoPostal', [
      'Mutuelle des Aubiers',
      'Délégué à la protection des données',
      '4 rue des Tilleuls',
      '38000 Grenoble',
    ]),
    customerPhone: held('contact.phone', '04 00 00 00 12'),
    customerPhoneHours: held('contact.phoneHours', {
      fr: 'du lundi au samedi, 8 h à 19 h',
      en: 'Monday to Saturday, 8:00 to 19:00',
    }),
    senderName: held('sender.name', 'Mutuelle des Aubiers'),
    senderAddress: held('sender.address', 'information@aubiers.example'),
    checkSite: null,
    ...change,
  }
}

const notStored = { fr: 'cette plateforme ne les conserve pas', en: 'this platform does not store it' }

export function noticeExposures(): Exposure[] {
  const exposed = [
    'surname',
    'first_names',
    'birth_date',
    'birth_rank',
    'nir',
    'insurer_name',
    'member_number',
    'cover',
  ]
  const safe = ['bank_details', 'medical_data', 'reimbursements', 'email', 'phone', 'postal_address']
  return [
    ...exposed.map((category) => held(`exposure.${category}`, { category, status: 'exposed' })),
    ...safe.map((category) =>
      held(`exposure.${category}`, { category, status: 'not_exposed', reason: notStored }),
    ),
  ] as Exposure[]
}

/** The population whose data an audience is told. */
export function populationsTold(audience: AudienceKind): string[] {
  const apart: Partial<Record<AudienceKind, string>> = {
    health_professional: 'health_professionals',
    firm: 'firms',
    client_of_firm: 'clients_of_firms',
  }
  return [apart[audience] ?? 'insured_adults']
}
