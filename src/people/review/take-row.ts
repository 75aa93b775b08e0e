import { hasRole, lookAtRow, type Viewer } from '../../access/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Refusal } from '../../platform/refusal.ts'
import type { Item, QueueName } from './model.ts'
import { reviewRefusals } from './refusals.ts'
import { findItem, lockStanding } from './store.ts'
import { hasLooked, heldRow, leaseOf, nextRow, putLease, type Reader } from './store-reading.ts'

/** Minutes a row stays with its reader; a decision, a reload or the next row renews or ends it. */
export const LEASE_MINUTES = 10

export function readerOf(viewer: Viewer): Reader {
  return { userId: viewer.userId, isDpo: hasRole(viewer, 'dpo') }
}

/**
 * Puts the next row of a queue before a reader and keeps it from the others for a while; the row they hold already comes
 * back. A new row counts in the reader's ration and is journalled by its number.
 * @returns undefined when nothing is left for this reader
 * @throws access.reviewRation
 */
export async function takeRow(
  platform: Platform,
  viewer: Viewer,
  incidentId: string,
  runId: string,
  queue: QueueName,
): Promise<Item | undefined> {
  const reader = readerOf(viewer)
  const now = platform.clock.now()
  const { item, refusal } = await platform.db.transaction<Looked>(async (tx) => {
    const held = await heldRow(tx, runId, queue, reader, now)
    const row = held ?? (await freeRow(tx, runId, queue, reader, now))
    if (row === undefined) return {}
    return held === undefined
      ? look(tx, platform, viewer, incidentId, runId, row)
      : { item: await keep(tx, platform, viewer, runId, row) }
  })
  if (refusal) throw refusal
  return item
}

/**
 * The next row, with its lock held. A reader who came a moment before may have leased it after our search began to read:
 * looked at again under the lock, it is then left to them.
 */
async function freeRow(
  tx: Tx,
  runId: string,
  queue: QueueName,
  reader: Reader,
  now: Temporal.Instant,
): Promise<number | undefined> {
  for (;;) {
    const row = await nextRow(tx, runId, queue, reader, now)
    const lease = row === undefined ? undefined : await leaseOf(tx, runId, row, now)
    if (!lease || lease.userId === reader.userId) return row
  }
}

/**
 * Opens a row by its number: one that the reader has read, or that they may read now.
 * @throws review.held, access.reviewRation
 */
export async function openRow(
  platform: Platform,
  viewer: Viewer,
  incidentId: string,
  runId: string,
  exposedRow: number,
): Promise<Item> {
  const { item, refusal } = await platform.db.transaction<Looked>(async (tx) => {
    const standing = await lockStanding(tx, runId, exposedRow)
    if (!standing) throw reviewRefusals.noSuchRow()
    const lease = await leaseOf(tx, runId, exposedRow, platform.clock.now())
    if (lease && lease.userId !== viewer.userId) throw reviewRefusals.held()
    // Another candidate of the row in hand is no new look.
    if (lease && (await hasLooked(tx, viewer.userId, runId, exposedRow)))
      return { item: await keep(tx, platform, viewer, runId, exposedRow) }
    return look(tx, platform, viewer, incidentId, runId, exposedRow)
  })
  if (refusal) throw refusal
  return item!
}

interface Looked {
  readonly item?: Item
  readonly refusal?: Refusal
}

async function look(
  tx: Tx,
  platform: Platform,
  viewer: Viewer,
  incidentId: string,
  runId: string,
  exposedRow: number,
): Promise<Looked> {
  const item = await itemAt(tx, runId, exposedRow)
  const shown = item.candidates.length
  const refusal = await lookAtRow(tx, platform, viewer, { incidentId, runId, exposedRow, shown })
  // Beyond the ration nothing is kept: a row in hand is shown again without counting.
  return refusal ? { refusal } : { item: await keep(tx, platform, viewer, runId, exposedRow) }
}

async function keep(
  tx: Tx,
  platform: Platform,
  viewer: Viewer,
  runId: string,
  exposedRow: number,
): Promise<Item> {
  const item = await itemAt(tx, runId, exposedRow)
  const until = platform.clock.now().add({ minutes: LEASE_MINUTES })
  await putLease(tx, runId, exposedRow, viewer.userId, until)
  return item
}

async function itemAt(tx: Tx, runId: string, exposedRow: number): Promise<Item> {
  const item = await findItem(tx, runId, exposedRow)
  if (!item) throw reviewRefusals.noSuchRow()
  return item
}
