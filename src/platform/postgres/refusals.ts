import { define, refusals } from '../refusal.ts'

export const postgresRefusals = refusals('postgres', {
  noBinaries: define<{ platform: string }>({
    http: 503,
    exit: 69,
    fr: ({ platform }) =>
      `Pas de PostgreSQL embarqué pour ${platform}. Relancez « npm ci », ou donnez un serveur par DATABASE_URL.`,
    en: ({ platform }) =>
      `No embedded PostgreSQL for ${platform}. Run “npm ci” again, or give a server with DATABASE_URL.`,
  }),
  noAccount: define({
    http: 503,
    exit: 77,
    fr: () =>
      'PostgreSQL refuse de tourner sous root, et ni « tocsin » ni « nobody » n’existe ici. Créez un compte « tocsin » (useradd --system tocsin), ou lancez Tocsin sous un compte ordinaire.',
    en: () =>
      'PostgreSQL refuses to run as root, and neither “tocsin” nor “nobody” exists here. Create an account “tocsin” (useradd --system tocsin), or run Tocsin as an ordinary user.',
  }),
  noStart: define<{ log: string; last: string }>({
    http: 503,
    exit: 69,
    fr: ({ log, last }) =>
      `PostgreSQL n’a pas démarré : ${last} Le détail est dans ${log}. Rien n’a été modifié.`,
    en: ({ log, last }) => `PostgreSQL did not start: ${last} Details are in ${log}. Nothing was changed.`,
  }),
  otherVersion: define<{ path: string; found: string; known: string }>({
    http: 503,
    exit: 78,
    fr: ({ path, found, known }) =>
      `La base de ${path} est au format PostgreSQL ${found}, celui-ci est ${known}. Restaurez une sauvegarde dans un dossier neuf.`,
    en: ({ path, found, known }) =>
      `The database in ${path} has PostgreSQL format ${found}, this one is ${known}. Restore a backup in a new folder.`,
  }),
})
