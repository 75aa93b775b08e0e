/** Fixed words of the rendering: page, PDF and nothing else. */
const fr = {
  exercise: 'EXERCICE\u00a0: organismes et personnes fictifs, document sans effet',
  page: ['page', 'sur'],
  fieldColumns: ['Champ', 'Valeur'],
  for: 'Pour',
  incident: 'Référence',
  to: 'Destinataire',
  article: 'Fondement',
  stateAt: 'État des faits',
  missing: (note: string) => `À compléter\u00a0: ${note}`,
  toCheck: 'à\u00a0vérifier',
  toCheckMeans:
    '«\u00a0à vérifier\u00a0»\u00a0: le nom de ce champ n’a pas été comparé avec le formulaire lui-même.',
  tick: (several: boolean): string => (several ? 'cases à cocher' : 'case à cocher'),
  source: 'Source',
  complete: 'Aucun champ ne manque.',
  missingCount: (n: number) => (n === 1 ? 'Il manque un champ.' : `Il manque ${n} champs.`),
  emptyTable: 'Aucune ligne.',
  colon: '\u00a0: ',
}

const en: typeof fr = {
  exercise: 'EXERCISE: fictional organisations and people, document without effect',
  page: ['page', 'of'],
  fieldColumns: ['Field', 'Value'],
  for: 'For',
  incident: 'Reference',
  to: 'Recipient',
  article: 'Basis',
  stateAt: 'State of the facts',
  missing: (note) => `To be completed: ${note}`,
  toCheck: 'to\u00a0check',
  toCheckMeans: '“to check”: the name of this field was not compared with the form itself.',
  tick: (several) => (several ? 'boxes to tick' : 'box to tick'),
  source: 'Source',
  complete: 'No field is missing.',
  missingCount: (n) => (n === 1 ? 'One field is missing.' : `${n} fields are missing.`),
  emptyTable: 'No line.',
  colon: ': ',
}

export const renderTexts = { fr, en }
