import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nirKey } from '../identity/index.ts'
import { type ColumnMapping, fields } from '../read/index.ts'
import { explainRow, runMatch, thresholdsFor } from './index.ts'

let root = ''
let runs = 0
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tocsin-other-lists-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

/** Lists whose headers are the names of the fields; gives verdict, member id and reason of each exposed row. */
async function match(register: string, exposed: string, kind: 'nir' | 'opaque') {
  const dir = join(root, String(++runs))
  const [registerFile, exposedFile] = [`${dir}-register.csv`, `${dir}-exposed.csv`]
  await writeFile(registerFile, register)
  await writeFile(exposedFile, exposed)
  const columns: ColumnMapping = {
    register: mapped(register),
    exposed: mapped(exposed),
    national_id_kind: kind,
  }
  const files = { register: registerFile, exposed: exposedFile, columns }
  await runMatch({ ...files, outDir: dir, workDir: `${dir}-work`, format: 'csv' })
  const lines = (await readFile(join(dir, 'verdicts.csv'), 'utf8')).trim().split('\n').slice(1)
  const rows = lines.map((line) => {
    const [, verdict, , memberId, , , , reason] = line.split(',')
    return { verdict, memberId, reason }
  })
  return { dir, rows }
}

function mapped(list: string) {
  const headers = list.split('\n')[0]!.split(',')
  return Object.fromEntries(
    fields
      .filter((field) => headers.includes(field))
      .map((field) => [field, { column: field, ...(field === 'birth_date' ? { format: 'yyyymmdd' } : {}) }]),
  ) as ColumnMapping['register']
}

const nir = (nir13: string) => nir13 + String(nirKey(nir13)).padStart(2, '0')
const HEADERS = 'national_id,surname,first_names,birth_date,address_1,city,postcode'
const REGISTER = `member_id,${HEADERS}
a,4066625,Painter,Courtney,19161214,12 Pinkerton Circuit,Richlands,4560
b,5304218,Neumann,Michaela,19151111,8 Stanley Street,Winston Hills,4223
c,7700112,Okafor,Ada,19701002,3 Mill Lane,Dunmore,1180
d,7700991,Okafor,Chidi,19701002,3 Mill Lane,Dunmore,1180
`

describe('an identifier that has no key', () => {
  it('the same one outweighs a first name, or a date, that was replaced', async () => {
    const { rows } = await match(
      REGISTER,
      `${HEADERS}\n4066625,Painter,Brooke,19161214,,,\n5304218,Neumann,Michaela,19880229,,,\n`,
      'opaque',
    )
    expect(rows.map(({ verdict, memberId }) => [verdict, memberId])).toEqual([
      ['matched', 'a'],
      ['matched', 'b'],
    ])
  })

  it('another one counts against, without forbidding what everything else says', async () => {
    const { rows } = await match(
      REGISTER,
      `${HEADERS}\n9999999,Painter,Courtney,19161214,12 Pinkerton Circiut,Richlands,4560\n`,
      'opaque',
    )
    expect(rows[0]).toMatchObject({ verdict: 'matched', memberId: 'a' })
  })

  it('the twin under the same roof is never taken for the other', async () => {
    const { rows } = await match(
      REGISTER,
      `${HEADERS}\n,Okafor,Ngozi,19701002,3 Mill Lane,Dunmore,1180\n`,
      'opaque',
    )
    expect(rows[0]!.verdict).toBe('ambiguous')
  })

  it('a NIR with its right key that differs forbids a match all the same', async () => {
    const nirs = 'member_id,national_id,surname,first_names,birth_date,postcode,address_1\n'
    const { rows } = await match(
      `${nirs}a,${nir('2850338123045')},Painter,Courtney,19850307,4560,12 rue du Port\n`,
      `${nirs.slice('member_id,'.length)}${nir('2820519123046')},Painter,Courtney,19850307,4560,12 rue du Port\n`,
      'nir',
    )
    expect(rows[0]!.verdict).not.toBe('matched')
  })
})

describe('an address', () => {
  it('finds a row whose names have typing errors and whose date is missing, and says so', async () => {
    const { rows, dir } = await match(
      REGISTER,
      `${HEADERS}\n4066652,Paintr,Courtny,,Pinkerton Circuit 12,Richlands,4560\n`,
      'opaque',
    )
    expect(rows[0]).toMatchObject({ verdict: 'matched', memberId: 'a' })
    const { evidence } = (await explainRow(dir, 1)).candidates[0]!
    const weightOf = (name: string) => evidence.find(({ field }) => field === name)!.weight
    expect(weightOf('street')).toBeGreaterThan(0)
    expect(weightOf('postcode')).toBeGreaterThan(0)
  })
})

describe('a household', () => {
  const FAMILY = `member_id,member_number,insurer,surname,usage_name,first_names,birth_date,rank,national_id
a,77001,99,Lamchon,Briboubert,Virginie,19730204,1,
b,77001,99,Lamchon,,Virginie,20030916,1,
c,77002,99,Nasimenec,,Marion Fatima,20190215,2,${nir('2930617153057')}
d,77002,99,Nasimenec,,Fatima,20190215,1,${nir('1910557334435')}
e,77003,99,Ponrot,,Léo,19920329,1,
f,77004,99,Gounac,,Lou,19920329,1,
`
  const ROW = 'member_number,insurer,surname,first_names,birth_date,rank,national_id\n'

  it('two who bear the name are told apart by nothing but a date', async () => {
    const { rows } = await match(FAMILY, `${ROW}77001,99,Lamchon,Virginie,,1,\n`, 'nir')
    expect(rows[0]).toMatchObject({ verdict: 'ambiguous', reason: 'tie' })
  })

  it('a twin whose second name is ours is not ours', async () => {
    const { rows } = await match(
      FAMILY,
      `${ROW}77002,99,Nasimenec,Fatima,20190215,1,${nir('2930617153057')}\n`,
      'nir',
    )
    expect(rows[0]).toMatchObject({ verdict: 'matched', memberId: 'd' })
  })

  it('a short first name one letter off is a typing error when nobody bears it, another name when somebody does', async () => {
    const { rows } = await match(
      FAMILY,
      `${ROW}77003,99,Ponrot,Lo,19920329,1,\n77003,99,Ponrot,Lou,19920329,1,\n`,
      'nir',
    )
    expect(rows[0]).toMatchObject({ verdict: 'matched', memberId: 'e' })
    expect(rows[1]!.verdict).toBe('ambiguous')
  })
})

it('a match takes more evidence the longer the lists, and never less', () => {
  const steps = [1, 20_000, 20_001, 200_001, 2_000_001, 33_000_000].map(thresholdsFor)
  for (const [at, step] of steps.entries()) {
    expect(step.lower).toBeLessThan(step.upper)
    if (at > 0) expect(step.upper).toBeGreaterThanOrEqual(steps[at - 1]!.upper)
  }
})
