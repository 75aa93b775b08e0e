import { rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../../src/platform/clock.ts'
import { readConfig } from '../../src/platform/config.ts'
import { openDataFolder } from '../../src/platform/data-folder.ts'
import { openDatabase } from '../../src/platform/database.ts'
import { installation } from '../../src/platform/installation.ts'
import { openLog } from '../../src/platform/log.ts'
import { migrate, readMigrations } from '../../src/platform/migrate.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { startCluster } from '../../src/platform/postgres/cluster.ts'

/** A PostgreSQL of one's own for programs outside vitest: drills and benchmarks. */
export interface Workbench {
  /** Process id of the server. */
  readonly pid: number
  /** A platform on a new, migrated database; its clock is the system's. Close its database. */
  platform(
    name: string,
    env?: NodeJS.ProcessEnv,
  ): Promise<{ platform: Platform; connection: Record<string, unknown> }>
  /** Stops the server, at once when `crash`, and starts it again on the same cluster. */
  restart(crash?: boolean): Promise<void>
  close(): Promise<void>
}

/** @param root an existing folder, which becomes the data folder of an exercise. */
export async function openWorkbench(root: string): Promise<Workbench> {
  const configWith = (env: NodeJS.ProcessEnv) =>
    readConfig({ TOCSIN_LOG: 'silent', ...env, TOCSIN_HOME: root }, root)
  const home = openDataFolder(configWith({}), true)
  let cluster = await startCluster(home)
  const first = cluster.socketFolder
  return {
    pid: cluster.pid,
    async restart(crash = false) {
      if (crash) process.kill(cluster.pid, 'SIGKILL')
      else await cluster.stop()
      await cluster.ended
      cluster = await startCluster(home)
      // Its socket lies in a new folder: the old name leads there, as an address of a server would.
      rmSync(first, { recursive: true, force: true })
      symlinkSync(cluster.socketFolder, first)
    },
    async close() {
      await cluster.stop()
      rmSync(first, { recursive: true, force: true })
    },
    async platform(name, env = {}) {
      const admin = openDatabase({ ...cluster.connection, max: 1 })
      await admin.query(`create database ${name}`)
      await admin.close()
      const connection = { ...cluster.connection, database: name }
      const db = openDatabase(connection)
      await migrate(db, readMigrations(join(installation, 'migrations')))
      const config = configWith(env)
      return {
        platform: { db, home, config, clock: systemClock, log: openLog('silent') },
        connection: { ...connection },
      }
    },
  }
}
