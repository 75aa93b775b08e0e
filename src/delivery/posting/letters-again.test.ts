import { afterAll, beforeAll, expect, test } from 'vitest'
import { aSendingCampaign, operator } from '../../../test/support/campaign.ts'
import { testPlatform } from '../../../test/support/database.ts'
import { campaignById } from '../campaign-store.ts'
import { proofHolds } from '../model.ts'
import { countProof } from '../proof/index.ts'
import { finishCampaign } from '../sending/drive-campaign.ts'
import { reportReturn } from './apply-feedback.ts'
import { buildLetters } from './build-letters.ts'
import { lettersNamed } from './feedback-store.ts'
import { mendAddress } from './mend-address.ts'
import { postLetters } from './post-letters.ts'
import { nextContacts } from './return-ladder.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
beforeAll(async () => {
  platform = await testPlatform()
})
afterAll(() => platform.close())

/** Two adults told by letters that were handed over. */
async function posted() {
  const some = { adults: 2, withoutEmailEvery: 1, deceased: 0, heldForReview: 0 }
  const { campaign, audience } = await aSendingCampaign(platform, some)
  await buildLetters(platform, campaign.id)
  await postLetters(platform, { campaignId: campaign.id, receipt: '26-1' }, operator)
  const { rows } = await platform.db.query<{ id: number }>(
    `select id from delivery where campaign_id = $1 order by id`,
    [campaign.id],
  )
  return { campaign, incidentId: audience.incidentId, letters: rows.map(({ id }) => id) }
}
const back = (letterId: number) => ({
  line: 0,
  letterId,
  code: undefined,
  posted: undefined,
  returned: { on: null, reason: 'unknown_at_address' as const },
})
const ADDRESS = { lines: ['12 RUE NEUVE'], postcode: '69001', city: 'LYON', country: 'FRANCE' }

test('a letter sent again that nothing can carry keeps its latest reason, and the others are set', async () => {
  const { campaign, incidentId, letters } = await posted()
  const by = { actor: operator, name: 'test' }
  const source = 'addressee' as const
  for (const id of letters) {
    await reportReturn(platform, back(id), incidentId, operator)
    await mendAddress(platform, { incidentId, deliveryId: id, postal: ADDRESS, source }, by)
  }
  await platform.db.query(
    `update delivery set recipient = jsonb_set(recipient, '{name,surname}', '"\u4e2d\u6587"') where follows = $1`,
    [letters[0]],
  )
  expect(await buildLetters(platform, campaign.id)).toMatchObject({ letters: 1 })
  const proof = await countProof(platform.db, incidentId)
  expect(proof).toMatchObject({ lost: 0, cannot_be_told: { unusable_address: 1 } })
  expect(proofHolds(proof)).toBe(true)
})

test('a campaign does not finish under a letter that comes back: what follows is not left planned in a closed one', async () => {
  const { campaign, incidentId, letters } = await posted()
  await platform.db.query(`update campaign set state = 'sending', finished_at = null where id = $1`, [
    campaign.id,
  ])
  await platform.db.query(
    `update addressee set email = 'other@courrier.example' where person_id = (select person_id from delivery where id = $1)`,
    [letters[0]],
  )
  let finishing: Promise<void> | undefined
  await platform.db.transaction(async (tx) => {
    const found = await lettersNamed(tx, incidentId, { ids: [letters[0]!], codes: [] })
    const next = await nextContacts(
      tx,
      incidentId,
      [{ deliveryId: found[0]!.id, reason: null }],
      platform.clock.now(),
    )
    expect(next.email).toBe(1)
    finishing = finishCampaign(platform, campaign.id)
    await Promise.race([finishing, new Promise((done) => setTimeout(done, 300))])
  })
  await finishing
  expect((await campaignById(platform.db, campaign.id)).state).toBe('sending')
})
