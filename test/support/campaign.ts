import {
  type Campaign,
  type PreparationInput,
  planCampaign,
  releaseCampaign,
  sendCampaign,
} from '../../src/delivery/index.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { type Audience, type AudienceOptions, anAudience, staff } from './audience.ts'
import { noticeExposures, noticeFacts } from './notice-facts.ts'

export const operator = { kind: 'operator', name: 'test' } as const

export function preparationOf(audience: Audience): PreparationInput {
  return {
    incident: { id: audience.incidentId, reference: audience.reference, exercise: audience.exercise },
    listVersionId: audience.listVersionId,
    facts: noticeFacts({ incidentReference: audience.reference }),
    populations: [{ key: 'insured_adults', exposures: noticeExposures() }],
  }
}

/** A prepared campaign over a fictional audience. */
export async function aCampaign(
  platform: Platform,
  options: AudienceOptions = {},
): Promise<{ campaign: Campaign; audience: Audience }> {
  const audience = await anAudience(platform.db, options)
  const { campaign } = await planCampaign(platform, preparationOf(audience), operator)
  return { campaign, audience }
}

/** The same, released by two people and started. */
export async function aSendingCampaign(
  platform: Platform,
  options: AudienceOptions = {},
): Promise<{ campaign: Campaign; audience: Audience }> {
  const { campaign, audience } = await aCampaign(platform, options)
  return { campaign: await released(platform, campaign), audience }
}

/** Released by two people of its own, and started. */
export async function released(platform: Platform, campaign: Campaign): Promise<Campaign> {
  await releasedByTwo(platform, campaign)
  return sendCampaign(platform, campaign.id, operator)
}

/** Released by two people of its own, and not started. */
export async function releasedByTwo(platform: Platform, campaign: Campaign): Promise<void> {
  for (const { id, name } of await staff(platform.db)) {
    const releaser = { userId: id, name, roles: ['lead'], fictional: true }
    await releaseCampaign(platform, { campaignId: campaign.id, releaser, method: 'exercise' })
  }
}
