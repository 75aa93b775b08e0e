import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aNewerList } from '../../../test/support/audience.ts'
import { aSendingCampaign, operator, preparationOf, released } from '../../../test/support/campaign.ts'
import { testPlatform } from '../../../test/support/database.ts'
import { currentCampaign } from '../campaign-store.ts'
import { accountHolds, proofHolds } from '../model.ts'
import { countProof, personsByOutcome } from '../proof/index.ts'
import { driveCampaign } from '../sending/drive-campaign.ts'
import { planCampaign } from './prepare-campaign.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
beforeEach(async () => {
  platform = await testPlatform()
})
afterEach(() => platform.close())

const rows = async (sql: string) => (await platform.db.query(sql)).rows

/** The people held for review become confirmed in the list given. */
const confirm = (listVersionId: number) =>
  platform.db.query(
    `with confirmed as (
       update list_entry set class = 'confirmed', addressee_id = null, told_through = null, untold_reason = 'no_contact'
        where list_version_id = $1 and class = 'cannot_be_excluded' returning person_id),
     moved as (update addressee a set cohort = 'concerned' from confirmed c
                where a.list_version_id = $1 and a.person_id = c.person_id returning a.id, a.person_id)
     select moved.* from moved`,
    [listVersionId],
  )
const confirmWithAddressee = async (listVersionId: number) => {
  await confirm(listVersionId)
  await platform.db.query(
    `update list_entry e set addressee_id = a.id, told_through = 'self', untold_reason = null
       from addressee a where a.list_version_id = $1 and e.list_version_id = $1 and a.person_id = e.person_id
        and e.untold_reason = 'no_contact'`,
    [listVersionId],
  )
}

test('people who cannot be excluded wait in an account of their own until their campaign is prepared', async () => {
  const { audience, campaign } = await aSendingCampaign(platform, { adults: 8, heldForReview: 3 })
  await driveCampaign(platform, campaign.id)
  const before = await countProof(platform.db, audience.incidentId)
  expect(before).toMatchObject({
    concerned: audience.concerned,
    held_for_review: 3,
    cohorts: { cannot_be_excluded: { persons: 3, waiting: 3, told: { email: 0, letter: 0 } } },
  })
  const prepared = await planCampaign(
    platform,
    { ...preparationOf(audience), cohort: 'cannot_be_excluded' },
    operator,
  )
  expect(prepared).toMatchObject({ concerned: 3, covered: 3, campaign: { cohort: 'cannot_be_excluded' } })
  const [notice] = await rows(
    `select tree ->> 'cohort' as cohort, tree -> 'subject' ->> 'item' as subject from notice_version
      where campaign_id = ${prepared.campaign.id}`,
  )
  expect(notice).toEqual({ cohort: 'cannot_be_excluded', subject: 'cannot_tell.subject' })
  await released(platform, prepared.campaign)
  await driveCampaign(platform, prepared.campaign.id)
  const after = await countProof(platform.db, audience.incidentId)
  expect(after).toMatchObject({
    told_twice: 0,
    told: before.told,
    cohorts: { cannot_be_excluded: { waiting: 0 } },
  })
  expect(after.cohorts.cannot_be_excluded.told.email).toBe(3)
  expect(proofHolds(after)).toBe(true)
  const found = await personsByOutcome(platform.db, {
    incidentId: audience.incidentId,
    listVersionId: 0,
    outcome: 'cannot_be_excluded.email',
    after: 0,
    limit: 10,
  })
  expect(found?.total).toBe(3)
  await expect(
    planCampaign(platform, { ...preparationOf(audience), cohort: 'cannot_be_excluded' }, operator),
  ).rejects.toThrow('alreadyPrepared')
})

test('who was told "cannot be excluded" and is confirmed by v2 gets the other notice, and is not told twice', async () => {
  const { audience } = await aSendingCampaign(platform, { adults: 4, heldForReview: 2, withoutEmailEvery: 0 })
  const doubt = await planCampaign(
    platform,
    { ...preparationOf(audience), cohort: 'cannot_be_excluded' },
    operator,
  )
  await released(platform, doubt.campaign)
  await driveCampaign(platform, doubt.campaign.id)
  const newer = await aNewerList(platform.db, audience, {})
  await confirmWithAddressee(newer.listVersionId)
  const between = await countProof(platform.db, audience.incidentId)
  expect(between).toMatchObject({ lost: 0, held_for_review: 0 })
  const second = await planCampaign(platform, preparationOf(newer), operator)
  expect(second).toMatchObject({ email: 2 })
  await released(platform, second.campaign)
  await driveCampaign(platform, second.campaign.id)
  const proof = await countProof(platform.db, audience.incidentId)
  expect(proof).toMatchObject({ lost: 0, told_twice: 0, concerned: audience.concerned + 2 })
  expect(proof.cohorts.cannot_be_excluded.persons).toBe(0)
  expect(proof.messages.email).toBe(between.messages.email + 2)
  expect(proofHolds(proof)).toBe(true)
})

