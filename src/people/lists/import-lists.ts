import { createHash, randomUUID } from 'node:crypto'
import { cp, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Actor, canonicalJson, record } from '../../journal/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refusal } from '../../platform/refusal.ts'
import { checkOutputs, countVerdicts } from './check-outputs.ts'
import { withDuckDb } from './duckdb.ts'
import { importProgress } from './import-progress.ts'
import {
  fileNames,
  type ImportedLists,
  type ImportRequest,
  type Names,
  type Sources,
} from './import-shapes.ts'
import { keepHouseholds } from './keep-households.ts'
import { withImportLock } from './lock-imports.ts'
import type { MatchEngine, MatchResult } from './match-engine.ts'
import { refuseNirAsIdentifier } from './nir-elsewhere.ts'
import { publishImport } from './publish-import.ts'
import { listRefusals } from './refusals.ts'
import { refuseUnknownPopulation } from './refuse-population.ts'
import { keepRegisterIndex } from './register-index.ts'
import { runEngine } from './run-engine.ts'
import { knownSources, ownsFiles } from './store-versions.ts'
import {
  fingerprint,
  markImport,
  openWorkFolder,
  settleStored,
  sizeOf,
  storedList,
  storedRun,
  storeEncrypted,
  withEdition,
} from './stored-files.ts'

/**
 * Imports the two lists of an incident: match, encrypted copies, persons, addressees and a new list version, in one
 * transaction with its journal entry. All or nothing: a refusal or a crash leaves no row and no file, save the
 * journal entry of the refusal.
 * @throws Refusal of people/read, people/match or this room
 */
export async function importLists(
  platform: Platform,
  request: ImportRequest,
  actor: Actor,
  engine: MatchEngine = runEngine,
): Promise<ImportedLists> {
  const progress = importProgress(platform, request.incidentId)
  try {
    return await withImportLock(platform, async () => {
      try {
        const imported = await importLocked(platform, withProgress(request, progress.onStep), actor, engine)
        await progress.finish()
        return imported
      } catch (error) {
        await progress.fail(error)
        throw error
      }
    })
  } catch (error) {
    await journalRefusal(platform, request, actor, error)
    throw error
  }
}

function withProgress(
  request: ImportRequest,
  onStep: NonNullable<ImportRequest['onProgress']>,
): ImportRequest {
  return {
    ...request,
    onProgress: (step, done, total, unit, rows) => {
      onStep(step, done, total, unit)
      request.onProgress?.(step, done, total, unit, rows)
    },
  }
}

/** The work folder holds identifiers in clear: it goes whatever happens. Stored files go unless the run is committed. */
async function importLocked(
  platform: Platform,
  request: ImportRequest,
  actor: Actor,
  engine: MatchEngine,
): Promise<ImportedLists> {
  const runId = randomUUID()
  const isOwned = (id: string) => ownsFiles(platform.db, id)
  const sources = await readSources(platform, request)
  const work = await openWorkFolder(platform.home, runId)
  await markImport(platform.home, runId)
  const startedAt = platform.clock.now()
  const names = {
    register: `${runId}-register`,
    exposed: `${runId}-exposed`,
    quarantine: `${runId}-quarantine`,
    repaired: `${runId}-repaired`,
    households: `${runId}-households`,
  }
  try {
    const result = await matchIn(work, request, engine)
    refuseChanged(request, sources, result)
    await keepFiles(platform, request, result, runId, names, sources, work)
    const verdicts = await withDuckDb((query) => countVerdicts(query, result), work)
    request.signal?.throwIfAborted()
    return await withEdition(platform.home, isOwned, (edition) =>
      publishImport(platform, {
        request,
        actor,
        runId,
        edition,
        result,
        names,
        sources,
        verdicts,
        work,
        startedAt,
      }),
    )
  } finally {
    await rm(work, { recursive: true, force: true })
    const stored = [...Object.values(names).map(storedList), storedRun(runId)]
    await settleStored(platform.home, runId, stored, isOwned)
  }
}

