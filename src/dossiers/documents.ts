import { type Words, words } from '../law/index.ts'
import { buildBreachRegister } from './build-breach-register.ts'
import type { Dossier, DossierAttachment, DossierKind } from './model.ts'
import type { DossierSource } from './source.ts'

/** One document that the desk can make. */
export interface DocumentDefinition {
  readonly kind: DossierKind
  readonly title: Words
  readonly to: Words
  readonly build: (source: DossierSource) => Dossier
  /** Rules of the law room whose filing it serves: its clock and its receipt are those of their lines on the board. */
  readonly rules: readonly string[]
  /** Made for one person on demand: neither listed nor kept by the desk. */
  readonly ofPerson?: true
  /** Files joined to it in the archive; those of the filings are joined anyway. */
  readonly attachments?: (source: DossierSource) => readonly DossierAttachment[]
}

/** Every document, in the order of the work. */
export const DOCUMENTS: readonly DocumentDefinition[] = [
  {
    kind: 'breach_register',
    title: words('Registre des violations', 'Register of breaches'),
    to: words('la CNIL, à sa demande', 'the CNIL, when it asks'),
    build: buildBreachRegister,
    rules: ['gdpr_33_5'],
  },
]

export function documentOf(kind: string): DocumentDefinition | undefined {
  return DOCUMENTS.find((one) => one.kind === kind)
}
