import { afterAll, beforeAll, expect, it } from 'vitest'
import { aCampaign, operator, preparationOf, releasedByTwo } from '../../test/support/campaign.ts'
import { testPlatform } from '../../test/support/database.ts'
import { cancelCampaign, planCampaign } from '../delivery/index.ts'
import { communicationsOf } from './communication-store.ts'
import { registerByHand, withdrawByHand } from './register-by-hand.ts'
import { registerCsv } from './write-csv.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
beforeAll(async () => {
  platform = await testPlatform()
})
afterAll(() => platform.close())

const PRESS = {
  kind: 'press',
  title: 'Ce que nous savons',
  place: 'aubiers.example/presse',
  locale: 'fr',
  text: '',
}

it('holds each text of a campaign, planned then official with the second release, and nothing about anybody', async () => {
  const { campaign, audience } = await aCampaign(platform, { adults: 4 })
  const planned = await communicationsOf(platform.db, audience.incidentId)
  expect(planned.length).toBeGreaterThan(0)
  expect(new Set(planned.map(({ state }) => state))).toEqual(new Set(['planned']))
  await releasedByTwo(platform, campaign)
  const official = await communicationsOf(platform.db, audience.incidentId)
  expect(new Set(official.map(({ state }) => state))).toEqual(new Set(['official']))
  expect(official.map(({ sha256 }) => sha256)).toEqual(planned.map(({ sha256 }) => sha256))
  expect(official[0]).toMatchObject({ kind: 'notice', sender: campaign.senderAddress, cohort: 'concerned' })
  expect(registerCsv(official)).not.toContain('Exemple')
})

it('shows as withdrawn the texts of a campaign given up, and official those of the next', async () => {
  const { campaign, audience } = await aCampaign(platform, { adults: 4 })
  await cancelCampaign(platform, campaign.id, operator)
  const again = await planCampaign(platform, preparationOf(audience), operator)
  const all = await communicationsOf(platform.db, audience.incidentId)
  const stateOf = (id: number) => all.filter(({ campaignId }) => campaignId === id).map(({ state }) => state)
  expect(new Set(stateOf(campaign.id))).toEqual(new Set(['withdrawn']))
  expect(new Set(stateOf(again.campaign.id))).toEqual(new Set(['planned']))
})

it('takes what was made elsewhere, keeps it when withdrawn, and loses no refused input', async () => {
  const { audience } = await aCampaign(platform, { adults: 1 })
  const incident = { id: audience.incidentId, reference: audience.reference }
  await expect(registerByHand(platform, incident, { ...PRESS, title: ' ' }, operator)).rejects.toMatchObject({
    code: 'communications.incomplete',
    params: { where: 'title' },
  })
  const nir = { ...PRESS, place: 'au 2 69 05 49 588 157 80' }
  await expect(registerByHand(platform, incident, nir, operator)).rejects.toMatchObject({
    code: 'communications.nationalId',
  })
  const reference = await registerByHand(platform, incident, { ...PRESS, text: 'Bonjour.' }, operator)
  expect(await registerByHand(platform, incident, { ...PRESS, title: '=1+1' }, operator)).toBe(
    `${audience.reference}-R2`,
  )
  await withdrawByHand(platform, incident, { reference, reason: 'page retirée' }, operator)
  await expect(
    withdrawByHand(platform, incident, { reference, reason: 'encore' }, operator),
  ).rejects.toMatchObject({
    code: 'communications.ended',
  })
  const all = await communicationsOf(platform.db, incident.id)
  expect(all.find((one) => one.reference === reference)).toMatchObject({
    state: 'withdrawn',
    reason: 'page retirée',
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    officialAt: expect.anything(),
  })
  expect(registerCsv(all)).toContain(`'=1+1`)
  const text = all.find(({ campaignId }) => campaignId !== null)?.reference ?? ''
  await expect(
    withdrawByHand(platform, incident, { reference: text, reason: 'non' }, operator),
  ).rejects.toMatchObject({
    code: 'communications.ofCampaign',
  })
  await expect(platform.db.query(`update communication set title = 'autre'`)).rejects.toThrow()
})
