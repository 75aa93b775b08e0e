import { all, yes } from '../conditions.ts'
import { type Rule, words } from '../model.ts'
import { attackOnDataSystem, recipient, whenUseful, writeRule } from './write-rule.ts'

const VICTIM = words('la victime qui le veut', 'any victim who wishes')
const onlyProperty = words(
  'Elle ne reçoit que les atteintes aux biens : une attaque informatique contre une entreprise n’en fait pas sûrement partie.',
  'It takes only property offences: an attack on a company’s data system is not surely one.',
)

/** What an organisation may do for itself, and owes to nobody (law notes, section 4). */
export const victimActRules: readonly Rule[] = [
  writeRule({
    id: 'victim_complaint',
    title: words('Porter plainte', 'File a complaint'),
    article: words('Code de procédure pénale, art. 15-3', 'Code of Criminal Procedure, art. 15-3'),
    reading: words(
      'Toute victime d’une attaque informatique peut porter plainte, assurée ou non ; les services sont tenus de la recevoir.',
      'Any victim of an attack on a data system may file a complaint, insured or not; the services are bound to receive it.',
    ),
    nature: 'voluntary',
    certainty: 'secondary',
    owes: VICTIM,
    to: recipient('police', 'police, gendarmerie ou procureur', 'police, gendarmerie or prosecutor'),
    channel: words(
      'brigade, commissariat ou lettre au procureur ; l’adresse dédiée quand il y en a une',
      'gendarmerie, police station or a letter to the prosecutor; the dedicated address where there is one',
    ),
    trigger: all(attackOnDataSystem),
    clock: whenUseful,
    doneBy: 'complaint_filed_at',
    warnings: [
      words(
        'Si une assurance peut jouer, elle dépend d’une plainte dans les 72 heures : voyez la ligne « Plainte dans les 72 heures ».',
        'If insurance may answer, it depends on a complaint within 72 hours: see the line “Complaint within 72 hours”.',
      ),
    ],
    source:
      'CPP 15-3; notices of victims in 2023 and 2024; paper complaint accepted by prosecutors (checked: gazettebourgogne)',
  }),
  writeRule({
    id: 'assistance_17cyber',
    title: words('Demander assistance', 'Ask for assistance'),
    article: words('Service public, 17Cyber', 'Public service, 17Cyber'),
    reading: words(
      '17Cyber et cybermalveillance.gouv.fr aident au diagnostic et orientent ; un policier ou un gendarme répond en ligne.',
      '17Cyber and cybermalveillance.gouv.fr help with diagnosis and orient; a police officer or gendarme answers online.',
    ),
    status: 'practice',
    nature: 'voluntary',
    certainty: 'checked',
    owes: words('qui le veut', 'anyone who wishes'),
    to: recipient('assistance', '17Cyber', '17Cyber'),
    channel: words(
      '17Cyber.gouv.fr, cybermalveillance.gouv.fr',
      '17Cyber.gouv.fr, cybermalveillance.gouv.fr',
    ),
    trigger: all(),
    clock: whenUseful,
    warnings: [
      words('Un échange avec 17Cyber n’est pas une plainte.', 'A chat with 17Cyber is not a complaint.'),
    ],
    source: '17Cyber (checked: clubic)',
  }),
  writeRule({
    id: 'anssi_report',
    title: words('Signalement technique', 'Technical report'),
    article: words('Sans texte : signalement volontaire', 'No text: voluntary report'),
    reading: words(
      'Une entreprise ordinaire ne doit aucun signalement à l’ANSSI ; elle peut en faire un, ou à son centre régional de réponse.',
      'An ordinary company owes ANSSI no report; it may make one, or to its regional response centre.',
    ),
    status: 'practice',
    nature: 'voluntary',
    certainty: 'to_check',
    owes: words('l’entreprise qui le veut', 'any company that wishes'),
    to: recipient('anssi', 'ANSSI (CERT-FR) ou centre régional', 'ANSSI (CERT-FR) or the regional CSIRT'),
    channel: words('cert.ssi.gouv.fr, ou le centre régional', 'cert.ssi.gouv.fr, or the regional centre'),
    trigger: all(attackOnDataSystem),
    clock: whenUseful,
    doneBy: 'anssi_told_at',
    warnings: [
      words(
        'Obligatoire pour les opérateurs désignés et, une fois NIS 2 transposée, pour les entités essentielles ou importantes.',
        'Mandatory for designated operators and, once NIS2 is transposed, for essential or important entities.',
      ),
    ],
    source: 'pages of the public service (to check)',
  }),
  writeRule({
    id: 'plainte_en_ligne',
    title: words('Plainte en ligne', 'Online complaint'),
    article: words('Service public « Plainte en ligne »', 'Public service “Plainte en ligne”'),
    reading: words(
      'Depuis le 15 octobre 2024, une victime d’atteinte aux biens, entreprise comprise, porte plainte en ligne dans tout le pays.',
      'Since 15 October 2024 the victim of a property offence, companies too, may complain online anywhere in the country.',
    ),
    status: 'practice',
    nature: 'voluntary',
    certainty: 'checked',
    validFrom: '2024-10-15',
    owes: words('la victime d’une atteinte aux biens', 'the victim of a property offence'),
    to: recipient('police', 'police ou gendarmerie', 'police or gendarmerie'),
    channel: words('masecurite.interieur.gouv.fr', 'masecurite.interieur.gouv.fr'),
    trigger: yes('theft', words('il n’y a pas de vol', 'there was no theft')),
    clock: whenUseful,
    warnings: [onlyProperty],
    source: 'masecurite.interieur.gouv.fr (checked: francetvinfo, pandore-gendarmerie)',
  }),
]
