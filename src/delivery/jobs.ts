import { withoutValues } from '../platform/error-without-values.ts'
import type { Task } from '../platform/jobs.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { campaignsUnderWay } from './campaign-store.ts'
import { enqueueLetters, enqueueSending, LETTERS_TASK, SEND_TASK } from './enqueue-jobs.ts'
import { prepareTask } from './planning/prepare-job.ts'
import { buildLetters } from './posting/build-letters.ts'
import { sealTask } from './proof/index.ts'
import { returnedTask, takeUpReturnedMail } from './returned/returned-job.ts'
import { recoverAttempts } from './sending/recover-attempts.ts'
import { runSendJob, type SendJob } from './sending/send-job.ts'

interface CampaignJob {
  readonly campaignId: number
}

/** Seconds before a job that failed is tried again: twice as many each time, and no more. The library would wait for hours. */
const AFTER_FAILURE = { first: 2, most: 60 }
/** Failures one after the other, by database, task and campaign. */
const failures = new WeakMap<Platform['db'], Map<string, number>>()

const sendTask: Task<SendJob> = {
  name: SEND_TASK,
  run: (platform, job, signal) =>
    orAgain(platform, SEND_TASK, job.campaignId, signal, enqueueSending, () =>
      runSendJob(platform, job, signal),
    ),
}

const lettersTask: Task<CampaignJob> = {
  name: LETTERS_TASK,
  run: (platform, { campaignId }, signal) =>
    orAgain(platform, LETTERS_TASK, campaignId, signal, enqueueLetters, async () => {
      await buildLetters(platform, campaignId, { signal })
    }),
}

/** Does the work; when it fails, says so and asks for it again soon. A stopping process leaves it to the next start. */
async function orAgain(
  platform: Platform,
  task: string,
  campaignId: number,
  signal: AbortSignal,
  ask: typeof enqueueSending,
  work: () => Promise<void>,
): Promise<void> {
  const count = failures.get(platform.db) ?? new Map<string, number>()
  failures.set(platform.db, count)
  const key = `${task}:${campaignId}`
  try {
    await work()
    count.delete(key)
  } catch (error) {
    if (signal.aborted) throw error
    const before = count.get(key) ?? 0
    count.set(key, before + 1)
    const seconds = Math.min(AFTER_FAILURE.first * 2 ** before, AFTER_FAILURE.most)
    const said = error instanceof Refusal ? { error: error.code } : withoutValues(error)
    platform.log.error({ task, campaignId, ...said }, 'task failed, tried again soon')
    await ask(platform.db, campaignId, platform.clock.now().add({ seconds }))
  }
}

/** Tasks of delivery, for the composition to run. */
export const deliveryTasks: readonly Task<never>[] = [
  sendTask,
  lettersTask,
  prepareTask,
  sealTask,
  returnedTask,
] as never

/** What a worker on another machine may run: it needs the database and the relay, no file of the data folder. */
export const sendingTasks: readonly Task<never>[] = [sendTask] as never

/** At start: settles what a killed process left, and takes up the campaigns that were under way, letters included. */
export async function takeUpCampaigns(platform: Platform): Promise<void> {
  await takeUpReturnedMail(platform)
  await recoverAttempts(platform)
  for (const { id } of await campaignsUnderWay(platform.db)) {
    await enqueueSending(platform.db, id)
    await enqueueLetters(platform.db, id)
  }
}
