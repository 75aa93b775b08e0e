import type { ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { birthOf, isAlive } from '../../scripts/lock.mjs'

/** A process that a drill saw: a pid alone may be used again. */
export interface Seen {
  readonly pid: number
  readonly birth: string
}

/** A process and all that descend from it, the process first (Linux: proc(5)). */
export function treeOf(pid: number): Seen[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const parent = parentOf(Number(name))
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const found = [pid]
  for (const one of found) found.push(...(children.get(one) ?? []))
  return found.map((one) => ({ pid: one, birth: birthOf(one) }))
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return undefined
  }
}

/** The words of a process' command line; empty when it is gone. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return ''
  }
}

/** Sends SIGKILL to processes seen before, and to no other that took their number since. */
export function killAll(processes: readonly Seen[]): void {
  for (const one of processes.filter(stillThere)) {
    try {
      process.kill(one.pid, 'SIGKILL')
    } catch {
      // It ended meanwhile.
    }
  }
}

/** Those of `processes` that still run after at most `patienceMs`. */
export async function leftOf(processes: readonly Seen[], patienceMs = 5000): Promise<Seen[]> {
  for (let waited = 0; waited < patienceMs && processes.some(stillThere); waited += 50) await wait(50)
  return processes.filter(stillThere)
}

/** A zombie has ended: only its parent has not read how. */
function stillThere(one: Seen): boolean {
  return isAlive(one) && commandOf(one.pid) !== ''
}

/** Waits until `child` takes connections on its loopback port. @throws when it ended, or does not listen after 10 s. */
export async function listening(name: string, port: number, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}`)
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true))
      socket.on('error', () => resolve(false))
      socket.on('connect', () => socket.destroy())
    })
    if (open) return
    await wait(100)
  }
  throw new Error(`${name} does not listen after 10 s`)
}
