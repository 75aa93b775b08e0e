import { record, tocsin } from '../../journal/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import type { Platform } from '../../platform/platform.ts'
import { campaignById, lockCampaign, setFinished } from '../campaign-store.ts'
import { takeBackSuperseded } from '../corrections/take-back-superseded.ts'
import type { CampaignState } from '../model.ts'
import { enqueueSeal } from '../proof/index.ts'
import { judgeReturns } from '../waves/judge-refusals.ts'
import { nextClaim } from '../waves/pace.ts'
import { compiledNotices } from './compose-message.ts'
import { recoverAttempts } from './recover-attempts.ts'
import { type ChunkOptions, type ChunkReport, sendChunk } from './send-chunk.ts'

export interface DriveReport {
  readonly state: CampaignState
  readonly chunks: number
  readonly claimed: number
  /** When the next e-mail may be claimed; null when none is left, or none before a person acts. */
  readonly nextDueAt: Temporal.Instant | null
  readonly relayDown: boolean
}

/**
 * Sends chunk after chunk until nothing is due, the campaign is paused, the relay cannot be used or `signal` aborts.
 * A job is this loop and nothing else: call it again at `nextDueAt`. Several processes may drive one campaign.
 */
export async function driveCampaign(
  platform: Platform,
  campaignId: number,
  options: ChunkOptions & { onChunk?: (report: ChunkReport) => void | Promise<void> } = {},
): Promise<DriveReport> {
  await recoverAttempts(platform)
  const renders = options.renders ?? (await compiledNotices(platform.db, campaignId))
  let chunks = 0
  let claimed = 0
  let relayDown = false
  while (!options.signal?.aborted && !relayDown && (await somethingToClaim(platform, campaignId))) {
    await takeBackSuperseded(platform, campaignId)
    const report = await sendChunk(platform, campaignId, { ...options, renders })
    if (report.claimed === 0) break
    chunks += 1
    claimed += report.claimed
    relayDown = report.relayDown
    await judgeReturns(platform, campaignId)
    await options.onChunk?.(report)
  }
  await finishCampaign(platform, campaignId)
  const { state } = await campaignById(platform.db, campaignId)
  const nextDueAt = await nextClaim(platform.db, campaignId, platform.clock.now())
  return { state, chunks, claimed, nextDueAt, relayDown }
}

async function somethingToClaim(platform: Platform, campaignId: number): Promise<boolean> {
  const at = platform.clock.now()
  const next = await nextClaim(platform.db, campaignId, at)
  return next !== null && next.epochNanoseconds <= at.epochNanoseconds
}

/** Closes a campaign with nothing left planned nor under way, on any channel. Held unknowns stay to be decided. */
export async function finishCampaign(platform: Platform, campaignId: number): Promise<void> {
  await platform.db.transaction(async (tx) => {
    await lockCampaign(tx, campaignId)
    if (!(await setFinished(tx, campaignId, platform.clock.now()))) return
    const { reference, incidentId } = await campaignById(tx, campaignId)
    await enqueueSeal(tx, { incidentId, milestone: 'campaign_finished' }, platform.clock.now())
    await record(tx, platform.clock, {
      actor: tocsin,
      kind: 'campaign.finished',
      incidentId,
      payload: { campaign: reference },
    })
  })
}
