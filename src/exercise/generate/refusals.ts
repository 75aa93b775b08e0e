import { define, refusals } from '../../platform/refusal.ts'

export const sampleRefusals = refusals('sample', {
  badCount: define<{ option: string; value: string; most: number }>({
    http: 400,
    exit: 64,
    fr: ({ option, value, most }) =>
      `--${option} ${value}\u00a0: un nombre entier de 1 à ${most} est attendu.`,
    en: ({ option, value, most }) => `--${option} ${value}: a whole number from 1 to ${most} is expected.`,
  }),
  badNumber: define<{ option: string; value: string }>({
    http: 400,
    exit: 64,
    fr: ({ option, value }) =>
      `--${option} ${value}\u00a0: un nombre est attendu, écrit en chiffres, avec un point pour les décimales.`,
    en: ({ option, value }) =>
      `--${option} ${value}: a number is expected, in digits, with a point for decimals.`,
  }),
  badSeed: define<{ value: string }>({
    http: 400,
    exit: 64,
    fr: ({ value }) => `--seed ${value}\u00a0: un nombre entier de 0 à 4294967295 est attendu.`,
    en: ({ value }) => `--seed ${value}: a whole number from 0 to 4294967295 is expected.`,
  }),
  affectedAboveMembers: define<{ affected: number; members: number }>({
    http: 400,
    exit: 64,
    fr: ({ affected, members }) =>
      `--affected ${affected} dépasse --members ${members}\u00a0: le fichier des adhérents n’a pas autant de personnes. Réduisez --affected.`,
    en: ({ affected, members }) =>
      `--affected ${affected} exceeds --members ${members}: the register has fewer people. Lower --affected.`,
  }),
  affectedAboveExposed: define<{ affected: number; exposed: number }>({
    http: 400,
    exit: 64,
    fr: ({ affected, exposed }) =>
      `--affected ${affected} dépasse --exposed ${exposed}\u00a0: chaque personne concernée demande une ligne. Réduisez --affected ou augmentez --exposed.`,
    en: ({ affected, exposed }) =>
      `--affected ${affected} exceeds --exposed ${exposed}: each affected person needs a row. Lower --affected or raise --exposed.`,
  }),
  badRate: define<{ option: string; value: string }>({
    http: 400,
    exit: 64,
    fr: ({ option, value }) =>
      `--${option} ${value}\u00a0: une part de 0 à 1 est attendue, par exemple 0.02.`,
    en: ({ option, value }) => `--${option} ${value}: a share from 0 to 1 is expected, for instance 0.02.`,
  }),
  ratesAboveOne: define<{ group: string }>({
    http: 400,
    exit: 64,
    fr: ({ group }) =>
      `La somme des taux du groupe ${group} dépasse 1\u00a0: une ligne n’en porte qu’un. Réduisez-les.`,
    en: ({ group }) =>
      `The rates of group ${group} sum to more than 1: a row carries one of them. Lower them.`,
  }),
  unknownEncoding: define<{ option: string; value: string; known: string }>({
    http: 400,
    exit: 64,
    fr: ({ option, value, known }) =>
      `--${option} ${value}\u00a0: encodage inconnu. Choisissez parmi ${known}.`,
    en: ({ option, value, known }) => `--${option} ${value}: unknown encoding. Choose one of ${known}.`,
  }),
  badSeparator: define<{ option: string; value: string }>({
    http: 400,
    exit: 64,
    fr: ({ option, value }) =>
      `--${option} ${value}\u00a0: le séparateur est «\u00a0;\u00a0», «\u00a0,\u00a0», «\u00a0|\u00a0» ou «\u00a0tab\u00a0».`,
    en: ({ option, value }) => `--${option} ${value}: the separator is “;”, “,”, “|” or “tab”.`,
  }),
  alreadyThere: define<{ path: string }>({
    http: 409,
    exit: 73,
    fr: ({ path }) =>
      `${path} existe déjà. Choisissez un autre dossier, ou --force pour remplacer les trois fichiers.`,
    en: ({ path }) => `${path} already exists. Choose another folder, or --force to replace the three files.`,
  }),
  cannotWrite: define<{ path: string; reason: string }>({
    http: 503,
    exit: 73,
    fr: ({ path, reason }) =>
      `Impossible d’écrire ${path} (${reason}). Vérifiez le dossier, les droits et la place libre\u202f; rien n’y a été laissé.`,
    en: ({ path, reason }) =>
      `${path} cannot be written (${reason}). Check the folder, its permissions and the free space; nothing was left there.`,
  }),
  stopped: define({
    http: 503,
    exit: 75,
    fr: () => 'Arrêté avant la fin\u202f; les fichiers commencés ont été supprimés.',
    en: () => 'Stopped before the end; the unfinished files were removed.',
  }),
})
