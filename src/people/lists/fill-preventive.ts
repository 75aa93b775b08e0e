import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Actor, record } from '../../journal/index.ts'
import type { TxClient } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { withDuckDb } from './duckdb.ts'
import { withImportLock } from './lock-imports.ts'
import type { Funnel } from './model.ts'
import { loadPreventive } from './publish-list.ts'
import { funnel } from './read-funnel.ts'
import { readRegisterAgain } from './read-register-again.ts'
import { countPreventive, hasPreventive, registerOf } from './store-preventive.ts'
import { strategyInForce } from './store-strategy.ts'
import { openWorkFolder } from './stored-files.ts'
import { strategyRefusals } from './strategy-refusals.ts'

/**
 * Writes everyone of the register who is on no list as entries of the list in force, each with an addressee or a reason,
 * so that a preventive campaign can be prepared and accounted for. In one transaction with its journal entry; memory is
 * bounded, for households are streamed. Does nothing when it was done for this list.
 * @returns the persons on no list
 * @throws lists.strategyNeeded unless `preventive_to_all` is in force, registerGone, importRunning
 */
export async function fillPreventive(platform: Platform, incidentId: string, actor: Actor): Promise<number> {
  const before = await mayFill(platform, incidentId)
  if (before.persons !== null) return before.persons
  return withImportLock(platform, async () => {
    // Another list may have been published before the lock was ours, or this one filled.
    const { persons, listVersion } = await mayFill(platform, incidentId)
    return persons ?? fillLocked(platform, incidentId, listVersion, actor)
  })
}

type Filled = Funnel['listVersion']

/** @returns the list in force, and the persons on none when they are written already */
async function mayFill(
  platform: Platform,
  incidentId: string,
): Promise<{ listVersion: Filled; persons: number | null }> {
  const figures = await funnel(platform.db, incidentId)
  if (!figures) throw strategyRefusals.strategyWithoutList()
  if ((await strategyInForce(platform.db, incidentId)) !== 'preventive_to_all')
    throw strategyRefusals.strategyNeeded()
  const { listVersion } = figures
  const filled = await hasPreventive(platform.db, listVersion.id)
  return {
    listVersion,
    persons: filled ? (await countPreventive(platform.db, listVersion.id)).persons : null,
  }
}

async function fillLocked(
  platform: Platform,
  incidentId: string,
  { id: versionId, runId, verdictsPath, number }: Filled,
  actor: Actor,
): Promise<number> {
  const work = await openWorkFolder(platform.home, `preventive-${runId}`)
  const members = join(platform.home.store, verdictsPath, 'members.parquet')
  try {
    return await withDuckDb(async (query) => {
      const register = await registerOf(platform.db, versionId)
      const registerRows = await readRegisterAgain(platform, query, register, work)
      return platform.db.transaction(async (tx) => {
        await loadPreventive(tx, query, { incidentId, versionId, registerRows, members })
        return journal(platform, tx, { incidentId, versionId, number }, actor)
      })
    }, work)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function journal(
  platform: Platform,
  tx: TxClient,
  { incidentId, versionId, number }: { incidentId: string; versionId: number; number: number },
  actor: Actor,
): Promise<number> {
  const counts = await countPreventive(tx, versionId)
  await record(tx, platform.clock, {
    actor,
    kind: 'lists.preventive_written',
    incidentId,
    payload: { listVersion: number, ...counts },
  })
  return counts.persons
}
