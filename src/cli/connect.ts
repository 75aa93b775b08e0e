import { userInfo } from 'node:os'
import type { Actor } from '../journal/index.ts'
import { systemClock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import { openDataFolder } from '../platform/data-folder.ts'
import { type Database, openDatabase } from '../platform/database.ts'
import { openLog } from '../platform/log.ts'
import type { Platform } from '../platform/platform.ts'
import { deskRefusals, runningDesk } from '../platform/running-desk.ts'

export type Authorise = (
  platform: Platform,
  token: string | undefined,
  osUser: string,
) => Promise<{ actor: Actor; roles: readonly string[] }>

/**
 * Reaches the running desk's database for a command, with the authority of a signed-in operator of this machine.
 * Refuses at once, creating nothing, when no desk is ready.
 */
export async function connect(config: Config, authorise: Authorise, opened: (db: Database) => void) {
  const desk = runningDesk(config)
  if (!desk) throw deskRefusals.notRunning({ home: config.home })
  const db = openDatabase({ ...desk.connection, max: 6 })
  opened(db)
  const platform: Platform = {
    db,
    clock: systemClock,
    config,
    home: openDataFolder(config, undefined),
    log: openLog('silent'),
  }
  return { platform, ...(await authorise(platform, config.operatorToken, userInfo().username)) }
}
