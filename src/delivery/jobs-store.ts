import type { Temporal } from '../platform/clock.ts'
import { oneRow, type Tx } from '../platform/database.ts'

/** The worker's tables are made by the desk at start; a drill or a test drives its campaign itself. */
export async function jobsReady(tx: Tx): Promise<boolean> {
  const { ready } = await oneRow<{ ready: boolean }>(
    tx,
    `select to_regnamespace('graphile_worker') is not null as ready`,
  )
  return ready
}

/** One waiting job a campaign. Asked for later, it keeps the hour it had; asked for at once, it loses it. */
export async function addLettersJob(
  tx: Tx,
  task: string,
  campaignId: number,
  runAt: Temporal.Instant | undefined,
): Promise<void> {
  await tx.query(
    `select graphile_worker.add_job($1, $2::json, run_at => $3::timestamptz, job_key => $4, job_key_mode => $5, max_attempts => 25)`,
    [
      task,
      JSON.stringify({ campaignId }),
      runAt ?? null,
      `${task}:${campaignId}`,
      runAt ? 'preserve_run_at' : 'replace',
    ],
  )
}

/** When the job of this key that waits is to run; null when none waits. One being run does not wait. */
export async function waitingJobAt(tx: Tx, key: string): Promise<Temporal.Instant | null> {
  const { at } = await oneRow<{ at: Temporal.Instant | null }>(
    tx,
    `select min(run_at) as at from graphile_worker.jobs where key = $1 and locked_at is null`,
    [key],
  )
  return at
}
