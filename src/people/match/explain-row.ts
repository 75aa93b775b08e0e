import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { MatchReport } from './model.ts'
import { matchRefusals } from './refusals.ts'
import { literal } from './render-sql.ts'
import { EVIDENCE, REPORT_FILE } from './write-outputs.ts'

export interface CandidateExplained {
  readonly memberRow: number
  readonly weight: number
  readonly tier: string | null
  /** What forbids an automatic match with this member. */
  readonly contradiction: string | null
  /** One line a field: the level of agreement (null: missing on a side) and its weight in bits. */
  readonly evidence: readonly {
    readonly field: string
    readonly level: number | null
    readonly weight: number
  }[]
}

export interface RowExplained {
  readonly exposedRow: number
  readonly verdict: string
  readonly memberRow: number | null
  readonly memberId: string | null
  readonly tier: string | null
  readonly weight: number | null
  readonly runnerUpWeight: number | null
  readonly reason: string
  readonly thresholds: {
    readonly upper: number
    readonly margin: number
    readonly lower: number
    readonly version: string
  }
  /** Best first, two at most; empty when the row was never near anyone. */
  readonly candidates: readonly CandidateExplained[]
}

/** Why an exposed row got its verdict, from the outputs of a finished match alone (no NIR is in them). */
export async function explainRow(outDir: string, row: number): Promise<RowExplained> {
  const { format, report } = await findOutputs(outDir)
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  const rows = async (name: string) => {
    const file = literal(join(outDir, `${name}.${format}`))
    const source =
      format === 'csv' ? `read_csv(${file}, header = true, sample_size = -1)` : `read_parquet(${file})`
    const reader = await connection.runAndReadAll(`from ${source} where exposed_row = ${Number(row)}`)
    return reader.getRowObjectsJson() as Record<string, string | number | null>[]
  }
  try {
    const [verdict] = await rows('verdicts')
    if (!verdict) throw matchRefusals.noSuchRow({ row, rows: report.exposedRows })
    return explained(verdict, await rows('explanations'), report)
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

type Line = Record<string, string | number | null>

function explained(verdict: Line, candidates: Line[], report: MatchReport): RowExplained {
  return {
    exposedRow: Number(verdict['exposed_row']),
    verdict: String(verdict['verdict']),
    memberRow: numberOf(verdict['member_row']),
    memberId: textOf(verdict['member_id']),
    tier: textOf(verdict['tier']),
    weight: numberOf(verdict['weight']),
    runnerUpWeight: numberOf(verdict['runner_up_weight']),
    reason: String(verdict['reason']),
    thresholds: {
      ...report.thresholds,
      version: report.weights,
    },
    candidates: candidates.sort((a, b) => Number(a['candidate']) - Number(b['candidate'])).map(candidateOf),
  }
}

function candidateOf(line: Line): CandidateExplained {
  return {
    memberRow: Number(line['member_row']),
    weight: Number(line['weight']),
    tier: textOf(line['tier']),
    contradiction: textOf(line['contradiction']),
    evidence: EVIDENCE.map((field) => ({
      field,
      level: numberOf(line[`${field}_l`]),
      weight: Number(line[`${field}_w`]),
    })),
  }
}

function numberOf(value: string | number | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(value)
}

function textOf(value: string | number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value)
}

async function findOutputs(outDir: string): Promise<{ format: 'csv' | 'parquet'; report: MatchReport }> {
  const text = await readFile(join(outDir, REPORT_FILE), 'utf8').catch(() => {
    throw matchRefusals.noResults({ folder: outDir })
  })
  for (const format of ['parquet', 'csv'] as const) {
    const found = await access(join(outDir, `verdicts.${format}`)).then(
      () => true,
      () => false,
    )
    if (found) return { format, report: JSON.parse(text) as MatchReport }
  }
  throw matchRefusals.noResults({ folder: outDir })
}
