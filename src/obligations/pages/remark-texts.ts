import { spaced } from './spaced.ts'

const fr = {
  unusable: 'Ces faits ont une valeur dont aucun délai ne peut se servir : ils comptent comme inconnus.',
  mend: 'corriger',
  derived: 'Déduits d’autres faits, tant que personne ne les inscrit',
  neighbours: (first: string, last: string, total: string) =>
    `Ce qui est dû à chaque organisme lié est montré pour ${first} à ${last} sur ${total}.`,
  next: 'Les suivants',
  first: 'Les premiers',
}

const en: typeof fr = {
  unusable: 'These facts have a value that no period can be counted with: they count as unknown.',
  mend: 'correct',
  derived: 'Deduced from other facts, as long as nobody states them',
  neighbours: (first, last, total) =>
    `What is owed to each linked organisation is shown for ${first} to ${last} of ${total}.`,
  next: 'The next ones',
  first: 'The first ones',
}

export const remarkTexts = { fr: spaced(fr), en }
