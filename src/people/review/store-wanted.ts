import { type Cell, literal, type Query, type Row } from '../../platform/duckdb.ts'
import { MOST_CANDIDATES, type ReviewFiles } from './model.ts'

/** A stratum is read blind on one row in a hundred, within these bounds: what a team can read in a few days. */
export const SAMPLE = { share: 0.01, least: 30, most: 1000 } as const

/** Rows that a person will read, told by the outputs of a match alone. */
export interface Wanted {
  readonly exposedRow: number
  readonly stratum: string
  readonly reason: string
  readonly engineMember: string | null
  /** Order of the blind sample, both strata together. */
  readonly draw: number | null
  readonly members: readonly string[]
  readonly atStake: readonly string[]
  readonly candidates: readonly Row[]
}

export interface Draw {
  readonly stratum: 'matched' | 'not_ours'
  readonly rows: number
  readonly drawn: number
}

/** Fields of the register that a reader compares; the register of a match holds no national identifier. */
export const COMPARED = [
  'birth_date',
  'rank',
  'surname',
  'usage_name',
  'first_names',
  'sex',
  'member_number',
  'contract',
  'insurer',
  'postcode',
  'city',
] as const

/**
 * Works out, in tables of the work database, which rows are read and by whom each may be. A row of another insurer is
 * never drawn: its people are not this controller's to see (design, promise 9). The draw orders rows by a hash of run
 * and row, so that any beginning of the sample is itself a fair sample.
 */
export async function prepareWanted(query: Query, runId: string, files: ReviewFiles): Promise<Draw[]> {
  const run = literal(runId)
  await query.all(
    `create view verdict as select exposed_row, verdict, reason, member_row, member_id from read_parquet(${literal(files.verdicts)})
      where verdict in ('ambiguous', 'matched') or (verdict = 'not_ours' and reason is distinct from 'other_insurer')`,
  )
  const draws = await Promise.all(
    (['matched', 'not_ours'] as const).map(async (stratum) => {
      const [found] = await query.all(
        `select count(*)::integer as n from verdict where verdict = '${stratum}'`,
      )
      const rows = Number(found?.['n'])
      const wanted = Math.min(SAMPLE.most, Math.max(SAMPLE.least, Math.ceil(rows * SAMPLE.share)))
      return { stratum, rows, drawn: Math.min(rows, wanted) }
    }),
  )
  const drawn = draws.map(
    ({ stratum, drawn }) =>
      `(from verdict where verdict = '${stratum}' order by hash(${run}, exposed_row), exposed_row limit ${drawn})`,
  )
  await query.all(
    `create table wanted as
       select exposed_row, verdict as stratum, coalesce(reason, '') as reason, null::varchar as engine_member,
              null::integer as member_row, null::integer as draw
         from verdict where verdict = 'ambiguous'
       union all
       select exposed_row, verdict, coalesce(reason, ''), member_id, member_row,
              row_number() over (order by hash('place', ${run}, exposed_row), exposed_row)::integer
         from (${drawn.join(' union all ')})`,
  )
  await nameCandidates(query, files)
  return draws
}

/**
 * Everyone a row may be, in order; of a tie, also whom it ties with, who may be just out of reach. `at_stake` when no
 * matched row puts them on the list whatever is decided here.
 */
async function nameCandidates(query: Query, files: ReviewFiles): Promise<void> {
  const explained = files.explanations === null ? null : `read_parquet(${literal(files.explanations)})`
  const others = explained
    ? `union select w.exposed_row, x.member_row, x.weight, x.candidate::integer, false
         from wanted w join ${explained} x using (exposed_row) where w.stratum <> 'ambiguous' or w.reason = 'tie'`
    : ''
  await query.all(
    `create table named as
       select exposed_row, member_row, max(weight) as weight, min(place) as place, bool_or(possible) as possible from (
         select p.exposed_row, p.member_row, p.weight, 0 as place, true as possible
           from wanted w join read_parquet(${literal(files.possible)}) p using (exposed_row) where w.stratum = 'ambiguous'
         union select exposed_row, member_row, null, 0, true from wanted where stratum = 'matched'
         ${others}) group by exposed_row, member_row`,
  )
  await query.all(
    `create table certain as select distinct member_row from verdict
      where verdict = 'matched' and exposed_row not in (select exposed_row from wanted where stratum = 'matched')
        and member_row in (select member_row from named)`,
  )
}