test('a doubt that has not left gives way to the notice that confirms', async () => {
  const { audience } = await aSendingCampaign(platform, { adults: 4, heldForReview: 2, withoutEmailEvery: 0 })
  const doubt = await planCampaign(
    platform,
    { ...preparationOf(audience), cohort: 'cannot_be_excluded' },
    operator,
  )
  const newer = await aNewerList(platform.db, audience, {})
  await confirmWithAddressee(newer.listVersionId)
  await planCampaign(platform, preparationOf(newer), operator)
  expect(
    await rows(`select distinct state, reason from delivery where campaign_id = ${doubt.campaign.id}`),
  ).toEqual([{ state: 'cancelled', reason: 'superseded' }])
  const proof = await countProof(platform.db, audience.incidentId)
  expect(proof).toMatchObject({ lost: 0, told_twice: 0 })
  expect(proofHolds(proof)).toBe(true)
})

test('a message about several people keeps those whose doubt remains', async () => {
  const { audience } = await aSendingCampaign(platform, { adults: 4, heldForReview: 2, withoutEmailEvery: 0 })
  await platform.db.query(
    `update list_entry set addressee_id = (select min(id) from addressee where cohort = 'cannot_be_excluded')
      where class = 'cannot_be_excluded'`,
  )
  const doubt = await planCampaign(
    platform,
    { ...preparationOf(audience), cohort: 'cannot_be_excluded' },
    operator,
  )
  expect(doubt).toMatchObject({ covered: 2, email: 1 })
  const newer = await aNewerList(platform.db, audience, {})
  await confirmWithAddressee(newer.listVersionId)
  await platform.db.query(
    `update list_entry set class = 'cannot_be_excluded' where list_version_id = $1 and person_id = (
       select max(person_id) from list_entry where list_version_id = $2 and class = 'cannot_be_excluded')`,
    [newer.listVersionId, audience.listVersionId],
  )
  await platform.db.query(
    `update addressee a set cohort = 'cannot_be_excluded' from list_entry e
      where e.addressee_id = a.id and e.class = 'cannot_be_excluded' and a.list_version_id = $1`,
    [newer.listVersionId],
  )
  await planCampaign(platform, preparationOf(newer), operator)
  const [left] = await rows(
    `select state, persons, jsonb_array_length(recipient -> 'covers') as named from delivery where campaign_id = ${doubt.campaign.id}`,
  )
  expect(left).toEqual({ state: 'planned', persons: 1, named: 1 })
  const proof = await countProof(platform.db, audience.incidentId)
  expect(proof.cohorts.cannot_be_excluded).toMatchObject({ persons: 1, in_progress: 1, lost: 0 })
  expect(proofHolds(proof)).toBe(true)
})

const act = fc.constantFrom('concerned', 'cannot_be_excluded', 'send', 'confirm', 'list')

test('no sequence of lists, confirmations and campaigns loses anyone or tells them twice in the same words', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 7 }), async (acts) => {
      let { audience } = await aSendingCampaign(platform, {
        adults: 6,
        heldForReview: 3,
        withoutEmailEvery: 4,
      })
      for (const one of acts) {
        if (one === 'list' || one === 'confirm')
          audience = await aNewerList(platform.db, audience, { added: 1 })
        if (one === 'confirm') await confirmWithAddressee(audience.listVersionId)
        if (one === 'send') {
          const campaign = await currentCampaign(platform.db, audience.incidentId)
          if (campaign?.state === 'prepared') await released(platform, campaign)
          await driveCampaign(platform, campaign?.id ?? 0, { limit: 2 })
        }
        if (one === 'concerned' || one === 'cannot_be_excluded')
          await planCampaign(platform, { ...preparationOf(audience), cohort: one }, operator).catch(
            (error: Error) => expect(error.message).toContain('alreadyPrepared'),
          )
        const proof = await countProof(platform.db, audience.incidentId)
        expect(proof).toMatchObject({ lost: 0, told_twice: 0 })
        expect(proof.cohorts.cannot_be_excluded.lost).toBe(0)
        expect(accountHolds(proof.cohorts.cannot_be_excluded)).toBe(true)
        expect(proofHolds(proof)).toBe(true)
      }
    }),
    { numRuns: 12 },
  )
})
