import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { judgeFile } from './judge-file.ts'
import { spoiltFile } from './spoilt-file.ts'

/** `npm run fuzz` in short: fixed seeds, and one that differs every time. */
const folder = temporaryFolder('fuzz-short')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const seeds: [number, number][] = [
  [1, 150],
  [2, 150],
  [Math.floor(Math.random() * 1e9), 100],
]

describe('spoilt lists are read with their accounting proved, or refused in one sentence', () => {
  it.each(seeds)('seed %i, %i files', async (seed, count) => {
    const outcomes: Record<string, number> = {}
    for (let index = 0; index < count; index++) {
      const { name, how, bytes } = await spoiltFile(seed, index)
      const path = join(folder, name)
      writeFileSync(path, bytes)
      const outcome = await judgeFile(path, name).catch((error) => {
        throw new Error(`npm run fuzz -- --seed ${seed} --from ${index} --count 1 (${name}: ${how})`, {
          cause: error,
        })
      })
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
      rmSync(path)
    }
    expect(outcomes['read']).toBeGreaterThan(count / 10)
  })
})
