// `npm run drills`: the long faults, each on its own database. Prints one line a drill; exits 1 when a promise broke.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { driveCampaign, proofHolds, prove } from '../../src/delivery/index.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { readConfig } from '../../src/platform/config.ts'
import { openDataFolder } from '../../src/platform/data-folder.ts'
import { openDatabase } from '../../src/platform/database.ts'
import { openLog } from '../../src/platform/log.ts'
import { migrate, readMigrations } from '../../src/platform/migrate.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { startCluster } from '../../src/platform/postgres/cluster.ts'
import { aSendingCampaign } from '../support/campaign.ts'
import { killDrill } from './kill.ts'
import { startPostfix, whyNoPostfix } from './postfix.ts'

const number = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise)
const root = mkdtempSync(join(tmpdir(), 'tocsin-drills-'))
const config = readConfig({ TOCSIN_LOG: 'silent', TOCSIN_HOME: root }, root)
const home = openDataFolder(config, true)
const cluster = await startCluster(home)

/** A platform on a new database of the drills' cluster. */
async function freshPlatform(name: string) {
  const admin = openDatabase({ ...cluster.connection, max: 1 })
  await admin.query(`create database ${name}`)
  await admin.close()
  const connection = { ...cluster.connection, database: name }
  const db = openDatabase(connection)
  await migrate(db, readMigrations(join(process.cwd(), 'migrations')))
  const platform: Platform = { db, home, config, clock: systemClock, log: openLog('silent') }
  return { platform, connection: connection as Record<string, unknown> }
}

async function kills(): Promise<boolean> {
  const { platform, connection } = await freshPlatform('drill_kill')
  const drill = {
    adults: number('DRILL_ADULTS', 18_000),
    kills: number('DRILL_KILLS', 10),
    workers: number('DRILL_WORKERS', 2),
    connections: 4,
    limit: 500,
    longestLife: 1500,
  }
  const report = await killDrill(platform, connection, drill)
  await platform.db.close()
  const { proof } = report
  const summary = { ...report, proof: { ...proof, journal: proof.journal.verified } }
  process.stdout.write(`kill -9: ${JSON.stringify(summary)}\n`)
  return (
    proof.lost === 0 &&
    proof.told_twice === 0 &&
    proofHolds(proof) &&
    report.receivedTwice === 0 &&
    report.receivedUnknown === 0
  )
}

async function postfix(): Promise<boolean> {
  const why = await whyNoPostfix()
  if (why) {
    process.stdout.write(`postfix: SKIPPED. ${why}\n`)
    return true
  }
  const { platform } = await freshPlatform('drill_postfix')
  const relay = await startPostfix()
  const there = { ...platform, config: { ...config, smtpUrl: relay.url } }
  const { campaign, audience } = await aSendingCampaign(there, { adults: number('DRILL_ADULTS', 18_000) })
  await driveCampaign(there, campaign.id)
  const proof = await prove(platform.db, audience.incidentId)
  const ids = await relay.messageIds()
  await relay.stop()
  await platform.db.close()
  const distinct = new Set(ids).size
  process.stdout.write(
    `postfix: ${proof.messages.email} told by e-mail, ${ids.length} kept, ${distinct} distinct\n`,
  )
  return ids.length === proof.messages.email && distinct === ids.length && proof.lost === 0
}

try {
  const sound = [await kills(), await postfix()].every(Boolean)
  process.exitCode = sound ? 0 : 1
} finally {
  await cluster.stop()
  rmSync(root, { recursive: true, force: true })
}
