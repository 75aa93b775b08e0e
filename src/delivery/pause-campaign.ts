import { type Actor, record, tocsin } from '../journal/index.ts'
import type { Clock, Temporal } from '../platform/clock.ts'
import type { Tx } from '../platform/database.ts'
import type { Platform } from '../platform/platform.ts'
import { campaignById, lockCampaign, pauseAllRestored, setPaused, setSending } from './campaign-store.ts'
import { enqueueLetters, enqueueSending } from './enqueue-jobs.ts'
import { holdPlanned, reportsOfUnsent } from './held-store.ts'
import type { Campaign, PauseReason } from './model.ts'
import { checkPreventive } from './planning/check-preventive.ts'
import { countPlanned } from './planning/plan-store.ts'
import { deliveryRefusals } from './refusals.ts'
import { recoverAttempts } from './sending/recover-attempts.ts'
import { signerOf } from './smtp/dkim.ts'
import { relayOf } from './smtp/relay.ts'
import { layWaves } from './waves/decide-waves.ts'

/** What is known of the time between a backup and its restore. */
export const SINCE_BACKUP = ['nothing_left', 'not_known'] as const
export type SinceBackup = (typeof SINCE_BACKUP)[number]

/** Starts a released campaign: from here its deliveries may leave. @throws delivery.noRelay, delivery.nothingLeaves, dkimRefusals at once */
export async function sendCampaign(platform: Platform, campaignId: number, actor: Actor): Promise<Campaign> {
  return start(platform, campaignId, actor, { needed: 'released', kind: 'campaign.started' })
}

/**
 * Takes up a paused campaign; a named person, after repair when the circuit breaker had stopped it. After a restore that
 * person says whether anything left since the backup: `nothing_left` goes on, `not_known` holds every e-mail still planned
 * as unknown, for none may be resent by itself.
 * @throws delivery.sayWhatLeft when a restored campaign is resumed without saying; delivery.somethingLeft when returned mail
 * belies `nothing_left`
 */
export async function resumeCampaign(
  platform: Platform,
  campaignId: number,
  actor: Actor,
  sinceBackup?: SinceBackup,
): Promise<Campaign> {
  // An attempt that the backup caught half way goes back to planned first, or is held already.
  if (sinceBackup) await recoverAttempts(platform)
  return start(platform, campaignId, actor, { needed: 'paused', kind: 'campaign.resumed', sinceBackup })
}

interface Start {
  readonly needed: 'released' | 'paused'
  readonly kind: string
  readonly sinceBackup?: SinceBackup | undefined
}

async function start(
  platform: Platform,
  campaignId: number,
  actor: Actor,
  { needed, kind, sinceBackup }: Start,
): Promise<Campaign> {
  return platform.db.transaction(async (tx) => {
    const campaign = await lockCampaign(tx, campaignId)
    const { reference, state, incidentId } = campaign
    if (state !== needed) throw deliveryRefusals.wrongState({ reference, state, needed })
    await checkPreventive(tx, campaign, needed === 'released')
    const since = await settleRestored(tx, campaign, sinceBackup, platform.clock.now())
    if ((await countPlanned(tx, campaignId)).emailLeft > 0) checkWayOut(platform, campaign)
    await layWaves(tx, campaign, platform.clock.now())
    await setSending(tx, campaignId, platform.clock.now())
    await enqueueSending(tx, campaignId)
    await enqueueLetters(tx, campaignId)
    const payload = { campaign: reference, ...since }
    await record(tx, platform.clock, { actor, kind, incidentId, payload })
    return campaignById(tx, campaignId)
  })
}

/** Refuses at once what every message would meet: no relay, one that an exercise may not use, no usable signature. */
function checkWayOut({ config }: Platform, campaign: Campaign): void {
  relayOf(config.smtpUrl, campaign.exercise)
  signerOf(config, campaign)
}

/** What the person said of the time since the backup, done and ready for the journal. Nothing for any other pause. */
async function settleRestored(
  tx: Tx,
  { id, reference, pauseReason }: Campaign,
  sinceBackup: SinceBackup | undefined,
  at: Temporal.Instant,
): Promise<Record<string, string | number>> {
  if (pauseReason !== 'restored') return {}
  if (!sinceBackup) throw deliveryRefusals.sayWhatLeft({ reference })
  if (sinceBackup === 'not_known') return { sinceBackup, ...(await holdPlanned(tx, id, at)) }
  const reports = await reportsOfUnsent(tx, id)
  if (reports > 0) throw deliveryRefusals.somethingLeft({ reference, reports })
  return { sinceBackup }
}

/**
 * After a restore: campaigns that could send are paused, for messages may have left after the backup was made. In the
 * caller's transaction, with a journal entry each. @returns the campaigns paused
 */
export async function pauseAfterRestore(tx: Tx, clock: Clock): Promise<number> {
  const paused = await pauseAllRestored(tx)
  for (const { reference, incidentId } of paused) {
    const payload = { campaign: reference, reason: 'restored' }
    await record(tx, clock, { actor: tocsin, kind: 'campaign.paused', incidentId, payload })
  }
  return paused.length
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
