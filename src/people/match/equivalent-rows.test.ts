import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateSample } from '../../exercise/generate/index.ts'
import {
  dateFormats,
  nirKey,
  normalName,
  normalNumber,
  normalOpaqueId,
  parseBirthDate,
  parseNir,
  parseRank,
  parseSex,
} from '../identity/index.ts'
import { cellAlphabet, detectLayout, type Encoding, type Layout, readRecords } from '../read/index.ts'
import { WorkRows } from './work-rows.ts'

/** What people/identity says of a record: the definition that work files are held to. */
const CLASSES = ['absent', 'definitive', 'unverified', 'provisional', 'fictitious', 'malformed']
const FIELDS = [
  'national_id',
  'birth_date',
  'rank',
  'sex',
  'surname',
  'usage_name',
  'first_names',
  'member_number',
  'contract',
  'insurer',
  'member_id',
] as const

let root = ''
let read: (pieces: Uint8Array[]) => Promise<Record<string, unknown>[]>
let close: () => void
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tocsin-rows-'))
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  let files = 0
  read = async (pieces) => {
    // A name for each: DuckDB keeps what it read of a file, and may not see one written over within the same instant.
    const path = join(root, `part-${++files}.parquet`)
    writeFileSync(path, Buffer.concat(pieces))
    return (await connection.runAndReadAll(`from '${path}'`)).getRowObjectsJS()
  }
  close = () => {
    connection.closeSync()
    instance.closeSync()
  }
})
afterAll(async () => {
  close()
  await rm(root, { recursive: true, force: true })
})

const layoutOf = (over: Partial<Layout> = {}): Layout => ({
  kind: 'delimited',
  reasons: {},
  encoding: 'utf-8',
  separator: ';',
  lineEnd: '\n',
  headers: [...FIELDS],
  hasHeader: false,
  columns: Object.fromEntries(FIELDS.map((field, i) => [field, i])),
  dateFormat: 'dd/mm/yyyy',
  nationalIdKind: 'nir',
  ...over,
})

/** The class of an identifier that has no key of its own. */
const OPAQUE = 6

function defined(layout: Layout, cells: readonly string[], row: number) {
  const cell = (field: (typeof FIELDS)[number]) => cells[layout.columns[field] ?? -1] ?? ''
  const nir = parseNir(cell('national_id'))
  const opaque = normalOpaqueId(cell('national_id')).slice(0, 120)
  const isNir = layout.nationalIdKind === 'nir'
  const name = (field: (typeof FIELDS)[number]) => normalName(cell(field)).slice(0, 120)
  const number = (field: (typeof FIELDS)[number]) => normalNumber(cell(field)).slice(0, 120)
  return {
    row,
    nid: isNir ? (nir.id ?? 0) : opaque,
    nid_class: isNir ? (nir.isLost ? 7 : CLASSES.indexOf(nir.class)) : opaque === '' ? 0 : OPAQUE,
    birth: parseBirthDate(cell('birth_date'), layout.dateFormat),
    rank: parseRank(cell('rank')),
    sex: parseSex(cell('sex')),
    surname: name('surname'),
    usage_name: name('usage_name'),
    first_names: name('first_names'),
    member_number: number('member_number'),
    contract: number('contract'),
    insurer: number('insurer'),
    raw_member_id: cell('member_id'),
  }
}

async function written(layout: Layout, records: readonly (readonly string[])[]) {
  const rows = new WorkRows(layout, ['member_id'])
  for (const [i, cells] of records.entries()) rows.addRecord(cells, i + 1)
  const found = await read(rows.take())
  return found.map(({ seen: _, ...row }) => row)
}

