import type { Accounting } from '../read/index.ts'

export const verdicts = ['matched', 'not_ours', 'ambiguous', 'unreadable'] as const
export type Verdict = (typeof verdicts)[number]

export const memberClasses = ['confirmed', 'presumed', 'cannot_be_excluded', 'not_on_list'] as const
export type MemberClass = (typeof memberClasses)[number]

/** T1 to T5: rules on identifiers, in order of strength; R: weights alone. */
export const tiers = ['T1', 'T2', 'T3', 'T4', 'T5', 'R'] as const
export type Tier = (typeof tiers)[number]

export type OutputFormat = 'parquet' | 'csv'

export interface FileReport {
  readonly file: string
  readonly bytes: number
  readonly sha256: string
  /** Of delimited text; `xlsx` or `parquet` for these. */
  readonly encoding: string
  readonly separator: string
  /** The sheet of a workbook. */
  readonly sheet?: string
  /** How birth dates and national identifiers were read. */
  readonly dateFormat: string
  readonly nationalIdKind: 'nir' | 'opaque'
  /** Field -> column name. */
  readonly columns: Readonly<Record<string, string>>
  readonly accounting: Accounting
  /** The file whose rows took the place of quarantined ones. */
  readonly repaired?: {
    readonly file: string
    readonly bytes: number
    readonly sha256: string
    readonly rows: number
  }
}

/** What a run did, with the figures that prove it. Holds counts and hashes only: no one's data. */
export interface MatchReport {
  readonly register: FileReport
  readonly exposed: FileReport
  readonly members: number
  readonly exposedRows: number
  readonly verdicts: Readonly<Record<Verdict, number>>
  readonly tiers: Readonly<Record<string, number>>
  readonly reasons: Readonly<Record<string, number>>
  readonly classes: Readonly<Record<MemberClass, number>>
  /** Insurer numbers taken as the controller's own. */
  readonly ownInsurers: readonly string[]
  readonly duplicateMemberIds: number
  /** Member ids that a spreadsheet would take for a formula: CSV outputs put an apostrophe before them. */
  readonly memberIdsLikeFormulas: number
  /** SHA-256 over the verdicts in row order: the same whatever the threads, the memory or the order of the files' rows. */
  readonly verdictsSha256: string
  readonly outputs: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>
  readonly weights: string
  /** Of this run, by the length of its lists; in bits. */
  readonly thresholds: { readonly upper: number; readonly lower: number; readonly margin: number }
  readonly versions: Readonly<Record<string, string>>
  /** Seconds: wall clock for each step; CPU for the whole run. */
  readonly seconds: Readonly<Record<string, number>>
  readonly cpuSeconds: number
  readonly peakMemoryBytes: number
}
