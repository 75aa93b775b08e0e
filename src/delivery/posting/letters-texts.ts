import { formatInteger } from '../../platform/i18n.ts'

const n = (value: number) => formatInteger(value, 'fr')
const m = (value: number) => formatInteger(value, 'en')
const some = (value: number, one: string, several: string) => `${m(value)} ${value === 1 ? one : several}`
const many = (value: number, one: string, several: string) => `${n(value)} ${value < 2 ? one : several}`

const fr = {
  lead: (told: number, left: number) =>
    `${many(told, 'lettre déposée', 'lettres déposées')}, ${n(left)} à composer ou à déposer.`,
  allBatches: (count: number) => `Les ${n(count)} lots`,
  cameBack: (letters: number) =>
    letters === 0 ? 'Aucune n’est revenue.' : `${many(letters, 'est revenue', 'sont revenues')}.`,
  offList: (letters: number) =>
    `${many(letters, 'lettre composée ne correspond plus', 'lettres composées ne correspondent plus')} à la liste en vigueur\u00a0: quelqu’un l’a quittée, ou ses données ou son adresse ont changé. Reprenez ces lots avant de les remettre.`,
  offListOf: (letters: number) => `dont ${n(letters)} à ne pas remettre`,
  returnedOf: (letters: number) => many(letters, 'revenue', 'revenues'),
  byPrintHouse: 'Dépôt dit par l’imprimeur',
  takeBack: 'Reprendre ce lot',
  takenBack: (reference: string, again: number, cancelled: number) =>
    `Lot ${reference} repris\u00a0: ${many(again, 'lettre à recomposer', 'lettres à recomposer')}, ${many(cancelled, 'annulée', 'annulées')}. Ne l’imprimez pas.`,
  returns: 'Retours de courrier',
  returnNote: 'Scannez le code-barres du bas de la lettre, ou tapez son code.',
  code: 'Code de la lettre',
  reason: 'Motif écrit par la poste',
  recordReturn: 'Enregistrer le retour',
  returnEffect:
    'La personne n’est plus comptée comme informée. Une adresse e‑mail jamais essayée prend le relais, sinon une autre adresse postale.',
  recorded: (code: string, next: { email: number; letter: number; untold: number }) =>
    `Retour de ${code} enregistré\u00a0: ${goesOn(next)}.`,
  known: (code: string) => `Le retour de ${code} est déjà enregistré.`,
  refused: (code: string, why: string) => `Le retour de ${code} n’est pas enregistré\u00a0: ${why}.`,
  badCode: 'Le code d’une lettre a huit signes, par exemple 7K3M-9QXT.',
  feedback: 'Compte rendu de l’imprimeur',
  file: 'Fichier CSV',
  fileHelp:
    'Colonnes\u00a0: code ou letter_id, puis statut, posté le, retourné le, motif. Un fichier relu ne change rien deux fois.',
  apply: 'Lire et appliquer',
  tryFirst: 'Vérifier sans rien changer',
  noFile: 'Choisissez un fichier CSV.',
  wouldBe: 'Rien n’est changé\u00a0: voici ce que ferait ce fichier.',
  verdicts: {
    applied: 'Appliquées',
    known: 'Déjà connues',
    unknownLetter: 'Lettre inconnue',
    contradictory: 'Contradictoires',
    unreadable: 'Illisibles',
  },
  report: 'Lignes du fichier',
  reportColumns: ['Verdict', 'Lignes'],
  sum: 'Total',
  effect: (posted: number, returned: number) =>
    `${many(posted, 'lettre postée', 'lettres postées')}, ${many(returned, 'revenue', 'revenues')}.`,
  goesOn: (next: { email: number; letter: number; untold: number }) => `${capital(goesOn(next))}.`,
  toLookAt: 'À regarder',
  lookColumns: ['Ligne', 'Pourquoi'],
  more: (count: number) => `et ${many(count, 'autre ligne', 'autres lignes')}`,
  profile: 'Profil de l’imprimeur',
  nextBatches: 'Pour les prochains lots',
  profileHelp:
    'Fenêtre de l’enveloppe et marges des prochains lots. Celui d’un autre imprimeur se donne en fichier\u00a0: tocsin letters profile.',
  profiles: {
    'dl-droite': 'Enveloppe DL, fenêtre à droite',
    'dl-droite-recto-verso': 'Enveloppe DL, fenêtre à droite, recto verso',
    'dl-droite-plis': 'Enveloppe DL, fenêtre à droite, marques de pliage',
  } as Record<string, string>,
  chooseProfile: 'Choisir ce profil',
  toMend: 'Adresses à corriger',
  toMendNote: (count: number) =>
    `${many(count, 'lettre n’est pas partie ou est revenue', 'lettres ne sont pas parties ou sont revenues')}, et rien d’autre n’est en route pour ces personnes.`,
  mendColumns: ['Lettre', 'Pourquoi', 'Personne'],
  mend: 'Corriger l’adresse',
  personPage: 'Ouvrir sa page',
  unusable: 'Adresse impossible à imprimer',
  unprintable: 'Nom que la police des lettres n’a pas',
  mendTitle: (id: number) => `Corriger l’adresse de la lettre ${id}`,
  mendLead: (persons: number) =>
    `Une lettre repartira à l’adresse que vous écrivez, pour ${many(persons, 'personne', 'personnes')}.`,
  mendHelp: 'L’adresse d’avant n’est pas montrée ici. Elle reste avec l’ancienne lettre.',
  lines: ['Appartement, étage', 'Bâtiment, résidence', 'Numéro et voie', 'Lieu-dit ou boîte postale'],
  postcode: 'Code postal',
  city: 'Commune',
  country: 'Pays',
  countryHelp: 'Vide pour la France.',
  source: 'D’où vient cette adresse',
  sources: {
    addressee: 'La personne l’a donnée',
    register: 'Le fichier des adhérents, corrigé',
    post: 'La poste ou l’imprimeur',
    typing: 'Une faute de frappe, corrigée',
  },
  sendAgain: 'Faire repartir la lettre',
  mended: (id: number) => `Adresse corrigée. La lettre ${id} est à composer.`,
}

