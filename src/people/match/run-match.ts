import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { normalNumber } from '../identity/index.ts'
import type { ColumnMapping, FileRead, Layout, RepairedRows } from '../read/index.ts'
import { copySeen } from './copy-seen.ts'
import { conclude, decide } from './decide-rows.ts'
import { layOutLists } from './lay-out-lists.ts'
import { keptRegisterFields, type ListToLoad, listOf, loadList } from './load-list.ts'
import type { MatchReport, OutputFormat } from './model.ts'
import { matchRefusals } from './refusals.ts'
import { literal, raw } from './render-sql.ts'
import { describeRun } from './report.ts'
import copyRegisterSql from './sql/copy-register.sql'
import macrosSql from './sql/macros.sql'
import prepareSql from './sql/prepare.sql'
import tablesSql from './sql/tables.sql'
import { openWorkDatabase, type WorkDatabase } from './work-database.ts'
import { prepareOutputs } from './write-outputs.ts'

export type MatchStep = 'register' | 'exposed' | 'prepare' | 'tiers' | 'residual' | 'verdicts' | 'outputs'

export interface MatchInput {
  readonly register: string
  readonly exposed: string
  /** Receives the outputs, all at once, at the end. */
  readonly outDir: string
  /** Receives work files that hold the NIR, then `register.parquet` and `seen.parquet`: the caller deletes it. */
  readonly workDir: string
  readonly columns?: ColumnMapping | string | undefined
  readonly format: OutputFormat
  /** File of repaired rows, which take the place of quarantined rows of the exposed list. */
  readonly repaired?: string | undefined
  /** Insurer (AMC) numbers of the controller; by default those found in the register. */
  readonly ownInsurer?: string | readonly string[] | undefined
  readonly threads?: number | undefined
  readonly memoryLimit?: string | undefined
  /** Replace outputs already there. */
  readonly force?: boolean | undefined
  /** Leave `register.parquet` and `seen.parquet` in `workDir` (default true). */
  readonly keepRegister?: boolean | undefined
  readonly onProgress?: ((progress: MatchProgress) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/** Above this size of both lists together, the work database is a file. */
const IN_MEMORY_BYTES = 2 ** 30

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
  readonly repaired?: RepairedRows | undefined
  /** Files of the list in normal form, in its order. */
  readonly parts: readonly string[]
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
    const lists = await layOutLists(input)
    await mkdir(input.workDir, { recursive: true, mode: 0o700 })
    const bytes = lists.register.bytes + lists.exposed.bytes
    db = await openWorkDatabase(input.workDir, { ...input, inMemory: bytes <= IN_MEMORY_BYTES })
    const timed = timer(seconds)
    const loaded = await loadBoth(db, input, lists, timed)
    await timed('prepare', () => prepare(db!, input, loaded))
    await decide(db, loaded, timed, input.onProgress)
    await timed('verdicts', () => conclude(db!, input.workDir, loaded))
    if (input.keepRegister ?? true) {
      await copyRegister(db, input.workDir, loaded.register)
      await copySeen(db, input.workDir, loaded.exposed)
    }
    const described = await describeRun(db, loaded, seconds, started)
    return await timed('outputs', () => outputs.write(db!, input.workDir, described))
  } finally {
    db?.close()
    await outputs.discard()
    await removeWork(input.workDir)
  }
}

export type Timed = <T>(step: MatchStep, work: () => Promise<T>) => Promise<T>

function timer(seconds: Record<string, number>): Timed {
  return async (step, work) => {
    const from = performance.now()
    const result = await work()
    seconds[step] = Math.round(performance.now() - from) / 1000
    return result
  }
}

