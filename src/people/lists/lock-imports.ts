import { oneRow, type Tx } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { listRefusals } from './refusals.ts'
import { ownsFiles } from './store-versions.ts'
import { sweepOrphans } from './stored-files.ts'

/**
 * One import or publication at a time in a data folder, whichever process runs it: both write files of the store before
 * their rows. What a killed one left there is swept first. The lock goes with its connection, even by kill -9.
 * @throws lists.importRunning
 */
export async function withImportLock<T>(platform: Platform, work: () => Promise<T>): Promise<T> {
  const lock = await platform.db.connect()
  // A connection that drops while it only holds the lock must not end the process: the next statement reports it.
  lock.on('error', ignore)
  try {
    if (!(await lockImports(lock as never))) throw listRefusals.importRunning()
    try {
      await sweepOrphans(platform.home, (id) => ownsFiles(platform.db, id))
      return await work()
    } finally {
      await unlockImports(lock as never).catch(ignore)
    }
  } finally {
    lock.off('error', ignore)
    lock.release()
  }
}

function ignore(): void {}

async function lockImports(client: Tx): Promise<boolean> {
  const row = await oneRow<{ locked: boolean }>(
    client,
    `select pg_try_advisory_lock(hashtext('tocsin.lists.import')) as locked`,
  )
  return row.locked
}

async function unlockImports(client: Tx): Promise<void> {
  await client.query(`select pg_advisory_unlock(hashtext('tocsin.lists.import'))`)
}