async function readSources(platform: Platform, request: ImportRequest): Promise<Sources> {
  const [register, exposed] = await Promise.all([
    fingerprint(request.registerPath),
    fingerprint(request.exposedPath),
  ])
  // Repaired rows change what the same list says, as columns do.
  const repaired = request.repairedPath && (await fingerprint(request.repairedPath))
  const read = repaired ? { columns: request.columns ?? {}, repaired: repaired.sha256 } : request.columns
  const columnsSha256 = createHash('sha256')
    .update(canonicalJson(read ?? {}))
    .digest('hex')
  if (register.sha256 === exposed.sha256 && register.bytes > 0) {
    throw listRefusals.sameFileTwice({ file: fileNames(request).register })
  }
  const known = (await knownSources(platform.db, request.incidentId)).find(
    (one) =>
      one.register === register.sha256 && one.exposed === exposed.sha256 && one.columns === columnsSha256,
  )
  if (known) throw listRefusals.alreadyImported({ number: known.number })
  return { register, exposed, columnsSha256 }
}

async function matchIn(work: string, request: ImportRequest, engine: MatchEngine): Promise<MatchResult> {
  const outDir = join(work, 'out')
  const workDir = join(work, 'match')
  await Promise.all([outDir, workDir].map((folder) => mkdir(folder, { mode: 0o700 })))
  const { registerPath: register, exposedPath: exposed, repairedPath: repaired } = request
  const { columns, onProgress, signal } = request
  const result = await engine({ register, exposed, repaired, outDir, workDir, columns, onProgress, signal })
  await withDuckDb(async (query) => {
    await checkOutputs(query, result)
    await refuseNirAsIdentifier(query, result, fileNames(request).register)
    await refuseUnknownPopulation(query, result, fileNames(request).register)
  }, work)
  return result
}

/** What was matched must be what is kept: a file that grows under us would make both accounts lie. */
function refuseChanged(request: ImportRequest, sources: Sources, result: MatchResult): void {
  for (const kind of ['register', 'exposed'] as const) {
    if (result[kind].sha256 !== sources[kind].sha256)
      throw listRefusals.fileChanged({ file: fileNames(request)[kind] })
  }
}

async function keepFiles(
  platform: Platform,
  request: ImportRequest,
  result: MatchResult,
  runId: string,
  names: Names,
  sources: Sources,
  work: string,
): Promise<void> {
  const { home } = platform
  for (const kind of ['register', 'exposed'] as const) {
    request.onProgress?.(`store-${kind}`, 0, sources[kind].bytes, 'bytes')
    const stored = await storeEncrypted(
      home,
      kind === 'register' ? request.registerPath : request.exposedPath,
      names[kind],
    )
    if (stored.sha256 !== sources[kind].sha256)
      throw listRefusals.fileChanged({ file: fileNames(request)[kind] })
  }
  if (request.repairedPath) await storeEncrypted(home, request.repairedPath, names.repaired)
  if (result.quarantine) await storeEncrypted(home, result.quarantine, names.quarantine)
  const households = join(work, 'households.parquet')
  await withDuckDb((query) => keepHouseholds(query, result, households), work)
  await storeEncrypted(home, households, names.households)
  const folder = join(home.store, storedRun(runId))
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await cp(result.verdicts, join(folder, 'verdicts.parquet'))
  await cp(result.members, join(folder, 'members.parquet'))
  await withDuckDb((query) => keepRegisterIndex(query, home, result.registerRows, folder), work)
  await cp(result.possible, join(folder, 'possible.parquet'))
  if (result.seen) await cp(result.seen, join(folder, 'seen.parquet'))
  await cp(result.report, join(folder, 'report.json'))
  if (result.explanations) await cp(result.explanations, join(folder, 'explanations.parquet'))
}

/** Code, sizes and hashes only: a refusal may quote a line of the file, and the journal never holds a person's data. */
async function journalRefusal(
  platform: Platform,
  request: ImportRequest,
  actor: Actor,
  error: unknown,
): Promise<void> {
  const about = async (path: string) => {
    const bytes = await sizeOf(path)
    return bytes === null
      ? null
      : { bytes, sha256: (await fingerprint(path).catch(() => null))?.sha256 ?? null }
  }
  const [register, exposed] = await Promise.all([about(request.registerPath), about(request.exposedPath)])
  await platform.db.transaction((tx) =>
    record(tx, platform.clock, {
      actor,
      kind: 'lists.import-refused',
      incidentId: request.incidentId,
      payload: { code: codeOf(error), register, exposed },
    }),
  )
}

function codeOf(error: unknown): string {
  return error instanceof Refusal ? error.code : 'failure'
}
