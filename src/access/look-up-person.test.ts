import { afterAll, beforeAll, expect, it } from 'vitest'
import { journalKinds } from '../../test/support/access.ts'
import { testPlatform } from '../../test/support/database.ts'
import { ensureExercisePersons } from './exercise-persons.ts'
import { checkLookupRation, lookUpPerson } from './look-up-person.ts'
import type { Viewer } from './model.ts'
import { authoriseOperator } from './operator-authority.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
let viewer: Viewer
let other: Viewer

beforeAll(async () => {
  platform = await testPlatform()
  const { lead, dpo } = await ensureExercisePersons(platform)
  const viewerOf = (account: typeof lead): Viewer => ({
    ...account,
    userId: account.id,
    sessionId: '',
    stepUpAt: null,
  })
  viewer = viewerOf(lead)
  other = viewerOf(dpo)
})
afterAll(() => platform.close())

const limited = () => ({
  ...platform,
  config: { ...platform.config, access: { lookupsPerHour: 5, lookupsPerDay: 8 } },
})
const counted = async () => (await journalKinds(platform)).filter((kind) => kind.startsWith('person.'))

it('journals every look-up and rations distinct persons per account and hour', async () => {
  for (const personId of [1, 2, 2, 3, 4, 5, 1])
    await lookUpPerson(limited(), viewer, { personId, motive: 'appel reçu' })
  await expect(lookUpPerson(limited(), viewer, { personId: 6 })).rejects.toMatchObject({
    code: 'access.lookupRation',
    http: 429,
  })
  await expect(checkLookupRation(platform.db, limited(), viewer)).rejects.toMatchObject({
    code: 'access.lookupRation',
  })
  await lookUpPerson(limited(), viewer, { personId: 5 })
  await lookUpPerson(limited(), other, { personId: 6 })
  const kinds = await counted()
  expect(kinds.filter((kind) => kind === 'person.looked_up')).toHaveLength(9)
  expect(kinds.filter((kind) => kind === 'person.lookup_refused')).toHaveLength(1)
})

it('rations per day too, and exactly when requests come together', async () => {
  platform.clock.set(platform.clock.now().add({ hours: 2 }).toString())
  const tries = [11, 12, 13, 14, 15].map((personId) => lookUpPerson(limited(), viewer, { personId }))
  const settled = await Promise.allSettled(tries)
  expect(settled.filter((result) => result.status === 'fulfilled')).toHaveLength(3)
})

it('keeps look-ups for ever', async () => {
  await expect(platform.db.query('delete from person_lookup')).rejects.toThrow(/append-only/)
})

it('gives the owner of an exercise folder the authority of an operator, without a token', async () => {
  const authority = await authoriseOperator(platform, undefined, 'camille')
  expect(authority.actor).toEqual({ kind: 'operator', name: 'camille' })
  expect(authority.roles).toContain('lead')
  await expect(authoriseOperator(platform, 'toc_wrong', 'camille')).rejects.toMatchObject({
    code: 'access.operatorRefused',
  })
})
