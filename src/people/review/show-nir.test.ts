import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testPlatform } from '../../../test/support/database.ts'
import { anIncident, aReviewedRun } from '../../../test/support/review.ts'
import { workbook } from '../../../test/support/workbook.ts'
import type { Viewer } from '../../access/index.ts'
import { oneRow } from '../../platform/database.ts'
import { nirKey } from '../identity/index.ts'
import { showNir } from './show-nir.ts'
import { takeRow } from './take-row.ts'

/** A register that is a workbook is read from its end: it stands in clear for that moment, and no longer. */
let platform: Awaited<ReturnType<typeof testPlatform>>
const viewer: Viewer = {
  userId: randomUUID(),
  name: 'Anne',
  title: '',
  roles: ['reviewer'],
  fictional: true,
  sessionId: 's',
  stepUpAt: null,
}
const nir = (order: number) => {
  const id = `2480388${String(order).padStart(6, '0')}`
  return id + String(nirKey(id)).padStart(2, '0')
}

beforeAll(async () => {
  platform = await testPlatform()
  await platform.db.query(`insert into access_home (exercise) values (true)`)
  await platform.db.query(
    `insert into user_account (id, login, display_name, roles, fictional, created_at) values ($1, 'anne', 'Anne', '{reviewer}', true, now())`,
    [viewer.userId],
  )
})
afterAll(() => platform?.close())

it('finds the number of a candidate in a workbook, and leaves nothing in the work folder', async () => {
  const folder = join(platform.home.root, 'lists')
  mkdirSync(folder)
  const lists = { register: join(folder, 'register.xlsx'), exposed: join(folder, 'exposed.csv') }
  const head = ['member_id', 'nir', 'nom', 'prenom', 'date_naissance']
  const people = ['A', 'B', 'C'].map((id, at) => [
    id,
    nir(123_001 + at),
    at < 2 ? 'Le Guennec' : 'Voisin',
    at < 2 ? 'Anne' : 'Luc',
    '1948-03-11',
  ])
  writeFileSync(lists.register, workbook([{ name: 'Adhérents', rows: [head, ...people] }]))
  writeFileSync(lists.exposed, 'nom;prenom;date_naissance;nir\nLE GUENNEC;ANNE;11/03/1948;\n')
  const run = await aReviewedRun(platform, await anIncident(platform), lists)
  const item = await takeRow(platform, viewer, run.incidentId, run.runId, 'queue')
  expect(item?.candidates.map(({ memberId }) => memberId).sort()).toEqual(['A', 'B'])
  const place = item!.candidates.findIndex(({ memberId }) => memberId === 'B')
  const asked = { place, reason: 'homonyms' }
  expect(await showNir(platform, viewer, run.incidentId, item!, asked)).toEqual({
    exposed: '',
    candidate: nir(123_002),
  })
  expect(readdirSync(platform.home.work)).toEqual([])
  const kept = await oneRow<{ all: string }>(
    platform.db,
    `select (select json_agg(i)::text from review_item i) || (select json_agg(s)::text from review_source s) || (select json_agg(j)::text from journal_entry j) as all`,
  )
  for (const order of [1, 2, 3]) expect(kept.all).not.toContain(nir(123_000 + order))
})
