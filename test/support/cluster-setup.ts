import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { readConfig } from '../../src/platform/config.ts'
import { openDataFolder } from '../../src/platform/data-folder.ts'
import { openDatabase } from '../../src/platform/database.ts'
import { migrate, readMigrations } from '../../src/platform/migrate.ts'
import { startCluster } from '../../src/platform/postgres/cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    connection: { host: string; port: number; user: string; password: string }
  }
}

export const TEMPLATE = 'tocsin_template'

/** One real PostgreSQL per run, migrated once; each file copies the template (graphile/worker's way). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = mkdtempSync(join(tmpdir(), 'tocsin-test-'))
  const home = openDataFolder(readConfig({ TOCSIN_HOME: root }, root), true)
  const cluster = await startCluster(home)
  const admin = openDatabase(cluster.connection)
  await admin.query(`create database ${TEMPLATE}`)
  const template = openDatabase({ ...cluster.connection, database: TEMPLATE })
  await migrate(template, readMigrations(join(import.meta.dirname, '../../migrations')))
  await template.close()
  await admin.close()
  project.provide('connection', cluster.connection as never)
  return async () => {
    await cluster.stop()
    rmSync(root, { recursive: true, force: true })
  }
}