const withKey = (nir13: string) => nir13 + String(nirKey(nir13)).padStart(2, '0')
const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))
const two = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0'))
const word = fc.constantFrom(
  'NULL',
  'NR',
  'N/A',
  '#N/A',
  'XXX',
  'INCONNU',
  'UNKNOWN',
  'NAN',
  '0',
  '000',
  '-',
  '?',
  'NONE',
  'XXXXXXXXXXXXX',
  'Néant',
)
const nirs = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('1', '2', '3', '7', '9', '0'),
      two,
      fc.integer({ min: 0, max: 99 }),
      digits(5),
      digits(3),
    )
    .map(
      ([sex, year, month, place, order]) => `${sex}${year}${String(month).padStart(2, '0')}${place}${order}`,
    )
    .chain((nir) => fc.constantFrom(nir, withKey(nir), `${nir}00`, ` ${nir}`, `'${withKey(nir)}`)),
  fc.constantFrom(
    '1111111111111',
    '1900900900900',
    '1234567890123',
    '0000000000000',
    '1,85034E+14',
    '185032A123045',
  ),
  digits(13),
  digits(15),
)
const dates = fc.oneof(
  fc
    .tuple(two, two, digits(4), fc.constantFrom('/', '-', '.', ' '))
    .map(([d, m, y, mark]) => `${d}${mark}${m}${mark}${y}`),
  fc.tuple(two, two, digits(4)).map(([d, m, y]) => `${y}-${m}-${d}`),
  digits(8),
  digits(5),
  fc.tuple(two, two, two).map(([d, m, y]) => `${d}/${m}/${y}`),
)
const codes = fc.oneof(
  fc.stringMatching(/^0{0,3}[0-9A-Z]{1,12}$/),
  fc.stringMatching(/^[ 0-9a-zA-Z.,E+-]{0,12}$/),
  word,
)
const names = fc.oneof(
  fc.stringMatching(/^[A-Z]{1,12}( [A-Z]{1,8}){0,2}$/),
  fc.stringMatching(/^[A-Za-zéèïçœæßÿ' -]{0,14}$/),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[\r\n]/g, ' ')),
  word,
)
const anything = fc.oneof(
  nirs,
  dates,
  codes,
  names,
  fc.constantFrom('', '1', '2', 'M', 'f', '9', '10', ' 1', 'MME'),
)
const record = fc
  .tuple(nirs, dates, anything, anything, names, names, names, codes, codes, codes, anything)
  .chain((usual) => fc.tuple(fc.constant(usual), fc.array(fc.tuple(fc.nat(10), anything), { maxLength: 2 })))
  .map(([usual, odd]) => {
    const cells: string[] = [...usual]
    for (const [at, cell] of odd) cells[at] = cell
    return cells.map((cell) => cell.replace(/[\r\n\0\ud800-\udfff]/g, ' '))
  })

describe('work files', () => {
  it('property: hold what people/identity says, whatever the cells, the date format and the identifier', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 40 }),
        fc.constantFrom(...dateFormats),
        fc.constantFrom<Layout['nationalIdKind']>('nir', 'opaque'),
        async (records, dateFormat, nationalIdKind) => {
          const layout = layoutOf({ dateFormat, nationalIdKind })
          expect(await written(layout, records)).toEqual(
            records.map((cells, i) => defined(layout, cells, i + 1)),
          )
        },
      ),
      { numRuns: 150 },
    )
  })

  it('property: one-byte pages give the same rows as UTF-8', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 20 }),
        fc.constantFrom<Encoding>('windows-1252', 'iso-8859-15'),
        async (records, encoding) => {
          const { decode, encode } = cellAlphabet(encoding)
          const kept = records.map((cells) =>
            cells.map((cell) => decode(encode(cell)).replace(/[\r\n\0]/g, ' ')),
          )
          const layout = layoutOf({ encoding })
          expect(await written(layout, kept)).toEqual(kept.map((cells, i) => defined(layout, cells, i + 1)))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('hold a generated sample as people/identity reads it, by bytes as by text', async () => {
    await generateSample({ members: 2000, exposed: 4000, affected: 900, seed: 5, out: root })
    for (const role of ['register', 'exposed'] as const) {
      const path = join(root, `${role}.csv`)
      const { layout } = await detectLayout(path, role)
      const expected: unknown[] = []
      const ignore = () => undefined
      await readRecords(path, layout, {
        record: (cells, row) => expected.push(defined(layout, cells, row)),
        quarantined: ignore,
      })
      const rows = new WorkRows(layout, ['member_id'])
      await readRecords(path, layout, {
        plain: (cells, row) => rows.addPlain(cells, row),
        record: (cells, row) => rows.addRecord(cells, row),
        quarantined: ignore,
      })
      const found = (await read(rows.take())).map(({ seen: _, ...row }) => row)
      expect(found).toEqual(expected)
    }
  })
})
