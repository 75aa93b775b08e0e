import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { detectLayout } from '../detect-layout.ts'
import { accountingHolds, type QuarantinedLine } from '../model.ts'
import { readRecords } from '../read-records.ts'

let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tocsin-parquet-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

async function written(select: string): Promise<string> {
  const path = join(root, 'list.parquet')
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`copy (${select}) to '${path}' (format parquet)`)
  connection.closeSync()
  instance.closeSync()
  return path
}

async function read(path: string) {
  const { layout } = await detectLayout(path, 'exposed', {}, 'list.parquet')
  const records: string[][] = []
  const quarantined: QuarantinedLine[] = []
  const file = await readRecords(path, layout, {
    record: (cells) => records.push(cells),
    quarantined: (line) => quarantined.push(line),
  })
  expect(accountingHolds(file.accounting)).toBe(true)
  return { layout, records, quarantined, ...file }
}

it('gives every value as the text a user would write', async () => {
  const path = await written(`
    select 185033812304501::double as nir, 'Ève'||chr(10)||'x' as nom, date '1985-03-07' as date_naissance,
      timestamp '1985-03-07 00:00:00' as a, 12.50::decimal(8,2) as b, true as c, null::integer as d,
      encode('é') as e, 185033812304501::bigint as f, [1, 2] as g, 3.00::decimal(8,2) as h`)
  const { layout, records } = await read(path)
  expect(layout).toMatchObject({
    kind: 'parquet',
    columns: { national_id: 0, surname: 1, birth_date: 2 },
  })
  expect(records).toEqual([
    [
      '185033812304501',
      'Ève x',
      '1985-03-07',
      '1985-03-07',
      '12.50',
      'true',
      '',
      'é',
      '185033812304501',
      '[1, 2]',
      '3',
    ],
  ])
})

it('accounts for every row that the footer declares, in order', async () => {
  const path = await written(`
    select case when i % 100 = 7 then null else i::varchar end as nir,
      case when i % 100 = 7 then null when i = 5 then unhex('C328') else encode('A') end as nom
    from range(10000) t(i)`)
  const { accounting, records, quarantined } = await read(path)
  expect(accounting).toMatchObject({ lines: 10_000, blankLines: 100, records: 9_899, quarantined: 1 })
  expect(records.slice(0, 6).map(([nir]) => nir)).toEqual(['0', '1', '2', '3', '4', '6'])
  expect(quarantined).toMatchObject([{ row: 6, line: 6, column: 2, reason: 'undecodable_bytes' }])
  expect(quarantined[0]!.bytes.toString()).toBe('["5","\\\\xC328"]')
})

it('refuses what is cut or empty', async () => {
  const path = await written("select '1' as nir where false")
  await expect(read(path)).rejects.toMatchObject({ code: 'read.noRecord' })
  await writeFile(path, 'PAR1 and no more')
  await expect(read(path)).rejects.toMatchObject({ code: 'read.damagedParquet' })
})
