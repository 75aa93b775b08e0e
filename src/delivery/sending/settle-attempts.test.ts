import { afterEach, beforeEach, expect, test } from 'vitest'
import { aSendingCampaign, operator } from '../../../test/support/campaign.ts'
import { testPlatform } from '../../../test/support/database.ts'
import { aSink, type Sink } from '../../../test/support/sink.ts'
import { prepareJobs } from '../../platform/jobs.ts'
import { campaignById } from '../campaign-store.ts'
import { decideUnknown, heldDeliveries } from '../decide-unknown.ts'
import { deliveryTasks, takeUpCampaigns } from '../jobs.ts'
import { type Claimed, proofHolds } from '../model.ts'
import { countProof, verifyLedger } from '../proof/index.ts'
import type { HandOver, Phase } from '../smtp/classify.ts'
import { driveCampaign, finishCampaign } from './drive-campaign.ts'
import { markDots } from './ledger-store.ts'
import { recoverAttempts } from './recover-attempts.ts'
import { closeRun, openRun, type Run } from './run.ts'
import { outcomeOf, settleAttempts } from './settle-attempts.ts'
import { settleLate } from './settle-late.ts'

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

const one = async <T = number>(sql: string): Promise<T> =>
  (await platform.db.query<{ n: T }>(sql)).rows[0]?.n as T
const letters = () => one(`select count(*)::int as n from delivery where follows is not null`)

/** One try of the campaign's only e-mail, to this end. @returns seconds until it is due again */
async function tried(campaignId: number, handOver: HandOver): Promise<number> {
  const run = await openRun(platform, await campaignById(platform.db, campaignId), 1)
  const [claimed] = run.claimed as [Claimed]
  const at = platform.clock.now()
  await platform.db.transaction((tx) => settleAttempts(tx, run.id, [{ claimed, handOver }], at))
  await closeRun(platform, run)
  const due = `select extract(epoch from due_at - '${at}')::int as n from delivery order by id limit 1`
  const seconds = await one(due)
  platform.clock.set(at.add({ seconds: Math.max(seconds, 0) + 1 }).toString())
  return seconds
}

const alone = { adults: 1, deceased: 0, withoutEmailEvery: 0 }
const said = (code: number, status: string | undefined, phase: Phase, outcome: HandOver['outcome']) => ({
  outcome,
  phase,
  reply: { code, status, text: 'x' },
})

test('faults of the relay never make a letter: only the mailbox’s own refusals count', async () => {
  const { campaign } = await aSendingCampaign(platform, alone)
  for (let n = 0; n < 7; n += 1)
    expect(await tried(campaign.id, said(452, '4.3.1', 'rcpt', 'sender_side'))).toBeGreaterThanOrEqual(900)
  expect(await letters()).toBe(0)
  for (let n = 0; n < 5; n += 1) await tried(campaign.id, said(452, '4.2.2', 'rcpt', 'retry'))
  expect(await letters()).toBe(0)
  await tried(campaign.id, said(452, '4.2.2', 'rcpt', 'retry'))
  expect(await letters()).toBe(1)
})

test('a message that keeps breaking off at its recipient is no longer resent every 20 s', async () => {
  const { campaign } = await aSendingCampaign(platform, alone)
  const waits: number[] = []
  for (let n = 0; n < 6; n += 1) waits.push(await tried(campaign.id, said(421, '4.3.2', 'rcpt', 'not_sent')))
  expect(waits).toEqual([20, 20, 20, 900, 900, 2700])
  expect(await one(`select count(*)::int as n from attempt where outcome = 'sender_side'`)).toBe(3)
  expect(await letters()).toBe(0)
})

test('an accident before the recipient is named stays an accident', () => {
  const claimed = { attemptId: 1, deliveryId: 1, retries: 0, setbacks: 9 }
  const handOver = { outcome: 'not_sent', phase: 'mail', reply: undefined } as const
  expect(outcomeOf({ claimed, handOver })).toBe('not_sent')
  expect(outcomeOf({ claimed, handOver: { ...handOver, phase: 'body' } })).toBe('sender_side')
})

test('the ledger keeps no address and no name', async () => {
  sink = await aSink((to) => ({ code: 550, message: `5.1.1 <${to}> user unknown` }))
  const there = { ...platform, config: { ...platform.config, smtpUrl: sink.url } }
  const { campaign } = await aSendingCampaign(there, alone)
  await driveCampaign(there, campaign.id)
  expect(await one(`select reply as n from attempt`)).toBe('5.1.1 <[…]> user unknown')
})

test('an address no message can carry becomes a letter; the others leave', async () => {
  const { campaign, audience } = await aSendingCampaign(platform, { adults: 6, withoutEmailEvery: 0 })
  await platform.db.query(
    `update delivery set recipient = jsonb_set(recipient, '{email}', '"jean@xn--a.example"') where id = (select min(id) from delivery)`,
  )
  await driveCampaign(platform, campaign.id)
  expect(await letters()).toBe(1)
  const proof = await countProof(platform.db, audience.incidentId)
  expect(proof).toMatchObject({ lost: 0, told_twice: 0, in_progress: 1, messages: { email: 5 } })
  expect(await verifyLedger(platform.db)).toMatchObject({ verified: true })
})

