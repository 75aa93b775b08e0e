import type { Words } from '../law/index.ts'

const DOSSIER_KINDS = [
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
  /** Who says so, as of when, in the language of the document. */
  readonly said?: string
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
  /** `box`: the values name the boxes to tick in the form. `block`: one text on several lines, such as an address. */
  readonly kind?: 'box' | 'block'
  /** Page of the incident where a missing value is entered: `facts/new?known=siren`. */
  readonly fill?: string
  readonly sources: readonly SourceRef[]
}

export interface DossierTable {
  /** `share`: part of the width, 1 when left out; figures take what they need. */
  readonly columns: readonly { readonly label: Words; readonly figures?: boolean; readonly share?: number }[]
  readonly rows: readonly (readonly string[])[]
  /** Last line, such as a sum. */
  readonly total?: readonly string[]
}

export interface DossierSection {
  readonly title: Words
  /** Plain paragraphs, before the fields. */
  readonly paragraphs?: readonly Words[]
  /** What the paragraphs and the table read; a field has its own. */
  readonly sources?: readonly SourceRef[]
  readonly fields?: readonly DossierField[]
  readonly table?: DossierTable
}

export interface DossierAttachment {
  readonly name: string
  readonly bytes: Uint8Array
}

/** For whom, of which incident, and as the facts stood when: printed on every document. */
export interface DossierAbout {
  /** Language of the values; labels and titles are in both. */
  readonly locale: 'fr' | 'en'
  readonly organisation: { readonly key: string; readonly name: string }
  readonly incident: { readonly reference: string; readonly title: string }
  readonly exercise: boolean
  /** ISO 8601, to the minute, by the clock of the incident. */
  readonly stateAt: string
}

/** One document handed over. Rendered as PDF, JSON and page from this tree only. */
export interface Dossier {
  readonly kind: DossierKind
  readonly about: DossierAbout
  readonly title: Words
  /** To whom it is handed. */
  readonly to: Words
  readonly article: Words
  readonly sections: readonly DossierSection[]
  /** One page for people in a hurry: sources stay in the JSON. */
  readonly brief?: true
  /** A shape of its own for machines (DORA); the fields by id when left out. */
  readonly json?: unknown
}

/** Labels of fields still missing, in the order of the document. */
export function missingFields(dossier: Dossier): readonly DossierField[] {
  return dossier.sections.flatMap(({ fields = [] }) => fields.filter(({ value }) => value === null))
}
