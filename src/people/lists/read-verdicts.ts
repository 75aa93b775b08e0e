import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { DataFolder } from '../../platform/data-folder.ts'
import { literal, withDuckDb } from './duckdb.ts'
import { VERDICTS, type Verdict } from './model.ts'
import { listRefusals } from './refusals.ts'
import type { ExposedRow } from './store-pages.ts'

export interface RowsFilter {
  readonly verdict?: Verdict | undefined
  readonly tier?: string | undefined
}

export type VerdictRow = ExposedRow & { readonly memberId: string | null }

const PAGE = 50

/**
 * Exposed rows of a list version after a row number, in their order, and one more than a page when there is a next one. Read from
 * the kept parquet, which holds row numbers and member ids but nobody's identity. DuckDB skips row groups by row number.
 */
export async function readVerdicts(
  home: DataFolder,
  verdictsPath: string,
  filter: RowsFilter,
  after: number,
): Promise<VerdictRow[]> {
  const conditions = [`exposed_row > ${Math.trunc(after)}`]
  if (filter.verdict && VERDICTS.includes(filter.verdict))
    conditions.push(`verdict = ${literal(filter.verdict)}`)
  if (filter.tier !== undefined)
    conditions.push(`coalesce(cast(tier as varchar), '') = ${literal(filter.tier)}`)
  return readWhere(home, verdictsPath, conditions.join(' and '))
}

/** The verdict of one exposed row; undefined when the list has no such row. */
export async function readVerdict(
  home: DataFolder,
  verdictsPath: string,
  row: number,
): Promise<VerdictRow | undefined> {
  return (await readWhere(home, verdictsPath, `exposed_row = ${Math.trunc(row)}`))[0]
}

async function readWhere(home: DataFolder, verdictsPath: string, condition: string): Promise<VerdictRow[]> {
  const file = join(home.store, verdictsPath, 'verdicts.parquet')
  if (!existsSync(file)) throw listRefusals.notFound()
  const found = await withDuckDb((query) =>
    query.all(
      `select exposed_row, verdict, member_id, cast(tier as varchar) as tier, weight, runner_up_weight, reason
         from read_parquet(${literal(file)}) where ${condition} order by exposed_row limit ${PAGE + 1}`,
    ),
  )
  const number = (cell: unknown) => (cell === null || cell === undefined ? null : Number(cell))
  const text = (cell: unknown) => (cell === null || cell === undefined ? null : String(cell))
  return found.map((row) => ({
    exposedRow: Number(row['exposed_row']),
    verdict: String(row['verdict']),
    memberId: text(row['member_id']),
    tier: text(row['tier']),
    weight: number(row['weight']),
    runnerUpWeight: number(row['runner_up_weight']),
    reason: text(row['reason']),
  }))
}
