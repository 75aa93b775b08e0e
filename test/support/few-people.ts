import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { literal, withDuckDb } from '../../src/people/lists/duckdb.ts'
import type { FileAccount, MatchEngine } from '../../src/people/lists/match-engine.ts'
import { fingerprint } from '../../src/people/lists/stored-files.ts'
import type { Platform } from '../../src/platform/platform.ts'

/** A member of a small register, as a match would leave them. */
export interface FewMember {
  readonly id: string
  readonly holder?: string
  readonly email?: string
  readonly minor?: boolean
  readonly deceased?: boolean
}

/** One exposed row: whose it is by the engine, and whom it may be when that is not sure. */
export interface FewRow {
  readonly verdict: 'matched' | 'ambiguous' | 'not_ours' | 'unreadable'
  readonly member?: string
  readonly tier?: string
  /** Member and weight, for an ambiguous row. */
  readonly possible?: readonly (readonly [string, number])[]
  readonly fields?: string
  /** What the row says: two lists whose rows have the same label have the same row. */
  readonly label?: string
}

/** Outputs of a match for a register and rows given by hand: classes follow from the rows, as the engine's do. */
export function anEngineFor(members: readonly FewMember[], exposed: readonly FewRow[]): MatchEngine {
  return async (asked) => {
    const work = (name: string) => join(asked.workDir, `${name}.parquet`)
    const out = (name: string) => join(asked.outDir, `${name}.parquet`)
    await withDuckDb(async ({ all }) => {
      const write = (sql: string, file: string) => all(`copy (${sql}) to ${literal(file)}`)
      await write(registerSql(members), work('register'))
      await write(verdictsSql(members, exposed), out('verdicts'))
      await write(possibleSql(members, exposed), out('possible'))
      await write(seenSql(exposed), work('seen'))
      await write(membersSql(members, exposed), out('members'))
    })
    writeFileSync(join(asked.outDir, 'report.json'), '{}')
    const unreadable = exposed.filter((row) => row.verdict === 'unreadable').length
    return {
      engineVersion: '1',
      weightsVersion: '1',
      register: await account(asked.register, members.length, 0),
      exposed: await account(asked.exposed, exposed.length - unreadable, unreadable),
      registerRows: work('register'),
      members: out('members'),
      verdicts: out('verdicts'),
      possible: out('possible'),
      seen: work('seen'),
      explanations: null,
      report: join(asked.outDir, 'report.json'),
      quarantine: null,
    }
  }
}

const text = (value: string | undefined) => (value === undefined ? 'null::varchar' : literal(value))
const values = (lines: readonly string[], columns: string, empty: string) =>
  lines.length > 0
    ? `select * from (values ${lines.join(', ')}) t(${columns})`
    : `select * from (values ${empty}) t(${columns}) where false`

function registerSql(members: readonly FewMember[]): string {
  const lines = members.map(
    (one, index) =>
      `(${index + 1}, ${text(one.id)}, ${text(one.holder)}, ${text(`Nom${one.id}`)}, 'Prénom', 19700101, ${text(one.email ?? `${one.id.toLowerCase()}@courriel.example`)}, ${one.minor ?? false}, ${one.deceased ?? false})`,
  )
  const columns =
    'member_row, member_id, policyholder_id, surname, first_names, birth_date, email, minor, deceased'
  const rest = ['member_number', 'usage_name', 'contract', 'insurer', 'rank', 'sex']
  const some = values(lines, columns, `(1, '', '', '', '', 0, '', false, false)`)
  return `select *, ${rest.map((name) => `null::varchar as ${name}`).join(', ')} from (${some})`
}

const rowOf = (members: readonly FewMember[], id: string | undefined) => {
  const at = members.findIndex((one) => one.id === id)
  return at < 0 ? 'null::integer' : String(at + 1)
}

function verdictsSql(members: readonly FewMember[], exposed: readonly FewRow[]): string {
  const lines = exposed.map((row, index) => {
    const member = row.member ?? row.possible?.[0]?.[0]
    const weight = row.verdict === 'matched' ? 60 : (row.possible?.[0]?.[1] ?? 'null::double')
    const tier = row.verdict === 'matched' ? text(row.tier ?? 'T1') : 'null::varchar'
    return `(${index + 1}, ${text(row.verdict)}, ${rowOf(members, member)}, ${text(member)}, ${tier}, ${weight}::double, null::double, 'essai')`
  })
  const columns = 'exposed_row, verdict, member_row, member_id, tier, weight, runner_up_weight, reason'
  return values(lines, columns, `(1, '', 1, '', '', 1.0, 1.0, '')`)
}

