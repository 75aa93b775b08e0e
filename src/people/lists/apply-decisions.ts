import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fields } from '../read/index.ts'
import type { RunFiles } from './build-version.ts'
import { countVerdictsIn, type VerdictCounts } from './check-outputs.ts'
import { literal, type Query } from './duckdb.ts'
import { listRefusals } from './refusals.ts'
import { versionRefusals } from './version-refusals.ts'

/** A decision of the review in force: is this exposed row this member? */
export interface Decision {
  readonly exposedRow: number
  readonly memberId: string
  readonly decision: 'same' | 'different'
}

export interface Decided {
  /** The same files as the run's, with the decisions in them. */
  readonly files: RunFiles
  readonly verdicts: VerdictCounts
  readonly decisions: number
  /** Over the decisions, whatever their order: two versions with the same one heard the same readers. */
  readonly sha256: string
}

/** What identifies a set of decisions; null for none. */
export function decisionsHash(decisions: readonly Decision[]): string | null {
  if (decisions.length === 0) return null
  const lines = decisions.map(({ exposedRow, memberId, decision }) =>
    JSON.stringify([exposedRow, memberId, decision]),
  )
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex')
}

/**
 * The verdicts of a run after the review. `same`: the row is that member's, tier `H`, and may be nobody else's any longer.
 * `different`: it is not that member's; a row that may be nobody is `not_ours`, reason `review`. Classes and categories of
 * the members concerned are told anew from their rows. Decisions outrank the engine; what they do not touch stays.
 * @param out folder that receives verdicts, members and possible
 * @throws lists.decisionsConflict, lists.accountBroken
 */
export async function decideVerdicts(
  query: Query,
  files: RunFiles,
  decisions: readonly Decision[],
  out: string,
): Promise<Decided> {
  await mkdir(out, { recursive: true, mode: 0o700 })
  const decidedFiles: RunFiles = {
    verdicts: join(out, 'verdicts.parquet'),
    members: join(out, 'members.parquet'),
    possible: join(out, 'possible.parquet'),
    seen: files.seen,
  }
  await loadDecisions(query, decisions)
  await refuseImpossible(query, files)
  await query.all(touchedSql(files))
  await query.all(verdictsSql(files, decidedFiles.verdicts))
  await query.all(possibleSql(files, decidedFiles.possible))
  await query.all(membersSql(files, decidedFiles))
  await refuseLost(query, files, decidedFiles)
  return {
    files: decidedFiles,
    verdicts: await countVerdictsIn(query, decidedFiles.verdicts, await rowsIn(query, files.verdicts)),
    decisions: decisions.length,
    sha256: decisionsHash(decisions) ?? '',
  }
}

const parquet = (file: string) => `read_parquet(${literal(file)})`
const BATCH = 5000

async function loadDecisions(query: Query, decisions: readonly Decision[]): Promise<void> {
  await query.all(
    'create or replace temp table decision (exposed_row bigint, member_id varchar, same boolean)',
  )
  for (let at = 0; at < decisions.length; at += BATCH) {
    const values = decisions
      .slice(at, at + BATCH)
      .map((one) => `(${Math.trunc(one.exposedRow)}, ${literal(one.memberId)}, ${one.decision === 'same'})`)
    await query.all(`insert into decision values ${values.join(', ')}`)
  }
}

/** A row is one member's at most, is readable, and its member exists: else somebody must look before anything is published. */
async function refuseImpossible(query: Query, files: RunFiles): Promise<void> {
  const [found] = await query.all(`
    select min(exposed_row)::integer as row from (
      select exposed_row from decision where same group by exposed_row having count(distinct member_id) > 1
      union all
      select a.exposed_row from decision a join decision b using (exposed_row, member_id) where a.same and not b.same
      union all
      select d.exposed_row from decision d left join ${parquet(files.verdicts)} v using (exposed_row)
       where coalesce(v.verdict, 'unreadable') = 'unreadable'
      union all
      select exposed_row from decision d anti join ${parquet(files.members)} m using (member_id) where d.same)`)
  const row = found?.['row']
  if (row !== null && row !== undefined) throw versionRefusals.decisionsConflict({ row: Number(row) })
}

