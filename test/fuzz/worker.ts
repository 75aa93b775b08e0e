// One process of the fuzzing: makes and judges the files it is told, and says what each became.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { judgeFile, judgeMatch } from './judge-file.ts'
import { spoiltFile } from './spoilt-file.ts'

export interface Task {
  readonly seed: number
  readonly index: number
  readonly folder: string
  /** Also run a whole match against it. */
  readonly register: string | undefined
}

export interface Told {
  readonly index: number
  readonly how: string
  readonly outcome?: string
  readonly broken?: string
  readonly milliseconds: number
  readonly peakMemory: number
}

process.on('message', async ({ seed, index, folder, register }: Task) => {
  const { name, how, bytes } = await spoiltFile(seed, index)
  const path = join(folder, name)
  writeFileSync(path, bytes)
  const from = performance.now()
  const told = { index, how: `${name}: ${how}` }
  const cost = () => ({
    milliseconds: performance.now() - from,
    peakMemory: process.resourceUsage().maxRSS * 1024,
  })
  try {
    const outcome = await judgeFile(path, name)
    if (register) judgeMatch(path, register, folder)
    process.send!({ ...told, outcome, ...cost() } satisfies Told)
  } catch (error) {
    process.send!({ ...told, broken: (error as Error).stack ?? String(error), ...cost() } satisfies Told)
  } finally {
    rmSync(path, { force: true })
  }
})
process.once('disconnect', () => process.exit())