function goesOn({ email, letter, untold }: { email: number; letter: number; untold: number }): string {
  const parts = [
    email > 0 ? `${many(email, 'reprise par e‑mail', 'reprises par e‑mail')}` : '',
    letter > 0 ? `${many(letter, 'reprise', 'reprises')} à une autre adresse` : '',
    untold > 0 ? many(untold, 'personne impossible à informer', 'personnes impossibles à informer') : '',
  ].filter(Boolean)
  return parts.join(', ') || 'personne n’attendait cette lettre'
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)

const en: typeof fr = {
  lead: (told, left) => `${some(told, 'letter', 'letters')} handed over, ${m(left)} to set or hand over.`,
  allBatches: (count) => `All ${m(count)} batches`,
  cameBack: (letters) => (letters === 0 ? 'None came back.' : `${m(letters)} came back.`),
  offList: (letters) =>
    `${some(letters, 'letter already set no longer suits', 'letters already set no longer suit')} the list in force: somebody left it, or their data or address changed. Take these batches back before handing them over.`,
  offListOf: (letters) => `${m(letters)} of them not to hand over`,
  returnedOf: (letters) => `${m(letters)} returned`,
  byPrintHouse: 'Said by the print house',
  takeBack: 'Take this batch back',
  takenBack: (reference, again, cancelled) =>
    `Batch ${reference} taken back: ${some(again, 'letter', 'letters')} to set again, ${m(cancelled)} cancelled. Do not print it.`,
  returns: 'Returned letters',
  returnNote: 'Scan the bar code at the foot of the letter, or type its code.',
  code: 'Code of the letter',
  reason: 'Reason written by the post',
  recordReturn: 'Record the return',
  returnEffect:
    'The person no longer counts as told. An e-mail address never tried takes over, else another postal address.',
  recorded: (code, next) => `Return of ${code} recorded: ${goesOnEn(next)}.`,
  known: (code) => `The return of ${code} is recorded already.`,
  refused: (code, why) => `The return of ${code} is not recorded: ${why}.`,
  badCode: 'The code of a letter has eight characters, such as 7K3M-9QXT.',
  feedback: 'The print house’s report',
  file: 'CSV file',
  fileHelp:
    'Columns: code or letter_id, then status, posted_on, returned_on, reason. A file read again changes nothing twice.',
  apply: 'Read and apply',
  tryFirst: 'Check without changing anything',
  noFile: 'Choose a CSV file.',
  wouldBe: 'Nothing is changed: this is what the file would do.',
  verdicts: {
    applied: 'Applied',
    known: 'Already known',
    unknownLetter: 'Unknown letter',
    contradictory: 'Contradictory',
    unreadable: 'Unreadable',
  },
  report: 'Rows of the file',
  reportColumns: ['Verdict', 'Rows'],
  sum: 'Total',
  effect: (posted, returned) => `${some(posted, 'letter', 'letters')} posted, ${m(returned)} returned.`,
  goesOn: (next) => `${goesOnEn(next)}.`,
  toLookAt: 'To look at',
  lookColumns: ['Line', 'Why'],
  more: (count) => `and ${m(count)} more`,
  profile: 'The print house’s profile',
  nextBatches: 'For the next batches',
  profileHelp:
    'Window of the envelope and margins of the next batches. Another print house’s is given as a file: tocsin letters profile.',
  profiles: {
    'dl-droite': 'DL envelope, window on the right',
    'dl-droite-recto-verso': 'DL envelope, window on the right, both sides',
    'dl-droite-plis': 'DL envelope, window on the right, fold marks',
  },
  chooseProfile: 'Choose this profile',
  toMend: 'Addresses to correct',
  toMendNote: (count) =>
    `${some(count, 'letter', 'letters')} could not leave or came back, and nothing else is on its way to these people.`,
  mendColumns: ['Letter', 'Why', 'Person'],
  mend: 'Correct the address',
  personPage: 'Open their page',
  unusable: 'Address that cannot be printed',
  unprintable: 'Name that the letters’ font lacks',
  mendTitle: (id) => `Correct the address of letter ${id}`,
  mendLead: (persons) =>
    `A letter will leave again for the address you write, for ${some(persons, 'person', 'people')}.`,
  mendHelp: 'The previous address is not shown here. It stays with the old letter.',
  lines: ['Flat, floor', 'Building', 'Number and street', 'Hamlet or box'],
  postcode: 'Postcode',
  city: 'Town',
  country: 'Country',
  countryHelp: 'Empty for France.',
  source: 'Where this address comes from',
  sources: {
    addressee: 'The person gave it',
    register: 'The register, corrected',
    post: 'The post or the print house',
    typing: 'A typing mistake, corrected',
  },
  sendAgain: 'Send the letter again',
  mended: (id) => `Address corrected. Letter ${id} is to be set.`,
}

function goesOnEn({ email, letter, untold }: { email: number; letter: number; untold: number }): string {
  const parts = [
    email > 0 ? `${m(email)} by e-mail instead` : '',
    letter > 0 ? `${m(letter)} to another address` : '',
    untold > 0 ? `${some(untold, 'person', 'people')} who cannot be told` : '',
  ].filter(Boolean)
  return parts.join(', ') || 'nobody was waiting for this letter'
}

export const lettersTexts = { fr, en }
