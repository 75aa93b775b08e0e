import { define, refusals } from '../../platform/refusal.ts'

const conflict = { http: 409, exit: 69 } as const

/** What stands in the way of deciding whom to tell, or of carrying the decision out. */
export const strategyRefusals = refusals('lists', {
  strategyWithoutList: define({
    ...conflict,
    fr: () =>
      'Aucune liste n’est publiée : il n’y a rien sur quoi décider. Importez les deux listes, puis décidez.',
    en: () => 'No list is published: there is nothing to decide on. Import the two lists, then decide.',
  }),
  strategySame: define({
    ...conflict,
    fr: () => 'C’est déjà la décision en vigueur. Rien n’est inscrit.',
    en: () => 'This is already the decision in force. Nothing is recorded.',
  }),
  strategyUnsaid: define({
    http: 422,
    exit: 65,
    fr: () => 'Choisissez qui prévenir. Rien n’est inscrit.',
    en: () => 'Choose whom to warn. Nothing is recorded.',
  }),
  strategyReason: define<{ least: number; most: number }>({
    http: 422,
    exit: 65,
    fr: ({ least, most }) => `Écrivez pourquoi, en ${least} à ${most} caractères. Rien n’est inscrit.`,
    en: ({ least, most }) => `Write why, in ${least} to ${most} characters. Nothing is recorded.`,
  }),
  strategyNeeded: define({
    ...conflict,
    fr: () =>
      'Prévenir les personnes qui ne sont sur aucune liste demande une décision. Décidez de prévenir toutes les personnes du fichier (Listes, Qui prévenir), puis recommencez.',
    en: () =>
      'Warning people who are on no list needs a decision. Decide to warn everybody in the register (Lists, Whom to warn), then start again.',
  }),
  registerGone: define<{ file: string }>({
    ...conflict,
    fr: ({ file }) =>
      `Le fichier des adhérents ${file} n’est plus dans ce dossier de données, ou n’est plus lu de la même façon. Rien n’est inscrit. Importez-le de nouveau.`,
    en: ({ file }) =>
      `The register ${file} is no longer in this data folder, or is no longer read the same way. Nothing is recorded. Import it again.`,
  }),
})
