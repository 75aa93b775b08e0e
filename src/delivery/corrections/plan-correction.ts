import { type Actor, record } from '../../journal/index.ts'
import { composeCorrection, isClosing, noticeHash } from '../../notices/index.ts'
import { type Addressee, listUnaddressable, streamAudience } from '../../people/lists/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { ZONE } from '../../platform/i18n.ts'
import type { Platform } from '../../platform/platform.ts'
import {
  insertCampaign,
  insertNotice,
  lockCampaign,
  lockPreparation,
  type NoticeVersion,
} from '../campaign-store.ts'
import type { Campaign, Correction, UntoldReason } from '../model.ts'
import { planDeliveries } from '../planning/plan-deliveries.ts'
import { insertDeliveries, insertUntold, planDigest } from '../planning/plan-store.ts'
import { kindFor, type PreparationInput, textFor } from '../planning/prepare-campaign.ts'
import { latestListVersion } from '../proof/index.ts'
import { deliveryRefusals } from '../refusals.ts'
import { noticeGates } from '../release/notice-gates.ts'
import { registerCampaign } from '../release/register-campaign.ts'
import { exposureTeller } from '../tell-exposure.ts'
import { type DatedChange, isStale } from './changed-facts.ts'
import {
  type Cause,
  countOwed,
  countPlanned,
  frozenTrees,
  type Owed,
  owedAmong,
  withdrawSuperseded,
} from './correction-store.ts'
import { formerReaders } from './former-readers.ts'

export interface CorrectionRequest extends PreparationInput {
  readonly why: Correction
  /** The campaign whose text changed, for `fact_changed` and `advice_superseded`. */
  readonly corrects?: number
  /** What changed of the facts since the text they received was written. */
  readonly changes?: (writtenAt: Temporal.Instant) => Promise<readonly DatedChange[]>
}

export interface PreparedCorrection {
  readonly campaign: Campaign
  /** Persons owed this correction: each in a message, or with a reason why not. */
  readonly owed: number
  readonly covered: number
  readonly untold: number
  readonly email: number
  readonly letter: number
  /** Messages of the corrected campaign that had not left, and will not. */
  readonly withdrawn: number
}

/** A page of readers, and for each person what the correction answers. */
interface Page {
  readonly addressees: readonly Addressee[]
  readonly owed: ReadonlyMap<number, Owed>
  readonly untold: readonly { readonly personId: number; readonly reason: UntoldReason }[]
}

/**
 * Plans a correction to exactly the people who were last told what no longer holds: each once, by the channel that reached
 * them, at their address of today where the list knows it. Whoever cannot be reached keeps a reason. What the corrected
 * campaign still had to send leaves no more: its people get the first notice as it is now.
 * @throws delivery.nothingToCorrect, delivery.notSentYet, delivery.unbalanced, notices.nothingChanged
 */
export async function planCorrection(
  platform: Platform,
  request: CorrectionRequest,
  actor: Actor,
): Promise<PreparedCorrection> {
  return platform.db.transaction(async (tx) => {
    const at = platform.clock.now()
    const { incident, cohort = 'concerned', listVersionId, why } = request
    await lockPreparation(tx, incident.id)
    if ((await latestListVersion(tx, incident.id)) !== listVersionId) throw deliveryRefusals.listMoved()
    const corrected =
      request.corrects === undefined ? null : await correctedCampaign(tx, request, request.corrects)
    const campaign = await openCorrection(tx, request, at)
    const cause: Cause = {
      incidentId: incident.id,
      listVersionId,
      why,
      cohort,
      corrects: request.corrects ?? null,
    }
    const owed = await countOwed(tx, cause)
    if (owed === 0) throw deliveryRefusals.nothingToCorrect()
    const writer = await correctionWriter(tx, campaign, request, corrected, at)
    const readers = isClosing(why) ? formerReaders(tx, cause) : listedReaders(tx, cause)
    for await (const page of readers) await planPage(tx, campaign, page, writer, at)
    const withdrawn = corrected ? (await withdrawSuperseded(tx, corrected.id, at)).messages : 0
    return conclude(platform, tx, { campaign, cause, owed, withdrawn }, actor)
  })
}

async function correctedCampaign(tx: Tx, { incident }: CorrectionRequest, id: number): Promise<Campaign> {
  const campaign = await lockCampaign(tx, id)
  const { reference, state } = campaign
  if (campaign.incidentId !== incident.id) throw deliveryRefusals.noCampaign({ incident: incident.reference })
  if (state === 'prepared' || state === 'released' || state === 'cancelled')
    throw deliveryRefusals.notSentYet({ reference })
  return campaign
}

async function openCorrection(tx: Tx, request: CorrectionRequest, at: Temporal.Instant): Promise<Campaign> {
  const { facts, incident, listVersionId, why, corrects = null, cohort = 'concerned' } = request
  return insertCampaign(tx, {
    incidentId: incident.id,
    incidentReference: incident.reference,
    listVersionId,
    cohort,
    exercise: incident.exercise,
    senderName: facts.senderName?.value ?? facts.controllerName?.value ?? '',
    senderAddress: facts.senderAddress?.value ?? '',
    at,
    correction: { why, corrects },
  })
}

type CorrectionWriter = (addressee: Addressee, previousId: number) => Promise<NoticeVersion>

