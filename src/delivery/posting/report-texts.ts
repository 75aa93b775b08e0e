import type { ReturnReason } from './feedback-words.ts'

type Why =
  | 'no_such_letter'
  | 'several_letters'
  | 'id_and_code_differ'
  | 'never_printed'
  | 'other_day'
  | 'before_posting'
  | 'quotes'
  | 'no_letter'
  | 'bad_letter'
  | 'no_state'
  | 'bad_date'
  | 'date_in_future'

const reasonsFr: Record<ReturnReason, string> = {
  unknown_at_address: 'Inconnu à l’adresse (NPAI)',
  access_or_address: 'Défaut d’accès ou d’adressage',
  refused: 'Pli refusé',
  unclaimed: 'Pli non réclamé',
  deceased: 'Destinataire décédé',
  other: 'Autre motif',
}
const reasonsEn: Record<ReturnReason, string> = {
  unknown_at_address: 'Unknown at this address',
  access_or_address: 'No access, or address not usable',
  refused: 'Refused by the addressee',
  unclaimed: 'Not claimed',
  deceased: 'Addressee deceased',
  other: 'Another reason',
}

/** Why a row was not applied, and what a person does about it. */
const whyFr: Record<Why, string> = {
  no_such_letter: 'aucune lettre de cet incident ne porte cet identifiant',
  several_letters: 'plusieurs lettres portent ce code\u202f; donnez l’identifiant du bordereau',
  id_and_code_differ: 'l’identifiant et le code désignent deux lettres',
  never_printed: 'cette lettre n’est dans aucun lot remis',
  other_day: 'un autre jour est déjà enregistré',
  before_posting: 'retour daté d’avant l’envoi',
  quotes: 'guillemets mal fermés',
  no_letter: 'ni identifiant ni code',
  bad_letter: 'identifiant ou code mal formé',
  no_state: 'ni dépôt ni retour',
  bad_date: 'date illisible',
  date_in_future: 'date dans le futur',
}
const whyEn: Record<Why, string> = {
  no_such_letter: 'no letter of this incident has this id',
  several_letters: 'several letters bear this code; give the id of the manifest',
  id_and_code_differ: 'the id and the code name two letters',
  never_printed: 'this letter is in no batch that was handed over',
  other_day: 'another day is recorded already',
  before_posting: 'returned on a day before it was posted',
  quotes: 'quotes are not closed',
  no_letter: 'neither id nor code',
  bad_letter: 'id or code not well formed',
  no_state: 'neither posted nor returned',
  bad_date: 'date cannot be read',
  date_in_future: 'date in the future',
}

export const reportTexts = {
  fr: { reasons: reasonsFr, why: whyFr, line: (line: number) => `ligne ${line}` },
  en: { reasons: reasonsEn, why: whyEn, line: (line: number) => `line ${line}` },
}
