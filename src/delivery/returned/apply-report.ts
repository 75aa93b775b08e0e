import { type Actor, record, tocsin } from '../../journal/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { lockCampaign, setPaused, setSending } from '../campaign-store.ts'
import { enqueueSending } from '../enqueue-jobs.ts'
import { moveToLetter } from '../ladder-store.ts'
import {
  backoffSeconds,
  type Campaign,
  MOST_ATTEMPTS,
  MOST_RETURNS,
  RETURN_WAIT,
  SENDER_SIDE_WAIT,
} from '../model.ts'
import { judgeRefusals } from '../waves/judge-refusals.ts'
import {
  campaignOfDelivery,
  type Effect,
  type LockedDelivery,
  lockDelivery,
  lockReport,
  markReturned,
  noteEvent,
  planAgain,
  type StoredReport,
  setApplied,
  setbacksOf,
  type TakenAttempt,
  takenAttempts,
} from './report-store.ts'

/**
 * Does what a report about a delivery asks for, once, in the caller's transaction: a letter (dead address, or passing trouble
 * too often), the same message again later, or, when the refusal is about us, the message kept and the breaker asked. Any
 * order and any repetition of reports comes to the same: an attempt is given back once, and a delivery settled otherwise
 * is not touched. A report that outruns its own delivery (still in the sender's hands, or of a restored database that
 * nobody spoke for yet) waits.
 * @returns what it changed, for `judgeReturned` after the commit; undefined when it waits
 */
export async function applyReport(
  tx: Tx,
  platform: Platform,
  reportId: number,
  actor: Actor = tocsin,
): Promise<Applied | undefined> {
  const report = await lockReport(tx, reportId)
  if (report?.deliveryId == null || report.state !== 'waiting') return undefined
  const campaignId = await campaignOfDelivery(tx, report.deliveryId)
  if (campaignId === undefined) return undefined
  // The campaign, then the delivery: the order of whoever finishes a campaign.
  const campaign = await lockCampaign(tx, campaignId)
  const delivery = await lockDelivery(tx, report.deliveryId)
  if (delivery.state === 'attempting' || awaitsRestore(campaign, delivery)) return undefined
  const at = platform.clock.now()
  const effect = await effectOf(tx, { report, campaign, delivery, at, platform })
  await setApplied(tx, reportId, delivery.id, effect, at)
  if (effect !== 'noted') {
    const { decision, status, reason, sha256 } = report
    const payload = {
      campaign: campaign.reference,
      delivery: delivery.id,
      decision,
      status,
      reason,
      effect,
      report: sha256,
    }
    await record(tx, platform.clock, {
      actor,
      kind: 'delivery.returned',
      incidentId: campaign.incidentId,
      payload,
    })
  }
  return { effect, campaignId }
}

/** What a report changed, in which campaign. */
export interface Applied {
  readonly effect: Effect
  readonly campaignId: number
}

interface Case {
  readonly report: StoredReport
  readonly campaign: Campaign
  readonly delivery: LockedDelivery
  readonly at: Temporal.Instant
  readonly platform: Platform
}

/** A restored database may not know the attempt that came back: whoever resumes says first whether anything left. */
function awaitsRestore({ pauseReason }: Campaign, { state }: LockedDelivery): boolean {
  return pauseReason === 'restored' && state === 'planned'
}

async function effectOf(tx: Tx, one: Case): Promise<Effect> {
  const { report, delivery, at } = one
  if (report.decision === 'not_a_bounce') return note(tx, one)
  const attempt = attemptMeant(await takenAttempts(tx, delivery.id), report.reportedAt)
  // Held since a restore: the attempt was lost with what followed the backup, and its report proves it.
  const lost = delivery.state === 'unknown' && delivery.reason === 'restored'
  if (delivery.purged || (!lost && (!attempt || attempt.bouncedAt))) return 'too_late'
  if (attempt) await markReturned(tx, attempt.id, report.decision, at)
  // A letter was decided before the relay's late word: this copy is with nobody, and the letter stands.
  if (delivery.state !== 'accepted' && delivery.state !== 'unknown') return 'too_late'
  if (report.decision === 'dead_address') return toLetter(tx, one, 'address_dead')
  return report.decision === 'retry' ? again(tx, one) : keep(tx, one)
}

