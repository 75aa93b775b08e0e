import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateSample } from '../exercise/generate/index.ts'
import type { Refusal } from '../platform/refusal.ts'
import type { Call, Command } from './command.ts'
import { command as match } from './match.ts'
import { command as explain } from './match-explain.ts'

let root = ''
const said: string[] = []
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tocsin-cli-match-'))
  await generateSample({ members: 300, exposed: 600, affected: 100, seed: 3, out: root })
})
afterAll(() => rm(root, { recursive: true, force: true }))

function run(command: Command, values: Record<string, string>, locale: 'fr' | 'en' = 'fr') {
  return command.run(callOf(values, locale))
}

function callOf(values: Record<string, string>, locale: 'fr' | 'en' = 'fr'): Call {
  const lists = { register: join(root, 'register.csv'), exposed: join(root, 'exposed.csv') }
  return {
    values: { ...lists, out: join(root, 'out'), ...values },
    flags: new Set(),
    positionals: [],
    json: false,
    locale,
    config: {} as Call['config'],
    say: (text) => said.push(text),
    platform: () => Promise.reject(new Error('match needs no desk')),
  }
}

describe('tocsin match', () => {
  it('writes CSV results, nothing else, and says what it found', async () => {
    const { json, text } = await run(match, { format: 'csv' })
    expect((await readdir(join(root, 'out'))).sort()).toEqual([
      'explanations.csv',
      'members.csv',
      'possible.csv',
      'quarantine.csv',
      'report.json',
      'verdicts.csv',
    ])
    expect(json).toMatchObject({ members: 300, exposedRows: 600 })
    expect(text).toContain('600 lignes exposées')
    expect(said.join('\n')).toContain('Lecture de la liste exposée')
  })

  it('removes what a killed run left beside the results, not what a live one holds', async () => {
    const out = join(root, 'out')
    const dead = spawnSync(process.execPath, ['-e', '']).pid
    await mkdir(join(out, `.work-${dead}`, 'parts'), { recursive: true })
    await mkdir(join(out, `.match-${dead}-aBc`))
    await mkdir(join(out, `.work-${process.ppid}`))
    await match.run({ ...callOf({ format: 'csv' }), flags: new Set(['force']) })
    expect((await readdir(out)).filter((name) => name.startsWith('.'))).toEqual([`.work-${process.ppid}`])
    await rm(join(out, `.work-${process.ppid}`), { recursive: true })
  })

  it('explains a row from the CSV results', async () => {
    const { json, text } = await run(explain, { row: '1' }, 'en')
    expect(json).toMatchObject({ exposedRow: 1 })
    expect(text).toMatch(/^Row 1: /)
  })

  it('refuses results already there, bad settings, and leaves no folder behind a failure', async () => {
    const code = (work: Promise<unknown>) =>
      work.then(
        () => 'none',
        (error: Refusal) => error.code,
      )
    expect(await code(run(match, { format: 'csv' }))).toBe('match.outputsExist')
    const fresh = { out: join(root, 'fresh') }
    expect(await code(run(match, { ...fresh, format: 'xlsx' }))).toBe('match.badSetting')
    expect(await code(run(match, { ...fresh, threads: 'many' }))).toBe('match.badSetting')
    expect(await code(run(match, { ...fresh, 'memory-limit': 'lots' }))).toBe('match.badSetting')
    expect(await code(run(match, { out: join(root, 'truth.csv') }))).toBe('match.outIsFile')
    expect(await code(run(match, { ...fresh, exposed: root }))).toBe('read.fileIsFolder')
    expect(await code(run(match, { ...fresh, columns: root }))).toBe('read.fileIsFolder')
    await writeFile(join(root, 'picture.csv'), '%PDF-1.7')
    expect(await code(run(match, { ...fresh, exposed: join(root, 'picture.csv') }))).toBe('read.wrongType')
    expect(await code(run(match, { ...fresh, exposed: join(root, 'register.csv') }))).toBe('read.sameFile')
    const swapped = { register: join(root, 'exposed.csv'), exposed: join(root, 'register.csv') }
    expect(await code(run(match, { ...fresh, ...swapped }))).toBe('read.listsSwapped')
    expect(await code(run(explain, { ...fresh, row: '1' }))).toBe('match.noResults')
    expect(await code(run(explain, { row: 'x' }))).toBe('match.badSetting')
    expect(await readdir(root)).not.toContain('fresh')
  })
})
