import { all, yes } from '../conditions.ts'
import { type Rule, words } from '../model.ts'
import { inWords, recipient, whenUseful, writeRule } from './write-rule.ts'

const FIRM = words('le cabinet, pour chacun de ses clients', 'the firm, for each of its clients')
const tax = recipient('tax', 'service des impôts', 'tax office')
const social = recipient('urssaf', 'URSSAF', 'URSSAF')
const normalChannel = words(
  'le téléservice habituel, même en retard : ni papier ni courriel',
  'the usual teleservice, even late: neither paper nor e-mail',
)
const blocked = yes(
  'filings_blocked',
  words('aucune déclaration n’est bloquée par la panne', 'no filing is blocked by the outage'),
)
const dateStands = words(
  'La tolérance n’avance ni ne recule la date légale : elle s’y attache, avec qui l’a accordée, quand, et la preuve.',
  'A tolerance never moves the legal date: it hangs on it, with who granted it, when, and the proof.',
)
const kept = [
  words(
    'date, auteur, portée et condition de la tolérance',
    'date, author, scope and condition of the tolerance',
  ),
  words('liste des cabinets touchés', 'list of affected firms'),
  words('attestation de l’hébergeur', 'the host’s attestation'),
]

/** No statute: what administrations tolerated, and what stays due all the same (law notes, section 5). */
export const toleranceRules: readonly Rule[] = [
  writeRule({
    id: 'blocked_filings',
    title: words('Déclarations bloquées', 'Blocked filings'),
    article: words('Calendrier fiscal et social', 'Tax and social calendar'),
    reading: words(
      'Une déclaration bloquée par la panne reste due à sa date légale, par la voie normale.',
      'A filing blocked by the outage stays due on its legal date, by the normal channel.',
    ),
    certainty: 'checked',
    owes: FIRM,
    to: recipient('tax_and_social', 'services des impôts et URSSAF', 'tax offices and URSSAF'),
    channel: normalChannel,
    trigger: all(blocked),
    clock: inWords('la date légale de chaque déclaration', 'the legal date of each filing'),
    warnings: [dateStands],
    source: 'letter of the accountants’ Order to its members, December 2023 (checked)',
  }),
  writeRule({
    id: 'tax_tolerance',
    title: words('Tolérance fiscale', 'Tax tolerance'),
    article: words('Sans texte : consigne de l’administration', 'No text: instruction of the administration'),
    reading: words(
      'Les dépôts tardifs dus à la panne ne sont pas pénalisés, s’ils suivent la voie normale.',
      'Late filings due to the outage are not penalised, if they take the normal channel.',
    ),
    status: 'practice',
    nature: 'voluntary',
    certainty: 'checked',
    owes: FIRM,
    to: tax,
    channel: normalChannel,
    contents: kept,
    trigger: all(
      blocked,
      yes(
        'tax_tolerance_granted',
        words('l’administration fiscale n’a rien accordé', 'the tax administration granted nothing'),
      ),
    ),
    clock: whenUseful,
    warnings: [dateStands],
    source:
      'letter of the accountants’ Order to its members, December 2023 (checked): asked of the tax services; message to all SIE',
  }),
  writeRule({
    id: 'social_tolerance',
    title: words('Tolérance de l’URSSAF', 'URSSAF tolerance'),
    article: words('Sans texte : consigne de l’URSSAF', 'No text: instruction of the URSSAF'),
    reading: words(
      'L’URSSAF annule les sanctions d’un retard dû à la panne.',
      'The URSSAF cancels penalties for a delay due to the outage.',
    ),
    status: 'practice',
    nature: 'voluntary',
    certainty: 'checked',
    owes: FIRM,
    to: social,
    channel: normalChannel,
    contents: kept,
    trigger: all(
      blocked,
      yes('social_tolerance_granted', words('l’URSSAF n’a rien accordé', 'the URSSAF granted nothing')),
    ),
    clock: whenUseful,
    warnings: [dateStands],
    source:
      'letter of the accountants’ Order to its members, December 2023 (checked): announced by the URSSAF for all regions',
  }),
  writeRule({
    id: 'penalty_relief',
    title: words('Remise gracieuse', 'Relief from penalties'),
    article: words('LPF, art. L247 ; CRPA, art. L123-1', 'LPF art. L247; CRPA art. L123-1'),
    reading: words(
      'Sans tolérance, ou si elle n’est pas appliquée, restent la remise gracieuse et le droit à l’erreur.',
      'Without a tolerance, or if it is not applied, relief from penalties and the right to err remain.',
    ),
    nature: 'voluntary',
    certainty: 'to_check',
    owes: FIRM,
    to: tax,
    channel: words('demande au service des impôts', 'request to the tax office'),
    contents: kept,
    trigger: all(blocked),
    clock: whenUseful,
    source: 'LPF L247, CRPA L123-1 (to check)',
  }),
]
