import type { Words } from '../law/index.ts'

export const DOSSIER_KINDS = [
  'cnil_initial',
  'cnil_complementary',
  'complaint_organisation',
  'complaint_person',
  'attestation_concerned',
  'insurer_declaration',
  'partial_activity',
  'processor_attestation',
  'register_of_firms',
  'blocked_filings',
  'extra_costs',
  'breach_register',
  'dora_report',
  'board_note',
  'final_report',
] as const
export type DossierKind = (typeof DOSSIER_KINDS)[number]

/** Where a value comes from: when that fact is superseded, the dossier made with it is stale. */
export interface SourceRef {
  /** Key of the fact, or `exposure.…`, `organisation.…`, `filing.…`. */
  readonly key: string
  /** Id of the row read; empty for what is counted. */
  readonly id: string
}

/** One field of a form, ready to paste. `value` null: missing, and said so; never invented. */
export interface DossierField {
  /** Stable name in the JSON. */
  readonly id: string
  readonly label: Words
  readonly value: readonly string[] | null
  /** What to do about a missing value, or a remark (« à vérifier »). */
  readonly note?: Words
  /** The name of the field is not verified against the form itself. */
  readonly toCheck?: boolean
  readonly sources: readonly SourceRef[]
}

export interface DossierTable {
  readonly columns: readonly { readonly label: Words; readonly figures?: boolean }[]
  readonly rows: readonly (readonly string[])[]
  /** Last line, such as a sum. */
  readonly total?: readonly string[]
}

export interface DossierSection {
  readonly title: Words
  /** Plain paragraphs, before the fields. */
  readonly paragraphs?: readonly Words[]
  readonly fields?: readonly DossierField[]
  readonly table?: DossierTable
}

export interface DossierAttachment {
  readonly name: string
  readonly bytes: Uint8Array
}

/** One document handed over. Rendered as PDF, JSON and page from this tree only. */
export interface Dossier {
  readonly kind: DossierKind
  readonly title: Words
  /** To whom it is handed. */
  readonly to: Words
  readonly article: Words
  readonly sections: readonly DossierSection[]
  /** A shape of its own for machines (DORA); the fields by id when left out. */
  readonly json?: unknown
}

/** Labels of fields still missing, in the order of the document. */
export function missingFields(dossier: Dossier): readonly DossierField[] {
  return dossier.sections.flatMap(({ fields = [] }) => fields.filter(({ value }) => value === null))
}
