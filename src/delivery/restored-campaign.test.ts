import { afterEach, beforeEach, expect, test } from 'vitest'
import { staff } from '../../test/support/audience.ts'
import { aCampaign, aSendingCampaign, operator } from '../../test/support/campaign.ts'
import { testPlatform } from '../../test/support/database.ts'
import { campaignById } from './campaign-store.ts'
import { pauseAfterRestore, resumeCampaign, sendCampaign } from './pause-campaign.ts'
import { countProof } from './proof/index.ts'
import { releaseCampaign } from './release/release-campaign.ts'
import { driveCampaign } from './sending/drive-campaign.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
beforeEach(async () => {
  platform = await testPlatform()
})
afterEach(() => platform.close())

async function restored() {
  const made = await aSendingCampaign(platform, { adults: 12, withoutEmailEvery: 0, deceased: 0 })
  expect(await platform.db.transaction((tx) => pauseAfterRestore(tx, platform.clock))).toBe(1)
  expect(await campaignById(platform.db, made.campaign.id)).toMatchObject({
    state: 'paused',
    pauseReason: 'restored',
  })
  return made
}

test('a restored campaign waits for a person who says what left', async () => {
  const { campaign } = await restored()
  expect((await driveCampaign(platform, campaign.id)).claimed).toBe(0)
  await expect(resumeCampaign(platform, campaign.id, operator)).rejects.toThrow('sayWhatLeft')
  await resumeCampaign(platform, campaign.id, operator, 'nothing_left')
  expect((await driveCampaign(platform, campaign.id)).claimed).toBe(12)
})

test('when nobody knows what left, every planned e-mail is held and none leaves by itself', async () => {
  const { campaign, audience } = await restored()
  await resumeCampaign(platform, campaign.id, operator, 'not_known')
  expect((await driveCampaign(platform, campaign.id)).claimed).toBe(0)
  const proof = await countProof(platform.db, audience.incidentId)
  expect(proof).toMatchObject({ unknown_held: proof.concerned, in_progress: 0, lost: 0, told_twice: 0 })
  const { rows } = await platform.db.query(
    `select payload::jsonb ->> 'held' as held from journal_entry where kind = 'campaign.resumed'`,
  )
  expect(rows).toEqual([{ held: '12' }])
})

test('campaigns that cannot send are left as they are', async () => {
  const { campaign } = await aCampaign(platform)
  expect(await platform.db.transaction((tx) => pauseAfterRestore(tx, platform.clock))).toBe(0)
  expect((await campaignById(platform.db, campaign.id)).state).toBe('prepared')
})

test('without a usable relay the start itself is refused, and nothing changes', async () => {
  const { campaign } = await aCampaign(platform)
  for (const { id, name } of await staff(platform.db)) {
    const releaser = { userId: id, name, roles: ['lead'], fictional: true }
    await releaseCampaign(platform, { campaignId: campaign.id, releaser, method: 'exercise' })
  }
  const elsewhere = { ...platform, config: { ...platform.config, smtpUrl: 'smtp://relais.example' } }
  await expect(sendCampaign(elsewhere, campaign.id, operator)).rejects.toThrow('nothingLeaves')
  expect((await campaignById(platform.db, campaign.id)).state).toBe('released')
  await sendCampaign(platform, campaign.id, operator)
})
