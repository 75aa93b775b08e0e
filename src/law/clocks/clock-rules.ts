import type { Words } from '../model.ts'
import { words } from '../model.ts'
import type { ClockRule, Period } from './clock-rule.ts'
import { DISPUTES } from './disputes.ts'
import type { ParamName } from './param-names.ts'

const AWARE = words('Connaissance de la violation', 'Awareness of the breach')
const INCIDENT = words('Connaissance de l’incident important', 'Awareness of the significant incident')
const PRODUCT = words(
  'Connaissance par le fabricant de la vulnérabilité exploitée ou de l’incident grave',
  'The manufacturer becomes aware of the exploited vulnerability or severe incident',
)
const LOSS = words('Connaissance du sinistre', 'Knowledge of the loss')
const LOCAL: readonly ParamName[] = ['region', 'good_friday', 'local_holidays']
const INSURANCE: readonly ParamName[] = [...LOCAL, 'insurer_region']

type Given = Partial<Pick<ClockRule, 'place' | 'params' | 'disputed'>>

const clock = (
  id: string,
  title: Words,
  article: Words,
  starts: Words,
  period: Period,
  { place = 'own', params = [], ...rest }: Given = {},
): ClockRule => ({ id, title, article, starts, period, place, params, ...rest })

const hours = (figure: number): Period => ({ kind: 'eu_hours', hours: figure })
const eu = { place: 'authority', params: LOCAL } as const
const nis2 = { ...eu, disputed: DISPUTES.nis2 } as const

const gdpr: readonly ClockRule[] = [
  clock(
    'gdpr33_72h',
    words('Notification initiale à la CNIL', 'Initial notification to the CNIL'),
    words('RGPD, art. 33(1)', 'GDPR art. 33(1)'),
    AWARE,
    hours(72),
    eu,
  ),
  clock(
    'cnil_complementary',
    words('Notification complémentaire à la CNIL', 'Complementary notification to the CNIL'),
    words('RGPD, art. 33(4) ; pratique de la CNIL', 'GDPR art. 33(4); CNIL practice'),
    words('Dépôt de la notification initiale', 'Initial notification filed'),
    { kind: 'soft_hours', hours: 72 },
  ),
  clock(
    'gdpr12_3_one_month',
    words('Réponse à une demande d’accès', 'Answer to an access request'),
    words('RGPD, art. 12(3)', 'GDPR art. 12(3)'),
    words('Réception de la demande', 'Request received'),
    { kind: 'eu_months', months: 1 },
    { params: LOCAL },
  ),
  clock(
    'gdpr12_3_three_months',
    words('Réponse à une demande d’accès, délai prolongé', 'Answer to an access request, extended'),
    words('RGPD, art. 12(3)', 'GDPR art. 12(3)'),
    words('Réception de la demande', 'Request received'),
    { kind: 'eu_months', months: 3 },
    { params: LOCAL },
  ),
]