/** One text for each audience, and for each text it corrects: what changed depends on what they had read. */
async function correctionWriter(
  tx: Tx,
  campaign: Campaign,
  request: CorrectionRequest,
  corrected: Campaign | null,
  at: Temporal.Instant,
): Promise<CorrectionWriter> {
  const { locale = 'fr', facts, cohort, list, why, choiceOf } = request
  const tell = exposureTeller(request.populations)
  const previous = corrected ? await frozenTrees(tx, corrected.id) : new Map<number, never>()
  const changes = corrected && request.changes ? await request.changes(corrected.preparedAt) : []
  const checkedOn = at.toZonedDateTimeISO(ZONE).toPlainDate()
  const written = new Map<string, NoticeVersion>()
  return async (addressee, previousId) => {
    const { audience, variant, exposures, populations, forRelatives } = textFor(addressee, tell)
    const old = previous.get(previousId)
    const key = `${audience} ${variant} ${old ? previousId : ''}`
    const known = written.get(key)
    if (known) return known
    const choice = choiceOf?.(audience, locale)
    const tree = composeCorrection({
      facts,
      exposures,
      populations,
      audience,
      locale,
      forRelatives,
      kind: why,
      on: checkedOn,
      changes: old ? changes.filter((change) => isStale(old.tree, change, old.composedAt)) : [],
      ...(old && { previous: old.tree }),
      ...(cohort && { cohort }),
      ...(list && { list }),
      ...(choice && { choice }),
    })
    const same = [...written.values()].filter((one) => one.audience === audience && one.variant === variant)
    const number = Math.max(old?.number ?? 1, ...same.map((one) => one.number)) + 1
    const gates = noticeGates(tree, { locale, checkedOn })
    const text = { audience, variant, locale, tree, number, sha256: noticeHash(tree), gates }
    const version = await insertNotice(tx, campaign.id, text, at)
    written.set(key, version)
    return version
  }
}

/** Of the addressees of the list in force, those whose persons are owed the correction. */
async function* listedReaders(tx: Tx, cause: Cause): AsyncIterable<Page> {
  const { listVersionId, cohort } = cause
  for await (const page of streamAudience(tx, listVersionId, cohort)) {
    const persons = page.flatMap(({ covers }) => covers.map(({ personId }) => personId))
    const owed = new Map((await owedAmong(tx, cause, persons)).map((one) => [one.personId, one]))
    yield {
      addressees: page.flatMap((addressee) => left(addressee, owed, cause.corrects !== null)),
      owed,
      untold: [],
    }
  }
  const unreachable = await listUnaddressable(tx, listVersionId, cohort)
  const owed = await owedAmong(
    tx,
    cause,
    unreachable.map(({ personId }) => personId),
  )
  const ids = new Set(owed.map(({ personId }) => personId))
  yield { addressees: [], owed: new Map(), untold: unreachable.filter(({ personId }) => ids.has(personId)) }
}

/**
 * The message for those who are owed it; where a text is corrected, one for each text that its persons had read. By letter where a letter told
 * them and the e-mail is the same as then: it did not reach them.
 */
function left(addressee: Addressee, owed: ReadonlyMap<number, Owed>, byText: boolean): Addressee[] {
  const texts = new Map<number, Owed[]>()
  for (const { personId } of addressee.covers) {
    const one = owed.get(personId)
    const text = byText ? (one?.noticeVersionId ?? 0) : 0
    if (one) texts.set(text, [...(texts.get(text) ?? []), one])
  }
  return [...texts.values()].map((told) => {
    const ids = new Set(told.map(({ personId }) => personId))
    const covers = addressee.covers.filter(({ personId }) => ids.has(personId))
    const byLetter = told.some(({ channel, email }) => channel === 'letter' && email === addressee.email)
    const email = byLetter && addressee.postal ? null : addressee.email
    const kind = covers.length === addressee.covers.length ? addressee.kind : kindFor(addressee.kind, covers)
    return { ...addressee, email, covers, kind }
  })
}

async function planPage(
  tx: Tx,
  campaign: Campaign,
  { addressees, owed, untold }: Page,
  write: CorrectionWriter,
  at: Temporal.Instant,
): Promise<void> {
  const notices = new Map<Addressee, NoticeVersion>()
  for (const addressee of addressees) {
    const told = owed.get(addressee.covers[0]?.personId ?? 0)
    notices.set(addressee, await write(addressee, told?.noticeVersionId ?? 0))
  }
  const planned = await planDeliveries(tx, addressees, campaign, (one) => notices.get(one))
  const answers = new Map([...owed].map(([personId, { deliveryId }]) => [personId, deliveryId]))
  await insertDeliveries(
    tx,
    campaign,
    planned.map((one) => ({ ...one, answers })),
    at,
  )
  if (untold.length > 0) await insertUntold(tx, campaign.id, untold, at)
}

/** Everybody owed it is in a message or has a reason, and nobody is owed it any more; or nothing is recorded. */
async function conclude(
  platform: Platform,
  tx: Tx,
  done: { campaign: Campaign; cause: Cause; owed: number; withdrawn: number },
  actor: Actor,
): Promise<PreparedCorrection> {
  const { campaign, cause, owed, withdrawn } = done
  const { email, letter, sha256 } = await planDigest(tx, campaign.id)
  const { covered, untold } = await countPlanned(tx, campaign.id)
  if (owed !== covered + untold || (await countOwed(tx, cause)) > 0)
    throw deliveryRefusals.unbalanced({ concerned: owed, covered, untold })
  const payload = {
    campaign: campaign.reference,
    list: campaign.listVersionId,
    why: cause.why,
    corrects: cause.corrects,
    owed,
    covered,
    untold,
    withdrawn,
    email,
    letter,
    sha256,
  }
  const { incidentId } = campaign
  await registerCampaign(tx, platform.clock, campaign, actor)
  await record(tx, platform.clock, { actor, kind: 'correction.prepared', incidentId, payload })
  return { campaign, owed, covered, untold, email, letter, withdrawn }
}
