import type { Temporal } from 'temporal-polyfill'
import type { ClockResult, Conclusion, FactValue, Words } from '../law/index.ts'

/** In the order of the board: what is late first, what nobody owes last. */
export const BOARD_GROUPS = [
  'overdue',
  'soon',
  'depends',
  'later',
  'not_required',
  'done',
  'voluntary',
] as const
export type BoardGroup = (typeof BOARD_GROUPS)[number]

/** A filing made, or planned: when, with which receipt, and the file kept with it. */
export interface Filing {
  readonly id: number
  readonly conclusionId: string
  readonly state: 'planned' | 'filed'
  /** Planned for, or filed at. */
  readonly at: Temporal.Instant
  readonly receipt: string | null
  readonly channel: string
  readonly note: string
  readonly file: {
    readonly name: string
    readonly sha256: string
    readonly bytes: number
    /** Of the kept file, to open it again. */
    readonly id?: string
  } | null
  readonly recordedAt: Temporal.Instant
  readonly recordedBy: string
}

/** Who learned of it, how, by which message: what a clock starts from, with its evidence. */
export interface Awareness {
  readonly id: number
  readonly organisation: string
  /** Fact that the instant was entered as: `aware_at`, `told_by_supplier_at`, `loss_known_at`… */
  readonly fact: string
  readonly at: Temporal.Instant
  readonly zone: string
  readonly who: string
  readonly how: string
  readonly evidence: string
  readonly file: Filing['file']
  readonly recordedAt: Temporal.Instant
  readonly recordedBy: string
}

/** One line of the board. */
export interface BoardLine {
  readonly conclusion: Conclusion
  readonly group: BoardGroup
  /** What the desk plans on; null when no instant follows (no figure in the text, or a starting fact awaited). */
  readonly dueAt: Temporal.Instant | null
  readonly clock: ClockResult | null
  /** Name of who holds it; null: nobody. */
  readonly holder: string | null
  readonly filings: readonly Filing[]
  /** Recorded when the clock was missed: it quiets the line, and goes into the dossier. */
  readonly delayReason: { readonly text: string; readonly at: Temporal.Instant; readonly by: string } | null
  /** The rule changed since this conclusion was kept: what the old version said. */
  readonly ruleChanged: {
    readonly keptVersion: number
    readonly keptHash: string
    readonly keptAt: Temporal.Instant
  } | null
  /** Rows that a person sees when they act on the line: another one meanwhile means that somebody was faster. 0: none. */
  readonly seen?: { readonly hold: number; readonly filing: number; readonly reason: number }
  /** The line depends on an answer, and its instant is the one it would have if the answer came now. */
  readonly supposed?: boolean
  /** The line is late, and would be due then if the instant that its clock waits for were now (classification, DORA). */
  readonly ifNow?: Temporal.Instant | null
  /** The last reminder given for this due instant. */
  readonly reminder?: { readonly step: string; readonly turn: number; readonly at: Temporal.Instant } | null
}

/** The question to answer next, under the line it decides. */
export interface BoardQuestion {
  readonly fact: string
  readonly organisation: string
  readonly question: Words
  readonly help: Words | null
  readonly choices: readonly { readonly value: string; readonly words: Words; readonly consequence: Words }[]
  /** Line it stands under. */
  readonly under: string
  readonly decides: number
  readonly current: FactValue
}

export interface Board {
  /** The clock of the incident: in an exercise, the one of its story. */
  readonly now: Temporal.Instant
  readonly lines: readonly BoardLine[]
  readonly questions: readonly BoardQuestion[]
  /** The awareness that the lead quotes: the own organisation's. */
  readonly awareness: Awareness | null
  /** Whose board it is: the desk's own organisation, or the one asked for. Null when the incident names none. */
  readonly organisation?: { readonly key: string; readonly name: string; readonly own: boolean } | null
  /** The other organisations of the chain, judged now: a page of them. */
  readonly others?: BoardOthers
  /** Neighbours that duties are owed to: the lines of one page of them are on the board. */
  readonly neighbours?: { readonly total: number; readonly offset: number; readonly most: number }
  /** Facts whose value no clock can read (a year, a zone, a number of days typed wrong): unknown until they are mended. */
  readonly unusable?: readonly { readonly fact: string; readonly organisation: string }[]
  /** Facts of the case that nobody stated but that follow from others, and from which. */
  readonly derived?: Readonly<Record<string, Words>>
}

/** One page of the other organisations. */
export interface BoardOthers {
  readonly total: number
  readonly offset: number
  readonly organisations: readonly {
    readonly key: string
    readonly name: string
    /** Rules, however many neighbours they are owed to; voluntary acts are left out. */
    readonly required: number
    readonly depends: number
    /** Earliest instant due of what is required and not done; null when none is known. */
    readonly nextDue: Temporal.Instant | null
  }[]
}
