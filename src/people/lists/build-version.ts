import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { DataFolder } from '../../platform/data-folder.ts'
import type { TxClient } from '../../platform/database.ts'
import { type Decided, type Decision, decideVerdicts } from './apply-decisions.ts'
import { literal, type Query } from './duckdb.ts'
import { loadPersons, publishEntries } from './publish-list.ts'
import { insertChanges, removedMembers, setRemovalReasons } from './store-changes.ts'
import { type BuiltVersion, setBuilt } from './store-versions.ts'
import { type Edition, storedRun } from './stored-files.ts'
import { versionRefusals } from './version-refusals.ts'

/** What a run left, in clear, without anybody's identity: Parquet, absolute paths. */
export interface RunFiles {
  readonly verdicts: string
  readonly members: string
  readonly possible: string
  /** Null for a run that left none. */
  readonly seen: string | null
}

/** The files of a run in the store. @throws lists.filesMissing */
export function runFilesOf(home: DataFolder, runId: string): RunFiles {
  const file = (name: string) => join(home.store, storedRun(runId), `${name}.parquet`)
  for (const name of ['verdicts', 'members', 'possible'])
    if (!existsSync(file(name))) throw versionRefusals.filesMissing({ file: `${name}.parquet` })
  return {
    verdicts: file('verdicts'),
    members: file('members'),
    possible: file('possible'),
    seen: existsSync(file('seen')) ? file('seen') : null,
  }
}

export interface Building {
  readonly incidentId: string
  readonly version: { readonly id: number; readonly published: boolean }
  readonly baseId: number | null
  readonly files: RunFiles
  /** Parquet of the register's rows, or of those kept of it. */
  readonly registerRows: string
  readonly decisions: readonly Decision[]
  readonly edition: Edition
}

/**
 * Fills a version without entries: applies the decisions of the review to the run's verdicts, decides whom to write to
 * for each person, compares with the base. Every sum is proved, or nothing is kept.
 */
export async function buildVersion(tx: TxClient, query: Query, building: Building): Promise<BuiltVersion> {
  const { incidentId, version, baseId, files, registerRows, decisions } = building
  const decided =
    decisions.length === 0
      ? undefined
      : await decideVerdicts(query, files, decisions, building.edition.folder)
  const used = decided?.files ?? files
  const persons = await loadPersons(tx, query, {
    registerRows,
    members: used.members,
    verdicts: used.verdicts,
  })
  await publishEntries(tx, incidentId, version, persons)
  const changes = baseId === null ? null : await insertChanges(tx, version.id, baseId)
  if (changes && changes.removed > 0) await explainRemovals(tx, query, version.id, files, decisions)
  const built = { persons, changes, decided: decided ? storedAs(decided, building.edition.path) : null }
  await setBuilt(tx, version.id, built)
  return built
}

function storedAs(decided: Decided, path: string) {
  const { decisions, sha256, verdicts } = decided
  return { decisions, sha256, verdicts, path }
}

/** A reader said it is not them; or the register no longer holds them; or no exposed row points to them any longer. */
async function explainRemovals(
  tx: TxClient,
  query: Query,
  versionId: number,
  files: RunFiles,
  decisions: readonly Decision[],
): Promise<void> {
  const removed = await removedMembers(tx, versionId)
  const refused = new Set(decisions.filter((one) => one.decision === 'different').map((one) => one.memberId))
  const present = await membersAmong(
    query,
    files,
    removed.map(({ memberId }) => memberId),
  )
  await setRemovalReasons(
    tx,
    versionId,
    removed.map(({ personId, memberId }) => ({
      personId,
      reason: refused.has(memberId) ? 'review' : present.has(memberId) ? 'no_exposed_row' : 'not_in_register',
    })),
  )
}

const BATCH = 5000

async function membersAmong(query: Query, files: RunFiles, ids: readonly string[]): Promise<Set<string>> {
  const present = new Set<string>()
  for (let at = 0; at < ids.length; at += BATCH) {
    const list = ids
      .slice(at, at + BATCH)
      .map(literal)
      .join(', ')
    const found = await query.all(
      `select member_id from read_parquet(${literal(files.members)}) where member_id in (${list})`,
    )
    for (const row of found) present.add(String(row['member_id']))
  }
  return present
}
