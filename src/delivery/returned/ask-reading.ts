import { enqueue } from '../../platform/jobs.ts'
import type { Platform } from '../../platform/platform.ts'
import { jobsReady } from '../jobs-store.ts'

export const RETURNED_TASK = 'delivery.returned'

/** Asks a worker to read returned mail in so many seconds; one reading waits at a time. */
export async function askReading(platform: Platform, seconds: number): Promise<void> {
  if (!(await jobsReady(platform.db))) return
  const runAt = platform.clock.now().add({ seconds })
  await enqueue(platform.db, RETURNED_TASK, {}, { key: RETURNED_TASK, runAt })
}
