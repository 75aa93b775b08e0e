import { afterEach, beforeEach, expect, test } from 'vitest'
import { aSendingCampaign } from '../../../test/support/campaign.ts'
import { testPlatform } from '../../../test/support/database.ts'
import { moveToLetter } from '../ladder-store.ts'
import { countProof, deliveryHistory, OUTCOME_WORDS, personsByOutcome } from '../proof/index.ts'
import { driveCampaign } from '../sending/drive-campaign.ts'
import { DOMAIN_OUTCOMES, figuresByDomain, listDeliveries } from './deliveries-store.ts'
import { checkOf } from './domains-table.tsx'

let platform: Awaited<ReturnType<typeof testPlatform>>
beforeEach(async () => {
  platform = await testPlatform()
})
afterEach(() => platform.close())

test('each word of an outcome gives exactly the persons that the proof counts', async () => {
  const { campaign, audience } = await aSendingCampaign(platform, { adults: 20, withoutPostalEvery: 3 })
  await driveCampaign(platform, campaign.id)
  const sent = await platform.db.query(`select id from delivery where state = 'accepted' order by id limit 6`)
  const ids = sent.rows.map((row) => Number(row['id']))
  const step = { runId: null, reason: 'decided_letter', detail: null, at: platform.clock.now() }
  await moveToLetter(platform.db, ids, step)
  const proof = await countProof(platform.db, audience.incidentId)
  const untold = Object.values(proof.cannot_be_told).reduce((sum, persons) => sum + persons, 0)
  const counted: Record<string, number> = {
    ...Object.fromEntries(OUTCOME_WORDS.map((word) => [word, 0])),
    ...proof.cannot_be_told,
    told: proof.told.email + proof.told.letter,
    email: proof.told.email,
    letter: proof.told.letter,
    in_progress: proof.in_progress,
    unknown_held: proof.unknown_held,
    cannot_be_told: untold,
    lost: proof.lost,
    told_twice: proof.told_twice,
  }
  expect(proof.cannot_be_told['email_refused_no_postal']).toBeGreaterThan(0)
  for (const outcome of OUTCOME_WORDS) {
    const asked = { ...audience, outcome, after: 0, limit: 1000 }
    const found = await personsByOutcome(platform.db, asked)
    expect({ outcome, total: found?.total }).toEqual({ outcome, total: counted[outcome] })
    expect(found?.personIds).toHaveLength(found?.total ?? -1)
  }
  expect(
    await personsByOutcome(platform.db, { ...audience, outcome: 'x', after: 0, limit: 1 }),
  ).toBeUndefined()
})

test('persons told twice are found, not only counted', async () => {
  const { campaign, audience } = await aSendingCampaign(platform, { adults: 4 })
  await driveCampaign(platform, campaign.id)
  await platform.db.query(
    `insert into attempt (delivery_id, campaign_id, run_id, number, phase, started_at, ended_at, outcome)
     select delivery_id, campaign_id, run_id, 99, 'dot', started_at, ended_at, 'accepted' from attempt order by id limit 1`,
  )
  const proof = await countProof(platform.db, audience.incidentId)
  const found = await personsByOutcome(platform.db, {
    ...audience,
    outcome: 'told_twice',
    after: 0,
    limit: 9,
  })
  expect(proof.told_twice).toBeGreaterThan(0)
  expect(found?.personIds).toHaveLength(proof.told_twice)
})

test('each figure of a domain opens exactly its deliveries, and the rows add up to the total', async () => {
  const domains = Array.from({ length: 23 }, (_, index) => `d${index}.example`)
  const { campaign } = await aSendingCampaign(platform, { adults: 60, domains })
  await driveCampaign(platform, campaign.id)
  const figures = await figuresByDomain(platform.db, campaign.id)
  expect(figures.domains).toHaveLength(20)
  expect(figures.others.domains).toBe(3)
  expect(checkOf(figures).left).toBe(checkOf(figures).right)
  expect(checkOf({ ...figures, domains: figures.domains.slice(1) })).not.toMatchObject({
    left: figures.total.sent,
  })
  for (const outcome of DOMAIN_OUTCOMES) {
    const places = [
      ...figures.domains.map((counts) => ({ counts, filter: { outcome, domain: counts.domain } })),
      { counts: figures.others, filter: { outcome, others: true } },
      { counts: figures.total, filter: { outcome } },
    ]
    for (const { counts, filter } of places) {
      const { total } = await listDeliveries(platform.db, campaign.id, filter)
      expect({ ...filter, total }).toEqual({ ...filter, total: counts[outcome] })
    }
  }
})

test('the history of a person tells each step with its evidence', async () => {
  const { campaign } = await aSendingCampaign(platform, { adults: 1 })
  await driveCampaign(platform, campaign.id)
  const { rows } = await platform.db.query(`select person_id as id, delivery_id from delivery_person limit 1`)
  const step = { runId: null, reason: 'decided_letter', detail: 'user', at: platform.clock.now() }
  await moveToLetter(platform.db, [Number(rows[0]?.['delivery_id'])], step)
  const history = await deliveryHistory(platform.db, Number(rows[0]?.['id']))
  expect(history.map(({ channel, state }) => [channel, state])).toEqual([
    ['email', 'refused'],
    ['letter', 'planned'],
  ])
  expect(history[0]?.events.map(({ kind, attempt }) => [kind, attempt])).toEqual([
    ['accepted', 1],
    ['decided_letter', null],
  ])
  expect(history[0]?.releasedBy).toHaveLength(2)
  expect(history[0]?.noticeSha256).toMatch(/^[0-9a-f]{64}$/)
})
