import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { generateSample } from '../../src/exercise/index.ts'
import { runMatchCommand } from './match-command.ts'
import { costOf, type Finding } from './measure.ts'
import type { Sizes } from './sizes.ts'

const FILES = ['register.csv', 'exposed.csv', 'truth.csv']

/** Benchmarks of the same size share their lists. */
async function madeSample({ members, exposed, affected }: ListSizes, folder: string): Promise<string> {
  const out = join(folder, `sample-${members}-${exposed}-${affected}`)
  if (!existsSync(join(out, 'truth.csv'))) {
    await generateSample({ members, exposed, affected, seed: 7, out, force: true })
  }
  return out
}

/** The sample generator: register, exposed list and truth, to disk. Counts the rows of the first two. */
export async function sample(sizes: Sizes, folder: string): Promise<Finding> {
  const { value: out, ...cost } = await costOf(() => madeSample(sizes, folder))
  const bytes = FILES.reduce((sum, name) => sum + statSync(join(out, name)).size, 0)
  return { ...cost, count: sizes.members + sizes.exposed, unit: 'rows', bytes }
}

/** `bin/tocsin match` as a user runs it, from its start to its end: reading, matching and the results' files. */
export function match(sizes: Sizes, folder: string): Promise<Finding> {
  return matchOf(sizes, folder, [])
}

/** A million rows against a million. */
export function million(sizes: Sizes, folder: string): Promise<Finding> {
  return matchOf(inMillions(sizes.million), folder, [])
}

/** Every insured person of the country against as many exposed rows: 15 GB of lists. */
export function national(sizes: Sizes, folder: string): Promise<Finding> {
  return matchOf(inMillions(sizes.national), folder, [])
}

/** The same with an engine that must spill. */
export function nationalSmall(sizes: Sizes, folder: string): Promise<Finding> {
  return matchOf(inMillions(sizes.national), folder, ['--memory-limit', '2GB'])
}

type ListSizes = Pick<Sizes, 'members' | 'exposed' | 'affected'>

function inMillions(millions: number): ListSizes {
  const rows = Math.round(millions * 1e6)
  return { members: rows, exposed: rows, affected: Math.round(rows * 0.6) }
}

async function matchOf(sizes: ListSizes, folder: string, more: readonly string[]): Promise<Finding> {
  const lists = await madeSample(sizes, folder)
  const [register, exposed] = ['register.csv', 'exposed.csv'].map((name) => join(lists, name))
  const words = ['--register', register!, '--exposed', exposed!, '--out', join(folder, 'matched'), '--force']
  const coldReadSeconds = coldRead([register!, exposed!])
  const cost = await runMatchCommand([...words, ...more])
  return {
    ...cost,
    coldReadSeconds,
    count: sizes.members + sizes.exposed,
    unit: 'rows',
    bytes: statSync(register!).size + statSync(exposed!).size,
  }
}

/** Wall seconds of reading the files past the page cache; null where the system cannot. Leaves the cache as it was. */
function coldRead(files: readonly string[]): number | null {
  const start = performance.now()
  for (const file of files) {
    const words = [`if=${file}`, 'of=/dev/null', 'bs=8M', 'iflag=direct', 'status=none']
    if (spawnSync('dd', words, { stdio: 'ignore' }).status !== 0) return null
  }
  return (performance.now() - start) / 1000
}
