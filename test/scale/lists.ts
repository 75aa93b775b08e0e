import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { generateSample } from '../../src/exercise/index.ts'
import { runMatchCommand } from './match-command.ts'
import { costOf, type Finding } from './measure.ts'
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
  const words = ['--register', register!, '--exposed', exposed!, '--out', join(folder, 'matched'), '--force']
  const cost = await runMatchCommand(words)
  return {
    ...cost,
    count: sizes.members + sizes.exposed,
    unit: 'rows',
    bytes: statSync(register!).size + statSync(exposed!).size,
  }
}
