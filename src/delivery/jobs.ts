import type { Task } from '../platform/jobs.ts'
import { buildLetters } from './build-letters.ts'
import { campaignsUnderWay } from './campaign-store.ts'
import { driveCampaign } from './drive-campaign.ts'
import { enqueueSending, LETTERS_TASK, SEND_TASK } from './enqueue-jobs.ts'
import { recoverAttempts } from './recover-attempts.ts'

interface CampaignJob {
  readonly campaignId: number
}

/** Sends what is due, then comes back when the next e-mail is due, or soon when the relay was down. */
const sendTask: Task<CampaignJob> = {
  name: SEND_TASK,
  async run(platform, { campaignId }, signal) {
    const report = await driveCampaign(platform, campaignId, { signal })
    if (report.state !== 'sending' || report.nextDueAt === null || signal.aborted) return
    const soon = platform.clock.now().add({ seconds: report.relayDown ? 20 : 2 })
    const later = report.nextDueAt.epochNanoseconds > soon.epochNanoseconds ? report.nextDueAt : soon
    await enqueueSending(platform.db, campaignId, later)
  },
}

const lettersTask: Task<CampaignJob> = {
  name: LETTERS_TASK,
  run: async (platform, { campaignId }, signal) => {
    await buildLetters(platform, campaignId, { signal })
  },
}

/** Tasks of delivery, for the composition to run. */
export const deliveryTasks: readonly Task<never>[] = [sendTask, lettersTask] as never

/** At start: settles what a killed process left, and takes up the campaigns that were under way. */
export async function takeUpCampaigns(platform: Parameters<Task['run']>[0]): Promise<void> {
  await recoverAttempts(platform)
  for (const { id } of await campaignsUnderWay(platform.db)) await enqueueSending(platform.db, id)
}
