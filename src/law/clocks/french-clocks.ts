import { words } from '../model.ts'
import type { ClockRule } from './clock-rule.ts'
import { DISPUTES } from './disputes.ts'
import { clock, INSURANCE, LOCAL } from './write-clock.ts'

const LOSS = words('Connaissance du sinistre', 'Knowledge of the loss')

/** Codes des assurances, du travail, monétaire et financier. */
export const frenchClocks: readonly ClockRule[] = [
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

/** Contracts, whose figures are parameters, and the reading of a time as entered. */
export const otherClocks: readonly ClockRule[] = [
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
