import { spaced } from './spaced.ts'

const fr = {
  page: 'Autres organismes',
  lead: (count: string, n: number) =>
    n === 0
      ? 'Aucun autre organisme n’est dans la chaîne.'
      : n === 1
        ? 'Un organisme est dans la chaîne.'
        : `${count} organismes sont dans la chaîne.`,
  note: 'Le droit s’applique à chaque organisme : le même incident donne une échéance par responsable, par assuré, par employeur. Ces échéances sont les leurs.',
  section: 'Organismes de la chaîne',
  columns: ['Organisme', 'La prochaine', 'Dues', 'Dépendent d’une réponse'] as [
    string,
    string,
    string,
    string,
  ],
  of: (name: string) => `Échéances de ${name}`,
  ofLead: (name: string, sentence: string) => `${name}, ${sentence}`,
  own: 'votre organisme',
  unknownDue: 'pas encore calculée',
  next: 'Suivants',
  first: 'Du début',
  theirs: 'Calculées avec ce que vous savez de cet organisme : lui seul peut le confirmer.',
}

const en: typeof fr = {
  page: 'Other organisations',
  lead: (count, n) =>
    n === 0
      ? 'No other organisation is in the chain.'
      : n === 1
        ? 'One organisation is in the chain.'
        : `${count} organisations are in the chain.`,
  note: 'The law applies to each organisation: the same incident gives one deadline per controller, per insured, per employer. These deadlines are theirs.',
  section: 'Organisations of the chain',
  columns: ['Organisation', 'The next', 'Due', 'Depend on an answer'],
  of: (name) => `Deadlines of ${name}`,
  ofLead: (name, sentence) => `${name}, ${sentence}`,
  own: 'your organisation',
  unknownDue: 'not computed yet',
  next: 'Next',
  first: 'From the start',
  theirs: 'Computed with what you know of this organisation: only it can confirm them.',
}

export const chainTexts = { fr: spaced(fr), en }
