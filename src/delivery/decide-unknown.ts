import { type Actor, record } from '../journal/index.ts'
import type { Temporal } from '../platform/clock.ts'
import type { Tx } from '../platform/database.ts'
import type { Platform } from '../platform/platform.ts'
import { lockCampaign, setSending } from './campaign-store.ts'
import { campaignOfHeld, type HeldDelivery, heldDeliveries, keepAsReceived, lockHeld } from './held-store.ts'
import { moveToLetter } from './ladder-store.ts'
import type { Campaign } from './model.ts'
import { deliveryRefusals } from './refusals.ts'

export type Decision = 'received' | 'letter'
export { type HeldDelivery, heldDeliveries }

/**
 * Decides one delivery whose reply never came: held as received, on the word of a named person, or a letter instead.
 * One at a time, never by default (field/delivery.md, section 3).
 * @param ofIncident the incident whose page asked: another one's delivery is not found from here
 * @throws delivery.notHeld when it was decided before, or the relay answered after all
 */
export async function decideUnknown(
  platform: Platform,
  deliveryId: number,
  decision: Decision,
  actor: Actor,
  ofIncident?: string,
): Promise<void> {
  await platform.db.transaction(async (tx) => {
    const campaign = await lockTogether(tx, deliveryId, ofIncident)
    const at = platform.clock.now()
    if (decision === 'received') await keepAsReceived(tx, deliveryId, actor.kind, at)
    else await sendLetter(tx, campaign, deliveryId, actor, at)
    const payload = { campaign: campaign.reference, delivery: deliveryId, decision }
    await record(tx, platform.clock, {
      actor,
      kind: 'delivery.unknown-decided',
      incidentId: campaign.incidentId,
      payload,
    })
  })
}

/** The campaign, then the delivery: the order of whoever finishes a campaign, so that neither misses the other. */
async function lockTogether(tx: Tx, deliveryId: number, ofIncident: string | undefined): Promise<Campaign> {
  const campaignId = await campaignOfHeld(tx, deliveryId)
  const campaign = campaignId === undefined ? undefined : await lockCampaign(tx, campaignId)
  const here = campaign && (ofIncident === undefined || campaign.incidentId === ofIncident)
  if (!here || !(await lockHeld(tx, deliveryId))) throw deliveryRefusals.notHeld({ delivery: deliveryId })
  return campaign
}

/** A campaign that was finished has something to send again. */
async function sendLetter(
  tx: Tx,
  campaign: Campaign,
  deliveryId: number,
  actor: Actor,
  at: Temporal.Instant,
): Promise<void> {
  if (campaign.state === 'finished') await setSending(tx, campaign.id, at)
  await moveToLetter(tx, [deliveryId], { runId: null, reason: 'decided_letter', detail: actor.kind, at })
}
