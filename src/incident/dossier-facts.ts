import { choice, of } from './dossier-entry.ts'
import type { CatalogueEntry } from './fact-catalogue.ts'

/** What the forms of authorities ask and no other text of the incident says. */
export const DOSSIER_FACTS = {
  legal_representative: of(
    'contact',
    ['Représentant légal', 'Legal representative'],
    [
      'La CNIL le demande, même s’il est aussi la personne à contacter.',
      'The CNIL asks for it, even when it is also the contact person.',
    ],
  ),
  notification_contact: of(
    'contact',
    ['Personne à contacter sur la notification', 'Contact person for the notification'],
    ['Qui répond à la CNIL.', 'Who answers the CNIL.'],
  ),
  siren: of('text', ['Numéro SIREN', 'SIREN number'], ['Neuf chiffres.', 'Nine digits.']),
  siren_none: of(
    'yes_no',
    ['L’organisme n’a pas de SIREN', 'The organisation has no SIREN'],
    ['Le formulaire a une case pour cela.', 'The form has a box for that.'],
  ),
  joint_controllers: of(
    'text',
    ['Responsables conjoints', 'Joint controllers'],
    ['Leurs noms, ou «\u00a0aucun\u00a0».', 'Their names, or “none”.'],
  ),
  how_discovered: of(
    'text',
    ['Comment la violation a été découverte', 'How the breach was discovered'],
    ['En une ou deux phrases.', 'In one or two sentences.'],
  ),
  breach_origin: choice(
    'choice',
    ['Origine de la violation', 'Origin of the breach'],
    ['Telle que le formulaire de la CNIL la demande.', 'As the form of the CNIL asks it.'],
    {
      device_lost: ['équipement perdu ou volé', 'device lost or stolen'],
      paper_lost: ['papier perdu, volé ou laissé sans surveillance', 'paper lost, stolen or left unattended'],
      hacking: ['piratage', 'hacking'],
      malware: ['logiciel malveillant ou rançongiciel', 'malware or ransomware'],
      phishing: ['hameçonnage', 'phishing'],
      wrong_recipient: ['données envoyées à un mauvais destinataire', 'data sent to a wrong recipient'],
      unwanted_publication: ['publication non voulue', 'unwanted publication'],
      technical: ['problème technique', 'technical problem'],
      other: ['autre', 'other'],
    },
  ),
  breach_cause: choice(
    'choice',
    ['Cause de la violation', 'Cause of the breach'],
    ['Qui en est l’auteur, et s’il l’a voulue.', 'Whose act it was, and whether it was meant.'],
    {
      external_malicious: ['acte externe malveillant', 'external malicious act'],
      external_accidental: ['acte externe accidentel', 'external accidental act'],
      internal_malicious: ['acte interne malveillant', 'internal malicious act'],
      internal_accidental: ['acte interne accidentel', 'internal accidental act'],
      unknown: ['cause inconnue', 'cause unknown'],
    },
  ),
  records_concerned: of(
    'number',
    ['Nombre d’enregistrements concernés', 'Number of records concerned'],
    [
      'RGPD, art. 33(3)(a). Les nôtres, pas ceux des autres.',
      'GDPR art. 33(3)(a). Ours, not those of others.',
    ],
  ),
  offence_data: of(
    'yes_no',
    ['Données d’infractions ou de condamnations', 'Data on offences or convictions'],
    ['RGPD, art. 10.', 'GDPR art. 10.'],
  ),
  official_documents: of(
    'yes_no',
    ['Documents officiels (identité, passeport, titre)', 'Official documents (identity, passport, permit)'],
    ['Copies ou numéros.', 'Copies or numbers.'],
  ),
  prior_protection: of(
    'list',
    ['Protection en place avant la violation', 'Protection in place before the breach'],
    ['Une mesure par ligne.', 'One measure a line.'],
  ),
  consequences_confidentiality: of(
    'list',
    ['Conséquences de la perte de confidentialité', 'Consequences of the loss of confidentiality'],
    ['Une conséquence par ligne.', 'One consequence a line.'],
  ),
  consequences_integrity: of(
    'list',
    ['Conséquences de la perte d’intégrité', 'Consequences of the loss of integrity'],
    ['Une conséquence par ligne.', 'One consequence a line.'],
  ),
  consequences_availability: of(
    'list',
    ['Conséquences de la perte de disponibilité', 'Consequences of the loss of availability'],
    ['Une conséquence par ligne.', 'One consequence a line.'],
  ),
  potential_harm: of(
    'list',
    ['Préjudices possibles pour les personnes', 'Possible harm to people'],
    ['Un préjudice par ligne.', 'One harm a line.'],
  ),
  breach_severity: choice(
    'choice',
    ['Gravité retenue pour la CNIL', 'Severity declared to the CNIL'],
    [
      'Sans elle, le dossier propose celle qui suit du risque décidé.',
      'Without it, the dossier proposes the one that follows from the risk decided.',
    ],
    {
      negligible: ['négligeable', 'negligible'],
      limited: ['limitée', 'limited'],
      important: ['importante', 'important'],
      maximal: ['maximale', 'maximal'],
    },
  ),
  telling_planned_on: of(
    'date',
    ['Information des personnes prévue le', 'Persons to be told on'],
    ['Avant le premier envoi.', 'Before the first message leaves.'],
  ),
  other_authorities_told: of(
    'list',
    ['Autres autorités averties', 'Other authorities told'],
    ['Une autorité par ligne, avec la date.', 'One authority a line, with the date.'],
  ),
  board_request: of(
    'list',
    ['Ce que nous demandons au conseil', 'What we ask of the board'],
    ['Une demande par ligne, une phrase complète.', 'One request a line, a full sentence.'],
  ),
  incident_costs: of(
    'text',
    ['Coût de l’incident', 'Cost of the incident'],
    ['Un montant et ce qu’il comprend.', 'An amount and what it covers.'],
  ),
  lesson_worked: of(
    'list',
    ['Ce qui a bien marché', 'What worked well'],
    ['Un enseignement par ligne.', 'One lesson a line.'],
  ),
  lesson_failed: of(
    'list',
    ['Ce qui a manqué', 'What was missing'],
    ['Un enseignement par ligne.', 'One lesson a line.'],
  ),
  lesson_change: of(
    'list',
    ['Ce que nous changeons', 'What we change'],
    ['Un changement par ligne.', 'One change a line.'],
  ),
} satisfies Record<string, CatalogueEntry>
