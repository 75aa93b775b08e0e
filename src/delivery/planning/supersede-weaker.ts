import type { Temporal } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Campaign } from '../model.ts'
import { dropCovered, releasePersons, weakerDeliveries } from './supersede-store.ts'

/**
 * Takes persons out of messages that have not left and say less than this campaign does: whoever is confirmed before the
 * message "cannot be excluded" leaves gets the one that says so, and not both. What left stays told; a letter already
 * composed goes.
 * @returns persons taken out
 */
export async function supersedeWeaker(
  tx: Tx,
  campaign: Pick<Campaign, 'id' | 'cohort'>,
  at: Temporal.Instant,
): Promise<number> {
  const waiting = await weakerDeliveries(tx, campaign)
  if (waiting.length === 0) return 0
  const persons = await releasePersons(tx, campaign.id, waiting)
  await dropCovered(tx, waiting, at)
  return persons
}
