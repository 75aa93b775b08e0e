import { join } from 'node:path'
import { systemClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { openDataFolder } from '../platform/data-folder.ts'
import { openDatabase } from '../platform/database.ts'
import { installation } from '../platform/installation.ts'
import { releaseJobs, runJobs, type Task } from '../platform/jobs.ts'
import { openLog } from '../platform/log.ts'
import type { WorkerOrder } from './worker-process.ts'

/** Waits for the desk's order, then runs jobs until the desk says stop or is gone. */
export function runWorker(tasks: readonly Task<never>[]): void {
  process.umask(0o077)
  const stop = new AbortController()
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => stop.abort())
  // The desk was killed: its locks and its database may be gone too. Nothing here is worth finishing.
  process.on('disconnect', () => process.exit(1))
  process.once('message', (order) => void work(order as WorkerOrder, tasks, stop.signal))
}

async function work(
  { connection }: WorkerOrder,
  tasks: readonly Task<never>[],
  signal: AbortSignal,
): Promise<void> {
  const config = readConfig(process.env, join(installation, 'data'))
  const home = openDataFolder(config, undefined)
  const log = openLog(config.logLevel, join(home.logs, 'worker.log'))
  const db = openDatabase(connection)
  try {
    await releaseJobs(db) // one worker at a time: whoever held them is gone
    await runJobs({ db, home, log, config, clock: systemClock }, tasks, signal)
    process.exit(0)
  } catch (error) {
    log.error({ error: (error as Error).message }, 'the worker failed')
    process.exit(signal.aborted ? 0 : 1)
  }
}
