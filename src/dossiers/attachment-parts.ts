import { words } from '../law/index.ts'
import { formatInteger } from '../platform/i18n.ts'
import type { DossierSection } from './model.ts'
import { type DossierSource, linesFor } from './source.ts'

/** Files kept with the filings of these rules: they are in the archive, under their hash. */
export function filesOf(source: DossierSource, ...rules: readonly string[]) {
  return linesFor(source, ...rules).flatMap(({ filings }) =>
    filings.flatMap(({ id, file }) => (file ? [{ filing: id, ...file }] : [])),
  )
}

/** What is joined: the files of the filings, each with its size and hash. */
export function attachmentSection(source: DossierSource, ...rules: readonly string[]): DossierSection {
  const files = filesOf(source, ...rules)
  return {
    title: words('Les pièces jointes', 'Attachments'),
    paragraphs:
      files.length === 0
        ? [
            words(
              'Aucun fichier n’est gardé avec les dépôts. Joignez ce que vous avez\u00a0: message du sous-traitant, copie de la plainte.',
              'No file is kept with the filings. Join what you have: the processor’s message, a copy of the complaint.',
            ),
          ]
        : [],
    sources: files.map(({ filing }) => ({ key: `filing.${filing}`, id: String(filing) })),
    ...(files.length > 0 && {
      table: {
        columns: [
          { label: words('Fichier', 'File') },
          { label: words('Octets', 'Bytes'), figures: true },
          { label: words('Empreinte SHA-256', 'SHA-256 hash') },
        ],
        rows: files.map(({ name, bytes, sha256 }) => [name, formatInteger(bytes, source.locale), sha256]),
      },
    }),
  }
}
