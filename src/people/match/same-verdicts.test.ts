import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateSample } from '../../exercise/generate/index.ts'
import { type MatchInput, runMatch } from './index.ts'

let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tocsin-same-verdicts-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

describe('on a generated sample', () => {
  it('gives the same verdicts whatever the row order, threads and memory, and none wrong', async () => {
    const dir = join(root, 'sample')
    await generateSample({ members: 3000, exposed: 8000, affected: 1500, seed: 11, out: dir })
    const run = async (name: string, over: Partial<MatchInput>) => {
      const outDir = join(dir, name)
      const report = await runMatch({
        register: join(dir, 'register.csv'),
        exposed: join(dir, 'exposed.csv'),
        outDir,
        workDir: join(dir, `${name}-work`),
        format: 'csv',
        ...over,
      })
      return {
        report,
        rows: (await readFile(join(outDir, 'verdicts.csv'), 'utf8')).trim().split('\n').slice(1),
      }
    }
    const one = await run('one', { threads: 1 })
    const two = await run('two', { threads: 2, memoryLimit: '300MB' })
    expect(two.report.verdictsSha256).toBe(one.report.verdictsSha256)
    const shuffled = async (name: string) => {
      const text = await readFile(join(dir, name))
      const [header, ...lines] = text.toString('latin1').trimEnd().split('\n')
      await writeFile(join(dir, `shuffled-${name}`), [header, ...lines.reverse()].join('\n'), 'latin1')
      return join(dir, `shuffled-${name}`)
    }
    const other = await run('three', {
      register: await shuffled('register.csv'),
      exposed: await shuffled('exposed.csv'),
    })
    const count = one.report.exposedRows
    const undone = other.rows.map((line) => {
      const [row, verdict, , ...rest] = line.split(',')
      return [count + 1 - Number(row), verdict, ...rest].join()
    })
    const plain = one.rows.map((line) =>
      line
        .split(',')
        .filter((_, i) => i !== 2)
        .join(),
    )
    expect(undone.sort()).toEqual(plain.sort())
    await judge(dir, one.rows, count)
  })

  async function judge(dir: string, rows: string[], count: number) {
    const truth = (await readFile(join(dir, 'truth.csv'), 'utf8')).trim().split('\n').slice(1)
    expect(rows).toHaveLength(count)
    const wrong = rows.filter((line, i) => {
      const [, verdict, , memberId] = line.split(',')
      const [, owner] = truth[i]!.split(',')
      return verdict === 'matched' ? memberId !== owner : verdict === 'not_ours' && owner !== ''
    })
    expect(wrong).toEqual([])
  }
})
