import { define, refusals } from '../../platform/refusal.ts'

export const matchRefusals = refusals('match', {
  outputsExist: define<{ folder: string; file: string }>({
    http: 409,
    exit: 73,
    fr: ({ folder, file }) =>
      `Le dossier « ${folder} » contient déjà « ${file} ». Choisissez un autre dossier, ou ajoutez --force pour le remplacer.`,
    en: ({ folder, file }) =>
      `The folder “${folder}” already holds “${file}”. Choose another folder, or add --force to replace it.`,
  }),
  folderNotWritable: define<{ folder: string; problem: string }>({
    http: 422,
    exit: 73,
    fr: ({ folder, problem }) =>
      `Le dossier « ${folder} » ne peut pas recevoir les résultats (${problem}). Vérifiez les droits et la place disponible.`,
    en: ({ folder, problem }) =>
      `The folder “${folder}” cannot receive the results (${problem}). Check permissions and free space.`,
  }),
  outIsFile: define<{ path: string }>({
    http: 422,
    exit: 73,
    fr: ({ path }) => `« ${path} » est un fichier, pas un dossier. Donnez un dossier à --out.`,
    en: ({ path }) => `“${path}” is a file, not a folder. Give --out a folder.`,
  }),
  notConserved: define<{ checks: string }>({
    http: 422,
    exit: 70,
    fr: ({ checks }) =>
      `Le compte des verdicts n’est pas juste (${checks}). Le traitement s’arrête\u00a0: rien n’a été produit. Signalez cette erreur.`,
    en: ({ checks }) =>
      `The verdicts do not add up (${checks}). The run stops: nothing was produced. Report this error.`,
  }),
  interrupted: define({
    http: 503,
    exit: 75,
    fr: () =>
      'Le rapprochement a été interrompu. Rien n’a été produit, les fichiers de travail sont effacés. Relancez la même commande.',
    en: () =>
      'The match was interrupted. Nothing was produced, its work files are removed. Run the same command again.',
  }),
  noResults: define<{ folder: string }>({
    http: 422,
    exit: 66,
    fr: ({ folder }) =>
      `Le dossier « ${folder} » ne contient pas de résultats de rapprochement. Donnez à --out le dossier d’un rapprochement terminé.`,
    en: ({ folder }) =>
      `The folder “${folder}” holds no match results. Give --out the folder of a finished match.`,
  }),
  noSuchRow: define<{ row: number; rows: number }>({
    http: 422,
    exit: 65,
    fr: ({ row, rows }) =>
      `La ligne ${row} n’existe pas\u00a0: la liste a ${rows} lignes de données. Donnez un numéro de 1 à ${rows}.`,
    en: ({ row, rows }) =>
      `Row ${row} does not exist: the list has ${rows} data rows. Give a number from 1 to ${rows}.`,
  }),
  notEnoughMemory: define<{ limit: string }>({
    http: 503,
    exit: 71,
    fr: ({ limit }) =>
      `Le rapprochement n’a pas assez de la mémoire qui lui est donnée (${limit}). Rien n’a été produit. Relancez avec une valeur plus grande de --memory-limit, par exemple 2GB.`,
    en: ({ limit }) =>
      `The match needs more than the memory it is given (${limit}). Nothing was produced. Run again with a larger --memory-limit, 2GB for instance.`,
  }),
  insurerUnknown: define<{ numbers: string }>({
    http: 422,
    exit: 64,
    fr: ({ numbers }) =>
      `Aucune ligne du fichier des adhérents ne porte le numéro d’assureur ${numbers}. Toute la liste serait mise de côté. Corrigez --own-amc, ou retirez-le\u00a0: les numéros du fichier sont alors pris.`,
    en: ({ numbers }) =>
      `No row of the register bears the insurer number ${numbers}. The whole list would be set aside. Correct --own-amc, or leave it out: the numbers of the register are then taken.`,
  }),
  badSetting: define<{ setting: string; value: string; expected: string }>({
    http: 422,
    exit: 64,
    fr: ({ setting, value, expected }) =>
      `${setting} « ${value} » n’est pas valable. Attendu\u00a0: ${expected}.`,
    en: ({ setting, value, expected }) => `${setting} “${value}” is not valid. Expected: ${expected}.`,
  }),
})
