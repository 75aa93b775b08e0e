import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCampaign, aSendingCampaign } from '../../../test/support/campaign.ts'
import { testPlatform } from '../../../test/support/database.ts'
import { countProof } from '../proof/index.ts'
import { cancelCampaign } from './cancel-campaign.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
const actor = { kind: 'operator', name: 'test' } as const
beforeAll(async () => {
  platform = await testPlatform()
})
afterAll(() => platform.close())

test('a campaign given up before anything left frees its people; nobody is lost', async () => {
  const { campaign, audience } = await aCampaign(platform)
  const before = await countProof(platform.db, audience.incidentId)
  const cancelled = await cancelCampaign(platform, campaign.id, actor)
  expect(cancelled.state).toBe('cancelled')
  const after = await countProof(platform.db, audience.incidentId)
  expect(after).toMatchObject({ concerned: before.concerned, lost: 0, told_twice: 0 })
  expect(after.in_progress + Object.values(after.cannot_be_told).reduce((sum, n) => sum + n, 0)).toBe(
    before.concerned,
  )
})

test('one that was started is not', async () => {
  const { campaign } = await aSendingCampaign(platform)
  await expect(cancelCampaign(platform, campaign.id, actor)).rejects.toMatchObject({
    code: 'delivery.wrongState',
  })
})
