import type { Temporal } from '../platform/clock.ts'
import type { Tx } from '../platform/database.ts'
import { enqueue } from '../platform/jobs.ts'
import { addLettersJob, jobsReady, waitingJobAt } from './jobs-store.ts'

export const SEND_TASK = 'delivery.send'
export const LETTERS_TASK = 'delivery.letters'

/**
 * Asks for a campaign to be sent, in the caller's transaction: the change and its follow-up exist together. The earliest
 * asked for holds: a sender that goes to sleep until the next wave does not undo what a person asked meanwhile.
 */
export async function enqueueSending(tx: Tx, campaignId: number, runAt?: Temporal.Instant): Promise<void> {
  if (!(await jobsReady(tx))) return
  const key = `${SEND_TASK}:${campaignId}`
  const waiting = runAt && (await waitingJobAt(tx, key))
  if (runAt && waiting && waiting.epochNanoseconds <= runAt.epochNanoseconds) return
  await enqueue(tx, SEND_TASK, { campaignId }, { key, ...(runAt ? { runAt } : {}) })
}

/** Asks another worker to send beside this one. It does nothing where the campaign is in hand already. */
export async function enqueueHelp(tx: Tx, campaignId: number): Promise<void> {
  if (!(await jobsReady(tx))) return
  await enqueue(tx, SEND_TASK, { campaignId, help: true }, { key: `${SEND_TASK}:${campaignId}:help` })
}

/**
 * Asks for a campaign's letters to be set, in the caller's transaction, at once or at `runAt`. A job that already waits
 * keeps its hour: a stream of refusals does not put it off for ever.
 */
export async function enqueueLetters(tx: Tx, campaignId: number, runAt?: Temporal.Instant): Promise<void> {
  if (!(await jobsReady(tx))) return
  await addLettersJob(tx, LETTERS_TASK, campaignId, runAt)
}
