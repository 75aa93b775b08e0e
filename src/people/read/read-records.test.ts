import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountingHolds, type Layout, type QuarantinedLine } from './model.ts'
import { readRecords } from './read-records.ts'

let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tocsin-read-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

const layout = (over: Partial<Layout> = {}): Layout => ({
  kind: 'delimited',
  reasons: {},
  encoding: 'utf-8',
  separator: ';',
  lineEnd: '\n',
  headers: ['a', 'b', 'c'],
  hasHeader: true,
  columns: {},
  dateFormat: 'dd/mm/yyyy',
  nationalIdKind: 'nir',
  ...over,
})

async function read(bytes: Buffer | string, over: Partial<Layout> = {}) {
  const path = join(root, 'list.csv')
  await writeFile(path, bytes)
  const records: { cells: string[]; row: number; line: number }[] = []
  const quarantined: QuarantinedLine[] = []
  const file = await readRecords(path, layout(over), {
    record: (cells, row, line) => records.push({ cells, row, line }),
    quarantined: (line) => quarantined.push(line),
  })
  return { ...file, records, quarantined }
}

describe('readRecords', () => {
  it('gives records with their row and physical line, continuation lines counted', async () => {
    const { records, accounting } = await read('a;b;c\r\n1;"x\ny";2\r\n\r\n3;4;5')
    expect(records).toEqual([
      { cells: ['1', 'x\ny', '2'], row: 1, line: 2 },
      { cells: ['3', '4', '5'], row: 2, line: 5 },
    ])
    expect(accounting).toMatchObject({
      lines: 5,
      headerLines: 1,
      blankLines: 1,
      records: 2,
      continuationLines: 1,
    })
  })

  it('an unterminated quote costs its own line, not the good rows after it', async () => {
    const { records, quarantined } = await read('a;b;c\n1;"x;2\n3;4;5\n6;"y";7\n')
    expect(records.map((r) => r.row)).toEqual([2, 3])
    expect(quarantined).toMatchObject([{ row: 1, line: 2, column: 3, reason: 'unterminated_quote' }])
    expect(quarantined[0]!.bytes.toString()).toBe('1;"x;2')
  })

  it('resynchronises at the end of the file and across two broken quotes', async () => {
    const { records, quarantined } = await read('a;b;c\n1;2;"x\n1;"q;2\n3;4;5\n6;7;"z')
    expect(records.map((r) => r.cells[0])).toEqual(['3'])
    expect(quarantined.map((q) => q.line)).toEqual([2, 3, 5])
  })

  it('keeps bytes, line, column and reason of what it cannot read', async () => {
    const bad = Buffer.concat([
      Buffer.from('a;b;c\n1;'),
      Buffer.of(0xc3, 0x28),
      Buffer.from(';2\n3;4\n5;6;7;8\n9;"x"y;1\n\0;1;2\n1;2'),
    ])
    const { quarantined } = await read(bad)
    expect(quarantined.map((q) => [q.row, q.line, q.column, q.reason])).toEqual([
      [1, 2, 0, 'undecodable_bytes'],
      [2, 3, 2, 'wrong_column_count'],
      [3, 4, 3, 'wrong_column_count'],
      [4, 5, 6, 'text_after_quote'],
      [5, 6, 0, 'control_character'],
      [6, 7, 2, 'truncated_last_line'],
    ])
    expect(quarantined[0]!.bytes).toEqual(
      Buffer.concat([Buffer.from('1;'), Buffer.of(0xc3, 0x28), Buffer.from(';2')]),
    )
  })

  it('quarantines a line over the limit without holding it, and reads the next', async () => {
    const long = Buffer.concat([
      Buffer.from('a;b;c\n1;2;'),
      Buffer.alloc(6_000_000, 120),
      Buffer.from('\n3;4;5\n'),
    ])
    const { records, quarantined } = await read(long)
    expect(quarantined).toMatchObject([{ row: 1, line: 2, reason: 'line_too_long' }])
    expect(quarantined[0]!.bytes.length).toBe(65_536)
    expect(records).toMatchObject([{ row: 2, line: 3 }])
  })

  const samples: [Layout['encoding'], (text: string) => Buffer][] = [
    ['utf-8', (text) => Buffer.from(`\ufeff${text}`)],
    ['utf-16le', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf-16be', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    [
      'windows-1252',
      (text) =>
        Buffer.from(text.replaceAll('Œ', '\x8c').replaceAll('’', '\x92').replaceAll('€', '\x80'), 'latin1'),
    ],
    [
      'iso-8859-15',
      (text) => Buffer.from(text.replaceAll('Œ', '¼').replaceAll('€', '¤').replaceAll('’', "'"), 'latin1'),
    ],
  ]
  it.each(samples)('decodes %s', async (encoding, encode) => {
    const { records, accounting } = await read(encode('a;b;c\nŒuf;d’été;5 €\nÉlodie;"ù\nx";ç\n'), {
      encoding,
    })
    const apostrophe = encoding === 'iso-8859-15' ? "'" : '’'
    expect(records.map((r) => r.cells)).toEqual([
      ['Œuf', `d${apostrophe}été`, '5 €'],
      ['Élodie', 'ù\nx', 'ç'],
    ])
    expect(accounting).toMatchObject({ lines: 4, continuationLines: 1, quarantined: 0 })
  })

  it('quarantines a lone surrogate and an unassigned byte', async () => {
    const wide = Buffer.concat([
      Buffer.from('a;b;c\n1;', 'utf16le'),
      Buffer.of(0x00, 0xd8),
      Buffer.from(';2\n3;4;5\n', 'utf16le'),
    ])
    expect((await read(wide, { encoding: 'utf-16le' })).accounting).toMatchObject({
      records: 1,
      quarantined: 1,
    })
    const page = Buffer.from('a;b;c\n1;\x81;2\n3;4;5\n', 'latin1')
    expect((await read(page, { encoding: 'windows-1252' })).accounting).toMatchObject({
      records: 1,
      quarantined: 1,
    })
  })

  const piece = fc.constantFrom(
    '"',
    '""',
    ';',
    '\n',
    '\r\n',
    '\r',
    'x',
    'é',
    '\0',
    ' ',
    '1;2;3\n',
    '"a"',
    '\ufffd',
    '\x81',
  )
  it('property: every physical line is accounted for, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 60 }),
        fc.constantFrom<Layout['encoding']>('utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15'),
        fc.constantFrom<BufferEncoding>('utf8', 'latin1', 'utf16le'),
        async (pieces, encoding, written) => {
          const { accounting, records, quarantined } = await read(Buffer.from(pieces.join(''), written), {
            encoding,
          })
          expect(accountingHolds(accounting)).toBe(true)
          const rows = [...records, ...quarantined].map((r) => r.row).sort((a, b) => a - b)
          expect(rows).toEqual(rows.map((_, i) => i + 1))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('property: good rows survive any broken line put between them', async () => {
    const good = fc.constantFrom('1;2;3', '4;"5;5";6', 'é;;ù', '7;"8""8";9')
    const broken = fc.constantFrom('1;"2;3', '1;2', '1;2;3;4', '"x"y;1;2', '1;\0;2')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(good, broken), { minLength: 1, maxLength: 25 }), async (lines) => {
        const { accounting } = await read(`a;b;c\n${lines.join('\n')}\n`)
        const sound = lines.filter((line) => ['1;2;3', 'é;;ù'].includes(line)).length
        expect(accounting.records).toBeGreaterThanOrEqual(sound)
        expect(accounting.records + accounting.quarantined).toBeLessThanOrEqual(lines.length)
      }),
      { numRuns: 200 },
    )
  })

  it('property: sound records are cut as csv-parse cuts them, whatever the separator and the quotes', async () => {
    const of = (...units: string[]) => fc.string({ unit: fc.constantFrom(...units), maxLength: 6 })
    // Not both a line end and separators: such a line could be a good row that an open quote must not swallow.
    const cell = fc.oneof(of('a', 'é', '"', ';', ',', '^', ' ', '1'), of('a', '"', '\n', ' '))
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 })
    const separator = fc.constantFrom(';', ',', '^', '\t', '|')
    await fc.assert(
      fc.asyncProperty(
        table,
        separator,
        fc.boolean(),
        fc.constantFrom('\n', '\r\n'),
        async (rows, mark, all, end) => {
          const written = (text: string) =>
            all || /["\r\n]/.test(text) || text.includes(mark) ? `"${text.replaceAll('"', '""')}"` : text
          const text = rows.map((cells) => cells.map(written).join(mark) + end).join('')
          const oracle = parse(text, { delimiter: mark, record_delimiter: end, relax_column_count: true })
          const { records, accounting } = await read(`a${mark}b${mark}c${end}${text}`, { separator: mark })
          // Inside quotes a carriage return before a line end belongs to the line end; a line of blanks is blank.
          expect(accounting.quarantined).toBe(0)
          const kept = oracle.map((cells) => cells.join('')).filter((line) => line.trim() !== '')
          expect(records.map(({ cells }) => cells.join('')).filter((line) => line.trim() !== '')).toEqual(
            kept,
          )
        },
      ),
      { numRuns: 300 },
    )
  })
})
