import { userInfo } from 'node:os'
import type { Actor } from '../journal/index.ts'
import { systemClock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import { openDataFolder } from '../platform/data-folder.ts'
import type { Database } from '../platform/database.ts'
import type { Platform } from '../platform/platform.ts'
import { deskRefusals, runningDesk } from '../platform/running-desk.ts'

/**
 * Reaches the running desk's database for a command, with the authority of a signed-in operator of this machine.
 * Refuses at once, creating and loading nothing, when no desk is ready.
 */
export async function connect(
  config: Config,
  opened: (db: Database) => void,
): Promise<{ platform: Platform; actor: Actor; roles: readonly string[] }> {
  const desk = runningDesk(config)
  if (!desk) throw deskRefusals.notRunning({ home: config.home })
  const [{ openDatabase }, { openLog }, { authoriseOperator }] = await Promise.all([
    import('../platform/database.ts'),
    import('../platform/log.ts'),
    import('../access/index.ts'),
  ])
  const db = openDatabase({ ...desk.connection, max: 6 })
  opened(db)
  const home = openDataFolder(config, undefined)
  const platform: Platform = { db, clock: systemClock, config, home, log: openLog('silent') }
  return { platform, ...(await authoriseOperator(platform, config.operatorToken, userInfo().username)) }
}