/** The rows that a decision speaks of, with the verdict it gives them. */
function touchedSql(files: RunFiles): string {
  return `
    create or replace temp table open_pair as
      select p.exposed_row, p.member_row, p.member_id, p.weight from ${parquet(files.possible)} p
       semi join decision using (exposed_row)
       anti join (select * from decision where not same) d on d.exposed_row = p.exposed_row and d.member_id = p.member_id
       anti join (select * from decision where same) s on s.exposed_row = p.exposed_row;
    create or replace temp table member_row_of as
      select member_id, min(member_row) as member_row from ${parquet(files.members)}
       semi join decision using (member_id) group by member_id;
    create or replace temp table touched as
    with spoken as (select v.* from ${parquet(files.verdicts)} v semi join decision using (exposed_row)),
    said as (select exposed_row, any_value(member_id) as member_id from decision where same group by 1),
    refused as (select exposed_row, member_id from decision where not same group by all),
    left_over as (
      select exposed_row, member_row, member_id, weight,
             lead(weight) over nearest as next_weight, row_number() over nearest as place
        from open_pair window nearest as (partition by exposed_row order by weight desc, member_id, member_row)),
    judged as (
      select v.*, s.member_id as said_id, p.weight as said_weight, l.member_row as open_row, l.member_id as open_id,
             l.weight as open_weight, l.next_weight,
             case when s.member_id is not null then 'matched'
                  when v.verdict = 'matched' and r.member_id is not null then 'not_ours'
                  when v.verdict = 'ambiguous' and v.member_id is not null and l.member_id is null then 'not_ours'
                  else v.verdict end as decided
        from spoken v
        left join said s using (exposed_row)
        left join refused r on r.exposed_row = v.exposed_row and r.member_id = v.member_id
        left join left_over l on l.exposed_row = v.exposed_row and l.place = 1
        left join (select exposed_row, member_id, max(weight) as weight from ${parquet(files.possible)} group by all) p
               on p.exposed_row = v.exposed_row and p.member_id = s.member_id)
    select exposed_row, decided as verdict,
           case when said_id is not null then m.member_row when decided = 'not_ours' then null
                when decided = 'ambiguous' then open_row else j.member_row end as member_row,
           case when said_id is not null then said_id when decided = 'not_ours' then null
                when decided = 'ambiguous' then open_id else j.member_id end as member_id,
           case when said_id is not null then 'H' when decided = 'matched' then j.tier end as tier,
           case when said_id = j.member_id then j.weight when said_id is not null then said_weight
                when decided = 'not_ours' then null when decided = 'ambiguous' then open_weight else j.weight end as weight,
           case when said_id is not null then case when said_id = j.member_id then runner_up_weight end
                when decided = 'not_ours' then coalesce(j.weight, runner_up_weight)
                when decided = 'ambiguous' then next_weight else runner_up_weight end as runner_up_weight,
           case when said_id is not null or (decided = 'not_ours' and verdict <> 'not_ours') then 'review'
                else reason end as reason
      from judged j left join member_row_of m on m.member_id = j.said_id`
}

/** In the order of the file, each row once: the touched ones in the place of what they were. */
function verdictsSql(files: RunFiles, out: string): string {
  const columns = 'exposed_row, verdict, member_row, member_id, tier, weight, runner_up_weight, reason'
  return `
    copy (
      select ${columns} from ${parquet(files.verdicts)} v anti join touched using (exposed_row)
      union all select ${columns} from touched
      order by exposed_row
    ) to ${literal(out)} (format parquet, compression zstd)`
}

function possibleSql(files: RunFiles, out: string): string {
  return `
    copy (
      select exposed_row, member_row, member_id, weight from ${parquet(files.possible)} anti join touched using (exposed_row)
      union all
      select o.exposed_row, o.member_row, o.member_id, o.weight from open_pair o
        semi join (select * from touched where verdict = 'ambiguous') t using (exposed_row)
      order by exposed_row, weight desc, member_id, member_row
    ) to ${literal(out)} (format parquet, compression zstd)`
}

/**
 * Members near a touched row before or after it was: their class and categories come from all the rows they have now. The
 * others are copied as they are.
 */
