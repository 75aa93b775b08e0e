import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestCell, type TestSheet, workbook, workbookParts } from '../../../../test/support/workbook.ts'
import { zip } from '../../../../test/support/zip.ts'
import type { ColumnMapping } from '../column-mapping.ts'
import { detectLayout } from '../detect-layout.ts'
import { accountingHolds, type QuarantinedLine } from '../model.ts'
import { readRecords } from '../read-records.ts'

let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tocsin-xlsx-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

async function read(bytes: Buffer, mapping: ColumnMapping = {}) {
  const path = join(root, 'list.xlsx')
  await writeFile(path, bytes)
  const { layout } = await detectLayout(path, 'exposed', mapping, 'list.xlsx')
  const records: string[][] = []
  const quarantined: QuarantinedLine[] = []
  const { accounting } = await readRecords(path, layout, {
    record: (cells) => records.push(cells),
    quarantined: (line) => quarantined.push(line),
  })
  expect(accountingHolds(accounting)).toBe(true)
  return { layout, records, quarantined, accounting }
}

const HEADER: TestCell[] = ['NIR', 'NOM', 'PRENOM', 'DATE_NAISSANCE']
const sheet = (rows: TestSheet['rows'], name = 'Liste', state?: 'hidden'): TestSheet => ({
  name,
  rows,
  ...(state ? { state } : {}),
})
const NIR = '185033812304501'

describe('cells', () => {
  it('gives every digit of a number that the screen shows as 1,85E+14', async () => {
    const { records } = await read(
      workbook([
        sheet([
          HEADER,
          [{ raw: NIR }, 'DUPONT', 'Ève', 1],
          [{ raw: '1.85033812304501E+14' }, 'DUPONT', 'Ève', 1],
          ['1,85038E+14', 'DUPONT', 'Ève', 1],
          [`'${NIR}`, 'DUPONT', 'Ève', 1],
          ['1 85 03 2A 123 045 01', '\u00a0D’Œuvre ', 'Ève', 1],
        ]),
      ]),
    )
    expect(records.map(([nir]) => nir)).toEqual([NIR, NIR, '1,85038E+14', `'${NIR}`, '1 85 03 2A 123 045 01'])
    expect(records[4]![1]).toBe('\u00a0D’Œuvre ')
  })

  it('reads shared, inline, rich and formula texts, booleans and errors', async () => {
    const { records } = await read(
      workbook([
        sheet([
          [...HEADER, 'a', 'b'],
          [
            { xml: '<c r="@" t="str"><f>A1&amp;"x"</f><v>A &amp; B</v></c>' },
            { inline: 'l’<Été> & "x"' },
            {
              xml: '<c r="@" t="inlineStr"><is><r><t>Jean</t></r><rPh><t>no</t></rPh><r><t> Paul</t></r></is></c>',
            },
            { xml: '<c r="@" t="b"><v>1</v></c>' },
            { xml: '<c r="@" t="e"><v>#N/A</v></c>' },
            { xml: '<c r="@" t="inlineStr"><is><t>a_x000D_\nb</t></is></c>' },
          ],
        ]),
      ]),
    )
    expect(records).toEqual([['A & B', 'l’<Été> & "x"', 'Jean Paul', 'TRUE', '#N/A', 'a  b']])
  })

  it('gives dates as ISO text in both systems, serials without a style as they are', async () => {
    const rows = (serial: string): TestSheet['rows'] => [
      HEADER,
      [NIR, 'A', 'B', { raw: serial, style: 1 }],
      [NIR, 'A', 'B', { raw: `${serial}.5`, style: 3 }],
      [NIR, 'A', 'B', { raw: serial }],
    ]
    const [old, mac] = [
      await read(workbook([sheet(rows('31113'))])),
      await read(workbook([sheet(rows('29651'))], { date1904: true })),
    ]
    const dates = (found: typeof old) => found.records.map((cells) => cells[3])
    expect(dates(old)).toEqual(['1985-03-07', '1985-03-07', '31113'])
    expect(dates(mac)).toEqual(['1985-03-07', '1985-03-07', '29651'])
    const before = await read(
      workbook(
        [
          sheet([
            HEADER,
            [NIR, 'A', 'B', { raw: '-5047', style: 1 }],
            [NIR, 'A', 'B', { raw: '0', style: 1 }],
          ]),
        ],
        {
          date1904: true,
        },
      ),
    )
    expect(dates(before)).toEqual(['1890-03-07', '1904-01-01'])
    const serials = workbook([sheet([HEADER, [NIR, 'A', 'B', 29651], [NIR, 'A', 'B', 31000]])], {
      date1904: true,
    })
    expect((await read(serials)).layout.dateFormat).toBe('excel1904')
  })

  it('keeps leading zeros that only the format shows, and takes no time and no NIR for a date', async () => {
    const { records } = await read(
      workbook([
        sheet([
          [...HEADER, 'CP'],
          [{ raw: NIR, style: 1 }, 'A', 'B', { raw: '0.5', style: 4 }, { raw: '1000', style: 2 }],
        ]),
      ]),
    )
    expect(records).toEqual([[NIR, 'A', 'B', '0.5', '01000']])
  })
})

