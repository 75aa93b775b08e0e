import { communicationsOf } from '../../communications/index.ts'
import { findConflicts, type NoticeTree } from '../../notices/index.ts'
import type { Tx } from '../../platform/database.ts'
import type { Locale } from '../../platform/i18n.ts'
import { asciiAddress } from '../../platform/mail-address.ts'
import { type GateResult, noticesOf } from '../campaign-store.ts'
import type { Campaign } from '../model.ts'
import { hasDeliveries } from '../planning/plan-store.ts'
import { factNameIn } from './fact-name.ts'
import { factsMoved } from './facts-moved.ts'
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
  const trees = notices.map(({ tree }) => tree as NoticeTree)
  const moved = [...new Set((await factsMoved(tx, campaign, trees)).map(factNameIn(locale)))]
  const against = findConflicts(trees).flatMap(({ sides }) => sides.map(({ text }) => text))
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
    {
      gate: 'facts_still_hold',
      passed: moved.length === 0,
      reason: moved.length === 0 ? words.factsHold : words.factsMoved(moved.join(', ')),
    },
    {
      gate: 'texts_agree',
      passed: against.length === 0,
      reason: against.length === 0 ? words.textsAgree : words.textsDisagree(against.join(' / ')),
    },
  ]
}

/** Reasons of the controls that do not hold, of the texts and of the campaign. */
export async function failedGates(tx: Tx, campaign: Campaign, locale: Locale = 'fr'): Promise<string[]> {
  const notices = await noticesOf(tx, campaign.id)
  const all = [...notices.flatMap(({ gates }) => gates), ...(await campaignGates(tx, campaign, locale))]
  return [...new Set(all.filter(({ passed }) => !passed).map(({ reason }) => reason))]
}
