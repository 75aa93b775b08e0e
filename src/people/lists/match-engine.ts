/** What an import needs from people/match, in the words of the lists. `run-engine.ts` fits the real one to it. */
export type MatchEngine = (request: MatchRequest) => Promise<MatchResult>

export interface MatchRequest {
  readonly register: string
  readonly exposed: string
  /** Private folder: outputs and work files, deleted by the caller. */
  readonly outDir: string
  readonly workDir: string
  readonly columns?: unknown
  /** File of repaired rows of the exposed list. */
  readonly repaired?: string | undefined
  readonly onProgress?:
    | ((step: string, done: number, total: number | undefined, unit: string, rows?: number) => void)
    | undefined
  readonly signal?: AbortSignal | undefined
}

export interface MatchResult {
  readonly engineVersion: string
  readonly weightsVersion: string
  readonly register: FileAccount
  readonly exposed: FileAccount
  /** Parquet files, absolute paths. */
  readonly registerRows: string
  readonly members: string
  readonly verdicts: string
  /** Every member that an ambiguous row may be: exposed_row, member_row, member_id, weight. */
  readonly possible: string
  /** Which fields each exposed row fills: exposed_row, categories. Without it, categories are those of the engine. */
  readonly seen?: string | null
  /** Agreement and weight field by field, for the pages; null when the engine gives none. */
  readonly explanations: string | null
  /** Counts, versions and hashes. */
  readonly report: string
  /** Files of quarantined lines, absolute paths; null when there is none. */
  readonly quarantine: string | null
}

/** lines = headerLines + blankLines + records + continuation + quarantined, always. */
export interface FileAccount {
  readonly sha256: string
  readonly encoding: string
  readonly separator: string
  readonly columns: Readonly<Record<string, string>>
  readonly lines: number
  readonly headerLines: number
  readonly blankLines: number
  readonly records: number
  readonly continuation: number
  readonly quarantined: number
}
