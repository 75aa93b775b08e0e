import { readdir } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aSendingCampaign, operator } from '../../../test/support/campaign.ts'
import { testPlatform } from '../../../test/support/database.ts'
import { type Answer, aSink, type Sink } from '../../../test/support/sink.ts'
import { verifyJournal } from '../../journal/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { campaignById } from '../campaign-store.ts'
import { decideUnknown, heldDeliveries } from '../decide-unknown.ts'
import { proofHolds } from '../model.ts'
import { pauseCampaign, resumeCampaign } from '../pause-campaign.ts'
import { countProof } from '../proof/index.ts'
import { driveCampaign } from './drive-campaign.ts'
import { markDots } from './ledger-store.ts'
import { outboxFolder } from './outbox.ts'
import { recoverAttempts } from './recover-attempts.ts'
import { openRun } from './run.ts'
import { sendChunk } from './send-chunk.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
let sink: Sink | undefined
beforeEach(async () => {
  platform = await testPlatform()
})
afterEach(async () => {
  await sink?.close()
  sink = undefined
  await platform.close()
})

async function relay(answer?: Answer): Promise<Platform> {
  sink = await aSink(answer)
  return { ...platform, config: { ...platform.config, smtpUrl: sink.url } }
}

test('an exercise writes each message once in the outbox, and the proof holds', async () => {
  const { campaign, audience } = await aSendingCampaign(platform, { adults: 60 })
  await driveCampaign(platform, campaign.id, { limit: 25 })
  const files = await readdir(outboxFolder(platform, campaign))
  const proof = await countProof(platform.db, audience.incidentId)
  expect(files).toHaveLength(54)
  expect(proof).toMatchObject({
    concerned: 77,
    lost: 0,
    told_twice: 0,
    unknown_held: 0,
    messages: { email: 54, letter: 0 },
  })
  expect(proof).toMatchObject({ cannot_be_told: { deceased: 2 }, held_for_review: 1 })
  expect(proofHolds(proof)).toBe(true)
  expect(await verifyJournal(platform.db)).toMatchObject({ verified: true })
})

test('through a relay each Message-ID arrives once, and the count is the proof’s', async () => {
  const there = await relay()
  const { campaign, audience } = await aSendingCampaign(there, { adults: 120 })
  await driveCampaign(there, campaign.id, { limit: 50 })
  const { messages } = await countProof(platform.db, audience.incidentId)
  expect(sink?.messageIds).toHaveLength(messages.email)
  expect(new Set(sink?.messageIds).size).toBe(108)
  expect(new Set(sink?.recipients).size).toBe(108)
})

test('two processes share a campaign without a double', async () => {
  const there = await relay()
  const { campaign } = await aSendingCampaign(there, { adults: 200 })
  await Promise.all([1, 2].map(() => driveCampaign(there, campaign.id, { limit: 20, connections: 3 })))
  expect(sink?.messageIds).toHaveLength(180)
  expect(new Set(sink?.messageIds).size).toBe(180)
})

test('a dead address becomes a letter; without a postal address, a reason', async () => {
  const there = await relay((to) =>
    /^p[1-8]@/.test(to) ? { code: 550, message: '5.1.1 user unknown' } : undefined,
  )
  const { campaign, audience } = await aSendingCampaign(there, {
    adults: 40,
    withoutPostalEvery: 7,
    withoutEmailEvery: 0,
  })
  await driveCampaign(there, campaign.id)
  const proof = await countProof(platform.db, audience.incidentId)
  // Adult 7 has no postal address; adults 4 and 8 are written to for a child as well.
  expect(proof.cannot_be_told).toEqual({ deceased: 2, email_refused_no_postal: 1 })
  expect(proof).toMatchObject({ in_progress: 9, lost: 0, told_twice: 0, messages: { email: 32 } })
  expect(proofHolds(proof)).toBe(true)
})

test('a mailbox that is full is tried again with the same Message-ID, then becomes a letter', async () => {
  const there = await relay((to) =>
    to.startsWith('p1@') ? { code: 452, message: '4.2.2 mailbox full' } : undefined,
  )
  const { campaign, audience } = await aSendingCampaign(there, {
    adults: 3,
    withoutEmailEvery: 0,
    deceased: 0,
  })
  for (let hour = 0; hour < 40; hour += 1) {
    await driveCampaign(there, campaign.id)
    platform.clock.set(platform.clock.now().add({ hours: 1 }).toString())
  }
  const attempts = await platform.db.query(`select count(*) as n from attempt where outcome = 'retry'`)
  expect(attempts.rows[0]).toEqual({ n: 6 })
  expect(await countProof(platform.db, audience.incidentId)).toMatchObject({
    told: { email: 2 },
    in_progress: 1,
    lost: 0,
  })
})

