import { type CampaignText, registerTexts } from '../../communications/index.ts'
import type { Actor } from '../../journal/index.ts'
import type { NoticeTree } from '../../notices/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { type NoticeVersion, noticesOf } from '../campaign-store.ts'
import type { Campaign } from '../model.ts'

/** The texts of a campaign enter the register of communications as planned, in the transaction that prepares it. */
export async function registerCampaign(
  tx: Tx,
  clock: Clock,
  campaign: Campaign,
  actor: Actor,
): Promise<void> {
  const notices = await noticesOf(tx, campaign.id)
  const texts = notices.map((notice) => textOf(campaign, notice))
  await registerTexts(tx, clock, campaign, texts, actor)
}

function textOf(
  campaign: Campaign,
  { id, audience, locale, number, sha256, tree }: NoticeVersion,
): CampaignText {
  return {
    noticeVersionId: id,
    kind: campaign.correction ? 'correction' : 'notice',
    title: (tree as NoticeTree).subject.text,
    audience,
    cohort: campaign.cohort,
    locale,
    version: number,
    sha256,
    sender: campaign.senderAddress,
    place: null,
    channels: ['email', 'letter'],
  }
}