function possibleSql(members: readonly FewMember[], exposed: readonly FewRow[]): string {
  const lines = exposed.flatMap((row, index) =>
    (row.possible ?? []).map(
      ([member, weight]) => `(${index + 1}, ${rowOf(members, member)}, ${text(member)}, ${weight}::double)`,
    ),
  )
  return values(lines, 'exposed_row, member_row, member_id, weight', `(1, 1, '', 1.0::double)`)
}

function seenSql(exposed: readonly FewRow[]): string {
  const lines = exposed.map((row, index) => `(${index + 1}, ${text(row.fields ?? 'surname')})`)
  return values(lines, 'exposed_row, categories', `(1, '')`)
}

/** Told from the rows in plain TypeScript: the oracle of what SQL says after decisions. */
export function classesOf(
  members: readonly FewMember[],
  exposed: readonly FewRow[],
): Map<string, { class: string; categories: string[] }> {
  return new Map(
    members.map(({ id }) => {
      const matched = exposed.filter((row) => row.verdict === 'matched' && row.member === id)
      const unsure = exposed.filter(
        (row) => row.verdict === 'ambiguous' && row.possible?.some(([other]) => other === id),
      )
      const sure = matched.some((row) => ['T1', 'T2', 'T3', 'T4', 'H'].includes(row.tier ?? 'T1'))
      const kind = sure
        ? 'confirmed'
        : matched.length
          ? 'presumed'
          : unsure.length
            ? 'cannot_be_excluded'
            : 'not_on_list'
      const rows = matched.length > 0 ? matched : unsure
      const categories = [...new Set(rows.flatMap((row) => (row.fields ?? 'surname').split('|')))].sort()
      return [id, { class: kind, categories }]
    }),
  )
}

function membersSql(members: readonly FewMember[], exposed: readonly FewRow[]): string {
  const classes = classesOf(members, exposed)
  const lines = members.map(({ id }, index) => {
    const { class: kind, categories } = classes.get(id)!
    return `(${index + 1}, ${text(id)}, ${text(kind)}, ${categories.length > 0 ? text(categories.join('|')) : 'null::varchar'})`
  })
  return values(lines, 'member_row, member_id, class, categories', `(1, '', '', '')`)
}

async function account(path: string, records: number, quarantined: number): Promise<FileAccount> {
  return {
    sha256: (await fingerprint(path)).sha256,
    encoding: 'utf-8',
    separator: ';',
    columns: { surname: 'nom' },
    lines: records + quarantined + 1,
    headerLines: 1,
    blankLines: 0,
    records,
    continuation: 0,
    quarantined,
  }
}

/** The exposed list that goes with the rows: what a reader of the review sees of them. Each text is a file of its own. */
function exposedText(exposed: readonly FewRow[], name: string): string {
  const lines = exposed.map(({ label }, index) => `Nom${label ?? index};Prénom;01/01/1970`)
  return ['nom;prenom;date_naissance', ...lines, `${name};;`].join('\n')
}

/** An incident, and a way of giving its lists: each gift is two files of their own. */
export async function anIncidentOfLists(platform: Platform & { home: { root: string } }) {
  const incidentId = randomUUID()
  await platform.db.query(
    `insert into incident (id, reference, title, exercise, opened_at, opened_by) values ($1::uuid, 'essai-' || $1::text, 'Essai', true, now(), 'essai')`,
    [incidentId],
  )
  const request = (exposed: readonly FewRow[], more = {}) => {
    const folder = join(platform.home.root, randomUUID())
    mkdirSync(folder)
    const paths = { registerPath: join(folder, 'register.csv'), exposedPath: join(folder, 'exposed.csv') }
    writeFileSync(
      paths.registerPath,
      `reference;nom;prenom;date_naissance\n1;${randomUUID()};Prénom;01/01/1970\n`,
    )
    writeFileSync(paths.exposedPath, exposedText(exposed, randomUUID()))
    return { incidentId, ...paths, ...more }
  }
  return { incidentId, request }
}
