import { define, refusals } from '../platform/refusal.ts'

export const backupRefusals = refusals('backup', {
  exists: define<{ path: string }>({
    http: 409,
    exit: 73,
    fr: ({ path }) =>
      `${path} existe déjà. Donnez un autre nom : une sauvegarde n’en remplace jamais une autre.`,
    en: ({ path }) => `${path} already exists. Give another name: a backup never replaces another.`,
  }),
  notEmpty: define<{ path: string }>({
    http: 409,
    exit: 73,
    fr: ({ path }) =>
      `Le dossier ${path} contient déjà des données. Restaurez dans un dossier neuf (TOCSIN_HOME).`,
    en: ({ path }) => `The folder ${path} already holds data. Restore into a new folder (TOCSIN_HOME).`,
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
