import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { fixedClock } from '../../src/platform/clock.ts'
import { readConfig } from '../../src/platform/config.ts'
import { openDataFolder } from '../../src/platform/data-folder.ts'
import { type Database, openDatabase } from '../../src/platform/database.ts'
import { openLog } from '../../src/platform/log.ts'
import type { Platform } from '../../src/platform/platform.ts'

/** A fresh, migrated database of its own. Drop it in afterAll. */
export async function freshDatabase(): Promise<Database & { drop(): Promise<void>; name: string }> {
  const connection = inject('connection')
  const name = `t_${randomBytes(6).toString('hex')}`
  const admin = openDatabase({ ...connection, database: 'postgres', max: 1 })
  // Copies of one template cannot run at the same time: the advisory lock queues the test files.
  await admin.query(`select pg_advisory_lock(1)`)
  await admin.query(`create database ${name} template tocsin_template`)
  await admin.query(`select pg_advisory_unlock(1)`)
  const db = openDatabase({ ...connection, database: name })
  const drop = async () => {
    await db.close()
    await admin.query(`drop database ${name} with (force)`)
    await admin.close()
  }
  return Object.assign(db, { drop, name })
}

/** A platform on a fresh database and a temporary data folder, with a clock that stands still until moved. */
export async function testPlatform(
  options: { exercise?: boolean; now?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Platform & { clock: ReturnType<typeof fixedClock>; close(): Promise<void> }> {
  const root = mkdtempSync(join(tmpdir(), 'tocsin-test-'))
  const config = readConfig({ TOCSIN_LOG: 'silent', ...options.env, TOCSIN_HOME: root }, root)
  const home = openDataFolder(config, options.exercise ?? true)
  const db = await freshDatabase()
  const close = async () => {
    await db.drop()
    rmSync(root, { recursive: true, force: true })
  }
  return {
    db,
    home,
    config,
    clock: fixedClock(options.now ?? '2026-06-08T11:28:00Z'),
    log: openLog('silent'),
    close,
  }
}