const cyber: readonly ClockRule[] = [
  clock(
    'nis2_early_warning_24h',
    words('Alerte précoce NIS 2', 'NIS2 early warning'),
    words('Directive 2022/2555, art. 23(4)(a)', 'Dir. 2022/2555 art. 23(4)(a)'),
    INCIDENT,
    hours(24),
    nis2,
  ),
  clock(
    'nis2_notification_72h',
    words('Notification NIS 2', 'NIS2 notification'),
    words('Directive 2022/2555, art. 23(4)(b)', 'Dir. 2022/2555 art. 23(4)(b)'),
    INCIDENT,
    hours(72),
    nis2,
  ),
  clock(
    'nis2_trust_notification_24h',
    words(
      'Notification NIS 2 d’un prestataire de services de confiance',
      'NIS2 notification of a trust service provider',
    ),
    words('Directive 2022/2555, art. 23(4)', 'Dir. 2022/2555 art. 23(4)'),
    INCIDENT,
    hours(24),
    nis2,
  ),
  clock(
    'nis2_final_one_month',
    words('Rapport final NIS 2', 'NIS2 final report'),
    words('Directive 2022/2555, art. 23(4)(d)', 'Dir. 2022/2555 art. 23(4)(d)'),
    words('Notification à 72 heures', '72-hour notification made'),
    { kind: 'eu_months', months: 1 },
    nis2,
  ),
  clock(
    'cer_24h',
    words('Notification d’une entité critique', 'Notification by a critical entity'),
    words('Directive 2022/2557, art. 15', 'Dir. 2022/2557 art. 15'),
    words('Connaissance de l’incident', 'Awareness of the incident'),
    hours(24),
    { ...eu, disputed: DISPUTES.cer },
  ),
  clock(
    'eidas_24h',
    words('Notification d’un service de confiance', 'Notification by a trust service'),
    words('Règlement 910/2014, art. 24(2)(fb) et 19a', 'Reg. 910/2014 arts 24(2)(fb), 19a'),
    words('Connaissance de l’atteinte ou de la perturbation', 'Awareness of the breach or disruption'),
    hours(24),
    eu,
  ),
  clock(
    'eprivacy_24h',
    words('Notification d’un opérateur de communications', 'Notification by a telecom provider'),
    words('Règlement 611/2013, art. 2(2)', 'Reg. 611/2013 art. 2(2)'),
    words('Détection de la violation', 'Breach detected'),
    hours(24),
    eu,
  ),
  clock(
    'eprivacy_second_3d',
    words('Seconde notification d’un opérateur', 'Second notification by a telecom provider'),
    words('Règlement 611/2013, art. 2(3)', 'Reg. 611/2013 art. 2(3)'),
    words('Première notification', 'First notification'),
    { kind: 'eu_days', days: 3, orElapsed: true },
    eu,
  ),
  clock(
    'cra_early_warning_24h',
    words('Alerte précoce CRA', 'CRA early warning'),
    words('Règlement 2024/2847, art. 14', 'Reg. 2024/2847 art. 14'),
    PRODUCT,
    hours(24),
    eu,
  ),
  clock(
    'cra_notification_72h',
    words('Notification CRA', 'CRA notification'),
    words('Règlement 2024/2847, art. 14', 'Reg. 2024/2847 art. 14'),
    PRODUCT,
    hours(72),
    eu,
  ),
  clock(
    'cra_final_14d',
    words('Rapport final CRA (vulnérabilité)', 'CRA final report (vulnerability)'),
    words('Règlement 2024/2847, art. 14(2)(c)', 'Reg. 2024/2847 art. 14(2)(c)'),
    words('Mise à disposition du correctif', 'Corrective measure available'),
    { kind: 'eu_days', days: 14 },
    eu,
  ),
  clock(
    'cra_final_one_month',
    words('Rapport final CRA (incident grave)', 'CRA final report (severe incident)'),
    words('Règlement 2024/2847, art. 14(4)(c)', 'Reg. 2024/2847 art. 14(4)(c)'),
    words('Notification à 72 heures', '72-hour notification made'),
    { kind: 'eu_months', months: 1 },
    eu,
  ),
]

const dora: readonly ClockRule[] = [
  clock(
    'dora_initial',
    words('Notification initiale DORA', 'DORA initial notification'),
    words('Règlement délégué 2025/301, art. 5(1)(a), 5(2)', 'Del. Reg. 2025/301 art. 5(1)(a), 5(2)'),
    words('Connaissance de l’incident', 'Awareness of the incident'),
    { kind: 'dora_initial' },
    { ...eu, params: ['aware', 'classified_major', 'relief_eligible', ...LOCAL] },
  ),
  clock(
    'dora_intermediate',
    words('Rapport intermédiaire DORA', 'DORA intermediate report'),
    words('Règlement délégué 2025/301, art. 5(1)(b)', 'Del. Reg. 2025/301 art. 5(1)(b)'),
    words('Envoi de la notification initiale', 'Initial notification submitted'),
    { kind: 'dora_hours', hours: 72 },
    { ...eu, params: ['relief_eligible', ...LOCAL] },
  ),
  clock(
    'dora_final_one_month',
    words('Rapport final DORA', 'DORA final report'),
    words('Règlement délégué 2025/301, art. 5(1)(c), 5(4)', 'Del. Reg. 2025/301 art. 5(1)(c), 5(4)'),
    words('Envoi du dernier rapport intermédiaire', 'Last intermediate report submitted'),
    { kind: 'eu_months', months: 1, noon: true },
    { ...eu, params: ['relief_eligible', ...LOCAL] },
  ),
]

