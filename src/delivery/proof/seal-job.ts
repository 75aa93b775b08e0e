import { tocsin } from '../../journal/index.ts'
import type { Tx } from '../../platform/database.ts'
import { enqueue, type Task } from '../../platform/jobs.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refusal } from '../../platform/refusal.ts'
import { jobsReady } from '../index.ts'
import type { Milestone } from './model.ts'
import { sealOutcomes } from './seal-outcomes.ts'
import { referenceOf } from './tree-store.ts'

const SEAL_TASK = 'proof.seal'

interface SealJob {
  readonly incidentId: string
  readonly milestone: Milestone
}

/** Seconds after a milestone in which others may follow: one seal then serves them all. */
const GATHERING = 15

/** Asks for a seal in the transaction of the milestone; the worker makes it soon after. */
export async function enqueueSeal(
  tx: Tx,
  job: SealJob,
  at: { add(span: { seconds: number }): { toString(): string } },
): Promise<void> {
  if (!(await jobsReady(tx))) return
  const runAt = at.add({ seconds: GATHERING })
  await enqueue(tx, SEAL_TASK, { ...job }, { key: `${SEAL_TASK}:${job.incidentId}`, runAt, queue: SEAL_TASK })
}

/** Seals every outcome of an incident. What may not be sealed (purged meanwhile, no list) is no failure. */
export const sealTask: Task<SealJob> = {
  name: SEAL_TASK,
  async run(platform: Platform, { incidentId, milestone }) {
    const incident = { id: incidentId, reference: await referenceOf(platform.db, incidentId) }
    await sealOutcomes(platform, { incident, milestone }, tocsin).catch((error) => {
      if (!(error instanceof Refusal)) throw error
    })
  },
}
