import { readdirSync, readFileSync } from 'node:fs'
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
