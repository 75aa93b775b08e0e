import { communicationsOf } from '../../communications/index.ts'
import type { Tx } from '../../platform/database.ts'
import type { Locale } from '../../platform/i18n.ts'
import { asciiAddress } from '../../platform/mail-address.ts'
import { type GateResult, noticesOf } from '../campaign-store.ts'
import type { Campaign } from '../model.ts'
import { hasDeliveries } from '../planning/plan-store.ts'
import { releaseTexts } from './release-texts.ts'

/** What must hold of the campaign itself before two people release it: its texts, its sender, the register. */
export async function campaignGates(tx: Tx, campaign: Campaign, locale: Locale): Promise<GateResult[]> {
  const words = releaseTexts[locale]
  const notices = await noticesOf(tx, campaign.id)
  const written = notices.length > 0 || !(await hasDeliveries(tx, campaign.id))
  const sender = asciiAddress(campaign.senderAddress) !== undefined
  const all = await communicationsOf(tx, campaign.incidentId)
  const inRegister = new Map(all.map(({ noticeVersionId, sha256 }) => [noticeVersionId, sha256]))
  const registered = notices.every(({ id, sha256 }) => inRegister.get(id) === sha256)
  return [
    { gate: 'texts', passed: written, reason: written ? words.textsOk(notices.length) : words.textsBad },
    {
      gate: 'sender',
      passed: sender,
      reason: sender ? words.senderOk(campaign.senderAddress) : words.senderBad,
    },
    {
      gate: 'registered',
      passed: registered,
      reason: registered ? words.registeredOk(notices.length) : words.registeredBad,
    },
  ]
}

/** Reasons of the controls that do not hold, of the texts and of the campaign. */
export async function failedGates(tx: Tx, campaign: Campaign, locale: Locale = 'fr'): Promise<string[]> {
  const notices = await noticesOf(tx, campaign.id)
  const all = [...notices.flatMap(({ gates }) => gates), ...(await campaignGates(tx, campaign, locale))]
  return [...new Set(all.filter(({ passed }) => !passed).map(({ reason }) => reason))]
}
