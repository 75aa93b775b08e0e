import { mkdir, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { normalNumber } from '../identity/index.ts'
import {
  type ColumnMapping,
  detectLayout,
  type Field,
  type FileRead,
  type Layout,
  readColumnMapping,
  refuseSameFile,
  refuseSwappedLists,
} from '../read/index.ts'
import { keptRegisterFields, type ListToLoad, loadList } from './load-list.ts'
import type { MatchReport, OutputFormat } from './model.ts'
import { matchRefusals } from './refusals.ts'
import { literal, raw } from './render-sql.ts'
import { describeRun } from './report.ts'
import conservationSql from './sql/conservation.sql'
import decideFirstSql from './sql/decide-first.sql'
import decideResidualSql from './sql/decide-residual.sql'
import macrosSql from './sql/macros.sql'
import membersSql from './sql/members.sql'
import pairsFirstSql from './sql/pairs-first.sql'
import pairsResidualSql from './sql/pairs-residual.sql'
import prepareSql from './sql/prepare.sql'
import rankCandidatesSql from './sql/rank-candidates.sql'
import scoreSql from './sql/score.sql'
import settleConflictsSql from './sql/settle-conflicts.sql'
import tablesSql from './sql/tables.sql'
import verdictsSql from './sql/verdicts.sql'
import { WEIGHTS } from './weights.ts'
import { openWorkDatabase, type WorkDatabase } from './work-database.ts'
import { prepareOutputs } from './write-outputs.ts'

export type MatchStep = 'register' | 'exposed' | 'prepare' | 'tiers' | 'residual' | 'verdicts' | 'outputs'

export interface MatchInput {
  readonly register: string
  readonly exposed: string
  /** Receives the outputs, all at once, at the end. */
  readonly outDir: string
  /** Receives work files that hold the NIR, and `register.parquet`: the caller deletes it. */
  readonly workDir: string
  readonly columns?: ColumnMapping | string | undefined
  readonly format: OutputFormat
  /** Insurer (AMC) numbers of the controller; by default those found in the register. */
  readonly ownInsurer?: string | readonly string[] | undefined
  readonly threads?: number | undefined
  readonly memoryLimit?: string | undefined
  /** Replace outputs already there. */
  readonly force?: boolean | undefined
  /** Leave `register.parquet` in `workDir` (default true). */
  readonly keepRegister?: boolean | undefined
  readonly onProgress?: ((progress: MatchProgress) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

export interface MatchProgress {
  readonly step: MatchStep
  readonly done: number
  readonly total: number
  readonly unit: 'bytes' | 'steps'
  /** Data rows of the list being read. */
  readonly rows?: number
}

export interface LoadedList {
  readonly name: string
  readonly layout: Layout
  readonly read: FileRead
}

/**
 * Gives every row of the exposed list a verdict against the controller's register, and every member a class.
 * Throws refusals of `readRefusals` and `matchRefusals`; on any failure `outDir` is left as it was.
 */
export async function runMatch(input: MatchInput): Promise<MatchReport> {
  const started = { wall: performance.now(), cpu: process.cpuUsage() }
  const outputs = await prepareOutputs(input.outDir, input.format, input.force ?? false)
  const seconds: Record<string, number> = {}
  let db: WorkDatabase | undefined
  try {
    const lists = await layOut(input)
    await mkdir(input.workDir, { recursive: true, mode: 0o700 })
    db = await openWorkDatabase(input.workDir, input)
    const timed = timer(seconds)
    const loaded = await loadBoth(db, input, lists, timed)
    await timed('prepare', () => prepare(db!, input, loaded))
    await decide(db, loaded, timed, input.onProgress)
    await timed('verdicts', () => conclude(db!, loaded))
    if (input.keepRegister ?? true) await copyRegister(db, input.workDir)
    const described = await describeRun(db, loaded, seconds, started)
    return await timed('outputs', () => outputs.write(db!, loaded, described))
  } finally {
    db?.close()
    await outputs.discard()
    await removeWork(input.workDir)
  }
}

type Timed = <T>(step: MatchStep, work: () => Promise<T>) => Promise<T>

function timer(seconds: Record<string, number>): Timed {
  return async (step, work) => {
    const from = performance.now()
    const result = await work()
    seconds[step] = Math.round(performance.now() - from) / 1000
    return result
  }
}

/** Looks at both files before anything is written: what is wrong with either is said first. */
async function layOut(input: MatchInput): Promise<{ register: ListToLoad; exposed: ListToLoad }> {
  const mapping =
    typeof input.columns === 'string' ? await readColumnMapping(input.columns) : (input.columns ?? {})
  const register = { path: input.register, name: basename(input.register) }
  const exposed = { path: input.exposed, name: basename(input.exposed) }
  const [own, lost] = await Promise.all([
    detectLayout(register.path, 'register', mapping, register.name),
    detectLayout(exposed.path, 'exposed', mapping, exposed.name),
  ])
  await refuseSameFile(register, exposed)
  if (!mapping.register && !mapping.exposed) {
    refuseSwappedLists({ ...register, layout: own.layout }, { ...exposed, layout: lost.layout })
  }
  const kept: readonly Field[] =
    (input.keepRegister ?? true) ? keptRegisterFields : ['member_id', 'policyholder_id']
  return {
    register: {
      role: 'register',
      ...register,
      layout: own.layout,
      bytes: (await stat(register.path)).size,
      kept,
    },
    exposed: {
      role: 'exposed',
      ...exposed,
      layout: lost.layout,
      bytes: (await stat(exposed.path)).size,
      kept: [],
    },
  }
}

async function loadBoth(
  db: WorkDatabase,
  input: MatchInput,
  lists: { register: ListToLoad; exposed: ListToLoad },
  timed: Timed,
): Promise<{ register: LoadedList; exposed: LoadedList }> {
  const opaque = lists.register.layout.nationalIdKind === 'opaque'
  await db.run(tablesSql, { nidType: raw(opaque ? 'varchar' : 'bigint') })
  await db.run(macrosSql)
  const keepRegister = input.keepRegister ?? true
  if (keepRegister) await db.run(registerRawTable(lists.register.kept))
  const rawColumns = `row, ${lists.register.kept.map((field) => (field === 'birth_date' ? 'birth' : `raw_${field}`)).join(', ')}`
  const load = (list: ListToLoad, also: Record<string, string>) =>
    timed(list.role, async () => {
      const onRows = reporter(input.onProgress, list)
      const read = await loadList(db, input.workDir, list, also, { signal: input.signal, onRows })
      return { name: list.name, layout: list.layout, read }
    })
  const register = await load(lists.register, keepRegister ? { register_raw: rawColumns } : {})
  const exposed = await load(lists.exposed, {})
  return { register, exposed }
}

function reporter(onProgress: MatchInput['onProgress'], list: ListToLoad) {
  return ({ bytes, rows }: { bytes: number; rows: number }) =>
    onProgress?.({ step: list.role, done: bytes, total: list.bytes, unit: 'bytes', rows })
}

function registerRawTable(kept: readonly Field[]): string {
  const columns = kept.map((field) => (field === 'birth_date' ? 'birth_date integer' : `${field} varchar`))
  return `create table register_raw (member_row integer, ${columns.join(', ')})`
}

async function prepare(db: WorkDatabase, input: MatchInput, loaded: { register: LoadedList }): Promise<void> {
  const said = typeof input.ownInsurer === 'string' ? [input.ownInsurer] : (input.ownInsurer ?? [])
  const numbers = said.map(normalNumber).filter((number) => number !== '')
  const own =
    numbers.length > 0
      ? `select unnest([${numbers.map(literal).join(', ')}]) as insurer`
      : 'select distinct insurer from register where insurer is not null'
  await db.run(prepareSql, { ownInsurers: raw(own) })
  input.onProgress?.({
    step: 'prepare',
    done: 1,
    total: 1,
    unit: 'steps',
    rows: loaded.register.read.accounting.records,
  })
}

/** First the pairs that an identifier and a date make, then a search by blocks for the rows they leave. */
async function decide(
  db: WorkDatabase,
  loaded: { register: LoadedList },
  timed: Timed,
  onProgress: MatchInput['onProgress'],
): Promise<void> {
  const total = Math.max(WEIGHTS.smallestPopulation, loaded.register.read.accounting.records)
  await timed('tiers', async () => {
    await db.run(pairsFirstSql)
    await db.run(scoreSql, { total })
    await db.run(rankCandidatesSql)
    await db.run(decideFirstSql)
    onProgress?.({ step: 'tiers', done: 1, total: 1, unit: 'steps' })
  })
  await timed('residual', async () => {
    await db.run(pairsResidualSql)
    await db.run(scoreSql, { total })
    await db.run(rankCandidatesSql)
    await db.run(decideResidualSql)
    await db.run(settleConflictsSql)
    onProgress?.({ step: 'residual', done: 1, total: 1, unit: 'steps' })
  })
}

async function conclude(
  db: WorkDatabase,
  loaded: { register: LoadedList; exposed: LoadedList },
): Promise<void> {
  await db.run(verdictsSql)
  await db.run(membersSql)
  const { records, quarantined } = loaded.exposed.read.accounting
  const checks = await db.rows<{ what: string; holds: boolean }>(conservationSql, {
    exposedRows: records + quarantined,
    members: loaded.register.read.accounting.records,
  })
  const broken = checks.filter((check) => check.holds !== true).map((check) => check.what)
  // An exposed list whose every line is blank has no row 1; nothing is then lost either.
  if (broken.length > 0 && records + quarantined > 0)
    throw matchRefusals.notConserved({ checks: broken.join(', ') })
}

async function copyRegister(db: WorkDatabase, workDir: string): Promise<void> {
  await db.run('copy (from register_raw order by member_row) to $file (format parquet, compression zstd)', {
    file: join(workDir, 'register.parquet'),
  })
}

/** The database and its spill hold the NIR: they never outlive the run. `register.parquet` does not hold it. */
async function removeWork(workDir: string): Promise<void> {
  for (const name of ['work.duckdb', 'work.duckdb.wal', 'spill']) {
    await rm(join(workDir, name), { recursive: true, force: true })
  }
}
