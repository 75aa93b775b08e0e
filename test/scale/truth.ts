import { DuckDBInstance } from '@duckdb/node-api'

/** What became of the rows of one kind of damage, or of all. A row with two damages counts under both. */
export interface Comparison {
  readonly damage: string
  readonly rows: number
  /** Rows of people of the register. */
  readonly ours: number
  readonly matchedRight: number
  /** Matched with somebody else, or matched though not ours. */
  readonly matchedWrong: number
  readonly oursNotOurs: number
  readonly oursAmbiguous: number
  readonly othersNotOurs: number
  readonly othersAmbiguous: number
  readonly unreadable: number
  readonly oursUnreadable: number
  /** Rows of the truth without exactly one verdict. */
  readonly lost: number
}

const COUNTS = `
  count(*)::integer as rows,
  count(*) filter (ours)::integer as ours,
  count(*) filter (verdict = 'matched' and ours and member_id = true_id)::integer as "matchedRight",
  count(*) filter (verdict = 'matched' and (not ours or member_id <> true_id))::integer as "matchedWrong",
  count(*) filter (verdict = 'not_ours' and ours)::integer as "oursNotOurs",
  count(*) filter (verdict = 'ambiguous' and ours)::integer as "oursAmbiguous",
  count(*) filter (verdict = 'not_ours' and not ours)::integer as "othersNotOurs",
  count(*) filter (verdict = 'ambiguous' and not ours)::integer as "othersAmbiguous",
  count(*) filter (verdict = 'unreadable')::integer as unreadable,
  count(*) filter (verdict = 'unreadable' and ours)::integer as "oursUnreadable",
  count(*) filter (verdict is null or verdicts <> 1)::integer as lost`

/**
 * Sets verdicts beside the truth. The first line is the whole list; the others are one damage each, most rows first.
 * @param verdicts Parquet file of a match
 * @param truth CSV with `exposed_row`, `member_id` (empty when not ours), `damage` (names joined by `+`)
 */
export async function compareWithTruth(verdicts: string, truth: string): Promise<Comparison[]> {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '6GB' })
  const connection = await instance.connect()
  const text = (value: string) => `'${value.replaceAll("'", "''")}'`
  try {
    await connection.run(`create temp table compared as
      with given as (
        select exposed_row, any_value(verdict) as verdict, any_value(member_id) as member_id, count(*) as verdicts
        from read_parquet(${text(verdicts)}) group by exposed_row
      )
      select t.damage, t.member_id is not null as ours, t.member_id as true_id, g.verdict, g.member_id, g.verdicts
      from read_csv(${text(truth)}, header = true, all_varchar = true, nullstr = '') t
      left join given g on g.exposed_row = t.exposed_row::integer`)
    const reader = await connection.runAndReadAll(`
      select 'all' as damage, ${COUNTS} from compared
      union all
      select * from (select damage, ${COUNTS} from (
        select * replace (unnest(string_split(damage, '+')) as damage) from compared
      ) group by damage order by rows desc)`)
    return reader.getRowObjectsJS() as unknown as Comparison[]
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
