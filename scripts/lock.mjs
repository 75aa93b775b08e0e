// One holder at a time, by a file: used by the bootstrap (before anything is installed) and by the desk for its data folder.
import { closeSync, linkSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'

/** A takeover lasts milliseconds; one older than this was left by a process that died in the middle. */
const STALE_TAKEOVER_MS = 5000

/**
 * Tries to take the lock at `path`.
 * @param {string} path
 * @param {Record<string, unknown>} [about] what other processes may read of the holder
 * @returns {{ release(): void } | { holder: { pid: number } & Record<string, unknown> }}
 */
export function tryLock(path, about = {}) {
  const mine = `${path}.${process.pid}`
  rmSync(mine, { force: true })
  writeFileSync(mine, JSON.stringify({ ...about, pid: process.pid, birth: birthOf(process.pid) }), {
    mode: 0o600,
    flag: 'wx', // never through a link that stands there
  })
  try {
    for (;;) {
      try {
        linkSync(mine, path) // atomic: fails if the lock exists
        return { release: () => releaseLock(path) }
      } catch (error) {
        if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
      }
      const holder = readLock(path)
      if (holder && isAlive(holder)) return { holder }
      takeAway(path)
    }
  } finally {
    rmSync(mine, { force: true })
  }
}

/**
 * Who holds the lock, dead or alive.
 * @param {string} path
 * @returns {({ pid: number, birth?: string } & Record<string, unknown>) | undefined}
 */
export function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * A process id may be reused: the holder lives only if the process born then still runs.
 * @param {{ pid: number, birth?: string }} holder
 */
export function isAlive(holder) {
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return false
  }
  return birthOf(holder.pid) === holder.birth
}

/**
 * Start time of a process in clock ticks since boot (proc(5), fields 3 and 22 of stat); empty where /proc is absent, and
 * `ended` for one that was killed but whose parent has not noticed yet.
 * @param {number} pid
 */
export function birthOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return 'ZX'.includes(fields[0] ?? '') ? 'ended' : (fields[19] ?? '')
  } catch {
    return ''
  }
}

/** @param {string} path */
function releaseLock(path) {
  const holder = readLock(path)
  if (holder?.pid === process.pid) rmSync(path, { force: true })
}

/**
 * Removes the lock of a dead holder. Guarded by a second file, so that two takers never remove a live one's lock.
 * @param {string} path
 */
function takeAway(path) {
  const guard = `${path}.takeover`
  try {
    closeSync(openSync(guard, 'wx'))
  } catch {
    removeIfStale(guard)
    return
  }
  try {
    const holder = readLock(path)
    if (!holder || !isAlive(holder)) rmSync(path, { force: true })
  } finally {
    rmSync(guard, { force: true })
  }
}

/** @param {string} guard */
function removeIfStale(guard) {
  try {
    if (performance.timeOrigin + performance.now() - statSync(guard).mtimeMs > STALE_TAKEOVER_MS)
      rmSync(guard, { force: true })
  } catch {
    // It was removed meanwhile: that is what we wanted.
  }
}
