import { enqueue, type Task } from '../platform/jobs.ts'
import type { Platform } from '../platform/platform.ts'
import { carryOutPurge } from './carry-out.ts'
import { PURGE_TASK } from './confirm-purge.ts'
import { runningPurges } from './purge-store.ts'

const purgeTask: Task<{ readonly incidentId: string }> = {
  name: PURGE_TASK,
  async run(platform, { incidentId }) {
    await carryOutPurge(platform, incidentId)
  },
}

export const purgeTasks: readonly Task<never>[] = [purgeTask] as never

/** At start: a purge that a kill interrupted goes on. */
export async function takeUpPurges(platform: Platform): Promise<void> {
  for (const { incidentId } of await runningPurges(platform.db))
    await enqueue(platform.db, PURGE_TASK, { incidentId }, { key: `${PURGE_TASK}:${incidentId}` })
}