test('refusals about us pause the campaign and move nobody to a letter', async () => {
  const there = await relay(() => ({ code: 550, message: '5.7.1 DKIM required' }))
  const { campaign, audience } = await aSendingCampaign(there, { adults: 50 })
  await driveCampaign(there, campaign.id, { connections: 2 })
  expect(await campaignById(platform.db, campaign.id)).toMatchObject({
    state: 'paused',
    pauseReason: 'sender_refused',
  })
  expect(await countProof(platform.db, audience.incidentId)).toMatchObject({
    told: { email: 0 },
    in_progress: 62,
    lost: 0,
  })
  const letters = await platform.db.query(`select count(*) as n from delivery where follows is not null`)
  expect(letters.rows[0]).toEqual({ n: 0 })
  await resumeCampaign(there, campaign.id, operator)
  expect(await campaignById(platform.db, campaign.id)).toMatchObject({ state: 'sending', pauseReason: null })
})

test('a relay that is down loses nothing: everything is planned again', async () => {
  const there = await relay()
  await sink?.close()
  sink = undefined
  const { campaign, audience } = await aSendingCampaign(there, { adults: 20 })
  const report = await driveCampaign(there, campaign.id)
  expect(report.relayDown).toBe(true)
  expect(await countProof(platform.db, audience.incidentId)).toMatchObject({
    in_progress: 25,
    told: { email: 0 },
    lost: 0,
  })
})

test('a paused campaign sends nothing', async () => {
  const { campaign } = await aSendingCampaign(platform)
  await pauseCampaign(platform, campaign.id, operator)
  expect((await sendChunk(platform, campaign.id)).claimed).toBe(0)
  await expect(pauseCampaign(platform, campaign.id, operator)).rejects.toThrow('wrongState')
})

/** Leaves what a killed process leaves: claimed attempts, some with the dot marked, and a lock that is gone. */
async function killedRun(campaignId: number, dots: number) {
  const campaign = await campaignById(platform.db, campaignId)
  const run = await openRun(platform, campaign, 10)
  const ids = run.claimed.slice(0, dots).map((one) => one.attemptId)
  await markDots(platform.db, ids, platform.clock.now())
  return run
}

test('after a kill: without the dot planned again, with it held, and a live process is left alone', async () => {
  const there = await relay()
  const { campaign, audience } = await aSendingCampaign(there, { adults: 30, withoutEmailEvery: 0 })
  const run = await killedRun(campaign.id, 3)
  expect(await recoverAttempts(platform)).toEqual({ runs: 0, notSent: 0, unknown: 0 })
  run.client.release(true)
  await expect.poll(() => recoverAttempts(platform)).toEqual({ runs: 1, notSent: 7, unknown: 3 })
  await driveCampaign(there, campaign.id)
  expect(sink?.messageIds).toHaveLength(27)
  const proof = await countProof(platform.db, audience.incidentId)
  expect(proof.unknown_held).toBeGreaterThanOrEqual(3)
  expect(proof).toMatchObject({ lost: 0, told_twice: 0, in_progress: 0 })
  expect(proofHolds(proof)).toBe(true)
})

test('an attempt taken away by a recovery may not put its dot', async () => {
  const { campaign } = await aSendingCampaign(platform, { adults: 10, withoutEmailEvery: 0 })
  const run = await killedRun(campaign.id, 0)
  run.client.release(true)
  await expect.poll(async () => (await recoverAttempts(platform)).notSent).toBe(10)
  const late = await markDots(
    platform.db,
    run.claimed.map((one) => one.attemptId),
    platform.clock.now(),
  )
  expect(late.size).toBe(0)
})

test('a held delivery is decided once, by a person', async () => {
  const { campaign, audience } = await aSendingCampaign(platform, {
    adults: 10,
    withoutEmailEvery: 0,
    deceased: 0,
  })
  const run = await killedRun(campaign.id, 2)
  run.client.release(true)
  await expect.poll(async () => (await recoverAttempts(platform)).unknown).toBe(2)
  const [first, second] = await heldDeliveries(platform.db, campaign.id)
  expect(first?.maskedAddress).toMatch(/^p….@/)
  await decideUnknown(platform, first?.id ?? 0, 'received', operator)
  await decideUnknown(platform, second?.id ?? 0, 'letter', operator)
  await expect(decideUnknown(platform, first?.id ?? 0, 'letter', operator)).rejects.toThrow('notHeld')
  await driveCampaign(platform, campaign.id)
  const proof = await countProof(platform.db, audience.incidentId)
  expect(proof).toMatchObject({
    unknown_held: 0,
    lost: 0,
    told_twice: 0,
    in_progress: 1,
    messages: { email: 9 },
  })
})
