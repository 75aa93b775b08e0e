import { type Actor, record } from '../../journal/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { campaignById } from '../campaign-store.ts'
import type { Campaign } from '../model.ts'
import { insertCalls } from './calls-store.ts'
import { wavesRefusals } from './refusals.ts'

/** What the call centre says it received over the last `minutes`: shown beside what was expected. @throws waves.calls */
export async function recordCalls(
  platform: Platform,
  campaignId: number,
  { calls, minutes }: { calls: number; minutes: number },
  actor: Actor,
): Promise<Campaign> {
  const whole = (value: number, least: number, most: number) =>
    Number.isInteger(value) && value >= least && value <= most
  if (!whole(calls, 0, 1_000_000) || !whole(minutes, 1, 24 * 60)) throw wavesRefusals.calls()
  return platform.db.transaction(async (tx) => {
    const until = platform.clock.now()
    const campaign = await campaignById(tx, campaignId)
    const by = 'name' in actor ? actor.name : actor.kind
    await insertCalls(tx, campaignId, { since: until.subtract({ minutes }), until, calls }, by)
    await record(tx, platform.clock, {
      actor,
      kind: 'campaign.calls-recorded',
      incidentId: campaign.incidentId,
      payload: { campaign: campaign.reference, calls, minutes },
    })
    return campaign
  })
}
