import type { Platform } from '../../platform/platform.ts'
import { livingWorkers } from '../../platform/worker-life.ts'
import { enqueueHelp, enqueueSending } from '../enqueue-jobs.ts'
import { driveCampaign } from './drive-campaign.ts'

export interface SendJob {
  readonly campaignId: number
  /** Asked by a worker that sends already: for another one, beside it. */
  readonly help?: boolean
}

/** The campaigns that this process is sending, of each database: two loops of one process would only share its lanes. */
const inHand = new WeakMap<Platform['db'], Set<number>>()
const ONE_MOMENT = 1

/**
 * Sends what is due, then asks to come back when the next e-mail is due, or soon when the relay was down. While it sends it
 * asks the other workers, if any, to send beside it: each claims rows of its own.
 */
export async function runSendJob(platform: Platform, job: SendJob, signal: AbortSignal): Promise<void> {
  const { campaignId } = job
  const mine = inHand.get(platform.db) ?? new Set()
  inHand.set(platform.db, mine)
  if (mine.has(campaignId)) {
    // A call for help is another worker's. Anything else, such as a resumption, is not forgotten: this loop may be ending.
    if (!job.help) await enqueueSending(platform.db, campaignId, inSeconds(platform, ONE_MOMENT))
    return
  }
  mine.add(campaignId)
  try {
    await sendNow(platform, campaignId, signal)
  } finally {
    mine.delete(campaignId)
  }
}

/** Whether this very process is sending the campaign: what holds its thread meanwhile holds the e-mails. */
export function sendsHere(platform: Pick<Platform, 'db'>, campaignId: number): boolean {
  return inHand.get(platform.db)?.has(campaignId) ?? false
}

async function sendNow(platform: Platform, campaignId: number, signal: AbortSignal): Promise<void> {
  const askForHelp = async () => {
    if ((await livingWorkers(platform.db)) > 1) await enqueueHelp(platform.db, campaignId)
  }
  await askForHelp()
  const report = await driveCampaign(platform, campaignId, { signal, onChunk: askForHelp })
  if (report.state !== 'sending' || report.nextDueAt === null || signal.aborted) return
  const soon = inSeconds(platform, report.relayDown ? 20 : 2)
  const later = report.nextDueAt.epochNanoseconds > soon.epochNanoseconds ? report.nextDueAt : soon
  await enqueueSending(platform.db, campaignId, later)
}

function inSeconds(platform: Platform, seconds: number) {
  return platform.clock.now().add({ seconds })
}
