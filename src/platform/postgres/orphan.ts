import { readFileSync, readlinkSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { birthOf } from '../../../scripts/lock.mjs'

/** Ends a server that outlived a killed Tocsin. Its process is recognised by its program and its working folder. */
export async function stopOrphan(data: string): Promise<void> {
  const pid = orphanOf(data)
  if (pid !== undefined) process.kill(pid, 'SIGINT')
  for (let tries = 0; tries < 1000 && pid !== undefined && orphanOf(data) === pid; tries++) {
    if (tries === 300) process.kill(pid, 'SIGQUIT')
    await sleep(10)
  }
  await forgetDead(data)
}

/**
 * A dead server stays in the process table until its parent has read how it ended; after a kill that is init, which is
 * slow in some containers and absent in others. PostgreSQL takes it for alive and refuses to start: wait, then forget it.
 */
async function forgetDead(data: string): Promise<void> {
  for (let tries = 0; tries < 300 && isZombie(lockHolder(data)); tries++) await sleep(10)
  if (isZombie(lockHolder(data))) rmSync(join(data, 'postmaster.pid'), { force: true })
}

function isZombie(pid: number | undefined): boolean {
  return pid !== undefined && birthOf(pid) === 'ended'
}

/** The process id in the lock file of a cluster, dead or alive. */
function lockHolder(data: string): number | undefined {
  try {
    return Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return undefined
  }
}

/** The process id of the server still running on a cluster, if any. */
export function orphanOf(data: string): number | undefined {
  const pid = lockHolder(data)
  if (pid === undefined) return undefined
  try {
    process.kill(pid, 0)
    return isServerOf(pid, data) ? pid : undefined
  } catch {
    return undefined
  }
}

function isServerOf(pid: number, data: string): boolean {
  if (process.platform !== 'linux') return true
  return (
    readlinkSync(`/proc/${pid}/cwd`) === data && basename(readlinkSync(`/proc/${pid}/exe`)) === 'postgres'
  )
}
