import { define, refusals } from '../../platform/refusal.ts'

export const reviewRefusals = refusals('review', {
  accountBroken: define<{ expected: number; found: number }>({
    http: 409,
    exit: 70,
    fr: ({ expected, found }) =>
      `Les lignes à relire ne sont pas celles du rapprochement : ${found} au lieu de ${expected}. L’import est arrêté, rien n’a été importé. Signalez-le avec les deux fichiers de compte.`,
    en: ({ expected, found }) =>
      `The rows to review are not those of the match: ${found} instead of ${expected}. The import was stopped, nothing was imported. Report it with both accounts.`,
  }),
  noSuchRow: define({
    http: 404,
    exit: 66,
    fr: () => 'Cette ligne n’est pas à relire dans cet incident. Reprenez depuis la page Relecture.',
    en: () => 'This row is not to be reviewed in this incident. Start again from the Review page.',
  }),
  held: define({
    http: 423,
    exit: 75,
    fr: () =>
      'Un autre lecteur a cette ligne sous les yeux. Elle se libère d’elle-même après dix minutes. Prenez la suivante.',
    en: () =>
      'Another reader has this row before them. It is free again after ten minutes. Take the next one.',
  }),
  notShown: define({
    http: 409,
    exit: 65,
    fr: () =>
      'Cette ligne ne vous a pas été montrée, ou votre temps sur elle est passé. Rien n’a été inscrit. Reprenez depuis la page Relecture.',
    en: () =>
      'This row was not shown to you, or your time on it is over. Nothing was recorded. Start again from the Review page.',
  }),
  alreadyRead: define({
    http: 409,
    exit: 65,
    fr: () =>
      'Vous avez déjà décidé de cette ligne. Rien n’a changé. Pour décider autrement, annulez d’abord votre décision.',
    en: () =>
      'You have already decided this row. Nothing changed. To decide otherwise, undo your decision first.',
  }),
  otherRun: define({
    http: 409,
    exit: 75,
    fr: () =>
      'Une autre liste a été importée depuis que cette ligne vous a été montrée\u00a0: le même numéro y désigne une autre ligne. Rien n’est inscrit. Reprenez la relecture.',
    en: () =>
      'Another list was imported since this row was shown to you: the same number is another row there. Nothing was recorded. Go on with the review.',
  }),
  settledMeanwhile: define({
    http: 409,
    exit: 65,
    fr: () => 'D’autres lecteurs ont décidé de cette ligne entre-temps. Rien n’a changé. Prenez la suivante.',
    en: () => 'Other readers decided this row meanwhile. Nothing changed. Take the next one.',
  }),
  forTheDpo: define({
    http: 403,
    exit: 77,
    fr: () =>
      'Trois lecteurs ne s’accordent pas sur cette ligne. Elle revient au délégué à la protection des données.',
    en: () => 'Three readers disagree on this row. It is for the data protection officer.',
  }),
  notACandidate: define({
    http: 422,
    exit: 65,
    fr: () => 'Cette personne n’est pas proposée pour cette ligne. Rien n’a été inscrit. Rechargez la page.',
    en: () => 'This person is not proposed for this row. Nothing was recorded. Reload the page.',
  }),
  noWord: define({
    http: 422,
    exit: 64,
    fr: () =>
      'Aucune décision n’est arrivée avec ce formulaire. Rien n’a été inscrit. Choisissez un des boutons.',
    en: () => 'No decision came with this form. Nothing was recorded. Choose one of the buttons.',
  }),
  nothingToUndo: define({
    http: 409,
    exit: 65,
    fr: () => 'Vous n’avez pas de décision à annuler ici.',
    en: () => 'You have no decision to undo here.',
  }),
  noReason: define({
    http: 422,
    exit: 64,
    fr: () => 'Choisissez un motif : montrer un NIR s’inscrit à la main courante.',
    en: () => 'Choose a reason: showing a national identifier is written in the journal.',
  }),
  nirInNote: define({
    http: 422,
    exit: 64,
    fr: () =>
      'La note contient ce qui ressemble à un numéro de sécurité sociale. Rien n’a été inscrit. Retirez-le : la note est gardée, le numéro ne doit pas l’être.',
    en: () =>
      'The note holds what looks like a national identifier. Nothing was recorded. Take it out: the note is kept, the number must not be.',
  }),
  noteTooLong: define<{ letters: number }>({
    http: 422,
    exit: 64,
    fr: ({ letters }) => `La note dépasse ${letters} signes. Rien n’a été inscrit. Raccourcissez-la.`,
    en: ({ letters }) => `The note is longer than ${letters} characters. Nothing was recorded. Shorten it.`,
  }),
})
