import { define, Refusal, refusals } from './refusal.ts'

export const ioRefusals = refusals('disk', {
  full: define<{ path: string }>({
    http: 503,
    exit: 73,
    fr: ({ path }) =>
      `Le disque est plein : impossible d’écrire dans ${path}. Libérez de la place, puis relancez ; ce qui était enregistré l’est toujours.`,
    en: ({ path }) =>
      `The disk is full: cannot write in ${path}. Free some space and start again; what was recorded still is.`,
  }),
  noPermission: define<{ path: string }>({
    http: 503,
    exit: 77,
    fr: ({ path }) =>
      `Pas le droit d’écrire dans ${path}. Donnez ce droit à votre compte, ou choisissez un autre dossier avec TOCSIN_HOME.`,
    en: ({ path }) =>
      `No permission to write in ${path}. Grant it to your account, or choose another folder with TOCSIN_HOME.`,
  }),
  notAFolder: define<{ path: string }>({
    http: 503,
    exit: 73,
    fr: ({ path }) => `${path} n’est pas un dossier. Choisissez un dossier avec TOCSIN_HOME.`,
    en: ({ path }) => `${path} is not a folder. Choose a folder with TOCSIN_HOME.`,
  }),
  notFound: define<{ path: string }>({
    http: 404,
    exit: 66,
    fr: ({ path }) => `Fichier introuvable : ${path}. Vérifiez le chemin.`,
    en: ({ path }) => `File not found: ${path}. Check the path.`,
  }),
})

/** The refusal a file-system error stands for; the error itself when it is none that a person can mend. */
export function ioRefusal(error: unknown, path: string): unknown {
  if (error instanceof Refusal) return error
  const { code, path: failed } = error as NodeJS.ErrnoException
  const where = { path: failed ?? path }
  if (code === 'ENOSPC' || code === 'EDQUOT') return ioRefusals.full(where)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return ioRefusals.noPermission(where)
  if (code === 'ENOTDIR' || code === 'EEXIST') return ioRefusals.notAFolder(where)
  if (code === 'ENOENT') return ioRefusals.notFound(where)
  return error
}
