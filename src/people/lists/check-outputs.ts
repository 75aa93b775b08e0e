import { literal, type Query, type Row } from './duckdb.ts'
import type { MatchResult } from './match-engine.ts'
import { VERDICTS, type Verdict } from './model.ts'
import { listRefusals } from './refusals.ts'

export interface VerdictCounts {
  readonly records: number
  readonly byVerdict: Readonly<Record<Verdict, number>>
  readonly byTier: readonly { readonly verdict: Verdict; readonly tier: string; readonly rows: number }[]
}

const KEPT_COLUMNS = {
  verdicts: [
    'exposed_row',
    'verdict',
    'member_row',
    'member_id',
    'tier',
    'weight',
    'runner_up_weight',
    'reason',
  ],
  members: ['member_row', 'member_id', 'class', 'categories'],
  possible: ['exposed_row', 'member_row', 'member_id', 'weight'],
  seen: ['exposed_row', 'categories'],
  explanations: ['exposed_row', 'candidate', 'member_row', 'weight', 'tier', 'contradiction'],
} as const
/** Level of agreement and weight of a field: figures, not values. */
const EVIDENCE = /^[a-z]+_[lw]$/

/** The files that stay in the store in clear hold these columns and no other: no identifier slips in (promise 5). */
export async function checkOutputs(query: Query, result: MatchResult): Promise<void> {
  for (const kind of ['verdicts', 'members', 'possible', 'seen', 'explanations'] as const) {
    const file = result[kind]
    if (!file) continue
    const found = await query.all(`describe from read_parquet(${literal(file)})`)
    const stranger = found.find((row) => !mayStay(kind, row))
    if (stranger) throw listRefusals.identifierInOutput({ column: String(stranger['column_name']) })
  }
}

function mayStay(kind: keyof typeof KEPT_COLUMNS, { column_name: name, column_type: type }: Row): boolean {
  const figures = kind === 'explanations' && EVIDENCE.test(String(name)) && type !== 'VARCHAR'
  return figures || KEPT_COLUMNS[kind].includes(name as never)
}

/**
 * Verdicts counted from the file itself, not from the engine's report. Each exposed record has one verdict and each
 * quarantined one is `unreadable`, or the run stops (promise 1).
 */
export function countVerdicts(query: Query, result: MatchResult): Promise<VerdictCounts> {
  return countVerdictsIn(query, result.verdicts, result.exposed.records + result.exposed.quarantined)
}

/** @param expected rows of the exposed list, which must all be there, each once */
export async function countVerdictsIn(query: Query, file: string, expected: number): Promise<VerdictCounts> {
  const found = await query.all(
    `select verdict, coalesce(cast(tier as varchar), '') as tier, count(*)::integer as n
       from read_parquet(${literal(file)}) group by 1, 2 order by 1, 2`,
  )
  const byTier = found.map((row) => ({
    verdict: row['verdict'] as Verdict,
    tier: String(row['tier']),
    rows: Number(row['n']),
  }))
  const [rowNumbers] = await query.all(
    `select count(distinct exposed_row)::integer as distinct_rows, coalesce(max(exposed_row), 0)::integer as last_row
       from read_parquet(${literal(file)})`,
  )
  const records = byTier.reduce((sum, tier) => sum + tier.rows, 0)
  for (const [what, figure] of [
    ['verdicts', records],
    ['rows with one verdict', Number(rowNumbers?.['distinct_rows'])],
    ['last row', Number(rowNumbers?.['last_row'])],
  ] as const) {
    if (figure !== expected) throw listRefusals.accountBroken({ what, expected, found: figure })
  }
  return { records, byVerdict: byVerdict(byTier), byTier }
}

function byVerdict(byTier: VerdictCounts['byTier']): Record<Verdict, number> {
  const rowsOf = (verdict: Verdict) =>
    byTier.filter((tier) => tier.verdict === verdict).reduce((sum, tier) => sum + tier.rows, 0)
  return Object.fromEntries(VERDICTS.map((verdict) => [verdict, rowsOf(verdict)])) as Record<Verdict, number>
}
