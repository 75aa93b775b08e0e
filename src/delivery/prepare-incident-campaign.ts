import { incidentByReference, noticeFacts } from '../incident/index.ts'
import type { Actor } from '../journal/index.ts'
import type { Exposure, NoticeFacts, NoticeLocale } from '../notices/index.ts'
import { funnel } from '../people/lists/index.ts'
import type { Tx } from '../platform/database.ts'
import type { Platform } from '../platform/platform.ts'
import { currentCampaign } from './campaign-store.ts'
import type { Campaign } from './model.ts'
import { type Preparation, planCampaign } from './prepare-campaign.ts'
import { deliveryRefusals } from './refusals.ts'

/** The population whose exposed data an insured person's notice tells; others get notices of their own. */
const INSURED = 'insured_adults'

/**
 * Prepares the campaign of an incident from its current list and facts.
 * @throws delivery.noList, delivery.alreadyPrepared, delivery.unbalanced, or a refusal of notices naming a missing fact
 */
export async function prepareCampaign(
  platform: Platform,
  input: { incidentReference: string; locale?: NoticeLocale },
  actor: Actor,
): Promise<Preparation> {
  const incident = await incidentByReference(platform.db, input.incidentReference)
  const list = await funnel(platform.db, incident.id)
  if (!list) throw deliveryRefusals.noList()
  const { populations, ...facts } = await noticeFacts(platform.db, incident.id)
  const population = populations.find(({ key }) => key === INSURED) ?? populations[0]
  const exposures = (population?.exposures ?? []) as readonly Exposure[]
  const plan = {
    incident,
    listVersionId: list.listVersion.id,
    facts: facts as unknown as NoticeFacts,
    exposures,
  }
  return planCampaign(platform, input.locale ? { ...plan, locale: input.locale } : plan, actor)
}

/** The campaign in hand of an incident. @throws delivery.noCampaign */
export async function campaignOf(tx: Tx, incidentReference: string): Promise<Campaign> {
  const incident = await incidentByReference(tx, incidentReference)
  const campaign = await currentCampaign(tx, incident.id)
  if (!campaign) throw deliveryRefusals.noCampaign({ incident: incidentReference })
  return campaign
}