/** Both lists at once; when one cannot be read, the other stops. */
async function loadBoth(
  db: WorkDatabase,
  input: MatchInput,
  lists: { register: ListToLoad; exposed: ListToLoad },
  timed: Timed,
): Promise<{ register: LoadedList; exposed: LoadedList }> {
  await db.run(tablesSql)
  await db.run(macrosSql)
  const partsDir = join(input.workDir, 'parts')
  await mkdir(partsDir, { recursive: true, mode: 0o700 })
  const other = new AbortController()
  const signal = input.signal ? AbortSignal.any([input.signal, other.signal]) : other.signal
  const reporter = readingReporter(input.onProgress)
  const load = (list: ListToLoad) =>
    timed(list.role, async () => {
      const { read, parts } = await loadList(db, partsDir, list, { signal, onRows: reporter.onRows(list) })
      reporter.whole(list, read)
      return { name: list.name, layout: list.layout, repaired: list.repaired, read, parts }
    }).catch((error) => {
      other.abort(error)
      throw error
    })
  const [register, exposed] = await Promise.allSettled([load(lists.register), load(lists.exposed)])
  if (register.status === 'rejected') throw other.signal.reason
  if (exposed.status === 'rejected') throw other.signal.reason
  return { register: register.value, exposed: exposed.value }
}

/** Told as if the register were read first, the exposed list then: a bar that shows it never goes back. */
function readingReporter(onProgress: MatchInput['onProgress']) {
  let registerRead = false
  let held: MatchProgress | undefined
  const onRows =
    (list: ListToLoad) =>
    ({ bytes, rows }: { bytes: number; rows: number }) => {
      const now: MatchProgress = { step: list.role, done: bytes, total: list.bytes, unit: 'bytes', rows }
      if (list.role === 'exposed' && !registerRead) held = now
      else onProgress?.(now)
    }
  const whole = (list: ListToLoad, { bytes, accounting }: FileRead) => {
    onRows(list)({ bytes, rows: accounting.records + accounting.quarantined })
    if (list.role !== 'register') return
    registerRead = true
    if (held) onProgress?.(held)
  }
  return { onRows, whole }
}

async function prepare(db: WorkDatabase, input: MatchInput, loaded: { register: LoadedList }): Promise<void> {
  const said = typeof input.ownInsurer === 'string' ? [input.ownInsurer] : (input.ownInsurer ?? [])
  const numbers = said.map(normalNumber).filter((number) => number !== '')
  const own =
    numbers.length > 0
      ? `select unnest([${numbers.map(literal).join(', ')}]) as insurer`
      : 'select distinct insurer from register where insurer is not null'
  if (numbers.length > 0) await refuseUnknownInsurer(db, numbers)
  await db.run(prepareSql, { ownInsurers: raw(own) })
  input.onProgress?.({
    step: 'prepare',
    done: 1,
    total: 1,
    unit: 'steps',
    rows: loaded.register.read.accounting.records,
  })
}

/** One wrong digit would set the whole list aside in silence. A register without insurer numbers can confirm none. */
async function refuseUnknownInsurer(db: WorkDatabase, numbers: readonly string[]): Promise<void> {
  const [found] = await db.rows<{ any: boolean | null }>(
    `select bool_or(insurer in (${numbers.map(literal).join(', ')})) as "any" from register where insurer is not null`,
  )
  if (found?.any === false) throw matchRefusals.insurerUnknown({ numbers: numbers.join(', ') })
}

/** The register as it stands, without the national identifier, from the parts that reading left. */
async function copyRegister(db: WorkDatabase, workDir: string, { parts }: LoadedList): Promise<void> {
  const columns = keptRegisterFields.map((field) =>
    field === 'birth_date' ? 'nullif(birth, 0) as birth_date' : `nullif(raw_${field}, '') as ${field}`,
  )
  await db.run(copyRegisterSql, {
    columns: raw(columns.join(', ')),
    parts: raw(listOf(parts)),
    file: join(workDir, 'register.parquet'),
  })
}

/** The database, its spill and the parts hold the NIR: they never outlive the run. `register.parquet` does not hold it. */
async function removeWork(workDir: string): Promise<void> {
  for (const name of [
    'work.duckdb',
    'work.duckdb.wal',
    'spill',
    'parts',
    'verdicts.parquet',
    'members.parquet',
  ]) {
    await rm(join(workDir, name), { recursive: true, force: true })
  }
}
