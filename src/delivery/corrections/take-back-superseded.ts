import { record, tocsin } from '../../journal/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { campaignById, lockPreparation } from '../campaign-store.ts'
import { hasCorrections, withdrawSuperseded } from './correction-store.ts'

/**
 * Before anything of a campaign leaves: a message planned since its text was corrected (an e-mail tried again, a letter
 * after a bounce) does not leave with the old text. Its people are planned again with the first notice as it is now.
 */
export async function takeBackSuperseded(platform: Platform, campaignId: number): Promise<void> {
  if (!(await hasCorrections(platform.db, campaignId))) return
  await platform.db.transaction(async (tx) => {
    const { incidentId, reference } = await campaignById(tx, campaignId)
    await lockPreparation(tx, incidentId)
    const taken = await withdrawSuperseded(tx, campaignId, platform.clock.now())
    if (taken.messages === 0) return
    const payload = { campaign: reference, ...taken }
    await record(tx, platform.clock, { actor: tocsin, kind: 'campaign.withdrawn', incidentId, payload })
  })
}