describe('rows', () => {
  it('accounts for titles, blank and missing rows, and quarantines what has no value', async () => {
    const xml = workbookParts([
      sheet([
        ['Extraction du mois'],
        [],
        HEADER,
        [NIR, 'A', 'B', { xml: '<c r="@"><f>TODAY()</f></c>' }],
        [NIR, 'A', { xml: '<c r="@" t="s"><v>99999</v></c>' }, 2],
        [NIR, 'A', 'B', 2, 'beyond the header'],
        [null, ' '],
      ]),
    ])
    const last = xml.at(-1)!
    const gap = String(last.bytes)
      .replace('<row r="7">', '<row r="100">')
      .replaceAll(/([A-Z])7"/g, '$1100"')
    const { accounting, quarantined, records, layout } = await read(
      zip([...xml.slice(0, -1), { ...last, bytes: gap }]),
    )
    expect(layout).toMatchObject({ kind: 'xlsx', sheet: 'Liste', headerRow: 3 })
    expect(accounting).toMatchObject({
      lines: 100,
      headerLines: 2,
      blankLines: 95,
      records: 1,
      quarantined: 2,
      quarantinedByReason: { formula_without_value: 1, broken_cell: 1 },
    })
    expect(quarantined.map(({ row, line, column }) => [row, line, column])).toEqual([
      [1, 4, 4],
      [2, 5, 3],
    ])
    expect(quarantined[0]!.bytes.toString()).toContain('TODAY()')
    expect(records).toEqual([[NIR, 'A', 'B', '2']])
  })

  it('gives cells as bytes as it gives them as text, the row from its first byte to its last', async () => {
    const path = join(root, 'bytes.xlsx')
    await writeFile(path, workbook([sheet([HEADER, [null, 'Été', 'B'], [NIR, null, null, null, 'x']])]))
    const { layout } = await detectLayout(path, 'exposed')
    const seen: string[][] = []
    const sizes: number[] = []
    await readRecords(path, layout, {
      plain: ({ bytes, starts, ends }) => {
        seen.push(Array.from(starts, (start, i) => bytes.toString('utf8', start, ends[i])))
        sizes.push(ends.at(-1)! - starts[0]!)
      },
      record: () => expect.fail('rows of a sheet come as bytes'),
      quarantined: () => expect.fail('nothing is broken'),
    })
    expect(seen).toEqual([
      ['', 'Été', 'B', ''],
      [NIR, '', '', ''],
    ])
    expect(sizes).toEqual([6, 15])
  })

  it('finds the header whose texts stand last among those that cells share', async () => {
    const parts = workbookParts([sheet([HEADER, [NIR, 'A', 'B', 2]])])
    const others = Array.from({ length: 60_000 }, (_, i) => `<si><t>${i}</t></si>`).join('')
    const moved = parts.map((part) => {
      if (/sharedStrings/.test(part.name))
        return { ...part, bytes: String(part.bytes).replace('<si>', `${others}<si>`) }
      if (!/sheet1/.test(part.name)) return part
      const bytes = String(part.bytes).replaceAll(
        /t="s"><v>(\d+)/g,
        (_, i) => `t="s"><v>${60_000 + Number(i)}`,
      )
      return { ...part, bytes }
    })
    const { layout, records } = await read(zip(moved))
    expect(layout.columns).toMatchObject({ national_id: 0, surname: 1 })
    expect(records).toEqual([[NIR, 'A', 'B', '2']])
  })

  it('property: what is written is read, whatever the pieces the file comes in', async () => {
    const cell = fc.oneof(
      fc
        .string({ unit: 'grapheme', maxLength: 12 })
        .map((text) => text.replace(/[\p{Cc}\ud800-\udfff\ufffe\uffff]|_x/gu, '')),
      fc.integer({ min: 0, max: 10 ** 12 }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 40 }),
        async (rows) => {
          const { records } = await read(workbook([sheet([HEADER, ...rows])]))
          const wanted = rows
            .map((cells) => cells.map(String))
            .filter((cells) => cells.some((text) => text.trim()))
          // A blank row is told by ASCII blanks.
          expect(records.filter((cells) => cells.some((text) => text.trim()))).toEqual(wanted)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('sheets', () => {
  const rows = [HEADER, [NIR, 'A', 'B', 2]]
  const notes = [['Notes'], ['see the other sheet']]

  it('takes the only one whose columns tell who a person is; hidden ones come last', async () => {
    const found = await read(
      workbook([sheet(notes, 'Notice'), sheet(rows, 'Exposés'), sheet(rows, 'Archive', 'hidden')]),
    )
    expect(found.layout.sheet).toBe('Exposés')
    expect((await read(workbook([sheet(notes, 'N'), sheet(rows, 'H', 'hidden')]))).layout.sheet).toBe('H')
  })

  it('refuses to choose between two, and takes the one that is said', async () => {
    const two = workbook([sheet(rows, 'Mars'), sheet(rows, 'Avril')])
    await expect(read(two)).rejects.toMatchObject({
      code: 'read.severalSheets',
      params: { file: 'list.xlsx', role: 'exposed', sheets: ['Mars', 'Avril'] },
    })
    expect((await read(two, { exposed: { sheet: 'Avril' } })).layout.sheet).toBe('Avril')
    await expect(read(two, { exposed: { sheet: 'Mai' } })).rejects.toMatchObject({
      code: 'read.unknownSheet',
    })
  })

  it('finds the columns that are said, in the sheet and the row that have them', async () => {
    const other = [['x'], ['REF', 'BIRTH'], ['77', 31113]]
    const found = await read(workbook([sheet(notes), sheet(other, 'Data')]), {
      exposed: { national_id: { column: 'ref' }, birth_date: { column: 'BIRTH', format: 'excel1900' } },
    })
    expect(found.layout).toMatchObject({
      sheet: 'Data',
      headerRow: 2,
      columns: { national_id: 0, birth_date: 1 },
    })
  })
})

describe('workbooks that are none', () => {
  const sound = () => workbookParts([sheet([HEADER, [NIR, 'A', 'B', 2]])])
  const spoilt = (name: RegExp, change: (xml: string) => string) =>
    zip(sound().map((part) => (name.test(part.name) ? { ...part, bytes: change(String(part.bytes)) } : part)))

  it.each([
    ['cut', zip(sound()).subarray(0, 900), 'damagedWorkbook'],
    ['an archive', zip([{ name: 'a.txt', bytes: 'x' }]), 'wrongType'],
    [
      'OpenDocument',
      zip([
        { name: 'mimetype', bytes: 'x' },
        { name: 'content.xml', bytes: 'x' },
      ]),
      'wrongType',
    ],
    ['without its end', spoilt(/sheet1/, (xml) => xml.replace('</sheetData>', '')), 'damagedWorkbook'],
    [
      'rows out of order',
      spoilt(/sheet1/, (xml) => xml.replace('<row r="2">', '<row r="1">')),
      'damagedWorkbook',
    ],
    ['a tag in a tag', spoilt(/sheet1/, (xml) => xml.replace('</row>', '<')), 'damagedWorkbook'],
    [
      'with entities',
      spoilt(/workbook.xml$/, (xml) => `<!DOCTYPE a [<!ENTITY b "c">]>${xml}`),
      'unsafeWorkbook',
    ],
    ['with entities in its rows', spoilt(/sheet1/, (xml) => `<!DOCTYPE a>${xml}`), 'unsafeWorkbook'],
    [
      'one sheet told twice',
      spoilt(/workbook.xml$/, (xml) => xml.replace(/<sheet .*?\/>/, (tag) => tag + tag)),
      'unsafeWorkbook',
    ],
    ['nested', spoilt(/styles/, (xml) => `${'<a>'.repeat(99)}${'</a>'.repeat(99)}${xml}`), 'unsafeWorkbook'],
    [
      'larger than it says',
      zip(sound().map((part) => (/sheet1/.test(part.name) ? { ...part, declaredSize: 10 } : part))),
      'unsafeWorkbook',
    ],
    [
      'a bomb',
      spoilt(/sheet1/, (xml) => xml.replace('<sheetData>', `<sheetData>${' '.repeat(40_000_000)}`)),
      'unsafeWorkbook',
    ],
    [
      'a bomb in one row',
      spoilt(/sheet1/, (xml) => xml.replace('<c r="A2"', `<d e="${'x'.repeat(3_000_000)}"/><c r="A2"`)),
      'unsafeWorkbook',
    ],
  ])('%s: one clear refusal', async (_, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ code: `read.${code}` })
  })

  it('one that a bit has changed', async () => {
    const bytes = zip(sound().map((part) => ({ ...part, stored: true })))
    bytes[bytes.indexOf('DUPONT') < 0 ? bytes.indexOf('PRENOM') : 0]! ^= 1
    await expect(read(bytes)).rejects.toMatchObject({ code: 'read.damagedWorkbook' })
  })
})
