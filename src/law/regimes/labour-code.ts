import { all, among, atLeast, yes } from '../conditions.ts'
import { type Rule, type RuleException, words } from '../model.ts'
import { inWords, recipient, writeRule } from './write-rule.ts'

const EMPLOYER = words('l’employeur, pour chaque établissement', 'the employer, for each establishment')
const prefect = recipient(
  'ddets',
  'DDETS (DEETS outre-mer), pour le préfet',
  'DDETS (DEETS overseas), for the prefect',
)
const council = recipient('works_council', 'comité social et économique (CSE)', 'works council (CSE)')
const teleservice = words(
  'activitepartielle.emploi.gouv.fr, seule voie admise',
  'activitepartielle.emploi.gouv.fr, the only channel',
)
const request = [
  words('motif de l’article R5122-1', 'motive of article R5122-1'),
  words('période prévisible', 'foreseeable period'),
  words('nombre de salariés concernés', 'number of employees concerned'),
  words('circonstances détaillées et situation économique', 'detailed circumstances and economic situation'),
  words(
    'attestation de l’hébergeur, copie de la plainte, attestation de l’assureur',
    'the host’s attestation, a copy of the complaint, the insurer’s attestation',
  ),
]
const idle = yes(
  'employees_idle',
  words('aucun salarié n’est à l’arrêt ni en horaire réduit', 'no employee is idle or on reduced hours'),
)
const fifty = atLeast(
  'headcount',
  50,
  words('l’entreprise compte moins de 50 salariés', 'the company has fewer than 50 employees'),
)
const exceptionalMotive = among(
  'idle_motive',
  ['motive_3', 'motive_5'],
  words(
    'les trente jours ne valent que pour les motifs 3 (sinistre) et 5 (autre circonstance exceptionnelle)',
    'the thirty days hold only for motives 3 (disaster) and 5 (other exceptional circumstance)',
  ),
)
const exceptionalMotiveForCouncil = among(
  'idle_motive',
  ['motive_3', 'motive_5'],
  words(
    'l’avis n’est donné après la demande que pour les motifs 3 (sinistre) et 5 (autre circonstance exceptionnelle) : sinon il la précède',
    'the opinion follows the request only for motives 3 (disaster) and 5 (other exceptional circumstance): otherwise it comes first',
  ),
)
const unlessExceptional = (fr: string, en: string): RuleException => ({
  id: 'exceptional_motive',
  article: words('Code du travail, art. R5122-3', 'Labour Code, art. R5122-3'),
  when: exceptionalMotive,
  because: words(fr, en),
})
const noRequestNoAllowance = words('Sans demande, pas d’allocation.', 'No request, no allowance.')

