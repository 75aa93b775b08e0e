import { incidentByReference, noticeFacts } from '../../incident/index.ts'
import type { Actor } from '../../journal/index.ts'
import { funnel, publishedVersion } from '../../people/lists/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { campaignById } from '../campaign-store.ts'
import { choiceTeller } from '../compose/keep-choice.ts'
import { citedList, whatNoticesTell } from '../planning/prepare-incident-campaign.ts'
import { dueGroups } from '../proof/index.ts'
import { deliveryRefusals } from '../refusals.ts'
import { changesSince } from './changed-facts.ts'
import { type CorrectionRequest, type PreparedCorrection, planCorrection } from './plan-correction.ts'

/**
 * Prepares the correction of a campaign whose text changed, from the facts and the list of today.
 * @throws delivery.noList, delivery.nothingToCorrect, delivery.notSentYet, notices.nothingChanged
 */
export async function correctText(
  platform: Platform,
  asked: { incidentReference: string; campaignId: number; why: 'fact_changed' | 'advice_superseded' },
  actor: Actor,
): Promise<PreparedCorrection> {
  const { cohort } = await campaignById(platform.db, asked.campaignId)
  const request = await requestOf(platform, asked.incidentReference)
  const choiceOf = await choiceTeller(platform.db, request.incident.id, cohort)
  const more = { why: asked.why, corrects: asked.campaignId, cohort, choiceOf }
  return planCorrection(platform, { ...request, ...more }, actor)
}

/**
 * Prepares what a newer list, or a text corrected for others, leaves owed: one correction for each cause.
 * @throws delivery.noList, delivery.nothingToCorrect
 */
export async function correctAllDue(
  platform: Platform,
  incidentReference: string,
  actor: Actor,
): Promise<PreparedCorrection[]> {
  const request = await requestOf(platform, incidentReference)
  const groups = await dueGroups(platform.db, request.listVersionId, request.incident.id)
  if (groups.length === 0) throw deliveryRefusals.nothingToCorrect()
  const prepared: PreparedCorrection[] = []
  for (const { why, cohort, campaignId } of groups) {
    const choiceOf = await choiceTeller(platform.db, request.incident.id, cohort)
    const more = { why, cohort, choiceOf, ...(campaignId !== null && { corrects: campaignId }) }
    prepared.push(await planCorrection(platform, { ...request, ...more }, actor))
  }
  return prepared
}

async function requestOf(
  platform: Platform,
  incidentReference: string,
): Promise<Omit<CorrectionRequest, 'why' | 'corrects'>> {
  const { db } = platform
  const incident = await incidentByReference(db, incidentReference)
  const list = await funnel(db, incident.id)
  if (!list) throw deliveryRefusals.noList()
  return {
    incident,
    listVersionId: list.listVersion.id,
    list: citedList(await publishedVersion(db, list.listVersion.id)),
    ...whatNoticesTell(await noticeFacts(db, incident.id)),
    changes: (writtenAt) => changesSince(db, incident.id, writtenAt),
  }
}
