import type { Temporal } from '../platform/clock.ts'
import { oneRow, type Tx } from '../platform/database.ts'
import { enqueue } from '../platform/jobs.ts'

export const SEND_TASK = 'delivery.send'
export const LETTERS_TASK = 'delivery.letters'

/** Asks for a campaign to be sent, in the caller's transaction: the change and its follow-up exist together. */
export async function enqueueSending(tx: Tx, campaignId: number, runAt?: Temporal.Instant): Promise<void> {
  if (!(await jobsReady(tx))) return
  await enqueue(
    tx,
    SEND_TASK,
    { campaignId },
    { key: `${SEND_TASK}:${campaignId}`, ...(runAt ? { runAt } : {}) },
  )
}

/** Asks for a campaign's letters to be set, in the caller's transaction. */
export async function enqueueLetters(tx: Tx, campaignId: number): Promise<void> {
  if (!(await jobsReady(tx))) return
  await enqueue(tx, LETTERS_TASK, { campaignId }, { key: `${LETTERS_TASK}:${campaignId}` })
}

/** The worker's tables are made by the desk at start; a drill or a test drives its campaign itself. */
async function jobsReady(tx: Tx): Promise<boolean> {
  const { ready } = await oneRow<{ ready: boolean }>(
    tx,
    `select to_regnamespace('graphile_worker') is not null as ready`,
  )
  return ready
}
