import { incidentByReference, type NoticeSource, noticeFacts } from '../../incident/index.ts'
import type { Actor } from '../../journal/index.ts'
import type { CitedFact, CitedList, NoticeFacts, NoticeLocale } from '../../notices/index.ts'
import {
  type Cohort,
  fillPreventive,
  funnel,
  type PublishedVersion,
  publishedVersion,
} from '../../people/lists/index.ts'
import type { Tx } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { campaignsOf, currentCampaign } from '../campaign-store.ts'
import { choiceTeller } from '../compose/keep-choice.ts'
import type { Campaign, CampaignState } from '../model.ts'
import { deliveryRefusals } from '../refusals.ts'
import type { PopulationExposures } from '../tell-exposure.ts'
import { type Preparation, planCampaign } from './prepare-campaign.ts'

/**
 * Prepares the campaign of a cohort of an incident (the concerned unless said) from its current list and facts.
 * @throws delivery.noList, delivery.alreadyPrepared, delivery.unbalanced, or a refusal of notices naming a missing fact
 */
export async function prepareCampaign(
  platform: Platform,
  input: { incidentReference: string; locale?: NoticeLocale; cohort?: Cohort },
  actor: Actor,
): Promise<Preparation> {
  const incident = await incidentByReference(platform.db, input.incidentReference)
  const list = await funnel(platform.db, incident.id)
  if (!list) throw deliveryRefusals.noList()
  if (input.cohort === 'preventive') await fillPreventive(platform, incident.id, actor)
  const told = whatNoticesTell(await noticeFacts(platform.db, incident.id))
  const { locale, cohort } = input
  return planCampaign(
    platform,
    {
      incident,
      listVersionId: list.listVersion.id,
      list: citedList(await publishedVersion(platform.db, list.listVersion.id)),
      ...told,
      choiceOf: await choiceTeller(platform.db, incident.id, cohort ?? 'concerned'),
      ...(locale && { locale }),
      ...(cohort && { cohort }),
    },
    actor,
  )
}

/** The list version as a fact that a notice cites: what it says holds at that instant and no longer. */
export function citedList(version: PublishedVersion): CitedFact<CitedList> {
  return { key: 'list.version', value: version, state: 'held', asOf: version.publishedAt.toString() }
}

/** The facts of the incident as the notices take them. No cast: a name or a word that one side lacks does not compile. */
export function whatNoticesTell({ populations, ...source }: NoticeSource): {
  facts: NoticeFacts
  populations: readonly PopulationExposures[]
} {
  const facts: NoticeFacts = source
  return { facts, populations }
}

/**
 * The campaign named (its number, `2` or `C2`, or its reference), else the one in hand: in the given state first.
 * @throws delivery.noCampaign, delivery.noSuchCampaign naming those there are
 */
export async function campaignOf(
  tx: Tx,
  incidentReference: string,
  state?: CampaignState,
  named?: string,
): Promise<Campaign> {
  const incident = await incidentByReference(tx, incidentReference)
  if (named !== undefined) return namedCampaign(tx, incident.id, named)
  const campaign = await currentCampaign(tx, incident.id, state)
  if (!campaign) throw deliveryRefusals.noCampaign({ incident: incidentReference })
  return campaign
}

async function namedCampaign(tx: Tx, incidentId: string, named: string): Promise<Campaign> {
  const all = await campaignsOf(tx, incidentId)
  const found = all.find(
    ({ number, reference }) => reference === named || String(number) === named.replace(/^C/i, ''),
  )
  if (found) return found
  throw deliveryRefusals.noSuchCampaign({
    named,
    known: all.map(({ number }) => `C${number}`).join(', ') || '—',
  })
}
