import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aSendingCampaign, operator } from '../../../test/support/campaign.ts'
import { testPlatform } from '../../../test/support/database.ts'
import { campaignById } from '../campaign-store.ts'
import { decideUnknown, heldDeliveries } from '../decide-unknown.ts'
import { breakerTrips, messageIdOf, proofHolds, returnPathOf } from '../model.ts'
import { countProof } from '../proof/index.ts'
import type { Outcome } from '../smtp/classify.ts'
import { markDots } from './ledger-store.ts'
import { recoverAttempts } from './recover-attempts.ts'
import { closeRun, openRun, type Run } from './run.ts'
import { settleAttempts } from './settle-attempts.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
beforeEach(async () => {
  platform = await testPlatform()
})
afterEach(() => platform.close())

const outcome = fc.constantFrom<Outcome>(
  'accepted',
  'retry',
  'address_dead',
  'sender_side',
  'not_sent',
  'unknown',
)
/** One chunk: what each message came to, and where a kill cuts it (beyond the end: no kill). */
const chunk = fc.record({
  outcomes: fc.array(outcome, { minLength: 1, maxLength: 6 }),
  killAt: fc.nat(8),
  dotBeforeKill: fc.boolean(),
})
const decision = fc.constantFrom('received', 'letter', 'none')
/** Hours that the clock makes between two steps: it may be set back. */
const hours = fc.constantFrom(9, 9, 30, -3, -40)
/** Two workers at each step, the second one's chunk claimed while the first one's is under way. */
const life = fc.array(fc.record({ chunk, beside: chunk, decision, hours }), { minLength: 1, maxLength: 5 })

interface ChunkLife {
  readonly outcomes: Outcome[]
  readonly killAt: number
  readonly dotBeforeKill: boolean
}

/** Deliveries that a relay may have: once here, no worker may ever claim them again by itself. */
let perhapsThere = new Set<number>()

async function openChunk(campaignId: number, { outcomes }: ChunkLife): Promise<Run> {
  const run = await openRun(platform, await campaignById(platform.db, campaignId), outcomes.length)
  expect(run.claimed.filter(({ deliveryId }) => perhapsThere.has(deliveryId))).toEqual([])
  return run
}

async function runChunk(run: Run, { outcomes, killAt, dotBeforeKill }: ChunkLife): Promise<void> {
  const killed = killAt < run.claimed.length
  const reached = killed ? run.claimed.slice(0, killAt) : run.claimed
  for (const [index, claimed] of reached.entries()) {
    await markDots(platform.db, [claimed.attemptId], platform.clock.now())
    const handOver = { outcome: outcomes[index] ?? 'accepted', phase: 'dot' as const, reply: undefined }
    if (['accepted', 'unknown'].includes(handOver.outcome)) perhapsThere.add(claimed.deliveryId)
    await platform.db.transaction((tx) =>
      settleAttempts(tx, run.id, [{ claimed, handOver }], platform.clock.now()),
    )
  }
  if (!killed) return void (await closeRun(platform, run))
  const next = run.claimed[killAt]
  if (dotBeforeKill && next) {
    await markDots(platform.db, [next.attemptId], platform.clock.now())
    perhapsThere.add(next.deliveryId)
  }
  run.client.release(true)
  await expect.poll(async () => (await recoverAttempts(platform)).runs, { interval: 5 }).toBe(1)
}

test('no sequence of replies, kills, clocks and decisions of two workers loses a person, tells one twice or resends an unknown', async () => {
  await fc.assert(
    fc.asyncProperty(life, async (steps) => {
      perhapsThere = new Set()
      const { campaign, audience } = await aSendingCampaign(platform, {
        adults: 12,
        withoutEmailEvery: 5,
        withoutPostalEvery: 3,
      })
      for (const step of steps) {
        const first = await openChunk(campaign.id, step.chunk)
        const second = await openChunk(campaign.id, step.beside)
        await runChunk(first, step.chunk)
        await runChunk(second, step.beside)
        const [held] = await heldDeliveries(platform.db, campaign.id, { limit: 1 })
        if (held && step.decision !== 'none')
          await decideUnknown(platform, held.id, step.decision as 'letter', operator)
        platform.clock.set(platform.clock.now().add({ hours: step.hours }).toString())
        const proof = await countProof(platform.db, audience.incidentId)
        expect(proof).toMatchObject({ concerned: audience.concerned, lost: 0, told_twice: 0 })
        expect(proofHolds(proof)).toBe(true)
      }
    }),
    { numRuns: 9 },
  )
})

test('the Message-ID says nothing of the person and never changes', () => {
  const campaign = { reference: 'tiersoin-C1', senderAddress: 'information@aubiers.example' }
  fc.assert(
    fc.property(fc.nat(), fc.string(), (id, key) => {
      const delivery = { id, key, noticeSha256: 'f'.repeat(64), code: '7K3M-9QXT' }
      const messageId = messageIdOf(delivery, campaign)
      expect(messageId).toMatch(/^d[0-9a-z]+-[0-9a-f]{20}@aubiers\.example$/)
      expect(messageIdOf(delivery, campaign)).toBe(messageId)
      expect(messageIdOf({ ...delivery, noticeSha256: 'e'.repeat(64) }, campaign)).not.toBe(messageId)
      expect(returnPathOf(messageId)).toBe(`b+${messageId}`)
    }),
  )
})

test('the breaker needs 5 refusals and 5 % of the last attempts', () => {
  expect(breakerTrips({ attempts: 4, senderSide: 4 })).toBe(false)
  expect(breakerTrips({ attempts: 5, senderSide: 5 })).toBe(true)
  expect(breakerTrips({ attempts: 500, senderSide: 24 })).toBe(false)
  expect(breakerTrips({ attempts: 500, senderSide: 25 })).toBe(true)
})