/** Code du travail, art. R5122-1 à R5122-4 : l’activité partielle. */
export const labourCodeRules: readonly Rule[] = [
  writeRule({
    id: 'partial_activity_prior',
    title: words('Activité partielle, demande préalable', 'Partial activity, prior request'),
    article: words('Code du travail, art. R5122-2', 'Labour Code, art. R5122-2'),
    reading: words(
      'L’employeur demande l’activité partielle avant d’y placer ses salariés ; les motifs 3 et 5 seuls permettent de la demander après.',
      'The employer asks for partial activity before placing employees in it; only motives 3 and 5 allow asking afterwards.',
    ),
    nature: 'right',
    certainty: 'checked',
    owes: EMPLOYER,
    to: prefect,
    channel: teleservice,
    contents: request,
    trigger: idle,
    exceptions: [
      unlessExceptional(
        'parce que les motifs 3 et 5 laissent trente jours après le premier jour d’arrêt',
        'because motives 3 and 5 leave thirty days after the first idle day',
      ),
    ],
    clock: inWords('avant le premier jour d’arrêt', 'before the first idle day'),
    doneBy: 'partial_activity_requested_at',
    warnings: [noRequestNoAllowance],
    source: 'C. trav. R5122-2 (checked: french-business-law; DRIEETS, dpo-partage.fr)',
  }),
  writeRule({
    id: 'partial_activity_30d',
    title: words('Activité partielle', 'Partial activity'),
    article: words('Code du travail, art. R5122-3', 'Labour Code, art. R5122-3'),
    reading: words(
      'Pour un sinistre ou une circonstance exceptionnelle, l’employeur a trente jours depuis le premier jour d’arrêt pour demander l’activité partielle.',
      'For a disaster or an exceptional circumstance, the employer has thirty days from the first idle day to ask for partial activity.',
    ),
    nature: 'right',
    certainty: 'secondary',
    owes: EMPLOYER,
    to: prefect,
    channel: teleservice,
    contents: request,
    trigger: all(idle, exceptionalMotive),
    clock: {
      kind: 'computed',
      rule: 'activite_partielle_30d',
      from: ['first_idle_day'],
    },
    doneBy: 'partial_activity_requested_at',
    disputed: words(
      'Le premier jour compte-t-il ? Nous le comptons ; l’usage l’exclut.',
      'Does the first day count? We count it; custom leaves it out.',
    ),
    warnings: [
      noRequestNoAllowance,
      words(
        'Une attaque informatique relève du motif 3 ou 5 : les « 30 jours » des fiches pratiques ne valent que pour eux.',
        'A cyber-attack falls under motive 3 or 5: the “30 days” of practical sheets hold only for them.',
      ),
    ],
    source:
      'C. trav. R5122-3, motive 3 (checked: older version), motive 5 (secondary: gimssi FAQ); current wording (to check)',
  }),
  writeRule({
    id: 'works_council_prior',
    title: words('Avis préalable du CSE', 'Prior opinion of the works council'),
    article: words('Code du travail, art. R5122-2', 'Labour Code, art. R5122-2'),
    reading: words(
      'À partir de 50 salariés, le CSE donne son avis avant la demande d’activité partielle.',
      'From 50 employees, the works council gives its opinion before the request for partial activity.',
    ),
    certainty: 'checked',
    owes: words('l’employeur', 'the employer'),
    to: council,
    channel: words(
      'réunion du CSE, avis joint à la demande',
      'works council meeting, opinion attached to the request',
    ),
    trigger: all(idle, fifty),
    exceptions: [
      unlessExceptional(
        'parce que pour les motifs 3 et 5 l’avis peut suivre la demande',
        'because for motives 3 and 5 the opinion may follow the request',
      ),
    ],
    clock: inWords('avant la demande', 'before the request'),
    doneBy: 'works_council_consulted_at',
    source: 'C. trav. R5122-2 (checked)',
  }),
  writeRule({
    id: 'works_council_after',
    title: words('Avis du CSE', 'Opinion of the works council'),
    article: words('Code du travail, art. R5122-2', 'Labour Code, art. R5122-2'),
    reading: words(
      'À partir de 50 salariés, pour les motifs 3 et 5, l’avis du CSE peut suivre la demande de deux mois au plus.',
      'From 50 employees, for motives 3 and 5, the opinion of the works council may follow the request by two months at most.',
    ),
    certainty: 'checked',
    owes: words('l’employeur', 'the employer'),
    to: council,
    channel: words(
      'réunion du CSE, avis transmis à la DDETS',
      'works council meeting, opinion sent to the DDETS',
    ),
    trigger: all(idle, fifty, exceptionalMotiveForCouncil),
    clock: { kind: 'computed', rule: 'works_council_2_months', from: ['partial_activity_requested_at'] },
    doneBy: 'works_council_consulted_at',
    source: 'C. trav. R5122-2 (checked)',
  }),
  writeRule({
    id: 'partial_activity_answer',
    title: words('Constater la réponse', 'Note the answer'),
    article: words('Code du travail, art. R5122-4', 'Labour Code, art. R5122-4'),
    reading: words(
      'L’administration répond dans les quinze jours ; son silence vaut acceptation.',
      'The administration answers within fifteen days; its silence is acceptance.',
    ),
    nature: 'voluntary',
    certainty: 'to_check',
    owes: words(
      'le préfet répond ; l’employeur en garde la preuve',
      'the prefect answers; the employer keeps the proof',
    ),
    to: recipient('employer', 'l’employeur', 'the employer'),
    channel: words('activitepartielle.emploi.gouv.fr', 'activitepartielle.emploi.gouv.fr'),
    trigger: idle,
    clock: {
      kind: 'computed',
      rule: 'partial_activity_answer_15d',
      from: ['partial_activity_requested_at'],
    },
    doneBy: 'partial_activity_decided_at',
    warnings: [
      words(
        'Taux et durées maximales : à vérifier à la date de la demande.',
        'Rates and maximum durations: check them on the day of the request.',
      ),
    ],
    source: 'C. trav. R5122-4 (checked: older version); current wording, rates, durations (to check)',
  }),
]
