import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workbook } from '../../../test/support/workbook.ts'
import { detectLayout } from './detect-layout.ts'
import { accountingHolds } from './model.ts'
import { readRecords } from './read-records.ts'
import { readRepaired } from './read-repaired.ts'

let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tocsin-repaired-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

const LIST =
  'nir;nom;prenom;naissance\n1850338123045;DUPONT;Ève;07/03/1985\n1850338123046;MAR"TIN;A;B;C\n1850338123047;"DURAND;Léa;01/01/1990\n'

async function repair(repaired: string | Buffer, list: string | Buffer = LIST) {
  const [listPath, path] = [join(root, 'list.csv'), join(root, 'repaired.csv')]
  await writeFile(listPath, list)
  await writeFile(path, repaired)
  const { layout } = await detectLayout(listPath, 'exposed', {}, 'list.csv')
  const rows = await readRepaired(path, layout, 'repaired.csv')
  const records: [number, ...string[]][] = []
  const left: number[] = []
  const read = await readRecords(
    listPath,
    layout,
    {
      plain: ({ bytes, starts, ends }, row) =>
        records.push([row, ...Array.from(starts, (start, i) => bytes.toString('latin1', start, ends[i]))]),
      record: (cells, row) => records.push([row, ...cells]),
      quarantined: ({ row }) => left.push(row),
    },
    { repaired: rows },
  )
  return { ...read, records, left }
}

describe('repaired rows', () => {
  it('take the place of quarantined rows, under their number, and count as records', async () => {
    const { records, left, accounting } = await repair(
      'row,prenom,nom,nir,naissance,reason\n3,"Léa",DURAND,1850338123047,01/01/1990,unterminated_quote\n',
    )
    expect(left).toEqual([2])
    expect(records.at(-1)).toEqual([3, '1850338123047', 'DURAND', 'Léa', '01/01/1990'])
    expect(accounting).toMatchObject({
      lines: 4,
      records: 2,
      quarantined: 1,
      repaired: 1,
      quarantinedByReason: { wrong_column_count: 1 },
    })
    expect(accounting.quarantinedByReason).not.toHaveProperty('unterminated_quote')
    expect(accountingHolds(accounting)).toBe(true)
  })

  it('may come as a workbook', async () => {
    const { left, accounting } = await repair(
      workbook([
        {
          name: 'R',
          rows: [
            ['row', 'nir', 'nom', 'prenom', 'naissance'],
            [2, { raw: '1850338123046' }, 'MARTIN', 'A', { raw: '31113', style: 1 }],
            [3, { raw: '1850338123047' }, 'DURAND', 'L', { raw: '31113', style: 1 }],
          ],
        },
      ]),
    )
    expect([left, accounting.repaired, accounting.quarantined]).toEqual([[], 2, 0])
  })

  it('go into a list of another encoding, accents that its page lacks left out', async () => {
    const latin = Buffer.from(LIST, 'latin1')
    const { records } = await repair('row;nir;nom;prenom;naissance\n3;1;Ďurand;Zoé 猫;01/01/1990\n', latin)
    expect(records.at(-1)).toEqual([3, '1', 'Durand', 'Zoé ?', '01/01/1990'])
  })

  it.each([
    ['nir;nom;prenom;naissance\n1;A;B;01/01/1990\n', 'repairedColumns', { missing: ['row'] }],
    ['row;nir;nom;naissance\n3;1;A;01/01/1990\n', 'repairedColumns', { missing: ['prenom'] }],
    [
      'row;nir;nom;prenom;naissance\nx;1;A;B;01/01/1990\n',
      'repairedLine',
      { line: 2, problem: 'row_number' },
    ],
    ['row;nir;nom;prenom;naissance\n3;1;A;B;C\n3;1;A;B;C\n', 'repairedLine', { line: 3, problem: 'twice' }],
    ['row;nir;nom;prenom;naissance\n3;1;A;B;C\n2;1\n', 'repairedLine', { line: 3, problem: 'unreadable' }],
    ['row;nir;nom;prenom;naissance\n1;1;A;B;01/01/1990\n', 'repairedNotQuarantined', { row: 1 }],
    ['row;nir;nom;prenom;naissance\n9;1;A;B;01/01/1990\n', 'repairedNotQuarantined', { row: 9 }],
  ])('refuses %j', async (repaired, code, params) => {
    await expect(repair(repaired)).rejects.toMatchObject({ code: `read.${code}`, params })
  })

  it('asks for exposed_row where the list has a column row', async () => {
    const list = 'row;nir;nom;prenom;naissance\n7;1850338123045;DUPONT;Ève;07/03/1985\n8;1\n'
    const repaired = 'row;nir;nom;prenom;naissance;exposed_row\n8;1850338123046;A;B;01/01/1990;2\n'
    expect((await repair(repaired, list)).records.at(-1)).toEqual([
      2,
      '8',
      '1850338123046',
      'A',
      'B',
      '01/01/1990',
    ])
    await expect(repair('row;nir;nom;prenom;naissance\n2;1;A;B;C\n', list)).rejects.toMatchObject({
      params: { missing: ['exposed_row'] },
    })
  })

  it('property: what is quarantined or repaired is the same sum, and every row comes once', async () => {
    const line = fc.constantFrom('1;A;B;01/01/1990', '1;A', '1;"A;B;C', '"x"y;1;2;3')
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 2, maxLength: 20 }), fc.nat(), async (lines, pick) => {
        const list = `nir;nom;prenom;naissance\n1;A;B;01/01/1990\n${lines.join('\n')}\n`
        const before = await repair('row;nir;nom;prenom;naissance\n1;\n', list).catch(() => undefined)
        expect(before).toBeUndefined()
        const path = join(root, 'list.csv')
        const { layout } = await detectLayout(path, 'exposed', {}, 'list.csv')
        const broken: number[] = []
        const plain = await readRecords(path, layout, {
          record: () => undefined,
          quarantined: ({ row }) => broken.push(row),
        })
        const mended = broken.filter((_, i) => (pick >> (i % 16)) % 2 === 0)
        fc.pre(mended.length > 0)
        const rows = mended.map((row) => `${row};2;C;D;02/02/1990`).join('\n')
        const { accounting, records, left } = await repair(`row;nir;nom;prenom;naissance\n${rows}\n`, list)
        expect(accounting.records + accounting.quarantined).toBe(
          plain.accounting.records + plain.accounting.quarantined,
        )
        expect(accounting.repaired).toBe(mended.length)
        const all = [...records.map(([row]) => row), ...left].sort((a, b) => a - b)
        expect(all).toEqual(all.map((_, i) => i + 1))
      }),
      { numRuns: 60 },
    )
  })
})
