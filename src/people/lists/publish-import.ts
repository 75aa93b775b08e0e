import { join } from 'node:path'
import { type Actor, actorText, record } from '../../journal/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { decisionsOf, fillReview } from '../review/index.ts'
import type { Decision } from './apply-decisions.ts'
import { type Building, buildVersion, runFilesOf } from './build-version.ts'
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
import { makePublished } from './publish-version.ts'
import { insertList, insertRun } from './store.ts'
import { deleteDraft, findVersion, insertDraft, lockVersions } from './store-versions.ts'
import { type Edition, fingerprint, markLeft, storedList, storedRun } from './stored-files.ts'

export interface Publication {
  readonly request: ImportRequest
  readonly actor: Actor
  readonly runId: string
  readonly edition: Edition
  readonly result: MatchResult
  readonly names: Names
  readonly sources: Sources
  readonly verdicts: VerdictCounts
  readonly work: string
  readonly startedAt: Temporal.Instant
}

/**
 * Lists, run, persons, addressees, version and journal entry: one transaction, or nothing. The draft that was there is
 * replaced; the new one is published at once when the request says so.
 */
export async function publishImport(platform: Platform, publication: Publication): Promise<ImportedLists> {
  const { request, actor, runId, result, verdicts, work } = publication
  const { incidentId, onProgress } = request
  const by = actorText(actor)
  const published = request.publish ?? true
  return platform.db.transaction(async (tx) => {
    await lockVersions(tx, incidentId)
    const now = platform.clock.now()
    const lists = {
      register: await insertList(tx, newList(publication, 'register'), now, by),
      exposed: await insertList(tx, newList(publication, 'exposed'), now, by),
    }
    await insertRun(tx, await newRun(platform, publication, lists, now))
    onProgress?.('review', 0, 1, 'steps')
    await fillReview(tx, platform, reviewSource(publication), request.signal)
    const decisions = await decisionsOf(tx, runId)
    request.signal?.throwIfAborted()
    const draft = await replaceDraft(platform, tx, { incidentId, runId, at: now, by })
    onProgress?.('publish', 0, verdicts.records, 'rows')
    const built = await withDuckDb(
      (query) =>
        buildVersion(tx, query, buildingOf(platform, publication, { ...draft, published }, decisions)),
      work,
    )
    onProgress?.('publish', verdicts.records, verdicts.records, 'rows')
    request.signal?.throwIfAborted() // nothing is committed yet
    const act = { at: now, by, reason: request.reason, wasDraft: false, delivery: request.delivery }
    const done = published ? await makePublished(tx, { incidentId, id: draft.id, built }, act) : undefined
    const number = done?.number ?? null
    const decidedVerdicts = built.decided?.verdicts ?? verdicts
    await record(tx, platform.clock, {
      actor,
      kind: published ? 'lists.imported' : 'lists.drafted',
      incidentId,
      payload: {
        runId,
        listVersion: number,
        ...hashesOf(publication),
        verdicts: { ...decidedVerdicts.byVerdict },
        persons: { ...built.persons },
        changes: built.changes,
        ...(done && done.withdrawn.messages > 0 ? { withdrawn: done.withdrawn } : {}),
      },
    })
    const { persons, changes } = built
    const { register, exposed } = result
    const listVersion = { id: draft.id, number }
    return { runId, listVersion, register, exposed, verdicts: decidedVerdicts, persons, changes }
  })
}

/** What the review keeps of a run, while its files are there. */
function reviewSource({ request, runId, result }: Publication) {
  const { incidentId, registerPath, exposedPath, repairedPath, columns } = request
  return { incidentId, runId, registerPath, exposedPath, repairedPath, columns, files: result }
}

/** At most one draft: what an import finds there goes, with its entries. */
async function replaceDraft(
  platform: Platform,
  tx: Tx,
  draft: { incidentId: string; runId: string; at: Temporal.Instant; by: string },
): Promise<{ id: number; baseId: number | null }> {
  const old = await findVersion(tx, draft.incidentId, 'draft')
  if (old) {
    await deleteDraft(tx, old.id)
    await markLeft(platform.home, old)
  }
  const base = await findVersion(tx, draft.incidentId, 'published')
  const baseId = base?.id ?? null
  return { id: await insertDraft(tx, { ...draft, baseId }), baseId }
}

function buildingOf(
  platform: Platform,
  { request, runId, result, edition }: Publication,
  version: { id: number; published: boolean; baseId: number | null },
  decisions: readonly Decision[],
): Building {
  return {
    incidentId: request.incidentId,
    version,
    baseId: version.baseId,
    files: runFilesOf(platform.home, runId),
    registerRows: result.registerRows,
    decisions,
    edition,
  }
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
