/** Shapes of the review. No national identifier appears in any of them (design, promise 5). */

export const STRATA = ['ambiguous', 'matched', 'not_ours'] as const
export type Stratum = (typeof STRATA)[number]

/** `queue`: ambiguous rows, by people at stake. `sample`: rows drawn to be read blind, in the order of the draw. */
export type QueueName = 'queue' | 'sample'

/** What a reader says of a row: one of its candidates, none of them, or that they cannot tell. */
export type Word =
  | { readonly word: 'same'; readonly memberId: string }
  | { readonly word: 'neither' }
  | { readonly word: 'pass' }

/** An entry of the append-only ledger. `undo` takes back the reader's last word on that row. */
export interface Entry {
  readonly userId: string
  readonly word: 'same' | 'neither' | 'pass' | 'undo'
  readonly memberId: string | null
  /** Said by someone who was then data protection officer: their word ends a disagreement. */
  readonly asDpo: boolean
}

/**
 * `nothing_to_compare`: no candidate. `second`, `third`: waits for another reader. `dpo`: three readers disagree.
 * `settled`: a decision is in force.
 */
export type State = 'nothing_to_compare' | 'open' | 'second' | 'third' | 'dpo' | 'settled'

export interface Standing {
  readonly state: State
  /** Whose word is in force, passes included: none of them is shown the row again. */
  readonly readers: readonly string[]
  /** The decision in force, when settled. */
  readonly decision: Exclude<Word, { word: 'pass' }> | null
  /** Someone could not tell. */
  readonly passed: boolean
}

/** A decision in force, as people/lists applies it to the verdicts of the engine. */
export interface ReviewDecision {
  readonly exposedRow: number
  readonly memberId: string
  readonly decision: 'same' | 'different'
  readonly settled: true
}

/** Parquet files of a match, absolute paths, as people/match leaves them. */
export interface ReviewFiles {
  readonly verdicts: string
  readonly explanations: string | null
  readonly possible: string
  readonly registerRows: string
}

/** Level of agreement (null: missing on a side) and weight in bits of a field, from the engine. */
export type Evidence = Readonly<Record<string, readonly [level: number | null, weight: number]>>

/** A member of the register that an exposed row may be. */
export interface Candidate {
  readonly memberId: string
  readonly memberRow: number
  readonly weight: number | null
  /** What forbids an automatic match, in the engine's words. */
  readonly contradiction: string | null
  /** Null when the engine explains only better ones. */
  readonly evidence: Evidence | null
  readonly fields: Fields
}

/** Cells as they stand in the file, by field; `birth_date` is yyyymmdd with 00 for unknown parts, `birth_read` the cell. */
export type Fields = Readonly<Record<string, string>>

export interface Item {
  readonly runId: string
  readonly exposedRow: number
  readonly stratum: Stratum
  readonly reason: string
  readonly engineMember: string | null
  readonly stakes: number
  readonly secondReader: boolean
  readonly nirClass: string
  readonly fields: Fields
  readonly candidates: readonly Candidate[]
  readonly members: readonly string[]
  readonly atStake: readonly string[]
}

/** Candidates shown beside a row. */
export const MOST_CANDIDATES = 3

/** A cell that held something shaped like a national identifier. */
export const MASKED = '•••'
