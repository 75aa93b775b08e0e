import type { NoticeTree } from '../../notices/index.ts'
import type { Channel, DeliveryState } from '../model.ts'

export const OUTCOME_FORMAT = 'tocsin-outcome/1'
export const PROOF_FORMAT = 'tocsin-person-proof/1'

/** Who seals, and hands a proof out. */
export const SEALERS = ['lead', 'dpo'] as const

/** Why outcomes were sealed. */
export const MILESTONES = ['campaign_finished', 'list_published', 'on_demand', 'before_purge'] as const
export type Milestone = (typeof MILESTONES)[number]

/** In which account a person stands: that of a cohort, or `left` when the list in force names them no more. */
export type Account = 'concerned' | 'cannot_be_excluded' | 'preventive' | 'left'

/**
 * What became of one person, as it is sealed. Instants are ISO 8601 in UTC, with microseconds. The addressee's e-mail and
 * address are masked: a proof is handed to people who need not know where another one lives.
 */
export interface PersonOutcome {
  readonly format: typeof OUTCOME_FORMAT
  readonly incident: string
  readonly listVersion: number
  readonly person: { readonly id: number; readonly memberNumber: string | null; readonly name: string }
  readonly account: Account
  /** A term of the proof: `email`, `letter`, `in_progress`, `unknown_held`, `cannot_be_told`, `lost`, `waiting`; null for `left`. */
  readonly outcome: string | null
  /** Why nobody could be told, when so. */
  readonly reason: string | null
  readonly untold: readonly { readonly campaign: string; readonly reason: string; readonly at: string }[]
  readonly deliveries: readonly OutcomeDelivery[]
}

export interface OutcomeDelivery {
  readonly delivery: number
  readonly campaign: string
  /** 1: the first notice; above: a correction. */
  readonly generation: number
  readonly cohort: string
  readonly wave: number
  readonly channel: Channel
  readonly state: DeliveryState
  readonly reason: string | null
  /** The person is told through somebody else of the household. */
  readonly throughAnother: boolean
  /** Persons that this one message covers. */
  readonly covers: number
  readonly to: { readonly name: string; readonly address: string }
  /** Code printed in the message. */
  readonly reference: string
  readonly text: OutcomeText
  readonly plannedAt: string
  readonly settledAt: string | null
  readonly messageId: string | null
  readonly attempts: readonly OutcomeAttempt[]
  readonly letter: OutcomeLetter | null
  readonly events: readonly { readonly at: string; readonly kind: string; readonly detail: string | null }[]
  /** What people of the team decided about it. */
  readonly decisions: readonly { readonly by: string; readonly decision: string; readonly journal: number }[]
}

export interface OutcomeText {
  readonly sha256: string
  readonly audience: string
  readonly locale: string
  readonly version: number
  readonly releasedAt: string | null
  readonly releasedBy: readonly string[]
}

export interface OutcomeAttempt {
  readonly number: number
  readonly startedAt: string
  readonly handedOverAt: string | null
  readonly endedAt: string | null
  readonly outcome: string | null
  readonly status: string | null
  readonly reply: string | null
  readonly bouncedAt: string | null
}

export interface OutcomeLetter {
  readonly batch: string
  readonly pdfSha256: string | null
  readonly manifestSha256: string | null
  readonly firstPage: number | null
  readonly pages: number | null
  readonly depositedAt: string | null
  readonly receipt: string | null
  readonly fictional: boolean
}

/** Persons by account and term, over the leaves of a seal: `{concerned: {email: 13 108, …}}`. */
export type SealedCounts = Readonly<Record<string, Readonly<Record<string, number>>>>

export interface Seal {
  readonly id: string
  readonly number: number
  readonly milestone: Milestone
  readonly size: number
  /** Hex. */
  readonly root: string
  readonly outcomes: SealedCounts
  readonly journalSeq: number
}

/** The entry of the journal that holds a seal, with what its hash is made of. */
export interface SealedEntry {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly kind: string
  readonly incidentId: string | null
  readonly payload: string
  readonly prevHash: string
  readonly hash: string
}

/** The verifiable proof of one person: everything it needs to be checked without Tocsin's database. */
export interface PersonProof {
  readonly format: typeof PROOF_FORMAT
  readonly madeAt: string
  readonly outcome: PersonOutcome
  readonly leaf: { readonly salt: string; readonly hash: string }
  readonly inclusion: {
    readonly index: number
    readonly size: number
    readonly path: readonly string[]
    readonly root: string
  }
  readonly sealedBy: SealedEntry
  /** The texts that `outcome` names by their SHA-256, whole; `received` is how they read with the addressee's name. */
  readonly texts: readonly ProofText[]
}

export interface ProofText {
  readonly sha256: string
  readonly tree: NoticeTree
  readonly received: { readonly delivery: number; readonly subject: string; readonly text: string }[]
}
