import { record, tocsin } from '../../journal/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Campaign } from '../model.ts'
import { insertLateRun, sealRun } from '../proof/index.ts'
import { type Settlement, settleAccepted } from './ledger-store.ts'

/**
 * Replies that came after a recovery had settled and sealed their run (its connection was lost, its process was not):
 * they are a run of their own, sealed and journalled at once, so that the first seal still holds.
 */
export async function settleLate(
  platform: Platform,
  campaign: Pick<Campaign, 'id' | 'reference' | 'incidentId'>,
  settled: readonly Settlement[],
): Promise<void> {
  const at = platform.clock.now()
  await platform.db.transaction(async (tx) => {
    const run = await insertLateRun(tx, campaign.id, at)
    await settleAccepted(tx, run, settled, at)
    const seal = await sealRun(tx, run, true, at)
    await record(tx, platform.clock, {
      actor: tocsin,
      kind: 'delivery.late-replies',
      incidentId: campaign.incidentId,
      payload: { campaign: campaign.reference, run, ...seal },
    })
  })
}
