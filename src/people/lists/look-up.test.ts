import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testPlatform } from '../../../test/support/database.ts'
import type { Viewer } from '../../access/index.ts'
import { entriesBefore } from '../../journal/index.ts'
import { openPerson } from './look-up.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
const viewer: Viewer = {
  userId: randomUUID(),
  name: 'Inès',
  title: '',
  roles: ['call_agent'],
  fictional: true,
  sessionId: 's1',
  stepUpAt: null,
}

beforeAll(async () => {
  platform = await testPlatform()
  await platform.db.query(`insert into access_home (exercise) values (true)`)
  await platform.db.query(
    `insert into user_account (id, login, display_name, roles, fictional, created_at) values ($1, 'i.n', 'Inès', '{call_agent}', true, now())`,
    [viewer.userId],
  )
})
afterAll(() => platform?.close())

it('asking for the contact of persons one by one is rationed like opening their pages', async () => {
  const config = { ...platform.config, access: { lookupsPerHour: 2 } }
  const tight = { ...platform, config }
  const ask = (personId: number, shown?: string) =>
    openPerson(tight, viewer, randomUUID(), { personId, motive: 'call', shown })
  await ask(1)
  await ask(1, 'email')
  await ask(2, 'address')
  await expect(ask(3, 'email')).rejects.toMatchObject({ code: 'access.lookupRation' })
  const kinds = (await entriesBefore(platform.db, undefined, 4)).map(({ kind }) => kind)
  expect(kinds).toEqual([
    'person.lookup_refused',
    'person.contact_shown',
    'person.contact_shown',
    'person.looked_up',
  ])
})
