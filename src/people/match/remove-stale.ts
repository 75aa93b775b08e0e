import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** `.work-<pid>` and `.match-<pid>-…`: what a run keeps beside its results while it lasts. */
const KEPT_WHILE_RUNNING = /^\.(?:work|match)-(\d+)(?:-|$)/

export function workFolderOf(outDir: string): string {
  return join(outDir, `.work-${process.pid}`)
}

/**
 * Removes what runs that were killed left in a folder of results: their work files hold the NIR. A folder whose process
 * lives is left alone.
 */
export async function removeStale(outDir: string): Promise<void> {
  const names = await readdir(outDir).catch(() => [])
  for (const name of names) {
    const pid = Number(KEPT_WHILE_RUNNING.exec(name)?.[1])
    if (pid > 0 && !isRunning(pid)) await rm(join(outDir, name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // A process of another user answers EPERM: it runs.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
