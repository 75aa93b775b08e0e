import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { generateSample } from '../../src/exercise/index.ts'
import { installation } from '../../src/platform/installation.ts'
import { costOf, cpuOf, type Finding } from './measure.ts'
import type { Sizes } from './sizes.ts'

const FILES = ['register.csv', 'exposed.csv', 'truth.csv']

async function makeSample(sizes: Sizes, folder: string): Promise<string> {
  const out = join(folder, 'sample')
  const { members, exposed, affected } = sizes
  await generateSample({ members, exposed, affected, seed: 7, out, force: true })
  return out
}

/** The sample generator: register, exposed list and truth, to disk. Counts the rows of the first two. */
export async function sample(sizes: Sizes, folder: string): Promise<Finding> {
  const { value: out, ...cost } = await costOf(() => makeSample(sizes, folder))
  const bytes = FILES.reduce((sum, name) => sum + statSync(join(out, name)).size, 0)
  return { ...cost, count: sizes.members + sizes.exposed, unit: 'rows', bytes }
}

/** `bin/tocsin match` as a user runs it, from its start to its end: reading, matching and the results' files. */
export async function match(sizes: Sizes, folder: string): Promise<Finding> {
  const kept = join(folder, 'sample')
  const out = existsSync(join(kept, 'truth.csv')) ? kept : await makeSample(sizes, folder)
  const [register, exposed] = FILES.map((name) => join(out, name))
  const words = [
    'match',
    '--register',
    register!,
    '--exposed',
    exposed!,
    '--out',
    join(folder, 'matched'),
    '--force',
  ]
  const before = cpuOf('self', 'children')
  const start = performance.now()
  const command = spawn(process.execPath, [join(installation, 'bin/tocsin'), ...words], {
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
    count: sizes.members + sizes.exposed,
    unit: 'rows',
    bytes: statSync(register!).size + statSync(exposed!).size,
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
