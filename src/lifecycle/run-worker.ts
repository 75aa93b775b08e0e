import { join } from 'node:path'
import { systemClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { folderApart, openDataFolder } from '../platform/data-folder.ts'
import { openDatabase } from '../platform/database.ts'
import { installation } from '../platform/installation.ts'
import { runJobs, type Task } from '../platform/jobs.ts'
import { openLog } from '../platform/log.ts'
import type { Platform } from '../platform/platform.ts'
import type { WorkerOrder } from './worker-process.ts'

/** What a worker runs: all that a desk gives it, or the sending of e-mails alone, and what it looks for when it begins. */
export interface WorkerTasks {
  readonly all: readonly Task<never>[]
  readonly sending: readonly Task<never>[]
  /** Asks again for the jobs that campaigns under way need; repeated kills use up those that wait. */
  takeUp(platform: Platform): Promise<void>
}

/** Waits for its order, then runs jobs until told to stop or until the process that ordered it is gone. */
export function runWorker(tasks: WorkerTasks): void {
  process.umask(0o077)
  const stop = new AbortController()
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => stop.abort())
  // The desk was killed: its locks and its database may be gone too. Nothing here is worth finishing.
  process.on('disconnect', () => process.exit(1))
  process.once('message', (order) => void work(order as WorkerOrder, tasks, stop.signal))
}

async function work(order: WorkerOrder, tasks: WorkerTasks, signal: AbortSignal): Promise<void> {
  const config = readConfig(process.env, join(installation, 'data'))
  const home = order.apart ? folderApart(config) : openDataFolder(config, undefined)
  const log = openLog(config.logLevel, order.apart ? undefined : join(home.logs, 'worker.log'))
  const platform = { db: openDatabase(order.connection), home, log, config, clock: systemClock }
  try {
    await tasks.takeUp(platform)
    await runJobs(platform, order.apart ? tasks.sending : tasks.all, signal)
    process.exit(0)
  } catch (error) {
    log.error({ error: (error as Error).message }, 'the worker failed')
    process.exit(signal.aborted ? 0 : 1)
  }
}
