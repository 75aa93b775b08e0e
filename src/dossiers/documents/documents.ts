import { type Words, words } from '../../law/index.ts'
import type { Dossier, DossierAttachment, DossierKind } from '../model.ts'
import type { DossierSource } from '../source.ts'
import { buildBoardNote } from './build-board-note.ts'
import { buildBreachRegister } from './build-breach-register.ts'
import { buildCnilComplementary } from './build-cnil-complementary.ts'
import { buildCnilInitial } from './build-cnil-initial.ts'
import { buildFinalReport } from './build-final-report.ts'
import { linesOf } from './duty-tables.ts'
import { LOSS_DOCUMENTS } from './loss-documents.ts'
import { forAnyOrganisation } from './other-organisation.ts'
import { PERSON_DOCUMENTS } from './person-documents.ts'

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
  /** Rules whose filings' files are joined to it; those it serves when left out. */
  readonly filesOf?: (source: DossierSource) => readonly string[]
  /** Files of its own that are joined to it. */
  readonly attachments?: (source: DossierSource) => readonly DossierAttachment[]
}

/** Every document, in the order of the work. */
export const DOCUMENTS: readonly DocumentDefinition[] = [
  {
    kind: 'cnil_initial',
    title: words('Notification initiale à la CNIL', 'Initial notification to the CNIL'),
    to: words('la CNIL', 'the CNIL'),
    build: forAnyOrganisation(buildCnilInitial),
    rules: ['gdpr_33_1'],
    // Its own receipt comes after it.
    filesOf: () => [],
  },
  {
    kind: 'cnil_complementary',
    title: words('Notification complémentaire à la CNIL', 'Complementary notification to the CNIL'),
    to: words('la CNIL', 'the CNIL'),
    build: forAnyOrganisation(buildCnilComplementary),
    rules: ['cnil_complementary'],
    filesOf: () => ['gdpr_33_1'],
  },
  {
    kind: 'breach_register',
    title: words('Registre des violations', 'Register of breaches'),
    to: words('la CNIL, à sa demande', 'the CNIL, when it asks'),
    build: forAnyOrganisation(buildBreachRegister),
    rules: ['gdpr_33_5'],
  },
  ...LOSS_DOCUMENTS,
  ...PERSON_DOCUMENTS,
  {
    kind: 'board_note',
    title: words('Note au conseil', 'Note to the board'),
    to: words('le conseil d’administration', 'the board'),
    build: forAnyOrganisation(buildBoardNote),
    rules: [],
  },
  {
    kind: 'final_report',
    title: words('Rapport final', 'Final report'),
    to: words('la direction et le conseil', 'the management and the board'),
    build: forAnyOrganisation(buildFinalReport),
    rules: [],
    filesOf: (source) => linesOf(source).map(({ conclusion }) => conclusion.snapshot.rule.id),
  },
]

export function documentOf(kind: string): DocumentDefinition | undefined {
  return DOCUMENTS.find((one) => one.kind === kind)
}
