import { define, refusals } from '../../platform/refusal.ts'

/** Every rule about returned messages that can be broken by a person or a setting. */
export const bounceRefusals = refusals('bounce', {
  noSuchFile: define<{ file: string }>({
    http: 404,
    exit: 66,
    fr: ({ file }) =>
      `${file}\u00a0: fichier introuvable. Vérifiez le chemin\u202f; les autres fichiers sont lus.`,
    en: ({ file }) => `${file}: no such file. Check the path; the other files are read.`,
  }),
  unreadable: define<{ file: string; cause: string }>({
    http: 422,
    exit: 66,
    fr: ({ file, cause }) =>
      `${file}\u00a0: lecture impossible (${cause}). Vérifiez les droits du fichier\u202f; les autres sont lus.`,
    en: ({ file, cause }) =>
      `${file}: cannot be read (${cause}). Check the file’s permissions; the others are read.`,
  }),
})

/** What a file system error means to the person who named the file; the error itself when it is none. */
export function unreadableFile(error: unknown, file: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return bounceRefusals.noSuchFile({ file })
  return typeof code === 'string' ? bounceRefusals.unreadable({ file, cause: code }) : error
}
