import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSample, type Sample } from '../../../test/support/read-sample.ts'
import { DAMAGES, type DamageName, DEFAULT_RATES, ratesWith } from './damage.ts'
import { generateSample, type SampleSummary } from './generate-sample.ts'
import { EXPOSED_HEADERS, OWN_AMC, REGISTER_HEADERS, type SampleOptions } from './index.ts'
import { keyOfText } from './national-id.ts'

const sizes = { members: 2_000, exposed: 8_000, affected: 600, seed: 7 }
let root = ''
let sample: Sample
let summary: SampleSummary

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tocsin-sample-'))
  summary = await generateSample({ ...sizes, out: join(root, 'main') })
  sample = await readSample(join(root, 'main'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

async function shas(name: string, changes: Partial<SampleOptions> = {}): Promise<string[]> {
  const made = await generateSample({ ...sizes, ...changes, out: join(root, name) })
  return [made.register.sha256, made.exposed.sha256, made.truth.sha256]
}

describe('accounting', () => {
  it('writes the headers and one truth row per exposed row', () => {
    expect(sample.registerHeaders).toEqual(REGISTER_HEADERS)
    expect(sample.exposedHeaders).toEqual(EXPOSED_HEADERS)
    expect(sample.register).toHaveLength(2_000)
    expect(sample.exposed).toHaveLength(8_000)
    expect(sample.truth.map((row) => Number(row['exposed_row']))).toEqual(sample.exposed.map((_, n) => n + 1))
  })

  it('exposes exactly the affected number of distinct members, all of the register', () => {
    const ids = new Set(sample.register.map((row) => row['id_adherent']))
    expect(ids.size).toBe(2_000)
    const named = sample.truth.map((row) => row['member_id']!).filter((id) => id !== '')
    expect(new Set(named).size).toBe(600)
    expect(named).toHaveLength(summary.ownRows)
    expect(named.every((id) => ids.has(id))).toBe(true)
  })

  it('marks every second row of a member, and only those, as a duplicate', () => {
    const own = sample.truth.filter((row) => row['member_id'] !== '')
    const duplicates = own.filter((row) => row['damage']!.startsWith('duplicate'))
    expect(own.length - duplicates.length).toBe(600)
    expect(new Set(own.filter((row) => !duplicates.includes(row)).map((row) => row['member_id'])).size).toBe(
      600,
    )
  })

  it('reports the damages that truth.csv carries, all of them of the catalogue', () => {
    const counted: Record<string, number> = {}
    for (const name of sample.truth.flatMap((row) => row['damage']!.split('+')))
      counted[name] = (counted[name] ?? 0) + 1
    expect(counted['none']).toBe(summary.undamagedRows)
    for (const name of Object.keys(DAMAGES) as DamageName[])
      expect(counted[name] ?? 0).toBe(summary.damages[name])
    expect(Object.keys(counted).every((name) => name === 'none' || name in DAMAGES)).toBe(true)
  })

  it('can expose every member on as many rows, with no one else', async () => {
    const made = await generateSample({
      ...sizes,
      members: 37,
      exposed: 37,
      affected: 37,
      out: join(root, 'all'),
    })
    const { truth } = await readSample(join(root, 'all'))
    expect(new Set(truth.map((row) => row['member_id'])).size).toBe(37)
    expect([made.ownRows, made.homonymRows]).toEqual([37, 0])
  })
})

describe('determinism', () => {
  it('gives the same bytes for the same options, others for another seed', async () => {
    const [first, again, other] = [await shas('a'), await shas('b'), await shas('c', { seed: 8 })]
    expect(again).toEqual(first)
    expect(other.filter((sha) => first.includes(sha))).toEqual([])
  })

  it('gives these very bytes on any machine', async () => {
    const bytes = await readFile(join(root, 'main', 'exposed.csv'))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(summary.exposed.sha256)
    expect([summary.register.sha256, summary.exposed.sha256, summary.truth.sha256]).toMatchInlineSnapshot(`
      [
        "efd97d19b665b99947d323247a729cddb35aa324d21fa7b1363ad2b3cea95c6c",
        "49debc944f32e5434c51457767b0e4cdb99d7180192d5ee121f25d1d941371e6",
        "350ad9b8ac383f99e2cbcf52c1963773526c306d098a3c5737a965530ca169cb",
      ]
    `)
  })

  it('keeps the first rows of the register when it grows within the same households', async () => {
    await generateSample({ ...sizes, members: 2_016, out: join(root, 'larger') })
    const larger = await readSample(join(root, 'larger'))
    const cut = (rows: typeof larger.register) =>
      rows.slice(0, 2_000).map((row) => [row['nir'], row['nom_naissance'], row['date_naissance']])
    expect(cut(larger.register)).toEqual(cut(sample.register))
  })
})

describe('damage', () => {
  const undamaged = () =>
    sample.exposed.filter((_, n) => !/nir|unreadable|no_key|digit|quote/.test(sample.truth[n]!['damage']!))

  it('leaves every undamaged NIR with its right key, and every wrong digit with a wrong one', () => {
    expect(undamaged().length).toBeGreaterThan(6_000)
    for (const row of undamaged())
      expect(row['NIR_OD']!.slice(13)).toBe(keyOfText(row['NIR_OD']!.slice(0, 13)))
    const wrong = sample.exposed.filter((_, n) => sample.truth[n]!['damage']!.includes('wrong_digit'))
    expect(wrong.length).toBeGreaterThan(30)
    for (const { NIR_OD: nir } of wrong.filter((row) => !row['NIR_OD']!.startsWith("'"))) {
      expect(nir!.slice(13)).not.toBe(keyOfText(nir!.slice(0, 13)))
    }
  })

  it('copies the identity of an undamaged own row from the register', () => {
    const byId = new Map(sample.register.map((row) => [row['id_adherent'], row]))
    const clean = sample.truth.filter((row) => row['member_id'] !== '' && row['damage'] === 'none')
    expect(clean.length).toBeGreaterThan(300)
    for (const { exposed_row: row, member_id: id } of clean) {
      const [theirs, ours] = [sample.exposed[Number(row) - 1]!, byId.get(id!)!]
      const born = ours['date_naissance']!.split('/').reverse().join('')
      expect([
        theirs['NUM_AMC'],
        theirs['NIR_OD'],
        theirs['NUM_ADH'],
        theirs['DATE_NAISS_BENEF'],
        theirs['RANG_NAISS'],
      ]).toEqual([OWN_AMC, ours['nir'], ours['numero_adherent'], born, ours['rang']])
    }
  })

  it('has no contact data in the exposed list', () => {
    expect(sample.exposed.some((row) => Object.values(row).some((value) => value.includes('@')))).toBe(false)
  })

  it('follows the rates within four standard deviations', () => {
    for (const name of [
      'no_nir',
      'wrong_digit',
      'no_key',
      'surname_typo',
      'first_name_typo',
      'no_member_number',
    ] as const) {
      const expected = 8_000 * DEFAULT_RATES[name]
      expect(Math.abs(summary.damages[name] - expected)).toBeLessThan(4 * Math.sqrt(expected) + 8)
    }
  })

  it('writes none when every rate is zero, and only the one asked for', async () => {
    const zero = Object.fromEntries(Object.keys(DAMAGES).map((name) => [name, 0]))
    const none = await generateSample({ ...sizes, rates: ratesWith(zero), out: join(root, 'none') })
    expect(none.undamagedRows).toBe(8_000)
    const all = await generateSample({
      ...sizes,
      rates: ratesWith({ ...zero, no_nir: 1 }),
      out: join(root, 'no-nir'),
    })
    expect([all.undamagedRows, all.damages.no_nir]).toEqual([0, 8_000])
    const { exposed } = await readSample(join(root, 'no-nir'))
    expect(exposed.every((row) => row['NIR_OD'] === '')).toBe(true)
  })

  it('makes homonyms of own people at other insurers, with a NIR of their own', async () => {
    const made = await generateSample({ ...sizes, rates: { homonym: 0.01 }, out: join(root, 'homonyms') })
    expect(made.homonymRows).toBe(80)
    const { register, exposed, truth } = await readSample(join(root, 'homonyms'))
    const born = new Set(register.map((row) => row['date_naissance']!.split('/').reverse().join('')))
    const nirs = new Set(register.map((row) => row['nir']))
    const rows = exposed.filter((_, n) => truth[n]!['damage'] === 'homonym')
    expect(rows.length).toBeGreaterThan(40)
    for (const row of rows) {
      expect(row['NUM_AMC']).not.toBe(OWN_AMC)
      expect(born.has(row['DATE_NAISS_BENEF']!)).toBe(true)
      expect(nirs.has(row['NIR_OD']!)).toBe(false)
    }
  })
})
