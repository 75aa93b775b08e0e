// One sender process of a drill: recovers what was left, then sends until nothing is due. Killed at will.
import { setTimeout as wait } from 'node:timers/promises'
import { driveCampaign } from '../../src/delivery/sending/drive-campaign.ts'
import { recoverAttempts } from '../../src/delivery/sending/recover-attempts.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { readConfig } from '../../src/platform/config.ts'
import { openDataFolder } from '../../src/platform/data-folder.ts'
import { openDatabase } from '../../src/platform/database.ts'
import { openLog } from '../../src/platform/log.ts'

interface Orders {
  readonly connection: Record<string, unknown>
  readonly home: string
  readonly smtpUrl: string | undefined
  readonly campaignId: number
  readonly limit: number
  readonly connections: number
  /** How far this process' clock is ahead of the machine's. */
  readonly clockSeconds?: number
  /** Further settings. */
  readonly env?: Readonly<Record<string, string>>
}

const orders = JSON.parse(process.env['DRILL'] ?? '{}') as Orders
const env = {
  TOCSIN_LOG: 'silent',
  TOCSIN_HOME: orders.home,
  TOCSIN_SMTP_URL: orders.smtpUrl,
  ...orders.env,
}
const config = readConfig(env, orders.home)
const db = openDatabase(orders.connection)
const platform = {
  db,
  clock: { now: () => systemClock.now().add({ seconds: orders.clockSeconds ?? 0 }) },
  config,
  home: openDataFolder(config, true),
  log: openLog('silent'),
}

process.stdout.write('ready\n')
let idle = 0
while (idle < 2) {
  const { limit, connections, campaignId } = orders
  const report = await driveCampaign(platform, campaignId, { limit, connections })
  // A sibling may still hold attempts, or have died with them: look once more before leaving.
  const recovered = await recoverAttempts(platform)
  idle = report.claimed === 0 && recovered.runs === 0 ? idle + 1 : 0
  if (idle > 0) await wait(50)
}
await db.close()
