import { record, tocsin } from '../../journal/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Campaign } from '../model.ts'
import { withdrawUnsuited } from './list-change-store.ts'

/**
 * The last look before messages leave, in the transaction that takes them: none goes to somebody whom the list in force
 * no longer names so, whatever put it back among those due. Call it last, for the journal. @returns those that may leave
 */
export async function takeBackUnsuited<T>(
  tx: Tx,
  clock: Clock,
  campaign: Pick<Campaign, 'id' | 'reference' | 'incidentId'>,
  messages: readonly T[],
  idOf: (message: T) => number,
): Promise<T[]> {
  const { ids, sha256 } = await withdrawUnsuited(tx, campaign.id, messages.map(idOf), clock.now())
  if (ids.length === 0) return [...messages]
  const { reference, incidentId } = campaign
  const payload = { campaign: reference, messages: ids.length, sha256 }
  await record(tx, clock, { actor: tocsin, kind: 'campaign.unsuited-withdrawn', incidentId, payload })
  return messages.filter((message) => !ids.includes(idOf(message)))
}
