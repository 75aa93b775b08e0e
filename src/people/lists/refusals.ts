import { define, refusals } from '../../platform/refusal.ts'

export const listRefusals = refusals('lists', {
  alreadyImported: define<{ number: number | null }>({
    http: 409,
    exit: 65,
    fr: ({ number }) =>
      number === null
        ? 'Ces deux fichiers, lus de la même façon, ont déjà donné le brouillon qui attend. Rien n’a été importé. Publiez-le, ou écartez-le, ou donnez un fichier corrigé.'
        : `Ces deux fichiers, lus de la même façon, ont déjà donné la liste v${number}. Rien n’a été importé. Pour une nouvelle version, donnez un fichier corrigé ou d’autres colonnes.`,
    en: ({ number }) =>
      number === null
        ? 'These two files, read the same way, already gave the draft that waits. Nothing was imported. Publish it, discard it, or give a corrected file.'
        : `These two files, read the same way, already gave list v${number}. Nothing was imported. For a new version, give a corrected file or other columns.`,
  }),
  sameFileTwice: define<{ file: string }>({
    http: 422,
    exit: 65,
    fr: ({ file }) =>
      `Le fichier ${file} est donné deux fois : comme fichier des adhérents et comme liste exposée. Donnez les deux fichiers, chacun à sa place.`,
    en: ({ file }) =>
      `The file ${file} is given twice: as the register and as the exposed list. Give the two files, each in its place.`,
  }),
  importRunning: define({
    http: 409,
    exit: 69,
    fr: () =>
      'Un import ou une publication est déjà en cours dans ce dossier de données. Attendez sa fin, puis recommencez.',
    en: () =>
      'An import or a publication is already running in this data folder. Wait for its end, then start again.',
  }),
  fileChanged: define<{ file: string }>({
    http: 409,
    exit: 65,
    fr: ({ file }) =>
      `Le fichier ${file} a changé pendant l’import. Rien n’a été importé. Recommencez quand il est complet.`,
    en: ({ file }) =>
      `The file ${file} changed during the import. Nothing was imported. Start again once it is complete.`,
  }),
  noMemberId: define<{ file: string }>({
    http: 422,
    exit: 65,
    fr: ({ file }) =>
      `Aucune colonne de « ${file} » (ligne 1) n’est l’identifiant d’adhérent, propre à chaque personne. Rien n’a été importé. Désignez-la\u00a0: {"register": {"member_id": {"column": "…"}}} avec --columns, ou sur la page de l’import.`,
    en: ({ file }) =>
      `No column of “${file}” (line 1) is the member identifier, each person’s own. Nothing was imported. Name it: {"register": {"member_id": {"column": "…"}}} with --columns, or on the page of the import.`,
  }),
  nirAsIdentifier: define<{ file: string; field: string; column: string }>({
    http: 422,
    exit: 65,
    fr: ({ file, field, column }) =>
      `La colonne « ${column} » de « ${file} », prise pour « ${field} », contient des numéros de sécurité sociale\u00a0: ils ne sont jamais gardés en dehors des fichiers chiffrés. Rien n’a été importé. Désignez un autre identifiant${field === 'member_id' ? '' : ', ou aucun'} avec --columns, ou sur la page de l’import.`,
    en: ({ file, field, column }) =>
      `The column “${column}” of “${file}”, taken for “${field}”, holds social security numbers, which are never kept outside the encrypted files. Nothing was imported. Name another identifier${field === 'member_id' ? '' : ', or none'}, with --columns or on the page of the import.`,
  }),
  unknownPopulation: define<{ file: string; column: string; row: number }>({
    http: 422,
    exit: 65,
    fr: ({ file, column, row }) =>
      `La colonne « ${column} » de « ${file} », prise pour la population, porte à la fiche ${row} un mot que nous ne connaissons pas. Rien n’a été importé. Écrivez « assuré », « professionnel de santé », « entreprise » ou « client d’entreprise », ou laissez la case vide pour un assuré. Si cette colonne dit autre chose, désignez-la comme telle avec --columns, ou sur la page de l’import.`,
    en: ({ file, column, row }) =>
      `The column “${column}” of “${file}”, taken for the population, holds at record ${row} a word that we do not know. Nothing was imported. Write “insured”, “health professional”, “firm” or “client of firm”, or leave the cell empty for an insured person. If this column says something else, say so with --columns, or on the page of the import.`,
  }),
  duplicateMember: define({
    http: 422,
    exit: 65,
    fr: () =>
      'Deux lignes du fichier des adhérents portent le même identifiant d’adhérent. Rien n’a été importé. Donnez un identifiant unique à chaque personne, ou choisissez une autre colonne pour « member_id ».',
    en: () =>
      'Two rows of the register carry the same member identifier. Nothing was imported. Give each person one identifier, or choose another column for “member_id”.',
  }),
  accountBroken: define<{ what: string; expected: number; found: number }>({
    http: 409,
    exit: 70,
    fr: ({ what, expected, found }) =>
      `Le compte ne tombe pas juste (${what}) : ${found} au lieu de ${expected}. L’import est arrêté, rien n’a été importé. Signalez-le avec les deux fichiers de compte.`,
    en: ({ what, expected, found }) =>
      `The account does not balance (${what}): ${found} instead of ${expected}. The import was stopped, nothing was imported. Report it with both accounts.`,
  }),
  identifierInOutput: define<{ column: string }>({
    http: 409,
    exit: 70,
    fr: ({ column }) =>
      `Une sortie du rapprochement contient la colonne « ${column} », qu’elle ne doit pas avoir. L’import est arrêté.`,
    en: ({ column }) =>
      `An output of the match holds the column “${column}”, which it must not. The import was stopped.`,
  }),
  notFound: define({
    http: 404,
    exit: 66,
    fr: () => 'Cette personne ou cette liste n’existe pas dans cet incident.',
    en: () => 'This person or list does not exist in this incident.',
  }),
  noMotive: define({
    http: 422,
    exit: 64,
    fr: () => 'Choisissez un motif : chaque consultation d’une personne est inscrite à la main courante.',
    en: () => 'Choose a reason: each look-up of a person is written in the journal.',
  }),
  searchTooShort: define<{ letters: number }>({
    http: 422,
    exit: 64,
    fr: ({ letters }) => `Donnez au moins ${letters} lettres du nom, ou le numéro d’adhérent entier.`,
    en: ({ letters }) => `Give at least ${letters} letters of the name, or the whole member number.`,
  }),
  nirInSearch: define({
    http: 422,
    exit: 64,
    fr: () =>
      'Ceci ressemble à un numéro de sécurité sociale. Il n’est pas gardé ici et ne se cherche pas. Cherchez par nom ou par numéro d’adhérent.',
    en: () =>
      'This looks like a national identifier. It is not kept here and cannot be searched. Search by name or by member number.',
  }),
})
