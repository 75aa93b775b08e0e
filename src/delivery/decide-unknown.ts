import { type Actor, actorText, record } from '../journal/index.ts'
import type { Temporal } from '../platform/clock.ts'
import type { Tx } from '../platform/database.ts'
import type { Platform } from '../platform/platform.ts'
import { campaignById, setSending } from './campaign-store.ts'
import { type HeldDelivery, heldDeliveries, heldDelivery, keepAsReceived } from './held-store.ts'
import { moveToLetter } from './ladder-store.ts'
import { deliveryRefusals } from './refusals.ts'

export type Decision = 'received' | 'letter'
export { type HeldDelivery, heldDeliveries }

/**
 * Decides one delivery whose reply never came: held as received, on the word of a named person, or a letter instead.
 * One at a time, never by default (field/delivery.md, section 3).
 * @param ofCampaign the campaign whose page asked: another incident's delivery is not found from here
 * @throws delivery.notHeld when it was decided before, or the relay answered after all
 */
export async function decideUnknown(
  platform: Platform,
  deliveryId: number,
  decision: Decision,
  actor: Actor,
  ofCampaign?: number,
): Promise<void> {
  await platform.db.transaction(async (tx) => {
    const held = await heldDelivery(tx, deliveryId)
    if (!held || (ofCampaign !== undefined && held.campaignId !== ofCampaign))
      throw deliveryRefusals.notHeld({ delivery: deliveryId })
    const at = platform.clock.now()
    if (decision === 'received') await keepAsReceived(tx, deliveryId, actorText(actor), at)
    else await sendLetter(tx, held.campaignId, deliveryId, actor, at)
    const campaign = await campaignById(tx, held.campaignId)
    const payload = { campaign: campaign.reference, delivery: deliveryId, decision }
    await record(tx, platform.clock, {
      actor,
      kind: 'delivery.unknown-decided',
      incidentId: campaign.incidentId,
      payload,
    })
  })
}

async function sendLetter(
  tx: Tx,
  campaignId: number,
  deliveryId: number,
  actor: Actor,
  at: Temporal.Instant,
): Promise<void> {
  await moveToLetter(tx, [deliveryId], { runId: null, reason: 'decided_letter', detail: actor.kind, at })
  const campaign = await campaignById(tx, campaignId)
  if (campaign.state === 'finished') await setSending(tx, campaignId, at)
}
