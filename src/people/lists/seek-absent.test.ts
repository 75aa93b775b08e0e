import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testPlatform } from '../../../test/support/database.ts'
import type { Viewer } from '../../access/index.ts'
import { entriesBefore, tocsin } from '../../journal/index.ts'
import { importLists } from './import-lists.ts'
import { funnel } from './read-funnel.ts'
import type { SoughtPerson } from './register-index.ts'
import { seekAbsent } from './seek-absent.ts'
import { storedRun } from './stored-files.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
const incidentId = randomUUID()
let viewer: Viewer

const REGISTER = [
  'ID_ADHERENT;NUMERO_ADHERENT;NIR;DATE_NAISSANCE;NOM;NOM_USAGE;PRENOMS',
  'A1;00417366;2840399351042;1984-03-12;Kerbrat;;Maëlle',
  'A2;00417367;1780675112005;1978-06-02;Lenoir;;Yann',
  'A3;00417368;;1955-01-30;Œuvrard;Le Goff;Luc Marie',
  'A4;00417369;;1955-01-30;Œuvrard;;Luc',
  'A5;00417367;;2012-03-04;Lenoir;;Maï',
]
const EXPOSED = [
  'NIR_OD;NOM_BENEF;PRENOM_BENEF;DATE_NAISSANCE',
  '2840399351042;KERBRAT;MAELLE;1984-03-12',
  '1780675112005;LENOIR;GASPARD;1991-11-23',
]

beforeAll(async () => {
  platform = await testPlatform()
  const { db, home } = platform
  await db.query(
    `insert into incident (id, reference, title, exercise, opened_at, opened_by) values ($1, 'absente', 'Essai', true, now(), 'essai')`,
    [incidentId],
  )
  const userId = randomUUID()
  await db.query(
    `insert into user_account (id, login, display_name, title, roles, fictional, created_at) values ($1, 'a.dpo', 'A', 'a', '{dpo}', false, now())`,
    [userId],
  )
  viewer = { userId, name: 'A', title: 'a', roles: ['dpo'], fictional: false, sessionId: 's', stepUpAt: null }
  const folder = join(home.root, 'in')
  mkdirSync(folder)
  const paths = { registerPath: join(folder, 'r.csv'), exposedPath: join(folder, 'e.csv') }
  writeFileSync(paths.registerPath, REGISTER.join('\n'))
  writeFileSync(paths.exposedPath, EXPOSED.join('\n'))
  await importLists(platform, { incidentId, ...paths }, tocsin)
})
afterAll(() => platform.close())

async function ask(sought: SoughtPerson) {
  const figures = (await funnel(platform.db, incidentId))!
  return seekAbsent(platform, viewer, incidentId, figures, { sought, motive: 'call' })
}

it('a member who is off the list is found by number or by name and birth date, with the proof', async () => {
  const { answer } = await ask({ memberNumber: '417 367', firstNames: 'yann' })
  expect(answer).toMatchObject({ kind: 'not_on_list', memberRow: 2, versions: [] })
  expect((await ask({ surname: 'LENOIR', firstNames: 'Yann', birth: 19780602 })).answer).toEqual(answer)
  expect((await ask({ surname: 'le goff', firstNames: 'luc', birth: 19550130 })).answer).toMatchObject({
    memberRow: 3,
  })
})

it('the nearest row that lost is told by its weights, and nothing of it but figures', async () => {
  const { answer } = await ask({ memberNumber: '00417367', firstNames: 'Yann' })
  const nearest = answer.kind === 'not_on_list' ? answer.nearest : undefined
  if (nearest) expect(nearest.row).toMatchObject({ exposedRow: 2 })
  expect(JSON.stringify(nearest ?? {})).not.toMatch(/lenoir|yann|1978/i)
})

it('namesakes are not told apart by guess, nor is someone who is in no register told they are not concerned', async () => {
  expect((await ask({ surname: 'Oeuvrard', firstNames: 'Luc', birth: 19550130 })).answer).toEqual({
    kind: 'several',
    count: 2,
    listed: 0,
  })
  expect((await ask({ memberNumber: '00417367' })).answer).toEqual({ kind: 'several', count: 2, listed: 0 })
  expect((await ask({ memberNumber: '999' })).answer).toEqual({ kind: 'not_in_register' })
})

it('someone who is on the list is sent to their own page', async () => {
  expect((await ask({ memberNumber: '00417366' })).answer).toMatchObject({
    kind: 'on_list',
    personId: expect.any(Number),
  })
})

it('each question is journalled without its text, and rationed', async () => {
  const entries = (await entriesBefore(platform.db, 1e9, 50)).filter(({ kind }) => kind === 'person.sought')
  expect(entries.length).toBeGreaterThan(5)
  // The payloads alone: a hash of the chain may hold any digits.
  expect(entries.map(({ payload }) => payload).join()).not.toMatch(/lenoir|417|oeuvrard/i)
  const many = Array.from({ length: 70 }, (_, index) => ask({ memberNumber: `7${index}` }))
  await expect(Promise.all(many)).rejects.toMatchObject({ code: 'access.lookupRation' })
  await Promise.allSettled(many)
})

it('without the key the index says nothing, and no answer is made up from it', async () => {
  const figures = (await funnel(platform.db, incidentId))!
  const run = join(platform.home.store, storedRun(figures.listVersion.runId))
  expect(readdirSync(run).filter((name) => name.startsWith('register-index-'))).toHaveLength(1)
  rmSync(join(platform.home.keys, 'register-index-key'))
  const other = { ...viewer, userId: viewer.userId, sessionId: 't' }
  await platform.db.query(`alter table person_lookup disable trigger all`)
  await platform.db.query(`delete from person_lookup`)
  const { answer } = await seekAbsent(platform, other, incidentId, figures, {
    sought: { memberNumber: '00417367' },
    motive: 'call',
  })
  expect(answer).toEqual({ kind: 'no_index' })
})

it('a register without a member identifier is refused in words, for nobody could be recognised again', async () => {
  const folder = join(platform.home.root, 'in')
  const registerPath = join(folder, 'without.csv')
  writeFileSync(registerPath, REGISTER.map((line) => line.slice(line.indexOf(';') + 1)).join('\n'))
  const request = { incidentId, registerPath, exposedPath: join(folder, 'e.csv') }
  await expect(importLists(platform, request, tocsin)).rejects.toMatchObject({ code: 'lists.noMemberId' })
})
