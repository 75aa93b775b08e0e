import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, readLock } from '../../scripts/lock.mjs'
import type { Config } from '../platform/config.ts'

/** The longest a desk takes to stop; then it is ended by force, which its ledger and its database bear. */
const PATIENCE_MS = 5000

/** Stops the desk of a data folder, if one runs. @returns its process id, or undefined when none ran. */
export async function stopDesk(config: Config): Promise<number | undefined> {
  const holder = readLock(join(config.home, 'lock'))
  if (!holder || !isAlive(holder)) return undefined
  process.kill(holder.pid, 'SIGTERM')
  for (let waited = 0; isAlive(holder); waited += 20) {
    if (waited === PATIENCE_MS) process.kill(holder.pid, 'SIGKILL')
    await sleep(20)
  }
  return holder.pid
}
