import { record } from '../journal/index.ts'
import type { Tx } from '../platform/database.ts'
import type { Platform } from '../platform/platform.ts'
import type { Refusal } from '../platform/refusal.ts'
import { actorOf, type Viewer } from './model.ts'
import { accessRefusals } from './refusals.ts'
import { settingsOf } from './settings.ts'
import { lockSubject } from './store.ts'
import { insertReviewLook, reviewLooksSince } from './store-limits.ts'

export interface RowLook {
  readonly incidentId: string
  readonly runId: string
  readonly exposedRow: number
  /** Members shown beside it. */
  readonly shown: number
}

/**
 * Counts a row of the review put before a reader (300 an hour, 2,000 a day by default) and journals it by its number, in
 * the caller's transaction.
 * @returns the refusal beyond the ration, itself journalled: the caller commits, then throws
 */
export async function lookAtRow(
  tx: Tx,
  platform: Pick<Platform, 'clock' | 'config'>,
  viewer: Viewer,
  look: RowLook,
): Promise<Refusal | undefined> {
  await lockSubject(tx, `review:${viewer.userId}`)
  const refused = await overRation(tx, platform, viewer)
  const { incidentId, runId, exposedRow, shown } = look
  if (!refused)
    await insertReviewLook(tx, {
      userId: viewer.userId,
      incidentId,
      runId,
      exposedRow,
      at: platform.clock.now(),
    })
  await record(tx, platform.clock, {
    actor: actorOf(viewer),
    kind: refused ? 'review.row_refused' : 'review.row_shown',
    incidentId,
    payload: { runId, row: exposedRow, ...(refused ? {} : { shown }), session: viewer.sessionId },
  })
  return refused
}

async function overRation(
  tx: Tx,
  platform: Pick<Platform, 'clock' | 'config'>,
  viewer: Viewer,
): Promise<Refusal | undefined> {
  const { reviewRowsPerHour, reviewRowsPerDay } = settingsOf(platform)
  const since = (hours: number) =>
    reviewLooksSince(tx, viewer.userId, platform.clock.now().subtract({ hours }))
  if ((await since(1)) >= reviewRowsPerHour)
    return accessRefusals.reviewRation({ limit: reviewRowsPerHour, period: 'hour' })
  if ((await since(24)) >= reviewRowsPerDay)
    return accessRefusals.reviewRation({ limit: reviewRowsPerDay, period: 'day' })
  return undefined
}
