import type { Actor } from '../../journal/index.ts'
import { strategyInForce, strategyRefusals } from '../../people/lists/index.ts'
import { enqueue, type Task } from '../../platform/jobs.ts'
import type { Platform } from '../../platform/platform.ts'
import { reportProgress } from '../../platform/progress.ts'
import { Refusal } from '../../platform/refusal.ts'
import { jobsReady } from '../jobs-store.ts'
import { prepareCampaign } from './prepare-incident-campaign.ts'

const PREPARE_TASK = 'delivery.prepare'

interface PreparationJob {
  readonly incidentId: string
  readonly incidentReference: string
  readonly actor: Actor
}

/**
 * Asks for the preventive campaign to be prepared by the worker: it reads the whole register again, which no page should
 * wait for. One at a time for an incident; asked twice, the second finds the campaign of the first.
 * @returns false where no worker takes jobs: the caller prepares it itself
 * @throws lists.strategyNeeded
 */
export async function askPreventive(platform: Platform, job: PreparationJob): Promise<boolean> {
  if ((await strategyInForce(platform.db, job.incidentId)) !== 'preventive_to_all')
    throw strategyRefusals.strategyNeeded()
  if (!(await jobsReady(platform.db))) return false
  await platform.db.transaction(async (tx) => {
    await enqueue(tx, PREPARE_TASK, { ...job }, { key: `${PREPARE_TASK}:${job.incidentId}` })
    await reportProgress(tx, platform.clock, { ...stepOf(job), done: 0 })
  })
  return true
}

const stepOf = ({ incidentId }: PreparationJob) => ({ incidentId, step: 'prepare', unit: 'messages' })

/** A refusal is said on the first screen and ends the job: a person has to act. Anything else is tried again. */
export const prepareTask: Task<PreparationJob> = {
  name: PREPARE_TASK,
  async run(platform, job) {
    const { incidentReference, actor } = job
    const said = { ...stepOf(job), done: 0 }
    try {
      await reportProgress(platform.db, platform.clock, said)
      const input = { incidentReference, cohort: 'preventive' as const }
      const { email, letter } = await prepareCampaign(platform, input, actor)
      const done = email + letter
      await reportProgress(platform.db, platform.clock, { ...said, done, total: done, finished: true })
    } catch (error) {
      await reportProgress(platform.db, platform.clock, { ...said, failure: error })
      if (!(error instanceof Refusal)) throw error
    }
  },
}
