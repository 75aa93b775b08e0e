import type { DeliveryOfLists } from '../../people/lists/index.ts'
import { lockPreparation } from '../campaign-store.ts'
import { enqueueSeal } from '../proof/index.ts'
import { deliveryRefusals } from '../refusals.ts'
import { campaignAwaitingRestore, standingOf, withdrawPlanned } from './list-change-store.ts'

/**
 * What delivery does when a list is published: what was about to leave and no longer suits the list does not leave. Those
 * already told keep their history; a correction is a campaign of its own. In the publication's transaction.
 */
export const deliveryOfLists: DeliveryOfLists = {
  standing: standingOf,
  async takeBack(tx, asked) {
    await lockPreparation(tx, asked.incidentId)
    const reference = await campaignAwaitingRestore(tx, asked.incidentId)
    if (reference) throw deliveryRefusals.restoredFirst({ reference })
    await enqueueSeal(tx, { incidentId: asked.incidentId, milestone: 'list_published' }, asked.at)
    return withdrawPlanned(tx, asked)
  },
}
