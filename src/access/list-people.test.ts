import { afterAll, beforeAll, expect, it } from 'vitest'
import { testPlatform } from '../../test/support/database.ts'
import { entriesBefore } from '../journal/index.ts'
import { ensureExercisePersons } from './exercise-persons.ts'
import { listPeople } from './list-people.ts'
import type { Viewer } from './model.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
let viewer: Viewer

beforeAll(async () => {
  platform = await testPlatform()
  const { lead } = await ensureExercisePersons(platform)
  viewer = { ...lead, userId: lead.id, sessionId: '', stepUpAt: null }
})
afterAll(() => platform.close())

const incidentId = '00000000-0000-4000-8000-000000000001'
const limited = () => ({
  ...platform,
  config: { ...platform.config, access: { listPagesPerHour: 3, listPagesPerDay: 4 } },
})
const page = { incidentId, filter: 'class=concerned', total: 120, shown: 50 }

it('journals each page of names with counts only, and stops a scrape by the hour and by the day', async () => {
  for (let index = 0; index < 3; index += 1) await listPeople(limited(), viewer, page)
  const [entry] = await entriesBefore(platform.db, undefined, 1)
  expect(entry).toMatchObject({ kind: 'people.listed', incidentId })
  expect(JSON.parse(entry?.payload ?? '')).toEqual({ filter: 'class=concerned', total: 120, shown: 50 })
  await expect(listPeople(limited(), viewer, page)).rejects.toMatchObject({
    code: 'access.listRation',
    http: 429,
  })
  expect((await entriesBefore(platform.db, undefined, 1))[0]?.kind).toBe('people.list_refused')
  await listPeople(limited(), viewer, { ...page, total: 0, shown: 0 })
  platform.clock.set(platform.clock.now().add({ hours: 2 }).toString())
  const tries = [1, 2, 3].map(() => listPeople(limited(), viewer, page))
  const settled = await Promise.allSettled(tries)
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

it('keeps the pages shown for ever', async () => {
  await expect(platform.db.query('delete from people_page')).rejects.toThrow(/append-only/)
})
