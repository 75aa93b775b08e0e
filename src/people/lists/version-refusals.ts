import { define, refusals } from '../../platform/refusal.ts'

/** What stands in the way of a draft, a publication or a comparison. */
export const versionRefusals = refusals('lists', {
  draftGone: define({
    http: 409,
    exit: 65,
    fr: () =>
      'Ce brouillon n’est plus là : il a été écarté, ou un autre import l’a remplacé. Rien n’a été publié. Relisez l’écart du brouillon actuel, puis publiez-le.',
    en: () =>
      'This draft is no longer there: it was discarded, or another import replaced it. Nothing was published. Read the changes of the current draft, then publish it.',
  }),
  alreadyPublished: define<{ number: number }>({
    http: 409,
    exit: 65,
    fr: ({ number }) =>
      `La liste v${number} est déjà publiée, et aucune décision de relecture ne la change. Rien n’a été publié de nouveau.`,
    en: ({ number }) =>
      `List v${number} is already published, and no review decision changes it. Nothing was published again.`,
  }),
  newerVersion: define<{ number: number }>({
    http: 409,
    exit: 65,
    fr: ({ number }) =>
      `La liste v${number} a été publiée entre-temps. Rien n’a été publié. Relisez l’écart avec elle, puis recommencez.`,
    en: ({ number }) =>
      `List v${number} was published meanwhile. Nothing was published. Read the changes from it, then start again.`,
  }),
  draftWaits: define({
    http: 409,
    exit: 65,
    fr: () =>
      'Un brouillon attend. Publiez-le ou écartez-le avant de publier de nouveau la liste en vigueur.',
    en: () => 'A draft waits. Publish it or discard it before publishing the current list again.',
  }),
  noDraft: define({
    http: 404,
    exit: 66,
    fr: () => 'Il n’y a pas de brouillon dans cet incident. Importez les deux listes d’abord.',
    en: () => 'There is no draft in this incident. Import the two lists first.',
  }),
  oneList: define({
    http: 404,
    exit: 66,
    fr: () => 'Il n’y a qu’une liste, ou aucune : rien à comparer. Importez une liste corrigée d’abord.',
    en: () => 'There is one list, or none: nothing to compare. Import a corrected list first.',
  }),
  reasonNeeded: define<{ persons: number }>({
    http: 422,
    exit: 64,
    fr: ({ persons }) =>
      `${persons === 1 ? 'Une personne n’est plus' : `${persons} personnes ne sont plus`} sur cette liste. Donnez le motif\u202f; rien n’est publié sans raison inscrite.`,
    en: ({ persons }) =>
      `${persons === 1 ? 'One person is' : `${persons} people are`} no longer on this list. Give the reason; nothing is published without a recorded one.`,
  }),
  unknownReason: define<{ known: string }>({
    http: 422,
    exit: 64,
    fr: ({ known }) => `Ce motif n’existe pas. Choisissez parmi : ${known}.`,
    en: ({ known }) => `There is no such reason. Choose among: ${known}.`,
  }),
  notAVersion: define<{ asked: string; known: string }>({
    http: 404,
    exit: 66,
    fr: ({ asked, known }) =>
      `Cet incident n’a pas de liste « ${asked} ». Choisissez parmi : ${known || 'aucune liste publiée'}.`,
    en: ({ asked, known }) =>
      `This incident has no list “${asked}”. Choose among: ${known || 'no published list'}.`,
  }),
  filesMissing: define<{ file: string }>({
    http: 409,
    exit: 66,
    fr: ({ file }) =>
      `Le fichier ${file} de cet import n’est plus dans le dossier de données. Restaurez une sauvegarde complète, ou importez de nouveau les deux listes.`,
    en: ({ file }) =>
      `The file ${file} of this import is no longer in the data folder. Restore a complete backup, or import the two lists again.`,
  }),
  decisionsConflict: define<{ row: number }>({
    http: 409,
    exit: 65,
    fr: ({ row }) =>
      `Les décisions de relecture de la ligne exposée ${row} se contredisent. Rien n’a été publié. Reprenez cette ligne à la relecture.`,
    en: ({ row }) =>
      `The review decisions of exposed row ${row} contradict each other. Nothing was published. Take that row up again in the review.`,
  }),
})
