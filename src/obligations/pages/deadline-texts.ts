import { spaced } from './spaced.ts'

const NUMBERS_FR = ['aucune', 'une', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix']
const NUMBERS_EN = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** What a clock says, wherever it is shown: on the board, on the first screen, on the page of a rule. */
const fr = {
  count: (n: number) => NUMBERS_FR[n] ?? String(n),
  late: (duration: string) => `En retard de ${duration}`,
  lateWithReason: (duration: string) => `En retard de ${duration}, motif noté`,
  within: (duration: string) => `Dans ${duration}`,
  now: 'Maintenant',
  dependsOnAnswer: 'Dépend d’une réponse',
  dependsOnAct: 'Dépend d’un acte',
  ifYes: (instant: string) => `si oui : ${instant}`,
  ifYesNow: (instant: string) => `si l’incident est classé maintenant : ${instant}`,
  ifYesLate: (instant: string) => `si oui, déjà dépassée : ${instant}`,
  notRequired: 'Non requis',
  notYetLaw: 'Pas encore la loi',
  notTransposed: 'Pas encore transposée',
  voluntary: 'Volontaire',
  done: 'Fait',
  doneBefore: (duration: string) => `Fait, ${duration} avant`,
  doneAfter: (duration: string) => `Fait, ${duration} après`,
  running: (share: string) => `En cours, ${share}`,
  soft: 'objectif, pas un délai de la loi',
  nobody: 'Personne',
  toCheck: 'à vérifier',
}

const en: typeof fr = {
  count: (n) => NUMBERS_EN[n] ?? String(n),
  late: (duration) => `Late by ${duration}`,
  lateWithReason: (duration) => `Late by ${duration}, reason recorded`,
  within: (duration) => `In ${duration}`,
  now: 'Now',
  dependsOnAnswer: 'Depends on an answer',
  dependsOnAct: 'Depends on an act',
  ifYes: (instant) => `if yes: ${instant}`,
  ifYesNow: (instant) => `if the incident is classified now: ${instant}`,
  ifYesLate: (instant) => `if yes, overdue already: ${instant}`,
  notRequired: 'Not required',
  notYetLaw: 'Not law yet',
  notTransposed: 'Not transposed yet',
  voluntary: 'Voluntary',
  done: 'Done',
  doneBefore: (duration) => `Done, ${duration} before`,
  doneAfter: (duration) => `Done, ${duration} after`,
  running: (share) => `Under way, ${share}`,
  soft: 'a target, not a deadline of the law',
  nobody: 'Nobody',
  toCheck: 'to check',
}

export const deadlineTexts = { fr: spaced(fr), en }
