import { define, refusals } from '../../platform/refusal.ts'

const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024)

export const intakeRefusals = refusals('intake', {
  uploadIncomplete: define<{ field: string }>({
    http: 422,
    exit: 65,
    fr: ({ field }) =>
      `Il manque le fichier « ${field} ». Choisissez les deux fichiers, puis envoyez-les de nouveau.`,
    en: ({ field }) => `The file “${field}” is missing. Choose both files, then send them again.`,
  }),
  noRoom: define<{ free: number; needed: number }>({
    http: 413,
    exit: 73,
    fr: ({ free, needed }) =>
      `Il reste ${megabytes(free)} Mo sur le disque du dossier de données\u00a0; ces fichiers en demandent ${megabytes(needed)}. Rien n’a été gardé. Libérez de la place, puis renvoyez-les.`,
    en: ({ free, needed }) =>
      `Only ${megabytes(free)} MB are left on the disk of the data folder; these files need ${megabytes(needed)}. Nothing was kept. Free some space, then send them again.`,
  }),
  inHand: define({
    http: 409,
    exit: 69,
    fr: () =>
      'Un import est déjà en cours pour cet incident. Attendez sa fin ou arrêtez-le, puis renvoyez vos fichiers.',
    en: () =>
      'An import is already under way for this incident. Wait for its end or stop it, then send your files again.',
  }),
  gone: define({
    http: 404,
    exit: 66,
    fr: () =>
      'Cet import n’existe pas, ou ses fichiers ont été effacés. Déposez les deux fichiers de nouveau.',
    en: () => 'This import does not exist, or its files were deleted. Give the two files again.',
  }),
  stopped: define({
    http: 409,
    exit: 75,
    fr: () =>
      'L’import a été arrêté à votre demande. Rien n’a été importé\u00a0; les deux fichiers attendent encore.',
    en: () => 'The import was stopped at your request. Nothing was imported; the two files still wait.',
  }),
  notNow: define({
    http: 409,
    exit: 65,
    fr: () =>
      'Cet import a changé d’étape entre-temps, dans un autre onglet peut-être. Regardez où il en est.',
    en: () => 'This import has moved on meanwhile, perhaps in another tab. See where it stands.',
  }),
  fieldTwice: define<{ file: string; field: string; columns: string }>({
    http: 422,
    exit: 65,
    fr: ({ file, field, columns }) =>
      `« ${file} »\u00a0: le champ « ${field} » est donné à plusieurs colonnes (${columns}). Gardez-en une.`,
    en: ({ file, field, columns }) =>
      `“${file}”: the field “${field}” is given to several columns (${columns}). Keep one.`,
  }),
  noIdentity: define<{ file: string }>({
    http: 422,
    exit: 65,
    fr: ({ file }) =>
      `« ${file} »\u00a0: aucune identité possible. Désignez un numéro national, ou un nom avec une date de naissance, ou un numéro d’adhérent avec un nom ou une date de naissance.`,
    en: ({ file }) =>
      `“${file}”: no identity possible. Name a national identifier, or a name with a birth date, or a member number with a name or a birth date.`,
  }),
  noMemberId: define<{ file: string }>({
    http: 422,
    exit: 65,
    fr: ({ file }) =>
      `« ${file} »\u00a0: désignez la colonne de l’identifiant d’adhérent, propre à chaque personne. Sans elle, une personne ne serait pas reconnue d’une version de la liste à la suivante.`,
    en: ({ file }) =>
      `“${file}”: name the column of the member identifier, each person’s own. Without it, a person would not be recognised from one version of the list to the next.`,
  }),
  columnsByCommand: define({
    http: 409,
    exit: 65,
    fr: () =>
      'Ces listes ont été importées par une commande, avec --columns\u00a0: donnez les lignes réparées de la même façon, avec --repaired.',
    en: () =>
      'These lists were imported by a command, with --columns: give the repaired lines the same way, with --repaired.',
  }),
  noName: define({
    http: 422,
    exit: 64,
    fr: () => 'Donnez un nom à ces colonnes, de 60 signes au plus.',
    en: () => 'Give these columns a name, of 60 characters at most.',
  }),
  unexpected: define({
    http: 503,
    exit: 70,
    fr: () =>
      'Erreur inattendue pendant l’import. Rien n’a été importé. Le détail est dans logs/worker.log\u00a0; recommencez, ou signalez-la.',
    en: () =>
      'Unexpected error during the import. Nothing was imported. Details are in logs/worker.log; start again, or report it.',
  }),
})