const french: readonly ClockRule[] = [
  clock(
    'lopmi_complaint_72h',
    words('Plainte, condition de la garantie', 'Complaint, a condition of cover'),
    words('Code des assurances, art. L12-10-1', 'C. assur. art. L12-10-1'),
    words('Connaissance de l’atteinte par la victime', 'The victim knows of the attack'),
    { kind: 'elapsed_hours', hours: 72 },
    { disputed: DISPUTES.complaint },
  ),
  clock(
    'assurance_5_jours_ouvres',
    words('Déclaration à l’assureur', 'Declaration to the insurer'),
    words('Code des assurances, art. L113-2, 4°', 'C. assur. art. L113-2 4°'),
    LOSS,
    { kind: 'working_days', days: 5, week: 'ouvres' },
    { params: ['working_days', ...INSURANCE] },
  ),
  clock(
    'assurance_vol_2_jours_ouvres',
    words('Déclaration de vol à l’assureur', 'Declaration of theft to the insurer'),
    words('Code des assurances, art. L113-2, 4°', 'C. assur. art. L113-2 4°'),
    words('Connaissance du vol', 'Knowledge of the theft'),
    { kind: 'working_days', days: 2, week: 'ouvres' },
    { params: ['working_days', ...INSURANCE] },
  ),
  clock(
    'activite_partielle_30d',
    words('Demande d’activité partielle', 'Partial-activity request'),
    words('Code du travail, art. R5122-3', 'C. trav. art. R5122-3'),
    words('Premier jour d’activité partielle', 'First day of partial activity'),
    { kind: 'french_days', days: 30, inclusive: true },
    { params: LOCAL, disputed: DISPUTES.partialActivity },
  ),
  clock(
    'works_council_2_months',
    words('Avis du CSE, après la demande', 'Works council’s opinion, after the request'),
    words('Code du travail, art. R5122-2', 'C. trav. art. R5122-2'),
    words('Dépôt de la demande', 'Request filed'),
    { kind: 'french_months', months: 2 },
  ),
  clock(
    'partial_activity_answer_15d',
    words('Réponse de l’administration ; son silence vaut acceptation', 'Answer; silence means acceptance'),
    words('Code du travail, art. R5122-4', 'C. trav. art. R5122-4'),
    words('Dépôt de la demande', 'Request filed'),
    { kind: 'soft_days', days: 15 },
  ),
  clock(
    'sepa_contest_13_months',
    words('Contester un prélèvement non autorisé', 'Contest an unauthorised debit'),
    words('Code monétaire et financier, art. L133-24', 'C. mon. fin. art. L133-24'),
    words('Date du débit', 'Date of the debit'),
    { kind: 'french_months', months: 13 },
  ),
  clock(
    'sepa_contest_70_days',
    words(
      'Contester un prélèvement, banque du bénéficiaire hors EEE',
      'Contest a debit, payee’s bank outside the EEA',
    ),
    words('Code monétaire et financier, art. L133-24', 'C. mon. fin. art. L133-24'),
    words('Date du débit', 'Date of the debit'),
    { kind: 'french_days', days: 70 },
  ),
]

const others: readonly ClockRule[] = [
  clock(
    'contract_hours',
    words('Délai d’un contrat, en heures', 'Time set by a contract, in hours'),
    words('Contrat', 'Contract'),
    words('Fait qui fait courir le délai du contrat', 'Fact that starts the contract’s period'),
    { kind: 'elapsed_hours' },
    { params: ['hours'] },
  ),
  clock(
    'contract_working_days',
    words('Délai d’un contrat, en jours ouvrés', 'Time set by a contract, in working days'),
    words('Contrat', 'Contract'),
    words('Fait qui fait courir le délai du contrat', 'Fact that starts the contract’s period'),
    { kind: 'working_days', week: 'ouvres' },
    { params: ['working_days', 'week', ...INSURANCE] },
  ),
  clock(
    'input_validation',
    words('Lecture d’une heure saisie', 'Reading of a time as entered'),
    words('Heure saisie', 'Time as entered'),
    words('Instant compris', 'Instant understood'),
    { kind: 'instant' },
  ),
]

/** Every clock. A duty that gives no figure (« sans délai », C. défense L2321-4-1) has none. */
export const CLOCK_RULES: readonly ClockRule[] = [...gdpr, ...cyber, ...dora, ...french, ...others]