function membersSql(files: RunFiles, decided: RunFiles): string {
  const order = `[${fields.map((field) => literal(field)).join(', ')}]`
  const seen = files.seen
    ? `select exposed_row, string_split(categories, '|') as filled from ${parquet(files.seen)} where categories is not null`
    : 'select null::bigint as exposed_row, null::varchar[] as filled where false'
  return `
    create or replace temp table near as
      select member_id from ${parquet(files.verdicts)} semi join touched using (exposed_row) where member_id is not null
      union select member_id from ${parquet(files.possible)} semi join touched using (exposed_row)
      union select member_id from touched where member_id is not null;
    create or replace temp table now_row as
      select v.member_id, v.exposed_row, v.tier as tier, true as matched from ${parquet(decided.verdicts)} v semi join near using (member_id)
       where v.verdict = 'matched'
      union all
      select p.member_id, p.exposed_row, null, false from ${parquet(decided.possible)} p semi join near using (member_id);
    create or replace temp table standing as
      select member_id, bool_or(matched) as matched, coalesce(bool_or(matched and tier in ('T1', 'T2', 'T3', 'T4', 'H')), false) as sure
        from now_row group by member_id;
    create or replace temp table filled as
      select n.member_id, list_sort(list_distinct(flatten(list(s.filled)))) as names
        from now_row n join standing w using (member_id)
        join (${seen}) s on s.exposed_row = n.exposed_row
       where n.matched = w.matched group by n.member_id;
    copy (
      select member_row, member_id, class, categories from ${parquet(files.members)} anti join near using (member_id)
      union all
      select m.member_row, m.member_id,
             case when w.sure then 'confirmed' when w.matched then 'presumed'
                  when w.member_id is not null then 'cannot_be_excluded' else 'not_on_list' end,
             case when w.member_id is null then null
                  when ${files.seen ? 'true' : 'false'} then nullif(array_to_string(list_filter(${order}, name -> list_contains(f.names, name)), '|'), '')
                  else cast(m.categories as varchar) end
        from ${parquet(files.members)} m semi join near using (member_id)
        left join standing w using (member_id) left join filled f using (member_id)
      order by member_row
    ) to ${literal(decided.members)} (format parquet, compression zstd)`
}

/** Promise 1 after the review: rows in = verdicts out, members in = members out, and class and rows of a member agree. */
async function refuseLost(query: Query, files: RunFiles, decided: RunFiles): Promise<void> {
  const figures = await query.all(`
    with before as (select count(*) as n, count(distinct exposed_row) as d from ${parquet(files.verdicts)}),
    after as (select count(*) as n, count(distinct exposed_row) as d from ${parquet(decided.verdicts)}),
    matched as (select distinct member_id from ${parquet(decided.verdicts)} where verdict = 'matched'),
    open as (select distinct member_id from ${parquet(decided.possible)} anti join matched using (member_id))
    select 'rows after review' as what, before.n as expected, after.n as found from before, after
    union all select 'rows with one verdict after review', before.n, after.d from before, after
    union all select 'members after review', (select count(*) from ${parquet(files.members)}), (select count(*) from ${parquet(decided.members)})
    union all select 'concerned after review', (select count(*) from matched),
      (select count(*) from ${parquet(decided.members)} semi join matched using (member_id) where class in ('confirmed', 'presumed'))
    union all select 'concerned members after review', (select count(*) from matched),
      (select count(*) from ${parquet(decided.members)} where class in ('confirmed', 'presumed'))
    union all select 'not excluded after review', (select count(*) from open),
      (select count(*) from ${parquet(decided.members)} where class = 'cannot_be_excluded')
    union all select 'decided rows', (select count(*) from decision where same),
      (select count(*) from ${parquet(decided.verdicts)} v join decision d using (exposed_row, member_id) where d.same and v.verdict = 'matched' and v.tier = 'H')
    union all select 'refused pairs', 0, (
      select count(*) from decision d join ${parquet(decided.verdicts)} v using (exposed_row, member_id) where not d.same)`)
  for (const row of figures) {
    const [what, expected, found] = [String(row['what']), Number(row['expected']), Number(row['found'])]
    if (expected !== found) throw listRefusals.accountBroken({ what, expected, found })
  }
}

async function rowsIn(query: Query, file: string): Promise<number> {
  const [row] = await query.all(`select count(*)::integer as n from ${parquet(file)}`)
  return Number(row?.['n'])
}
