import type { Temporal } from 'temporal-polyfill'

/** Kinds of personal data an exposure can name. The order is the order of the sentences. */
export const CATEGORIES = [
  'surname',
  'first_names',
  'birth_date',
  'birth_rank',
  'nir',
  'insurer_name',
  'contract_number',
  'member_number',
  'cover',
  'email',
  'phone',
  'postal_address',
  'bank_details',
  'medical_data',
  'reimbursements',
  'password',
] as const
export type DataCategory = (typeof CATEGORIES)[number]

/** Whom a message addresses: the same breach is told in other words to a parent or a guardian. */
export const AUDIENCES = [
  'insured_adult',
  'parent_of_minor',
  'policyholder_for_dependants',
  'guardian',
  'relative_of_deceased',
  'health_professional',
  'firm',
  'client_of_firm',
] as const
export type AudienceKind = (typeof AUDIENCES)[number]

/** What the reader is told of themselves: on the list, perhaps on it, or on no list and warned all the same. */
export const COHORTS = ['concerned', 'cannot_be_excluded', 'preventive'] as const
export type Cohort = (typeof COHORTS)[number]

/** A list version, as a notice cites it. */
export interface CitedList {
  readonly number: number
  readonly publishedAt: Temporal.Instant
}

/**
 * Why somebody is written to again: a fact or an advice of the text they received changed; they left the list, or the doubt
 * about them; they are in doubt again; they are on the list after all.
 */
export const CORRECTION_KINDS = [
  'fact_changed',
  'advice_superseded',
  'left_list',
  'doubt_lifted',
  'doubt_again',
  'listed_again',
] as const
export type CorrectionKind = (typeof CORRECTION_KINDS)[number]

/** A closing message says where the reader stands now; it is no notice of art. 34 itself. */
export function isClosing(kind: CorrectionKind | null | undefined): boolean {
  return kind === 'left_list' || kind === 'doubt_lifted'
}

export type NoticeLocale = 'fr' | 'en'

/** A fact as it stood when the notice was composed. A notice that cites a stale or disputed fact is not released. */
export interface CitedFact<T> {
  /** The fact's key in the incident, e.g. `processor.name`: when it changes, the notices citing it are stale. */
  readonly key: string
  readonly value: T
  readonly state: 'held' | 'stale' | 'disputed'
  /** Instant of the fact's "as of", ISO 8601. */
  readonly asOf: string
}

export interface LocalText {
  readonly fr: string
  readonly en?: string
}

export type BreachNature = 'account_misused' | 'intrusion' | 'ransomware' | 'disclosure'

export const MEASURES = [
  'platform_disconnected',
  'accounts_closed',
  'complaint_filed',
  'cnil_notified',
  'anssi_told',
  'investigation_started',
  'access_reinforced',
  'identity_checks_reinforced',
  'call_centre_ready',
  'other',
] as const
export type MeasureKind = (typeof MEASURES)[number]

/** Something done about the breach. `text` is a whole sentence, required for `other` and unused elsewhere. */
export interface Measure {
  readonly kind: MeasureKind
  readonly doneAt?: Temporal.Instant | null
  readonly text?: LocalText | null
}

/** What happened to one kind of data. `reason` completes "not exposed: …" and is required for `not_exposed`. */
export interface ExposureValue {
  readonly category: DataCategory
  readonly status: 'exposed' | 'not_exposed' | 'unknown'
  readonly reason?: LocalText | null
}
export type Exposure = CitedFact<ExposureValue>

/** What a notice needs to know of the incident. Null is "not said yet": composing then names the missing fact. */
export interface NoticeFacts {
  readonly incidentReference: string
  /** Time zone in which the instants are told as days, e.g. `Europe/Paris`. */
  readonly zone: string
  readonly controllerName: CitedFact<string> | null
  /** What the controller is to the reader, in apposition: "votre complémentaire santé". */
  readonly controllerRelation: CitedFact<LocalText> | null
  readonly controllerAttacked: CitedFact<'no' | 'yes' | 'unknown'> | null
  readonly processorName: CitedFact<string> | null
  /** With its article: "la gestion du tiers payant". */
  readonly serviceEntrusted: CitedFact<LocalText> | null
  readonly breachNature: CitedFact<BreachNature> | null
  readonly attackStartedAt: CitedFact<Temporal.Instant> | null
  readonly attackEndedAt: CitedFact<Temporal.Instant> | null
  readonly processorDetectedAt: CitedFact<Temporal.Instant> | null
  readonly controllerToldAt: CitedFact<Temporal.Instant> | null
  readonly processorMeasures: readonly CitedFact<Measure>[]
  readonly controllerMeasures: readonly CitedFact<Measure>[]
  readonly dpoEmail: CitedFact<string> | null
  readonly dpoPostalLines: CitedFact<readonly string[]> | null
  readonly customerPhone: CitedFact<string> | null
  readonly customerPhoneHours: CitedFact<LocalText> | null
  readonly senderName: CitedFact<string> | null
  readonly senderAddress: CitedFact<string> | null
  /** Site the reader types to check the reference, without scheme: `verifier.mutuelle.example`. */
  readonly checkSite: CitedFact<string> | null
}

/** Item of GDPR art. 34(2) (with art. 33(3)(b)(c)(d)) that a sentence answers. */
export type Serves = 'nature' | 'contact' | 'consequences' | 'measures'

