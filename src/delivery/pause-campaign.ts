import { type Actor, record, tocsin } from '../journal/index.ts'
import type { Platform } from '../platform/platform.ts'
import { campaignById, lockCampaign, setPaused, setSending } from './campaign-store.ts'
import { enqueueLetters, enqueueSending } from './enqueue-jobs.ts'
import type { Campaign, PauseReason } from './model.ts'
import { deliveryRefusals } from './refusals.ts'

/** Starts a released campaign: from here its deliveries may leave. */
export async function sendCampaign(platform: Platform, campaignId: number, actor: Actor): Promise<Campaign> {
  return start(platform, campaignId, actor, 'released', 'campaign.started')
}

/** Takes up a paused campaign; a named person, after repair when the circuit breaker had stopped it. */
export async function resumeCampaign(
  platform: Platform,
  campaignId: number,
  actor: Actor,
): Promise<Campaign> {
  return start(platform, campaignId, actor, 'paused', 'campaign.resumed')
}

async function start(
  platform: Platform,
  campaignId: number,
  actor: Actor,
  needed: 'released' | 'paused',
  kind: string,
): Promise<Campaign> {
  return platform.db.transaction(async (tx) => {
    const campaign = await lockCampaign(tx, campaignId)
    if (campaign.state !== needed) {
      throw deliveryRefusals.wrongState({ reference: campaign.reference, state: campaign.state, needed })
    }
    await setSending(tx, campaignId, platform.clock.now())
    await enqueueSending(tx, campaignId)
    await enqueueLetters(tx, campaignId)
    await record(tx, platform.clock, {
      actor,
      kind,
      incidentId: campaign.incidentId,
      payload: { campaign: campaign.reference },
    })
    return campaignById(tx, campaignId)
  })
}

/** Pauses after the messages in hand. Nothing is sent again on resuming. */
export async function pauseCampaign(platform: Platform, campaignId: number, actor: Actor): Promise<Campaign> {
  const paused = await pause(platform, campaignId, actor, 'person')
  if (paused) return paused
  const { reference, state } = await campaignById(platform.db, campaignId)
  throw deliveryRefusals.wrongState({ reference, state, needed: 'sending' })
}

/** The circuit breaker's pause: rows stay planned, nobody becomes a letter. Several lanes may trip it; one pauses. */
export async function pauseByBreaker(
  platform: Platform,
  campaignId: number,
  reason: PauseReason,
): Promise<void> {
  if (await pause(platform, campaignId, tocsin, reason))
    platform.log.warn({ campaignId, reason }, 'campaign paused by the circuit breaker')
}

async function pause(
  platform: Platform,
  campaignId: number,
  actor: Actor,
  reason: PauseReason,
): Promise<Campaign | undefined> {
  return platform.db.transaction(async (tx) => {
    if (!(await setPaused(tx, campaignId, reason))) return undefined
    const campaign = await campaignById(tx, campaignId)
    const payload = { campaign: campaign.reference, reason }
    await record(tx, platform.clock, {
      actor,
      kind: 'campaign.paused',
      incidentId: campaign.incidentId,
      payload,
    })
    return campaign
  })
}
