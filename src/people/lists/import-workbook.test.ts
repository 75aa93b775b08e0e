import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testPlatform } from '../../../test/support/database.ts'
import { workbook } from '../../../test/support/workbook.ts'
import { tocsin } from '../../journal/index.ts'
import { rows } from '../../platform/database.ts'
import { importLists } from './import-lists.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
const incidentId = randomUUID()
beforeAll(async () => {
  platform = await testPlatform()
  await platform.db.query(
    `insert into incident (id, reference, title, exercise, opened_at, opened_by) values ($1, 'essai', 'Essai', true, now(), 'essai')`,
    [incidentId],
  )
})
afterAll(() => platform.close())

it('a workbook and a Parquet file are imported, matched, read by the reviewer and kept as lists are', async () => {
  const registerPath = join(platform.home.root, 'register.xlsx')
  writeFileSync(
    registerPath,
    workbook([
      {
        name: 'Adhérents',
        rows: [
          ['Extraction'],
          ['ID', 'NIR', 'Nom', 'Prénom', 'Date de naissance', 'N° adhérent', 'E-mail'],
          [
            '1',
            { raw: '285033812304555' },
            'LEFÈVRE',
            'Anne',
            { raw: '31113', style: 1 },
            '0010',
            'a@b.example',
          ],
          ['2', null, 'DURAND', 'Luc', { raw: '31200', style: 1 }, '0020', null],
          ['3', null, 'DURAND', 'Luc', { raw: '31200', style: 1 }, '0030', null],
          [{ xml: '<c r="@" t="s"><v>9999</v></c>' }, null, 'X', 'Y', null, null, null],
        ],
      },
      { name: 'Notes', rows: [['à lire']] },
    ]),
  )
  const exposedPath = join(platform.home.root, 'exposed.parquet')
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`copy (
    select * from (values (285033812304555::bigint, 'LEFEVRE', 'ANNE', date '1985-03-07', '10'), (null, 'DURAND', 'LUC', date '1985-06-02', null))
      t(nir, nom, prenom, date_naissance, num_adherent)
    ) to '${exposedPath}' (format parquet)`)
  connection.closeSync()
  instance.closeSync()
  const imported = await importLists(
    platform,
    { incidentId, registerPath, exposedPath, publish: false },
    tocsin,
  )
  expect(imported.register).toMatchObject({
    encoding: 'xlsx',
    lines: 6,
    headerLines: 2,
    records: 3,
    quarantined: 1,
  })
  expect(imported.exposed).toMatchObject({ encoding: 'parquet', lines: 2, headerLines: 0, records: 2 })
  expect(imported.verdicts.byVerdict).toMatchObject({ matched: 1, ambiguous: 1, not_ours: 0, unreadable: 0 })
  const items = await rows<{ fields: Record<string, string> }>(
    platform.db,
    `select fields from review_item where run_id = $1 and stratum = 'ambiguous'`,
    [imported.runId],
  )
  expect(items).toMatchObject([{ fields: { surname: 'DURAND', birth_date: '19850602' } }])
})