/** Clocks of mail systems are not ours: this much apart they still tell one attempt from the next, hours later. */
const SKEW = { minutes: 10 }

/**
 * The last attempt begun before the mail system had the message: a second report of an earlier one is not about a later one.
 * A date before anything was sent is a wrong clock, and says nothing.
 */
function attemptMeant(
  attempts: readonly TakenAttempt[],
  reportedAt: Temporal.Instant,
): TakenAttempt | undefined {
  const limit = reportedAt.add(SKEW).epochNanoseconds
  return attempts.filter(({ startedAt }) => startedAt.epochNanoseconds <= limit).at(-1) ?? attempts.at(-1)
}

const NOTED: Readonly<Record<string, string>> = {
  delayed: 'report_delayed',
  delivered: 'report_delivered',
  complaint: 'complained',
  read_receipt: 'report_read',
}

/** Recorded, never a failure of the address (field/delivery.md, section 5). */
async function note(tx: Tx, { report, delivery, at }: Case): Promise<Effect> {
  const kind = NOTED[report.reason] ?? 'answered'
  await noteEvent(tx, delivery, { kind, detail: report.status, at })
  return 'noted'
}

async function toLetter(tx: Tx, { report, campaign, delivery, at }: Case, reason: string): Promise<Effect> {
  if (campaign.state === 'finished') await setSending(tx, campaign.id, at)
  const detail = report.status
  await moveToLetter(tx, [delivery.id], { runId: null, reason, detail, closes: 'bounced', at })
  return 'letter'
}

async function again(tx: Tx, one: Case): Promise<Effect> {
  const { report, campaign, delivery, at } = one
  const { returned, refused } = await setbacksOf(tx, delivery.id)
  if (returned >= MOST_RETURNS || returned + refused >= MOST_ATTEMPTS)
    return toLetter(tx, one, 'retry_exhausted')
  const dueAt = at.add({ seconds: RETURN_WAIT * 4 ** Math.max(returned - 1, 0) })
  await planAgain(tx, delivery.id, { kind: 'returned_retry', detail: report.status, dueAt, at })
  if (campaign.state === 'finished') await setSending(tx, campaign.id, at)
  if (campaign.state === 'finished' || campaign.state === 'sending')
    await enqueueSending(tx, campaign.id, dueAt)
  return 'again'
}

/**
 * About us: no address is condemned, and nothing goes to letters. The message waits for its turn, longer each time; enough of
 * them hold the domain or pause the campaign (`judgeReturned`, once committed), and a finished one opens again only paused: a
 * named person resumes after repair.
 */
async function keep(tx: Tx, { report, campaign, delivery, at, platform }: Case): Promise<Effect> {
  const { aboutUs } = await setbacksOf(tx, delivery.id)
  const dueAt = at.add({ seconds: Math.max(SENDER_SIDE_WAIT, backoffSeconds(aboutUs + 1)) })
  await planAgain(tx, delivery.id, { kind: 'returned_sender_side', detail: report.status, dueAt, at })
  if (campaign.state !== 'finished') return 'kept'
  await setSending(tx, campaign.id, at)
  if (await setPaused(tx, campaign.id, 'sender_refused')) {
    const payload = { campaign: campaign.reference, reason: 'sender_refused' }
    await record(tx, platform.clock, {
      actor: tocsin,
      kind: 'campaign.paused',
      incidentId: campaign.incidentId,
      payload,
    })
  }
  return 'kept'
}

/** After the commit of a report that was kept: the circuit breakers look at it. */
export async function judgeReturned(platform: Platform, { effect, campaignId }: Applied): Promise<void> {
  if (effect === 'kept') await judgeRefusals(platform, campaignId)
}
