import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSample } from '../../../test/support/read-sample.ts'
import { Refusal } from '../../platform/refusal.ts'
import { ENCODINGS, type Encoding, generateSample, type SampleOptions } from './index.ts'

const sizes = { members: 2_000, exposed: 3_000, affected: 500, seed: 7 }
const decoders: Record<Encoding, string> = {
  'utf-8': 'utf-8',
  'utf-8-bom': 'utf-8',
  'windows-1252': 'windows-1252',
  'iso-8859-15': 'iso-8859-15',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
}
let root = ''

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tocsin-files-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

async function refusalOf(changes: Partial<SampleOptions>): Promise<Refusal> {
  const options = { ...sizes, out: join(root, 'refused'), ...changes }
  const thrown = await generateSample(options).catch((error: unknown) => error)
  expect(thrown).toBeInstanceOf(Refusal)
  return thrown as Refusal
}

describe('formats', () => {
  it('says the same in every encoding and separator', async () => {
    const reference = join(root, 'reference')
    await generateSample({ ...sizes, out: reference })
    const expected = await readSample(reference)
    expect(expected.register.some((row) => row['nom_naissance']!.includes('œ'))).toBe(true)
    expect(expected.exposed.some((row) => row['NOM_BENEF']!.includes('Œ'))).toBe(true)
    for (const encoding of ENCODINGS) {
      const out = join(root, encoding)
      const [registerSeparator, exposedSeparator] = [',', '\t']
      await generateSample({
        ...sizes,
        out,
        registerEncoding: encoding,
        exposedEncoding: encoding,
        registerSeparator,
        exposedSeparator,
      })
      const format = { encoding: decoders[encoding], separator: ',' }
      const read = await readSample(out, format, { ...format, separator: '\t' })
      const plain = (rows: object[]) => JSON.stringify(rows).replaceAll('’', "'")
      expect(plain(read.register)).toBe(plain(expected.register))
      expect(plain(read.exposed)).toBe(plain(expected.exposed))
    }
  })

  it('reports its progress to the end of each file', async () => {
    const seen: string[] = []
    await generateSample({ ...sizes, out: join(root, 'progress') }, ({ file, done, total }) =>
      seen.push(`${file} ${done}/${total}`),
    )
    expect(seen).toContain('register 2000/2000')
    expect(seen.at(-1)).toBe('exposed 3000/3000')
  })
})

describe('refusals', () => {
  it.each([
    [{ members: 0 }, 'sample.badCount'],
    [{ exposed: 1.5 }, 'sample.badCount'],
    [{ affected: 0 }, 'sample.badCount'],
    [{ members: 200_000_000 }, 'sample.badCount'],
    [{ seed: -1 }, 'sample.badSeed'],
    [{ affected: 2_001 }, 'sample.affectedAboveMembers'],
    [{ exposed: 400 }, 'sample.affectedAboveExposed'],
    [{ rates: { no_nir: 1.2 } }, 'sample.badRate'],
    [{ rates: { no_nir: 0.9, wrong_digit: 0.9 } }, 'sample.ratesAboveOne'],
    [{ exposedEncoding: 'ebcdic' as Encoding }, 'sample.unknownEncoding'],
    [{ registerSeparator: 'x' }, 'sample.badSeparator'],
  ] as const)('%o: %s, and no folder is made', async (changes, code) => {
    expect((await refusalOf(changes)).code).toBe(code)
    expect(await readdir(root)).not.toContain('refused')
  })

  it('does not replace files unless told to', async () => {
    const out = join(root, 'twice')
    await generateSample({ ...sizes, out })
    expect((await refusalOf({ out })).code).toBe('sample.alreadyThere')
    await generateSample({ ...sizes, out, force: true })
    expect((await readdir(out)).sort()).toEqual(['exposed.csv', 'register.csv', 'truth.csv'])
  })

  it('refuses a folder that is a file', async () => {
    await writeFile(join(root, 'file'), '')
    expect((await refusalOf({ out: join(root, 'file') })).code).toBe('sample.cannotWrite')
    expect((await refusalOf({ out: join(root, 'file', 'below') })).code).toBe('sample.cannotWrite')
  })

  it('removes what it began when a file cannot be opened, and keeps what was there', async () => {
    const out = join(root, 'blocked')
    await mkdir(join(out, 'truth.csv.part'), { recursive: true })
    expect((await refusalOf({ out })).code).toBe('sample.cannotWrite')
    expect(await readdir(out)).toEqual(['truth.csv.part'])
  })

  it('removes what it began when stopped', async () => {
    const controller = new AbortController()
    controller.abort()
    expect((await refusalOf({ members: 20_000, signal: controller.signal })).code).toBe('sample.stopped')
    expect(await readdir(root)).not.toContain('refused')
  })
})
