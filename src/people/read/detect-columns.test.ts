import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ColumnMapping } from './column-mapping.ts'
import { detectColumns } from './detect-columns.ts'
import { detectLayout, sharedNationalIdKind } from './detect-layout.ts'
import { readRecords } from './read-records.ts'

let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tocsin-columns-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

async function look(text: string, mapping: ColumnMapping = {}, name = 'list.csv') {
  const path = join(root, name)
  await writeFile(path, text)
  return { path, ...(await detectLayout(path, 'exposed', mapping, name)) }
}

const FEBRL = `rec_id, given_name, surname, street_number, address_1, address_2, suburb, postcode, state, date_of_birth, soc_sec_id
rec-1070-org, michaela, neumann, 8, stanley street, miami, winston hills, 4223, nsw, 19151111, 5304218
rec-1016-org, courtney, painter, 12, "pinkerton circuit, east", bega flats, richlands, 4560, vic, 19161214, 4066625
rec-4405-org, charles, , 38, salkauskas crescent, kela, dapto, 4566, nsw, 19480930, 4365168
`

describe('lists of other people', () => {
  it('reads one with a space after each comma and an identifier that is no NIR', async () => {
    const { path, layout } = await look(FEBRL)
    expect(layout).toMatchObject({
      isPadded: true,
      nationalIdKind: 'opaque',
      dateFormat: 'yyyymmdd',
      columns: {
        member_id: 0,
        first_names: 1,
        surname: 2,
        address_1: 4,
        address_2: 5,
        city: 6,
        postcode: 7,
        birth_date: 9,
        national_id: 10,
      },
    })
    const records: string[][] = []
    const { accounting } = await readRecords(path, layout, {
      plain: () => expect.fail('spaces must be set aside'),
      record: (cells) => records.push(cells),
      quarantined: () => undefined,
    })
    expect(accounting).toMatchObject({ lines: 4, records: 3, quarantined: 0 })
    expect(records[1]!.slice(0, 6)).toEqual([
      'rec-1016-org',
      'courtney',
      'painter',
      '12',
      'pinkerton circuit, east',
      'bega flats',
    ])
  })

  it('reads years of birth, and dates in words', async () => {
    const years = await look('id|surname|first name|year of birth\n1|A|B|1861\n2|C|D|1790\n')
    expect(years.layout.columns).toMatchObject({ birth_date: 3, surname: 1, first_names: 2 })
    const words = await look('surname^first^when\nOWEN^Mary^11 Mar 1917\nREES^John^2 June 1861\n')
    expect(words.layout).toMatchObject({ separator: '^', columns: { birth_date: 2 } })
  })

  it('takes a NIR for both lists as soon as one of them has NIRs', async () => {
    const nir = await look('nir;nom\n185033812304501;A\n', {}, 'a.csv')
    const damaged = await look('nir;nom\n"1,85038E+14";A\n', {}, 'b.csv')
    const opaque = await look('ssn;name\n5304218;A\n', {}, 'c.csv')
    const empty = await look('nir;nom\n;A\n', {}, 'd.csv')
    expect(sharedNationalIdKind(nir, opaque)).toBe('nir')
    expect(sharedNationalIdKind(damaged, opaque)).toBe('nir')
    expect(sharedNationalIdKind(opaque, empty)).toBe('opaque')
    expect(sharedNationalIdKind(empty, empty)).toBe('nir')
    const said = await look('ssn;name\n5304218;A\n', { national_id_kind: 'nir' }, 'c.csv')
    expect(said.layout.nationalIdKind).toBe('nir')
  })
})

describe('columns told by their cells', () => {
  const firsts = ['Marie', 'Jean', 'Zoé', 'Pierre', 'Anne-Marie', 'Louis', 'Kevin', 'Paul', 'Lea', 'Ugo']
  const rows = firsts.map((first, i) => [
    `DUPON${'ABCDEFGHIJ'[i]}`,
    first,
    i % 2 ? 'F' : 'M',
    `0${i + 1}/03/20${20 + (i % 2)}`,
    `1${i}/04/19${30 + i * 6}`,
    `750${10 + i}`,
    i % 2 ? 'PARIS' : 'LYON',
    `a${i}@b.example`,
    String(i),
  ])
  const headers = rows[0]!.map((_, i) => `x${i}`)

  it('names, sex, the date spread widest, postcode and town, e-mail; each with its reason', () => {
    const found = detectColumns(headers, rows)
    expect(found.columns).toEqual({
      surname: 0,
      first_names: 1,
      sex: 2,
      birth_date: 4,
      postcode: 5,
      city: 6,
      email: 7,
    })
    expect(new Set(Object.values(found.reasons))).toEqual(new Set(['content']))
    const named = detectColumns(['nom', ...headers.slice(1)], rows)
    expect(named.reasons).toMatchObject({ surname: 'header', first_names: 'content' })
  })

  it('takes nothing where two columns could be it', () => {
    const twice = rows.map((row) => [row[1]!, row[1]!, row[4]!, row[4]!, row[2]!, row[2]!])
    expect(
      detectColumns(
        twice[0]!.map((_, i) => `x${i}`),
        twice,
      ).columns,
    ).toEqual({})
  })
})
