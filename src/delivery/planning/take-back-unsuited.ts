import { createHash } from 'node:crypto'
import { record, tocsin } from '../../journal/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Campaign } from '../model.ts'
import { withdrawUnsuited } from './list-change-store.ts'

/**
 * The last look before messages leave, in the transaction that takes them: none goes to somebody whom the list in force
 * no longer names so, whatever put it back among those due. `journalUnsuited` ends the transaction.
 */
export async function takeBackUnsuited<T>(
  tx: Tx,
  clock: Clock,
  campaign: Pick<Campaign, 'id'>,
  messages: readonly T[],
  idOf: (message: T) => number,
): Promise<{ leave: T[]; withdrawn: number[] }> {
  const withdrawn = await withdrawUnsuited(tx, campaign.id, messages.map(idOf), clock.now())
  return { leave: messages.filter((message) => !withdrawn.includes(idOf(message))), withdrawn }
}

/** To be called last, for it holds the journal's lock. Nothing when nothing was withdrawn. */
export async function journalUnsuited(
  tx: Tx,
  clock: Clock,
  { reference, incidentId }: Pick<Campaign, 'reference' | 'incidentId'>,
  withdrawn: readonly number[],
): Promise<void> {
  if (withdrawn.length === 0) return
  const sha256 = createHash('sha256').update(withdrawn.join('\n')).digest('hex')
  const payload = { campaign: reference, messages: withdrawn.length, sha256 }
  await record(tx, clock, { actor: tocsin, kind: 'campaign.unsuited-withdrawn', incidentId, payload })
}
