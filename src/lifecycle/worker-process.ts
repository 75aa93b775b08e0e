import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { installation } from '../platform/installation.ts'
import type { Logger } from '../platform/log.ts'

export interface WorkerProcess {
  stop(): Promise<void>
}

/** What the desk tells its worker, once, over their private channel. */
export interface WorkerOrder {
  readonly connection: pg.PoolConfig
  /** On another machine than the data folder's: it sends e-mails and nothing else. */
  readonly apart?: boolean
}

/** Work in hand is put down within this time; what is not is safe to take up again (the ledger says where it stood). */
const GRACE_MS = 700
const RESTART_MS = 1000

/**
 * Heavy work (matching, letters, sending) runs in a process of its own, so that the page keeps answering. It ends with
 * the desk, even one that is killed: the channel between them closes.
 */
export function startWorker(log: Logger, order: WorkerOrder): WorkerProcess {
  let stopping = false
  let worker = forkWorker(order)
  const watch = () => {
    worker.once('exit', async (code, signal) => {
      if (stopping) return
      log.error({ code, signal }, 'the worker ended; starting another')
      await sleep(RESTART_MS, undefined, { ref: false })
      if (stopping) return
      worker = forkWorker(order)
      watch()
    })
  }
  watch()
  return {
    async stop() {
      stopping = true
      await endWorker(worker)
    },
  }
}

function forkWorker(order: WorkerOrder): ChildProcess {
  // detached: Ctrl-C in the terminal must not reach it before the desk has decided the order of things.
  const worker = fork(join(installation, 'dist', 'worker.js'), [], {
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  worker.send(order, () => undefined)
  return worker
}

async function endWorker(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  worker.kill('SIGTERM')
  const inTime = await Promise.race([ended.then(() => true), sleep(GRACE_MS, false, { ref: false })])
  if (!inTime) worker.kill('SIGKILL')
  await ended
}