/** An exposed row that no candidate came near, by what a looser search needs; empty texts are unknown. */
export interface Lonely {
  readonly exposedRow: number
  /** yyyymmdd, 0 when unknown. */
  readonly birth: number
  readonly surname: string
  readonly firstNames: string
  readonly memberNumber: string
}

/** A date or a number of more members than this is a filler: it brings nobody nearer, and all of them into memory. */
const MOST_SHARING = 5000

/**
 * The nearest members of the register for rows that the match found near nobody: the same day of birth (or day and month
 * exchanged) or the same member number as written, then names most alike. Looser than the engine on purpose: the sample
 * must be able to find what the engine's own blocks missed.
 */
export async function nearestMembers(
  query: Query,
  files: ReviewFiles,
  rows: readonly Lonely[],
): Promise<Map<number, Row[]>> {
  if (rows.length === 0) return new Map()
  const register = literal(files.registerRows)
  const present = await columnsOf(query, register)
  if (!present.has('member_row') || !present.has('birth_date') || !present.has('surname')) return new Map()
  const values = rows.map(
    ({ exposedRow, birth, surname, firstNames, memberNumber }) =>
      `(${exposedRow}, ${birth}, ${literal(surname)}, ${literal(firstNames)}, ${literal(memberNumber)})`,
  )
  const fields = COMPARED.filter((field) => present.has(field)).map(
    (field) => `'${field}': cast(r.${field} as varchar)`,
  )
  const found = await query.all(`
    with sought(exposed_row, birth, surname, first_names, member_number) as (values ${values.join(', ')}),
    dated as (
      select *, birth as day from sought where birth > 0
      union select *, birth // 10000 * 10000 + birth % 100 * 100 + birth // 100 % 100 from sought where birth > 0
    ), telling_day as (
      select birth_date as day from read_parquet(${register})
       where birth_date in (select day from dated) group by 1 having count(*) <= ${MOST_SHARING}
    ), telling_number as (
      select member_number from read_parquet(${register})
       where member_number in (select member_number from sought where member_number <> '') group by 1 having count(*) <= ${MOST_SHARING}
    ), near as (
      select s.exposed_row, r.member_row
        from dated s join telling_day using (day) join read_parquet(${register}) r on r.birth_date = s.day
      union
      select s.exposed_row, r.member_row
        from sought s join telling_number using (member_number) join read_parquet(${register}) r on r.member_number = s.member_number
    ), alike as (
      select n.exposed_row, r.*,
        jaro_winkler_similarity(upper(strip_accents(coalesce(r.surname, ''))), s.surname)
          + jaro_winkler_similarity(upper(strip_accents(coalesce(r.first_names, ''))), s.first_names) as likeness
      from near n join sought s using (exposed_row) join read_parquet(${register}) r using (member_row)
    )
    select r.exposed_row, {'memberId': cast(r.member_id as varchar), 'memberRow': r.member_row, 'weight': null,
      'contradiction': null, 'evidence': null, 'fields': {${fields.join(', ')}}} as candidate
    from alike r
    qualify row_number() over (partition by r.exposed_row order by r.likeness desc, r.member_row) <= 2
    order by r.exposed_row, r.likeness desc, r.member_row`)
  const nearest = new Map<number, Row[]>()
  for (const row of found) {
    const at = Number(row['exposed_row'])
    nearest.set(at, [...(nearest.get(at) ?? []), row['candidate'] as unknown as Row])
  }
  return nearest
}

export async function wantedRowNumbers(query: Query): Promise<Int32Array> {
  const [{ n } = { n: 0 }] = (await query.all(`select count(*)::integer as n from wanted`)) as { n: Cell }[]
  const numbers = new Int32Array(Number(n))
  let at = 0
  for await (const chunk of query.stream(`select exposed_row from wanted order by exposed_row`)) {
    for (const row of chunk) numbers[at++] = Number(row['exposed_row'])
  }
  return numbers
}

/** A list whose rows all look alike has hundreds of pairs a row: described at once, they would not fit in memory. */
const PAIRS_AT_ONCE = 500_000

/** The wanted rows in the order of the file, each with its candidates: memory holds a stretch of them. */
export async function* streamWanted(
  query: Query,
  files: ReviewFiles,
  pairsAtOnce = PAIRS_AT_ONCE,
): AsyncIterable<Wanted> {
  for (const stretch of await stretchesOf(query, pairsAtOnce)) {
    for await (const chunk of query.stream(await wantedSql(query, files, stretch))) {
      for (const row of chunk) yield wantedOf(row)
    }
  }
}

