import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aNewerList } from '../../../test/support/audience.ts'
import { aCampaign, aSendingCampaign, operator, preparationOf } from '../../../test/support/campaign.ts'
import { testPlatform } from '../../../test/support/database.ts'
import { currentCampaign } from '../campaign-store.ts'
import { proofHolds } from '../model.ts'
import { countProof, personsByOutcome } from '../proof/index.ts'
import { cancelCampaign } from '../release/cancel-campaign.ts'
import { driveCampaign } from '../sending/drive-campaign.ts'
import { planCampaign } from './prepare-campaign.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
beforeEach(async () => {
  platform = await testPlatform()
})
afterEach(() => platform.close())

const count = async (sql: string): Promise<number> =>
  Number((await platform.db.query(`select count(*)::int as n from ${sql}`)).rows[0]?.['n'])

test('two preparations at once make one campaign', async () => {
  const { audience } = await aCampaign(platform)
  await platform.db.query(`update campaign set state = 'cancelled'`)
  await platform.db.query(`update delivery_person set live = false`)
  const both = await Promise.allSettled(
    [1, 2].map(() => planCampaign(platform, preparationOf(audience), operator)),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'delivery.alreadyPrepared' },
  })
  expect(await count(`campaign where state <> 'cancelled'`)).toBe(1)
})

test('the database itself refuses a second first notice to a person in the same words', async () => {
  await aCampaign(platform)
  const twice = platform.db.query(
    `update delivery_person set person_id = (select min(person_id) from delivery_person)
      where person_id = (select max(person_id) from delivery_person)`,
  )
  await expect(twice).rejects.toThrow('delivery_person_once')
})

test('a campaign cancelled after a newer list was planned frees its people, who are planned on that list', async () => {
  const { campaign, audience } = await aCampaign(platform, { adults: 8, deceased: 1 })
  const newer = await aNewerList(platform.db, audience, { added: 2 })
  await planCampaign(platform, preparationOf(newer), operator)
  await cancelCampaign(platform, campaign.id, operator)
  expect(await countProof(platform.db, audience.incidentId)).toMatchObject({
    lost: 0,
    in_progress: newer.concerned,
    unplanned: newer.concerned - 2,
  })
  const again = await planCampaign(platform, preparationOf(newer), operator)
  expect(again.campaign.listVersionId).toBe(newer.listVersionId)
  const proof = await countProof(platform.db, audience.incidentId)
  expect(proof).toMatchObject({ lost: 0, unplanned: 0, cannot_be_told: { deceased: 1 }, told_twice: 0 })
  expect(proofHolds(proof)).toBe(true)
  await expect(planCampaign(platform, preparationOf(newer), operator)).rejects.toThrow('alreadyPrepared')
})

test('a newer list: its new people are in progress at once, and a second campaign covers them alone', async () => {
  const { audience } = await aSendingCampaign(platform, { adults: 20, withoutEmailEvery: 0 })
  const first = await currentCampaign(platform.db, audience.incidentId)
  await driveCampaign(platform, first?.id ?? 0)
  const before = await countProof(platform.db, audience.incidentId)
  const newer = await aNewerList(platform.db, audience, { added: 3, leave: 2 })
  const between = await countProof(platform.db, audience.incidentId)
  expect(between).toMatchObject({ concerned: before.concerned + 1, lost: 0, told_twice: 0 })
  expect(between.in_progress).toBe(before.in_progress + 3)
  expect(between.messages).toEqual(before.messages)
  const asked = { incidentId: audience.incidentId, listVersionId: 0, after: 0, limit: 100 }
  for (const outcome of ['email', 'in_progress', 'lost', 'told_twice'] as const) {
    const found = await personsByOutcome(platform.db, { ...asked, outcome })
    const figure = outcome === 'email' ? between.told.email : between[outcome]
    expect(found).toMatchObject({ total: figure, listVersionId: newer.listVersionId })
  }
  const second = await planCampaign(platform, preparationOf(newer), operator)
  expect(await count(`delivery where campaign_id = ${second.campaign.id}`)).toBe(3)
  expect(second).toMatchObject({ concerned: newer.concerned, email: 3 })
  expect(await countProof(platform.db, audience.incidentId)).toEqual({ ...between, unplanned: 0 })
  await expect(planCampaign(platform, preparationOf(newer), operator)).rejects.toThrow('alreadyPrepared')
  const same = await aNewerList(platform.db, newer, {})
  await expect(planCampaign(platform, preparationOf(same), operator)).rejects.toThrow('alreadyPrepared')
})

test('a dependant found later is told through a parent who was told already, in a message of its own', async () => {
  const { audience } = await aCampaign(platform, { adults: 4 })
  await platform.db.query(
    `update delivery_person p set live = false from person c where c.id = p.person_id and c.minor`,
  )
  const newer = await aNewerList(platform.db, audience, {})
  const { campaign } = await planCampaign(platform, preparationOf(newer), operator)
  const { rows } = await platform.db.query(
    `select recipient ->> 'kind' as kind, persons from delivery where campaign_id = $1`,
    [campaign.id],
  )
  expect(rows).toEqual([{ kind: 'parent_of_minor', persons: 1 }])
})

const change = fc.record({ added: fc.nat(4), leave: fc.nat(3), prepare: fc.boolean(), send: fc.boolean() })

test('no sequence of lists and campaigns loses a person or covers one twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
      let { audience } = await aSendingCampaign(platform, { adults: 8, withoutEmailEvery: 5 })
      const first = await currentCampaign(platform.db, audience.incidentId)
      for (const { added, leave, prepare, send } of changes) {
        if (send) await driveCampaign(platform, first?.id ?? 0, { limit: 3 })
        audience = await aNewerList(platform.db, audience, { added, leave })
        if (prepare)
          await planCampaign(platform, preparationOf(audience), operator).catch((error: Error) => {
            expect(error.message).toContain('alreadyPrepared')
          })
        const proof = await countProof(platform.db, audience.incidentId)
        expect(proof).toMatchObject({ concerned: audience.concerned, lost: 0, told_twice: 0 })
        expect(proofHolds(proof)).toBe(true)
      }
      expect(
        await count(`(select 1 from delivery_person where live group by person_id having count(*) > 1) d`),
      ).toBe(0)
    }),
    { numRuns: 8 },
  )
})