const jobs = () =>
  one(`select count(*)::int as n from graphile_worker.jobs where key like 'delivery.letters:%'`)

test('a letter planned later asks for itself to be set, and a start takes letters up', async () => {
  await prepareJobs(platform)
  const { campaign } = await aSendingCampaign(platform, alone)
  await platform.db.query(`delete from graphile_worker._private_jobs`)
  await tried(campaign.id, said(550, '5.1.1', 'rcpt', 'address_dead'))
  expect(await jobs()).toBe(1)
  await platform.db.query(`delete from graphile_worker._private_jobs`)
  await takeUpCampaigns(platform)
  expect(await jobs()).toBe(1)
})

test('a job that fails is asked for again within a minute, not hours later', async () => {
  await prepareJobs(platform)
  const { campaign } = await aSendingCampaign(platform, alone)
  await platform.db.query(`delete from graphile_worker._private_jobs`)
  const broken = { ...platform, config: { ...platform.config, smtpUrl: 'smtp://relais.example' } }
  const [send] = deliveryTasks
  const waits: number[] = []
  for (let n = 0; n < 7; n += 1) {
    await platform.db.query(`delete from graphile_worker._private_jobs`)
    await send?.run(broken, { campaignId: campaign.id } as never, new AbortController().signal)
    const wait = `select extract(epoch from run_at - '${platform.clock.now()}')::int as n from graphile_worker.jobs`
    waits.push(await one(wait))
  }
  expect(waits).toEqual([2, 4, 8, 16, 32, 60, 60])
})

/** A message handed over whole whose process lost its lock: recovered as unknown, sealed. */
async function lostRun(campaignId: number): Promise<Run> {
  const run = await openRun(platform, await campaignById(platform.db, campaignId), 1)
  await markDots(platform.db, [run.claimed[0]?.attemptId ?? 0], platform.clock.now())
  run.client.release(true)
  await expect.poll(async () => (await recoverAttempts(platform)).unknown, { interval: 5 }).toBe(1)
  return run
}

async function late(run: Run): Promise<void> {
  const settled = [{ claimed: run.claimed[0] as Claimed, handOver: said(250, '2.0.0', 'dot', 'accepted') }]
  const left = await settleAttempts(platform.db, run.id, settled, platform.clock.now())
  expect(left).toHaveLength(1)
  await settleLate(platform, run.campaign, left)
}

test('a 250 that comes after the recovery settles the delivery in a run of its own, and every seal holds', async () => {
  const { campaign, audience } = await aSendingCampaign(platform, alone)
  await late(await lostRun(campaign.id))
  expect(await countProof(platform.db, audience.incidentId)).toMatchObject({
    told: { email: 1 },
    unknown_held: 0,
    told_twice: 0,
  })
  expect(await verifyLedger(platform.db)).toMatchObject({ verified: true, runs: 2, events: 2 })
})

test('an event slipped into a sealed run is found', async () => {
  const { campaign } = await aSendingCampaign(platform, alone)
  await driveCampaign(platform, campaign.id)
  expect(await verifyLedger(platform.db)).toMatchObject({ verified: true })
  await platform.db.query(
    `insert into delivery_event (delivery_id, campaign_id, run_id, at, kind) select delivery_id, campaign_id, run_id, at, 'accepted' from delivery_event where run_id is not null limit 1`,
  )
  expect(await verifyLedger(platform.db)).toMatchObject({ verified: false, broken: { reason: 'events' } })
})

test('a 250 that comes after a letter was decided: the person counts as told twice once the letter left', async () => {
  const { campaign, audience } = await aSendingCampaign(platform, alone)
  const run = await lostRun(campaign.id)
  const [held] = await heldDeliveries(platform.db, campaign.id)
  await decideUnknown(platform, held?.id ?? 0, 'letter', operator)
  await late(run)
  expect(await countProof(platform.db, audience.incidentId)).toMatchObject({
    in_progress: 1,
    told_twice: 0,
    messages: { email: 1, letter: 0 },
  })
  await platform.db.query(`update delivery set state = 'accepted' where channel = 'letter'`)
  const proof = await countProof(platform.db, audience.incidentId)
  expect(proof).toMatchObject({ told_twice: 1, messages: { email: 1, letter: 1 }, told: { letter: 1 } })
  expect(await verifyLedger(platform.db)).toMatchObject({ verified: true })
})

test('a live row on a closed delivery is lost, and the sum still holds', async () => {
  const { audience } = await aSendingCampaign(platform, { adults: 3, withoutEmailEvery: 0 })
  await platform.db.query(`update delivery set state = 'cancelled' where id = (select min(id) from delivery)`)
  const proof = await countProof(platform.db, audience.incidentId)
  expect(proof.lost).toBe(1)
  expect(proofHolds(proof)).toBe(true)
})

test('a campaign does not finish under a decision: the letter that follows is found planned', async () => {
  const { campaign } = await aSendingCampaign(platform, alone)
  await lostRun(campaign.id)
  const [held] = await heldDeliveries(platform.db, campaign.id)
  await Promise.all([
    decideUnknown(platform, held?.id ?? 0, 'letter', operator),
    finishCampaign(platform, campaign.id),
  ])
  expect(await letters()).toBe(1)
  expect((await campaignById(platform.db, campaign.id)).state).toBe('sending')
})