/** Conditions on the row number that part the wanted rows, in their order. */
async function stretchesOf(query: Query, pairsAtOnce: number): Promise<string[]> {
  const found = await query.all(`
    with counted as (
      select w.exposed_row, coalesce(n, 0) as n
        from wanted w left join (select exposed_row, count(*) as n from named group by 1) using (exposed_row)),
    parted as (select exposed_row, sum(n) over (order by exposed_row) // ${pairsAtOnce} as part from counted)
    select min(exposed_row)::integer as first, max(exposed_row)::integer as last from parted group by part order by 1`)
  return found.map(({ first, last }) => `exposed_row between ${first} and ${last}`)
}

async function wantedSql(query: Query, files: ReviewFiles, stretch: string): Promise<string> {
  const register = literal(files.registerRows)
  const present = await columnsOf(query, register)
  const numbered = present.has('member_row')
  const fields = COMPARED.filter((field) => present.has(field)).map(
    (field) => `'${field}': cast(r.${field} as varchar)`,
  )
  const evidence = files.explanations ? await evidenceSql(query, literal(files.explanations)) : null
  return `
    with register as (
      select * from read_parquet(${register}${numbered ? '' : ', file_row_number = true'})
    ), placed as (
      select exposed_row, member_row, weight, possible,
        row_number() over (partition by exposed_row order by place, weight desc nulls last, member_row) as place
      from named where ${stretch}
    ), described as (
      select p.exposed_row, p.place, cast(r.member_id as varchar) as member_id, p.possible and c.member_row is null as at_stake,
        case when p.place <= ${MOST_CANDIDATES} then {
          'memberId': cast(r.member_id as varchar), 'memberRow': p.member_row,
          'weight': ${evidence ? 'coalesce(x.weight, p.weight)' : 'p.weight'},
          'contradiction': ${evidence ? 'x.contradiction' : 'null'},
          'evidence': ${evidence ?? 'null'}, 'fields': {${fields.join(', ')}}
        } end as candidate
      from placed p
      join register r on ${numbered ? 'r.member_row' : 'r.file_row_number + 1'} = p.member_row
      left join certain c on c.member_row = p.member_row
      ${files.explanations ? `left join read_parquet(${literal(files.explanations)}) x on x.exposed_row = p.exposed_row and x.member_row = p.member_row` : ''}
    ), gathered as (
      select exposed_row, list(member_id order by place) as members,
        list(member_id order by place) filter (at_stake) as at_stake,
        list(candidate order by place) filter (candidate is not null) as candidates
      from described group by exposed_row
    )
    select w.exposed_row, w.stratum, w.reason, w.engine_member, w.draw, g.members, g.at_stake, g.candidates
    from (from wanted where ${stretch}) w left join gathered g using (exposed_row) order by w.exposed_row`
}

async function columnsOf(query: Query, file: string): Promise<Set<string>> {
  const found = await query.all(`describe from read_parquet(${file})`)
  return new Set(found.map((row) => String(row['column_name'])))
}

/** `{nid: [4, 18], …}` as the engine left it, whatever its fields. */
async function evidenceSql(query: Query, file: string): Promise<string> {
  const present = await columnsOf(query, file)
  const fields = [...present].filter((name) => name.endsWith('_l') && present.has(`${name.slice(0, -2)}_w`))
  const pairs = fields.map((level) => {
    const field = level.slice(0, -2)
    return `'${field}': [x.${field}_l::double, x.${field}_w::double]`
  })
  return pairs.length === 0
    ? 'null'
    : `case when x.member_row is null then null else {${pairs.join(', ')}} end`
}

function wantedOf(row: Row): Wanted {
  const text = (cell: Cell | undefined) => (cell === null || cell === undefined ? null : String(cell))
  const list = (cell: unknown) => (Array.isArray(cell) ? cell : [])
  return {
    exposedRow: Number(row['exposed_row']),
    stratum: String(row['stratum']),
    reason: String(row['reason']),
    engineMember: text(row['engine_member']),
    draw: row['draw'] === null ? null : Number(row['draw']),
    members: list(row['members']).map(String),
    atStake: list(row['at_stake']).map(String),
    candidates: list(row['candidates']) as Row[],
  }
}
