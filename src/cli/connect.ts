import { userInfo } from 'node:os'
import type { Role } from '../access/index.ts'
import { systemClock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import { openDataFolder } from '../platform/data-folder.ts'
import type { Database } from '../platform/database.ts'
import type { Platform } from '../platform/platform.ts'
import { deskRefusals, runningDesk } from '../platform/running-desk.ts'
import type { Reached } from './command.ts'

/**
 * Reaches the running desk's database for a command, with the authority of a signed-in operator of this machine.
 * `allowed` names the roles one of which the operator must have. Refuses at once, creating and loading nothing, when no desk is ready.
 */
export async function connect(
  config: Config,
  allowed: readonly Role[] | undefined,
  opened: (db: Database) => void,
): Promise<Reached> {
  const desk = runningDesk(config)
  if (!desk) throw deskRefusals.notRunning({ home: config.home })
  process.umask(0o077)
  const [{ openDatabase }, { openLog }, { accessRefusals, authoriseOperator }] = await Promise.all([
    import('../platform/database.ts'),
    import('../platform/log.ts'),
    import('../access/index.ts'),
  ])
  const db = openDatabase({ ...desk.connection, max: 6 })
  opened(db)
  const home = openDataFolder(config, undefined)
  const platform: Platform = { db, clock: systemClock, config, home, log: openLog('silent') }
  const authority = await authoriseOperator(platform, config.operatorToken, userInfo().username)
  if (allowed && !allowed.some((role) => authority.roles.includes(role))) {
    throw accessRefusals.roleNeeded({ roles: allowed.join(', ') })
  }
  return { platform, ...authority }
}
