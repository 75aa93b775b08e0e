import { randomBytes } from 'node:crypto'
import { type Actor, record } from '../journal/index.ts'
import {
  checkGates,
  composeNotice,
  type Exposure,
  type NoticeFacts,
  type NoticeLocale,
  noticeHash,
} from '../notices/index.ts'
import {
  type Addressee,
  type AudienceKind,
  listUnaddressable,
  streamAudience,
} from '../people/lists/index.ts'
import type { Temporal } from '../platform/clock.ts'
import type { Tx } from '../platform/database.ts'
import { ZONE } from '../platform/i18n.ts'
import type { Platform } from '../platform/platform.ts'
import {
  currentCampaign,
  type GateResult,
  insertCampaign,
  insertNotice,
  type NoticeVersion,
} from './campaign-store.ts'
import { type Campaign, domainOf, messageIdOf } from './model.ts'
import {
  conservation,
  drawDeliveryIds,
  insertDeliveries,
  insertUntold,
  type PlannedDelivery,
  planDigest,
} from './plan-store.ts'
import { deliveryRefusals } from './refusals.ts'

export interface PreparationInput {
  readonly incident: { readonly id: string; readonly reference: string; readonly exercise: boolean }
  readonly listVersionId: number
  readonly facts: NoticeFacts
  readonly exposures: readonly Exposure[]
  readonly locale?: NoticeLocale
}

export interface Preparation {
  readonly campaign: Campaign
  /** Persons. */
  readonly concerned: number
  readonly covered: number
  readonly untold: number
  /** Messages. */
  readonly email: number
  readonly letter: number
}

/**
 * Plans one delivery per addressee: by e-mail where one is known, else by letter. Persons nobody can be told about keep
 * their reason. Stops, leaving nothing, unless concerned = covered + untold (promise 2). About 1 M persons in 2 min.
 */
export async function planCampaign(
  platform: Platform,
  input: PreparationInput,
  actor: Actor,
): Promise<Preparation> {
  return platform.db.transaction(async (tx) => {
    const at = platform.clock.now()
    const campaign = await openCampaign(tx, input, at)
    const notices = new Map<AudienceKind, NoticeVersion>()
    for await (const page of streamAudience(tx, input.listVersionId)) {
      for (const { kind } of page) {
        if (!notices.has(kind)) notices.set(kind, await writeNotice(tx, campaign.id, kind, input, at))
      }
      await insertDeliveries(tx, campaign.id, await plan(tx, page, campaign, notices), at)
    }
    await insertUntold(tx, campaign.id, await listUnaddressable(tx, input.listVersionId), at)
    return conclude(platform, tx, campaign, actor)
  })
}

async function openCampaign(tx: Tx, input: PreparationInput, at: Temporal.Instant): Promise<Campaign> {
  const current = await currentCampaign(tx, input.incident.id)
  if (current) throw deliveryRefusals.alreadyPrepared({ reference: current.reference })
  const { facts, incident, listVersionId } = input
  return insertCampaign(tx, {
    incidentId: incident.id,
    incidentReference: incident.reference,
    listVersionId,
    exercise: incident.exercise,
    senderName: facts.senderName?.value ?? facts.controllerName?.value ?? '',
    senderAddress: facts.senderAddress?.value ?? '',
    at,
  })
}

async function writeNotice(
  tx: Tx,
  campaignId: number,
  audience: AudienceKind,
  input: PreparationInput,
  at: Temporal.Instant,
) {
  const locale = input.locale ?? 'fr'
  const tree = composeNotice({ facts: input.facts, exposures: input.exposures, audience, locale })
  const checkedOn = at.toZonedDateTimeISO(ZONE).toPlainDate()
  const gates: GateResult[] = checkGates(tree, { locale, checkedOn }).map(({ gate, ok, reason }) => ({
    gate,
    passed: ok,
    reason,
  }))
  return insertNotice(tx, campaignId, { audience, locale, tree, sha256: noticeHash(tree), gates }, at)
}

async function plan(
  tx: Tx,
  page: readonly Addressee[],
  campaign: Campaign,
  notices: ReadonlyMap<AudienceKind, NoticeVersion>,
): Promise<PlannedDelivery[]> {
  const ids = await drawDeliveryIds(tx, page.length)
  return page.map((recipient, index) => {
    const id = ids[index]
    const notice = notices.get(recipient.kind)
    if (id === undefined || !notice) throw new Error('planning out of step')
    const messageId = messageIdOf({ id, key: recipient.key, noticeSha256: notice.sha256 }, campaign)
    const byEmail = recipient.email !== null
    return {
      id,
      noticeVersionId: notice.id,
      channel: byEmail ? 'email' : 'letter',
      recipient,
      domain: recipient.email === null ? null : domainOf(recipient.email),
      messageId: byEmail ? messageId : null,
      code: drawCode(),
    }
  })
}

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `7K3M-9QXT`: 40 random bits in Crockford's base 32, easy to read over a telephone. */
function drawCode(): string {
  const symbols = [...randomBytes(8)].map((byte) => SYMBOLS[byte % 32]).join('')
  return `${symbols.slice(0, 4)}-${symbols.slice(4)}`
}

async function conclude(platform: Platform, tx: Tx, campaign: Campaign, actor: Actor): Promise<Preparation> {
  const sums = await conservation(tx, campaign.id, campaign.listVersionId)
  if (sums.concerned !== sums.covered + sums.untold) throw deliveryRefusals.unbalanced(sums)
  const { email, letter, sha256 } = await planDigest(tx, campaign.id)
  const payload = {
    campaign: campaign.reference,
    list: campaign.listVersionId,
    ...sums,
    email,
    letter,
    sha256,
  }
  await record(tx, platform.clock, {
    actor,
    kind: 'campaign.prepared',
    incidentId: campaign.incidentId,
    payload,
  })
  return { campaign, ...sums, email, letter }
}
