import { fields } from '../read/index.ts'
import type { FileReport, MatchReport } from './model.ts'
import type { LoadedList } from './run-match.ts'
import memberIdsSql from './sql/member-ids.sql'
import verdictHashSql from './sql/verdict-hash.sql'
import { type Thresholds, thresholdsFor, WEIGHTS } from './weights.ts'
import type { WorkDatabase } from './work-database.ts'

/** Of a run, by the longer of its lists: quarantined rows count, so that a repair changes no threshold. */
export function thresholdsOf(loaded: { register: LoadedList; exposed: LoadedList }): Thresholds {
  const rows = ({ read: { accounting } }: LoadedList) => accounting.records + accounting.quarantined
  return thresholdsFor(Math.max(rows(loaded.register), rows(loaded.exposed)))
}

export type DescribedRun = Omit<MatchReport, 'outputs' | 'cpuSeconds' | 'peakMemoryBytes'> & {
  readonly started: { wall: number; cpu: NodeJS.CpuUsage }
}

/** The figures of a run, read from its work database. */
export async function describeRun(
  db: WorkDatabase,
  loaded: { register: LoadedList; exposed: LoadedList },
  seconds: Record<string, number>,
  started: DescribedRun['started'],
): Promise<DescribedRun> {
  const { records, quarantined } = loaded.exposed.read.accounting
  const [facts] = await db.rows<{ hash: string }>(verdictHashSql)
  const [version] = await db.rows<{ duckdb: string }>('select version() as duckdb')
  const [ids] = await db.rows<{ duplicates: number; formulas: number }>(memberIdsSql)
  const own = await db.rows<{ insurer: string }>('select insurer from own_insurer order by insurer limit 100')
  return {
    register: describeFile(loaded.register),
    exposed: describeFile(loaded.exposed),
    members: loaded.register.read.accounting.records,
    exposedRows: records + quarantined,
    verdicts: {
      matched: 0,
      not_ours: 0,
      ambiguous: 0,
      unreadable: 0,
      ...(await countBy(db, 'verdict', 'verdict')),
    },
    tiers: await countBy(db, 'tier', 'verdict'),
    reasons: await countBy(db, 'reason', 'verdict'),
    classes: {
      confirmed: 0,
      presumed: 0,
      cannot_be_excluded: 0,
      not_on_list: 0,
      ...(await countBy(db, 'class', 'member')),
    },
    ownInsurers: own.map((row) => row.insurer),
    duplicateMemberIds: ids!.duplicates,
    memberIdsLikeFormulas: ids!.formulas,
    verdictsSha256: facts!.hash,
    weights: WEIGHTS.version,
    thresholds: { ...thresholdsOf(loaded), margin: WEIGHTS.margin },
    versions: { duckdb: version!.duckdb, node: process.versions.node },
    seconds,
    started,
  }
}

async function countBy(db: WorkDatabase, column: string, table: string): Promise<Record<string, number>> {
  const counted = await db.rows<{ what: string; n: number }>(
    `select ${column} as what, count(*)::integer as n from ${table} where ${column} is not null group by 1 order by 1`,
  )
  return Object.fromEntries(counted.map(({ what, n }) => [what, n]))
}

function describeFile({ name, layout, read, repaired }: LoadedList): FileReport {
  const named = fields.filter((field) => layout.columns[field] !== undefined)
  return {
    file: name,
    bytes: read.bytes,
    sha256: read.sha256,
    encoding: layout.kind === 'delimited' ? layout.encoding : layout.kind,
    separator: layout.separator,
    ...(layout.sheet === undefined ? {} : { sheet: layout.sheet }),
    dateFormat: layout.dateFormat,
    nationalIdKind: layout.nationalIdKind,
    columns: Object.fromEntries(named.map((field) => [field, layout.headers[layout.columns[field]!]!])),
    accounting: read.accounting,
    ...(repaired && {
      repaired: {
        file: repaired.file,
        bytes: repaired.bytes,
        sha256: repaired.sha256,
        rows: repaired.rows.size,
      },
    }),
  }
}
