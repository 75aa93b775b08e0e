import { randomUUID } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testPlatform } from '../../../test/support/database.ts'
import { tocsin } from '../../journal/index.ts'
import { rows } from '../../platform/database.ts'
import { importLists } from './import-lists.ts'

/** A quarantined row mended by hand, through the real match, the review and the store. */
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

const file = (name: string, text: string) => {
  const path = join(platform.home.root, name)
  writeFileSync(path, text)
  return path
}

it('counts as a record, is matched or read by the reviewer, and makes another import of the same lists', async () => {
  const registerPath = file(
    'register.csv',
    `member_id;nir;nom;prenom;naissance;amc;numero_adherent
1;2850338123045;LEFEVRE;ANNE;07/03/1985;99;10
2;;DURAND;LUC;11/05/1982;99;20
3;;DURAND;LUC;11/05/1982;99;30
`,
  )
  const exposedPath = file(
    'exposed.csv',
    `nir,nom,prenom,naissance,amc,numero_adherent
2850338123045,"LEFEVRE,ANNE,07/03/1985,99,10
,DURAND,LUC,99
`,
  )
  const request = { incidentId, registerPath, exposedPath, publish: false }
  const before = await importLists(platform, request, tocsin)
  expect(before.exposed).toMatchObject({ records: 0, quarantined: 2 })
  const repairedPath = file(
    'repaired.csv',
    `row,nir,nom,prenom,naissance,amc,numero_adherent
1,2850338123045,LEFEVRE,ANNE,07/03/1985,99,10
2,,DURAND,LUC,11/05/1982,99,
`,
  )
  const after = await importLists(platform, { ...request, repairedPath }, tocsin)
  expect(after.exposed).toMatchObject({ lines: 3, records: 2, quarantined: 0 })
  expect(after.verdicts.byVerdict).toMatchObject({ matched: 1, ambiguous: 1, unreadable: 0 })
  const items = await rows<{ row: number; fields: Record<string, string> }>(
    platform.db,
    `select exposed_row as row, fields from review_item where run_id = $1 and stratum = 'ambiguous'`,
    [after.runId],
  )
  expect(items).toMatchObject([{ row: 2, fields: { surname: 'DURAND', first_names: 'LUC' } }])
  expect(existsSync(join(platform.home.store, 'lists', `${after.runId}-repaired.age`))).toBe(true)
  await expect(importLists(platform, { ...request, repairedPath }, tocsin)).rejects.toMatchObject({
    code: 'lists.alreadyImported',
  })
  const stray = file('stray.csv', 'row,nir,nom,prenom,naissance,amc,numero_adherent\n7,,A,B,01/01/1990,99,\n')
  await expect(importLists(platform, { ...request, repairedPath: stray }, tocsin)).rejects.toMatchObject({
    code: 'read.repairedNotQuarantined',
    params: { row: 7 },
  })
})