/** One approved sentence, filled with facts. */
export interface Sentence {
  /** Id of the wording item, e.g. `consequence.nir`. */
  readonly item: string
  readonly text: string
  /** Keys of the facts it states. */
  readonly cites: readonly string[]
  readonly serves: Serves | null
  readonly owner: 'dpo' | 'communication'
  /** First and last day on which the wording may be used, ISO dates. */
  readonly validFrom: string
  readonly validUntil: string | null
}

export interface DetailRow {
  readonly label: string
  readonly lines: readonly string[]
  readonly cites: readonly string[]
}

export type Block =
  | { readonly kind: 'paragraph'; readonly sentences: readonly Sentence[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Sentence[] }
  | { readonly kind: 'details'; readonly rows: readonly DetailRow[] }

export type SectionId =
  | 'correction'
  | 'company'
  | 'cannot_tell'
  | 'not_listed'
  | 'happened'
  | 'data'
  | 'consequences'
  | 'todo'
  | 'measures'
  | 'never'
  | 'contact'
  | 'check'

export interface Section {
  readonly id: SectionId
  readonly heading: string
  readonly blocks: readonly Block[]
}

/** What is read out, posted or handed on beside the notice. */
export const DOCUMENT_KINDS = ['script', 'relay_shop', 'relay_union', 'relay_employer', 'press'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

export interface DocumentSection {
  readonly id: string
  readonly heading: string
  readonly blocks: readonly Block[]
}

export interface NoticeDocument {
  readonly title: Sentence
  readonly sections: readonly DocumentSection[]
}

/** The words set around what differs from one message to the next. `{addressee}`, `{contract}`, `{categories}` are filled. */
export interface MessageWords {
  readonly greeting: string
  /** With its colon: "Référence de ce message :". */
  readonly reference: string
  readonly you: string
  readonly minor: string
  readonly contract: string
  readonly ofRows: string
  /** Kinds of data that the rows of a person may hold fewer of. */
  readonly categories: Readonly<Record<string, string>>
  /** Said in place of the names; only to the relatives of someone who died. */
  readonly instead?: string
}

/** A whole notice, before it is addressed to anyone. Plain JSON: it can be stored, frozen and hashed. */
export interface NoticeTree {
  /** 1: without `populations`, `choice`, `words` and `documents`. Those still render as they were released. */
  readonly version: 1 | 2
  readonly locale: NoticeLocale
  readonly audience: AudienceKind
  /** Absent: `concerned`. */
  readonly cohort?: Cohort
  readonly incidentReference: string
  readonly subject: Sentence
  readonly intro: Sentence
  readonly sections: readonly Section[]
  readonly sender: { readonly name: string; readonly address: string; readonly lines: readonly string[] }
  /** Every fact cited, as it stood. */
  readonly facts: Readonly<
    Record<string, { readonly state: CitedFact<unknown>['state']; readonly asOf: string }>
  >
  /** Kinds of data the notice says were exposed. */
  readonly exposed: readonly DataCategory[]
  /** Keys of the populations of which this was said. */
  readonly populations?: readonly string[]
  /** What the writers left out or added, by the ids on offer. */
  readonly choice?: { readonly omitted: readonly string[]; readonly added: readonly string[] }
  readonly words?: MessageWords
  readonly documents?: Readonly<Record<DocumentKind, NoticeDocument>>
  /** Absent: a first notice. */
  readonly correction?: CorrectionKind
}

/** The place of the message's own reference in a tree: the only thing of a recipient that sections may hold. */
export const REFERENCE_FIELD = '{{reference}}'

export interface NoticePerson {
  readonly name: string
  readonly minor: boolean
  readonly isAddressee: boolean
  /** Said when the same person is named twice, for two contracts. */
  readonly contract?: string
  /** Kinds of data held by the rows that name them; said where they are fewer than the notice's. */
  readonly exposed?: readonly DataCategory[]
}

export interface NoticeRecipient {
  /** Full name as it is written on the envelope. */
  readonly addressee: string
  /** Everyone told by this message, the addressee included when concerned. Never empty. */
  readonly persons: readonly NoticePerson[]
  /** Code printed in the e-mail and the letter, by which the message can be checked. */
  readonly reference: string
  readonly writtenOn: Temporal.PlainDate
}

/** Every sentence of a tree, in reading order. */
export function sentencesOf(tree: NoticeTree): Sentence[] {
  const inBlock = (block: Block) =>
    block.kind === 'paragraph' ? block.sentences : block.kind === 'list' ? block.items : []
  return [tree.subject, tree.intro, ...tree.sections.flatMap((section) => section.blocks.flatMap(inBlock))]
}

export interface PlacedText {
  readonly place: string
  readonly text: string
}

/** Every text a reader of the notice sees, with the place where it comes from. */
export function textsOf(tree: NoticeTree): PlacedText[] {
  const headings = tree.sections.map((section) => ({ place: `section ${section.id}`, text: section.heading }))
  const sentences = sentencesOf(tree).map((sentence) => ({ place: sentence.item, text: sentence.text }))
  const rows = tree.sections.flatMap((section) =>
    section.blocks.flatMap((block) =>
      block.kind === 'details'
        ? block.rows.flatMap((row) => row.lines.map((text) => ({ place: row.cites[0] ?? row.label, text })))
        : [],
    ),
  )
  return [...headings, ...sentences, ...rows]
}
