import { literal, type Query } from './duckdb.ts'
import type { MatchResult } from './match-engine.ts'

/**
 * Copies from the register those whom a later decision may put on the list: everyone the run's files name, with their
 * whole households, and the policyholders two links away that place them there. Kept encrypted, so that a draft can be
 * published after the review without the lists being read again. No national identifier is in it.
 * @param out Parquet, with the columns of the register and `member_row`
 */
export async function keepHouseholds(
  query: Query,
  files: Pick<MatchResult, 'registerRows' | 'members' | 'possible' | 'explanations'>,
  out: string,
): Promise<void> {
  const columns = await query.all(`describe from read_parquet(${literal(files.registerRows)})`)
  const numbered = columns.some((column) => column['column_name'] === 'member_row')
  const linked = columns.some((column) => column['column_name'] === 'policyholder_id')
  const register = numbered
    ? `select * from read_parquet(${literal(files.registerRows)})`
    : `select file_row_number + 1 as member_row, * exclude (file_row_number)
         from read_parquet(${literal(files.registerRows)}, file_row_number = true)`
  const explained = files.explanations
    ? `union select member_row from read_parquet(${literal(files.explanations)})`
    : ''
  await query.all(`
    copy (
      with register as (${register}),
      linked as (
        select member_row, member_id,
               ${linked ? "coalesce(nullif(trim(cast(policyholder_id as varchar)), ''), member_id)" : 'member_id'} as holder
          from register),
      holder_of as (select member_id, any_value(holder) as holder from linked group by 1),
      rooted as (
        select l.member_row, l.holder, coalesce(h.holder, l.holder) as root from linked l left join holder_of h on h.member_id = l.holder),
      named as (
        select member_row from read_parquet(${literal(files.members)}) where class <> 'not_on_list'
        union select member_row from read_parquet(${literal(files.possible)}) ${explained}),
      household as (
        select member_row, holder, root from rooted
         semi join (select distinct root from rooted semi join named using (member_row)) using (root)),
      kept as (
        select member_row from household
        union select l.member_row from linked l semi join household h on h.holder = l.member_id
        union select l.member_row from linked l semi join household h on h.root = l.member_id)
      select register.* from register semi join kept using (member_row) order by member_row
    ) to ${literal(out)} (format parquet, compression zstd)`)
}
