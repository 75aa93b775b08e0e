import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { installation } from '../../src/platform/installation.ts'
import { type Cost, cpuOf } from './measure.ts'

/** `bin/tocsin match` as a user runs it, from its start to its end, on a built clone. @throws what it said when it failed */
export async function runMatchCommand(words: readonly string[]): Promise<Cost & { peakBytes: number }> {
  const before = cpuOf('self', 'children')
  const start = performance.now()
  const command = spawn(process.execPath, [join(installation, 'bin/tocsin'), 'match', ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  command.stderr?.on('data', (words) => {
    said += words
  })
  const ended = once(command, 'exit')
  const peakBytes = await peakOf(command.pid ?? 0, ended)
  const [code] = await ended
  if (code !== 0) throw new Error(`match ended with ${code}: ${said}`)
  return {
    cpuSeconds: cpuOf('self', 'children') - before,
    wallSeconds: (performance.now() - start) / 1000,
    peakBytes,
  }
}

/** The high-water mark of a process' resident memory, read until it ends (proc(5), VmHWM). */
async function peakOf(pid: number, ended: Promise<unknown>): Promise<number> {
  let running = true
  void ended.finally(() => {
    running = false
  })
  let peak = 0
  while (running) {
    try {
      peak = Math.max(
        peak,
        Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0),
      )
    } catch {
      // It has ended.
    }
    await wait(50)
  }
  return peak * 1024
}
