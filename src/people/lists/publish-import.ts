import { join } from 'node:path'
import { type Actor, actorText, record } from '../../journal/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import type { Platform } from '../../platform/platform.ts'
import type { VerdictCounts } from './check-outputs.ts'
import { withDuckDb } from './duckdb.ts'
import {
  fileNames,
  type ImportedLists,
  type ImportRequest,
  type Names,
  type Sources,
} from './import-shapes.ts'
import type { MatchResult } from './match-engine.ts'
import { loadPersons, publishEntries } from './publish-list.ts'
import { insertList, insertRun, insertVersion } from './store.ts'
import { fingerprint, storedList, storedRun } from './stored-files.ts'

export interface Publication {
  readonly request: ImportRequest
  readonly actor: Actor
  readonly runId: string
  readonly result: MatchResult
  readonly names: Names
  readonly sources: Sources
  readonly verdicts: VerdictCounts
  readonly work: string
  readonly startedAt: Temporal.Instant
}

/** Lists, run, persons, addressees, version and journal entry: one transaction, or nothing. */
export async function publishImport(platform: Platform, publication: Publication): Promise<ImportedLists> {
  const { request, actor, runId, result, verdicts, work } = publication
  const by = actorText(actor)
  return platform.db.transaction(async (tx) => {
    const persons = await withDuckDb((query) => loadPersons(tx, query, result), work)
    request.onProgress?.('publish', 0, persons.concerned + persons.heldForReview, 'persons')
    const now = platform.clock.now()
    const lists = {
      register: await insertList(tx, newList(publication, 'register'), now, by),
      exposed: await insertList(tx, newList(publication, 'exposed'), now, by),
    }
    await insertRun(tx, await newRun(platform, publication, lists, now))
    const listVersion = await insertVersion(
      tx,
      { incidentId: request.incidentId, runId, counts: persons },
      now,
      by,
    )
    await publishEntries(tx, request.incidentId, listVersion.id, persons)
    request.onProgress?.(
      'publish',
      persons.concerned + persons.heldForReview,
      persons.concerned + persons.heldForReview,
      'persons',
    )
    await record(tx, platform.clock, {
      actor,
      kind: 'lists.imported',
      incidentId: request.incidentId,
      payload: {
        runId,
        listVersion: listVersion.number,
        ...hashesOf(publication),
        verdicts: { ...verdicts.byVerdict },
        persons: { ...persons },
      },
    })
    return { runId, listVersion, register: result.register, exposed: result.exposed, verdicts, persons }
  })
}

function hashesOf({ sources, result }: Publication) {
  const account = (kind: 'register' | 'exposed') => {
    const { lines, records, continuation, quarantined } = result[kind]
    return {
      sha256: sources[kind].sha256,
      bytes: sources[kind].bytes,
      lines,
      records,
      continuation,
      quarantined,
    }
  }
  return { register: account('register'), exposed: account('exposed') }
}

function newList(publication: Publication, kind: 'register' | 'exposed') {
  const { request, result, names, sources } = publication
  return {
    ...result[kind],
    incidentId: request.incidentId,
    kind,
    fileName: fileNames(request)[kind],
    bytes: sources[kind].bytes,
    quarantinePath: result.quarantine && result[kind].quarantined > 0 ? storedList(names.quarantine) : null,
    storedPath: storedList(names[kind]),
  }
}

async function newRun(
  platform: Platform,
  publication: Publication,
  lists: { register: number; exposed: number },
  now: Temporal.Instant,
) {
  const { request, runId, result, sources, verdicts, startedAt } = publication
  const folder = join(platform.home.store, storedRun(runId))
  return {
    id: runId,
    incidentId: request.incidentId,
    registerListId: lists.register,
    exposedListId: lists.exposed,
    columnsSha256: sources.columnsSha256,
    engineVersion: result.engineVersion,
    weightsVersion: result.weightsVersion,
    counts: verdicts,
    verdictsPath: storedRun(runId),
    verdictsSha256: (await fingerprint(join(folder, 'verdicts.parquet'))).sha256,
    membersSha256: (await fingerprint(join(folder, 'members.parquet'))).sha256,
    startedAt,
    finishedAt: now,
  }
}
