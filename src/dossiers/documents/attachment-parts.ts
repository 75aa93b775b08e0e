import { words } from '../../law/index.ts'
import { formatInteger } from '../../platform/i18n.ts'
import type { DossierSection, SourceRef } from '../model.ts'
import { type DossierSource, linesFor } from '../source.ts'

/** A file that the desk keeps, and the row that names it. */
interface KeptFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  /** To open it again; absent when the desk only knows its name. */
  readonly id?: string
  readonly ref: SourceRef
}

/** Files kept with the filings of these rules, and with the message that the organisation learned of the breach by. */
export function keptFiles(source: DossierSource, ...rules: readonly string[]): readonly KeptFile[] {
  const ofFilings = linesFor(source, ...rules).flatMap(({ filings }) =>
    filings.flatMap(({ id, file }) =>
      file ? [{ ...file, ref: { key: `filing.${id}`, id: String(id) } }] : [],
    ),
  )
  const awareness = source.board?.awareness
  const message =
    awareness?.file && awareness.organisation === source.organisation.key
      ? [{ ...awareness.file, ref: { key: `awareness.${awareness.id}`, id: String(awareness.id) } }]
      : []
  return [...message, ...ofFilings]
}

/** What is joined: the files the desk keeps, each with its size and hash. */
export function attachmentSection(source: DossierSource, ...rules: readonly string[]): DossierSection {
  const files = keptFiles(source, ...rules)
  return {
    title: words('Les pièces jointes', 'Attachments'),
    paragraphs:
      files.length === 0
        ? [
            words(
              'Aucun fichier n’est gardé ici pour ce document. Joignez ce que vous avez\u00a0: message du sous-traitant, copie de la plainte.',
              'No file is kept here for this document. Join what you have: the processor’s message, a copy of the complaint.',
            ),
          ]
        : [],
    sources: files.map(({ ref }) => ref),
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
