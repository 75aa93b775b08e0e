import { define, refusals } from '../platform/refusal.ts'

export const backupRefusals = refusals('backup', {
  exists: define<{ path: string }>({
    http: 409,
    exit: 73,
    fr: ({ path }) =>
      `${path} existe déjà. Donnez un autre nom : une sauvegarde n’en remplace jamais une autre.`,
    en: ({ path }) => `${path} already exists. Give another name: a backup never replaces another.`,
  }),
  notEmpty: define<{ table: string }>({
    http: 409,
    exit: 73,
    fr: ({ table }) =>
      `La base n’est pas vide (table ${table}). Restaurez dans une base neuve : rien n’a été touché.`,
    en: ({ table }) =>
      `The database is not empty (table ${table}). Restore into a new one: nothing was touched.`,
  }),
  otherKeys: define<{ path: string }>({
    http: 409,
    exit: 73,
    fr: ({ path }) =>
      `${path} est la clé d’un autre poste. Choisissez un autre dossier de clés (TOCSIN_KEYS) : rien n’a été touché.`,
    en: ({ path }) =>
      `${path} is another desk’s key. Choose another keys folder (TOCSIN_KEYS): nothing was touched.`,
  }),
  noKey: define<{ path: string }>({
    http: 422,
    exit: 66,
    fr: ({ path }) =>
      `Il manque la clé de cette sauvegarde : aucun fichier age-identity.txt dans ${path}. Donnez le dossier des clés d’origine avec --keys DOSSIER.`,
    en: ({ path }) =>
      `The key of this backup is missing: no age-identity.txt in ${path}. Give the original keys folder with --keys FOLDER.`,
  }),
  unreadable: define<{ path: string }>({
    http: 422,
    exit: 65,
    fr: ({ path }) =>
      `${path} ne se lit pas : fichier incomplet, abîmé, ou chiffré pour une autre clé. Essayez la sauvegarde précédente, ou l’autre dossier de clés. Rien n’a été restauré.`,
    en: ({ path }) =>
      `${path} cannot be read: incomplete, damaged, or encrypted for another key. Try the previous backup, or the other keys folder. Nothing was restored.`,
  }),
  newer: define<{ path: string; unknown: string }>({
    http: 422,
    exit: 78,
    fr: ({ path, unknown }) =>
      `${path} vient d’une version plus récente de Tocsin (${unknown}). Mettez Tocsin à jour. Rien n’a été restauré.`,
    en: ({ path, unknown }) =>
      `${path} comes from a newer Tocsin (${unknown}). Update Tocsin. Nothing was restored.`,
  }),
  different: define<{ path: string; what: string }>({
    http: 422,
    exit: 65,
    fr: ({ path, what }) => `Le contenu de ${path} ne tombe pas juste (${what}). Rien n’a été restauré.`,
    en: ({ path, what }) => `The content of ${path} does not add up (${what}). Nothing was restored.`,
  }),
})
