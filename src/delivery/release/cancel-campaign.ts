import { withdrawTexts } from '../../communications/index.ts'
import { type Actor, record } from '../../journal/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { campaignById, lockCampaign, setCancelled } from '../campaign-store.ts'
import type { Campaign } from '../model.ts'
import { withdrawPlan } from '../planning/plan-store.ts'
import { deliveryRefusals } from '../refusals.ts'

/**
 * Gives up a campaign before anything left: a text to mend, a fact that changed. Its people become "not yet planned" again,
 * and another campaign may be prepared. @throws delivery.wrongState once it was started
 */
export async function cancelCampaign(
  platform: Platform,
  campaignId: number,
  actor: Actor,
): Promise<Campaign> {
  return platform.db.transaction(async (tx) => {
    const campaign = await lockCampaign(tx, campaignId)
    const { reference, state, incidentId } = campaign
    if (state !== 'prepared' && state !== 'released') {
      throw deliveryRefusals.wrongState({ reference, state, needed: 'prepared' })
    }
    const messages = await withdrawPlan(tx, campaignId)
    await setCancelled(tx, campaignId)
    await withdrawTexts(tx, platform.clock, campaign, actor)
    const payload = { campaign: reference, messages }
    await record(tx, platform.clock, { actor, kind: 'campaign.cancelled', incidentId, payload })
    return campaignById(tx, campaignId)
  })
}
