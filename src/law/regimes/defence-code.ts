import { all, any, yes } from '../conditions.ts'
import { type Rule, words } from '../model.ts'
import { AT_ONCE, inSector, inWords, recipient, writeRule } from './write-rule.ts'

const anssi = recipient('anssi', 'ANSSI', 'ANSSI')
const PUBLISHER = words('l’éditeur de logiciels', 'the software publisher')
const PUBLISHER_START = '2024-06-01'
const publisherTrigger = all(
  any(
    inSector(
      ['software_publisher'],
      'l’organisme n’est pas éditeur de logiciels',
      'the organisation is not a software publisher',
    ),
    yes(
      'publishes_software',
      words('l’organisme n’édite pas de logiciel', 'the organisation publishes no software'),
    ),
  ),
  yes(
    'product_vulnerability_significant',
    words(
      'ni vulnérabilité ni incident ne touche notablement un logiciel édité',
      'no vulnerability or incident notably affects a published product',
    ),
  ),
)
const source = 'C. défense L2321-4-1, R2321-1-16 to -18, décret 2024-421 (checked: Lexbase, livv)'

/** Code de la défense : opérateurs d’importance vitale, éditeurs de logiciels. */
export const defenceCodeRules: readonly Rule[] = [
  writeRule({
    id: 'oiv_incident',
    title: words(
      'Incident d’un opérateur d’importance vitale',
      'Incident at an operator of vital importance',
    ),
    article: words('Code de la défense, art. L1332-6-2', 'Defence Code, art. L1332-6-2'),
    reading: words(
      'L’opérateur d’importance vitale signale sans délai à l’ANSSI l’incident qui touche un système d’importance vitale.',
      'The operator of vital importance reports at once to ANSSI an incident hitting a vital system.',
    ),
    certainty: 'to_check',
    owes: words('l’opérateur d’importance vitale', 'the operator of vital importance'),
    to: anssi,
    channel: words('canal convenu avec l’ANSSI', 'the channel agreed with ANSSI'),
    trigger: all(
      yes(
        'vital_operator',
        words(
          'l’organisme n’est pas opérateur d’importance vitale : son signalement à l’ANSSI reste volontaire',
          'the organisation is not an operator of vital importance: its report to ANSSI stays voluntary',
        ),
      ),
      yes(
        'vital_system_hit',
        words('aucun système d’importance vitale n’est touché', 'no vital system is hit'),
      ),
    ),
    clock: AT_ONCE,
    doneBy: 'anssi_told_at',
    warnings: [
      words(
        'Pour une zone restreinte, le volet de police passe par la DGSI.',
        'For a restricted zone, the police part goes through the DGSI.',
      ),
    ],
    source: 'C. défense L1332-6-2 (to check); DGSI (checked: an old préfecture page)',
  }),
  writeRule({
    id: 'publisher_anssi',
    title: words('Vulnérabilité d’un logiciel édité', 'Vulnerability of a published product'),
    article: words('Code de la défense, art. L2321-4-1', 'Defence Code, art. L2321-4-1'),
    reading: words(
      'L’éditeur notifie à l’ANSSI la vulnérabilité significative, ou l’incident, qui touche son produit, avec causes et conséquences.',
      'The publisher notifies ANSSI of a significant vulnerability, or incident, affecting its product, with causes and consequences.',
    ),
    certainty: 'checked',
    validFrom: PUBLISHER_START,
    owes: PUBLISHER,
    to: anssi,
    channel: words('formulaire du site de l’ANSSI', 'the form on ANSSI’s site'),
    contents: [
      words('causes', 'causes'),
      words('conséquences', 'consequences'),
      words('les six critères de significativité', 'the six criteria of significance'),
    ],
    trigger: publisherTrigger,
    clock: inWords(
      'dès que possible : le texte ne fixe pas d’heure ; 48 heures au moins pour évaluer si l’ANSSI l’a signalée',
      'as soon as possible: the text sets no hour; at least 48 hours to assess if ANSSI raised it',
    ),
    doneBy: 'anssi_told_at',
    source,
  }),
  writeRule({
    id: 'publisher_users',
    title: words('Informer les utilisateurs du produit', 'Tell the product’s users'),
    article: words('Code de la défense, art. L2321-4-1', 'Defence Code, art. L2321-4-1'),
    reading: words(
      'L’éditeur informe ensuite les utilisateurs du produit, dans le délai que fixe l’ANSSI.',
      'The publisher then tells the product’s users, within the time that ANSSI sets.',
    ),
    certainty: 'checked',
    validFrom: PUBLISHER_START,
    owes: PUBLISHER,
    to: recipient('users', 'les utilisateurs du produit', 'the product’s users'),
    channel: words('direct', 'direct'),
    trigger: publisherTrigger,
    clock: inWords(
      'le délai fixé par l’ANSSI : dix jours ouvrables au moins, sauf sécurité nationale',
      'the time set by ANSSI: ten working days at least, unless national security is at stake',
    ),
    doneBy: 'users_of_product_told_at',
    source,
  }),
]
