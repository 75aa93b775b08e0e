import { literal, type Query } from './duckdb.ts'
import type { MatchResult } from './match-engine.ts'
import { populationSaid } from './population-words.ts'
import { listRefusals } from './refusals.ts'
import { text } from './register-cells.ts'

/** As many kinds of cells as are looked at: a column that holds more names no population. */
const MOST = 1000

/**
 * Every cell of the population column must say one that we know: taken for an insured person, a health professional would be
 * told the wrong data, and nobody would see it. The cell itself is not quoted, for it may be a name under a wrong header.
 * @throws lists.unknownPopulation naming the first row
 */
export async function refuseUnknownPopulation(
  query: Query,
  { registerRows, register }: Pick<MatchResult, 'registerRows' | 'register'>,
  file: string,
): Promise<void> {
  const columns = await query.all(`describe from read_parquet(${literal(registerRows)})`)
  const has = (name: string) => columns.some((column) => column['column_name'] === name)
  if (!has('population')) return
  const numbered = has('member_row')
  const row = numbered ? 'member_row' : 'file_row_number + 1'
  const found = await query.all(`
    select cast(population as varchar) as cell, min(${row})::bigint as first
      from read_parquet(${literal(registerRows)}${numbered ? '' : ', file_row_number = true'})
     group by 1 order by 2 limit ${MOST}`)
  const unknown = found.find((one) => populationSaid(text(one['cell'])) === undefined)
  if (!unknown) return
  const column = register.columns['population'] ?? 'population'
  throw listRefusals.unknownPopulation({ file, column, row: Number(unknown['first']) })
}
