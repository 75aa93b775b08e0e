import { join } from 'node:path'
import { systemClock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import { openDataFolder, wipeWork } from '../platform/data-folder.ts'
import { type Database, openDatabase } from '../platform/database.ts'
import { installation } from '../platform/installation.ts'
import { prepareJobs } from '../platform/jobs.ts'
import { openLog } from '../platform/log.ts'
import { migrate, readMigrations } from '../platform/migrate.ts'
import type { Platform } from '../platform/platform.ts'
import { type Cluster, startCluster } from '../platform/postgres/cluster.ts'
import { checkSpace } from './disk-space.ts'
import { otherWorkersGone } from './join-worker.ts'

/** Steps that take back what was started, in the order they were done; run them backwards. */
export type Undo = (() => Promise<void> | void)[]

/**
 * Opens the data folder and its database: embedded server, or the one of DATABASE_URL; migrations and job tables.
 * The caller holds the folder's lock, and runs `undo` backwards to stop. `onDatabaseLost` is called when the embedded
 * server ends, asked or not.
 */
export async function openPlatform(
  config: Config,
  exercise: boolean | undefined,
  undo: Undo,
  onDatabaseLost: () => void = () => undefined,
): Promise<Platform> {
  checkSpace(config.home)
  const home = openDataFolder(config, exercise)
  await otherWorkersGone(home)
  wipeWork(home)
  const log = openLog(config.logLevel, join(home.logs, 'tocsin.log'))
  const cluster = config.databaseUrl ? undefined : await startCluster(home)
  if (cluster) {
    undo.push(() => cluster.stop())
    void cluster.ended.then(onDatabaseLost)
  }
  const db = await openOwnDatabase(config, cluster)
  undo.push(() => db.close())
  const platform = { db, home, log, config, clock: systemClock }
  await migrate(db, readMigrations(join(installation, 'migrations')))
  await prepareJobs(platform)
  return platform
}

async function openOwnDatabase(config: Config, cluster: Cluster | undefined): Promise<Database> {
  if (!cluster) return openDatabase({ connectionString: config.databaseUrl })
  const admin = openDatabase({ ...cluster.connection, max: 1 })
  try {
    await ensureOwner(admin, String(cluster.connection.password))
  } finally {
    await admin.close()
  }
  await letPurgeForget(openDatabase({ ...cluster.connection, database: DATABASE, max: 1 }))
  return openDatabase({ ...cluster.connection, user: OWNER, database: DATABASE })
}

const DATABASE = 'tocsin'
const OWNER = 'desk'

/**
 * The desk's own role owns its database and nothing else: a superuser could read files and run programs of the server's
 * account. A restore alone needs one right more, to load rows in any order.
 */
async function ensureOwner(admin: Database, password: string): Promise<void> {
  const exists = async (sql: string, name: string) => (await admin.query(sql, [name])).rowCount !== 0
  if (!(await exists('select 1 from pg_roles where rolname = $1', OWNER))) {
    await admin.query(`create role ${OWNER} login password '${password}'`)
    await admin.query(`grant set on parameter session_replication_role to ${OWNER}`)
  }
  if (!(await exists('select 1 from pg_database where datname = $1', DATABASE))) {
    await admin.query(`create database ${DATABASE} owner ${OWNER}`)
  }
}

/** A purge has the server write its log afresh and drop the old one, which still holds what was emptied: rights to do that, and no other. */
async function letPurgeForget(admin: Database): Promise<void> {
  try {
    await admin.query(`grant pg_checkpoint to ${OWNER}`)
    await admin.query(`grant alter system on parameter wal_recycle to ${OWNER}`)
    await admin.query(`grant execute on function pg_switch_wal(), pg_reload_conf() to ${OWNER}`)
  } finally {
    await admin.close()
  }
}
