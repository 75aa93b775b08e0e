import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DAMAGE_NAMES } from '../exercise/generate/index.ts'
import type { Refusal } from '../platform/refusal.ts'
import type { Call } from './command.ts'
import { commandHelp } from './help.ts'
import { command } from './sample.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tocsin-cli-sample-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

const said: string[] = []

/** A call as the frame makes it: defaults filled in, no desk needed. */
function call(values: Record<string, string>, flags: string[] = []): Call {
  const presets = Object.entries(command.options).flatMap(([name, { default: preset }]) =>
    preset ? [[name, preset]] : [],
  )
  return {
    values: {
      ...Object.fromEntries(presets),
      members: '200',
      exposed: '500',
      affected: '50',
      out: join(root, 'out'),
      ...values,
    },
    flags: new Set(flags),
    positionals: [],
    json: false,
    locale: 'fr',
    config: {} as Call['config'],
    say: (text) => said.push(text),
    platform: () => Promise.reject(new Error('sample needs no desk')),
  }
}

describe('tocsin sample', () => {
  it('writes the three files and prints what is in them', async () => {
    const { json, text } = await command.run(call({}))
    expect(await readdir(join(root, 'out'))).toEqual(['exposed.csv', 'register.csv', 'truth.csv'])
    expect(json).toMatchObject({ members: 200, affected: 50, exposed: { rows: 500 }, truth: { rows: 500 } })
    expect(text).toContain('50 personnes concernées')
    expect(said.at(-1)).toBe('exposed.csv\u00a0: 500 lignes sur 500')
  })

  it('passes each rate on', async () => {
    const { json } = await command.run(
      call({
        'rate-no-key': '0',
        'rate-surname-typo': '1',
        'rate-usage-name': '0',
        'rate-truncated-surname': '0',
        'rate-swapped-names': '0',
      }),
    )
    expect(json).toMatchObject({ damages: { no_key: 0, surname_typo: 500 } })
  })

  it.each([
    [{ members: 'beaucoup' }, 'sample.badNumber', '--members beaucoup'],
    [{ 'rate-no-nir': '2' }, 'sample.badRate', '--rate-no-nir 2'],
    [{ affected: '900' }, 'sample.affectedAboveMembers', '--affected 900'],
  ])('refuses %o and names the option', async (values, code, named) => {
    const refusal = (await command.run(call(values)).catch((error: unknown) => error)) as Refusal
    expect(refusal.code).toBe(code)
    expect(refusal.text('fr')).toContain(named)
    expect(refusal.text('en')).toContain(named)
    expect(await readdir(root)).toEqual([])
  })

  it('replaces only with --force', async () => {
    await command.run(call({}))
    await expect(command.run(call({}))).rejects.toMatchObject({ code: 'sample.alreadyThere' })
    await command.run(call({}, ['force']))
  })

  it('documents a rate for every damage, with its default', () => {
    const help = commandHelp(command, 'en')
    for (const name of DAMAGE_NAMES) expect(help).toContain(`--rate-${name.replaceAll('_', '-')} SHARE`)
    expect(help).toContain('default 0.02')
  })
})
