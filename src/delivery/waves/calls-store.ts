import type { Temporal } from '../../platform/clock.ts'
import { maybeRow, type Tx } from '../../platform/database.ts'

/** Calls that the call centre says it received over a time. */
export interface CallsReceived {
  readonly since: Temporal.Instant
  readonly until: Temporal.Instant
  readonly calls: number
}

export async function insertCalls(
  tx: Tx,
  campaignId: number,
  { since, until, calls }: CallsReceived,
  recordedBy: string,
): Promise<void> {
  await tx.query(
    `insert into calls_received (campaign_id, since, until, calls, recorded_by) values ($1, $2, $3, $4, $5)`,
    [campaignId, since, until, calls, recordedBy],
  )
}

/** The last report of the call centre. */
export async function latestCalls(tx: Tx, campaignId: number): Promise<CallsReceived | undefined> {
  return maybeRow<CallsReceived>(
    tx,
    `select since, until, calls from calls_received where campaign_id = $1 order by until desc, id desc limit 1`,
    [campaignId],
  )
}
