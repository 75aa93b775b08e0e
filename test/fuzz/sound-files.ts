import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { nirKey } from '../../src/people/identity/index.ts'
import { type TestCell, workbookParts } from '../support/workbook.ts'
import type { ZipPart } from '../support/zip.ts'
import type { Chance } from './chance.ts'

/** Lists as senders would make them, before anything happens to them. */

const HEADERS = ['NIR', 'NOM', 'PRENOM', 'DATE_NAISSANCE', 'RANG', 'NUM_ADHERENT', 'CONTRAT', 'AMC']
const NAMES = ['DUPONT', 'Lefèvre', 'D’Œuvre', 'MARTIN-DURAND', 'N’Diaye', 'Müller', '=1+1', 'O"Brien', '']

function cellsOf(chance: Chance): string[] {
  const two = (n: number) => String(n).padStart(2, '0')
  const [year, month, day] = [chance.int(100), 1 + chance.int(12), 1 + chance.int(28)]
  const place = String(1001 + chance.int(94_000)).padStart(5, '0')
  const nir13 = `${1 + chance.int(2)}${two(year)}${two(month)}${place}${String(1 + chance.int(998)).padStart(3, '0')}`
  return [
    nir13 + two(nirKey(nir13)),
    chance.one(NAMES),
    chance.one(NAMES),
    `${two(day)}/${two(month)}/19${two(year)}`,
    String(1 + chance.int(3)),
    String(chance.int(1e8)).padStart(8, '0'),
    `C${chance.int(1000)}`,
    '123456789',
  ]
}

export type TextEncoding = 'utf8' | 'latin1' | 'utf16le'

/** Delimited text in one of the ways that exports have. */
export function soundText(chance: Chance): { text: string; encoding: TextEncoding; bytes: Buffer } {
  const separator = chance.one([';', ',', '\t', '|', '^', ', '])
  const end = chance.one(['\n', '\r\n', '\r'])
  const quoted = chance.is(0.3)
  const cell = (text: string) =>
    quoted || /[";,|^\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  const rows = Array.from({ length: 1 + chance.int(60) }, () => cellsOf(chance))
  const lines = [HEADERS, ...rows].map((cells) => cells.map(cell).join(separator))
  const text = (chance.is(0.2) ? '\ufeff' : '') + lines.join(end) + (chance.is(0.8) ? end : '')
  const encoding = chance.one<TextEncoding>(['utf8', 'utf8', 'latin1', 'utf16le'])
  const bytes = Buffer.from(text, encoding)
  return {
    text,
    encoding,
    bytes: encoding === 'utf16le' && chance.is(0.4) ? Buffer.from(bytes).swap16() : bytes,
  }
}

/** The parts of a workbook. */
export function soundParts(chance: Chance): ZipPart[] {
  const cell = (text: string): TestCell =>
    /^\d{1,15}$/.test(text) ? { raw: text, style: chance.int(5) } : chance.is(0.2) ? { inline: text } : text
  const rows = () => Array.from({ length: 1 + chance.int(40) }, () => cellsOf(chance).map(cell))
  const sheets = Array.from({ length: chance.is(0.8) ? 1 : 3 }, (_, i) => ({
    name: `S${i}`,
    rows: i === 1 ? [['notes'], ['none']] : [HEADERS, ...rows()],
  }))
  return workbookParts(sheets, { date1904: chance.is(0.3) })
}

/** Some Parquet files, made once: as many codecs and types as lists come in. */
export async function soundParquet(): Promise<readonly Buffer[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tocsin-fuzz-parquet-'))
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  const rows = `select (1850338000000 + i)::varchar as nir, 'NOM' || i as nom, encode('P' || (i % 7)) as prenom,
    date '1950-01-01' + i::integer as date_naissance, (i % 3)::tinyint as rang, i::double as num_adherent, null::varchar as contrat
    from range(3000) t(i)`
  const files: Buffer[] = []
  try {
    for (const how of [
      'compression zstd',
      'compression snappy, row_group_size 2048',
      'compression uncompressed',
    ]) {
      const path = join(folder, 'list.parquet')
      await connection.run(`copy (${rows}) to '${path}' (format parquet, ${how})`)
      files.push(await readFile(path))
    }
    return files
  } finally {
    connection.closeSync()
    instance.closeSync()
    await rm(folder, { recursive: true, force: true })
  }
}
