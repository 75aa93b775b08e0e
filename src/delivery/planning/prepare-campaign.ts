import { type Actor, record } from '../../journal/index.ts'
import {
  type CitedFact,
  type CitedList,
  composeNotice,
  type NoticeChoice,
  type NoticeFacts,
  type NoticeLocale,
  noticeHash,
} from '../../notices/index.ts'
import {
  type Addressee,
  type AudienceKind,
  type Cohort,
  type Covered,
  listUnaddressable,
  streamAudience,
  type Unaddressable,
} from '../../people/lists/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { ZONE } from '../../platform/i18n.ts'
import type { Platform } from '../../platform/platform.ts'
import {
  currentCampaign,
  insertCampaign,
  insertNotice,
  lockPreparation,
  type NoticeVersion,
} from '../campaign-store.ts'
import type { Campaign } from '../model.ts'
import { latestListVersion } from '../proof/index.ts'
import { deliveryRefusals } from '../refusals.ts'
import { noticeGates } from '../release/notice-gates.ts'
import { registerCampaign } from '../release/register-campaign.ts'
import { type ExposureTold, exposureTeller, type PopulationExposures } from '../tell-exposure.ts'
import { planDeliveries } from './plan-deliveries.ts'
import {
  alreadyCovered,
  alreadyUntold,
  conservation,
  insertDeliveries,
  insertUntold,
  planDigest,
} from './plan-store.ts'
import { supersedeWeaker } from './supersede-weaker.ts'

export interface PreparationInput {
  readonly incident: { readonly id: string; readonly reference: string; readonly exercise: boolean }
  readonly listVersionId: number
  readonly facts: NoticeFacts
  /** What was said of the data of each population; the insured are the rule. */
  readonly populations: readonly PopulationExposures[]
  readonly locale?: NoticeLocale
  /** Whom to write to, and in which words: `concerned` unless said. */
  readonly cohort?: Cohort
  /** The list as the messages cite it; those to people on no list cannot be written without it. */
  readonly list?: CitedFact<CitedList>
  /** The sentences chosen for a text; without it, those said by default. */
  readonly choiceOf?: (audience: AudienceKind, locale: NoticeLocale) => NoticeChoice | undefined
}

export interface Preparation {
  readonly campaign: Campaign
  /** Persons of the list; `covered` by this campaign or one before it. */
  readonly concerned: number
  readonly covered: number
  readonly untold: number
  /** Messages. */
  readonly email: number
  readonly letter: number
}

/**
 * Plans one delivery per addressee of the cohort: by e-mail where one is known, else by letter. Persons nobody can be told about keep
 * their reason. A newer list plans only whom no campaign covers yet. Stops, leaving nothing, unless every concerned person is
 * covered or has a reason (promise 2). A person gets one first notice in the words of each cohort, and never weaker ones
 * after stronger ones; weaker ones that have not left are taken back. About 1 M persons in 2 min.
 * @throws delivery.listMoved, delivery.alreadyPrepared when everybody on this list is covered
 */
export async function planCampaign(
  platform: Platform,
  input: PreparationInput,
  actor: Actor,
): Promise<Preparation> {
  return platform.db.transaction(async (tx) => {
    const at = platform.clock.now()
    const current = await refusePrepared(tx, input)
    const campaign = await openCampaign(tx, input, at)
    const notices = new Map<string, NoticeVersion>()
    const tell = exposureTeller(input.populations)
    for await (const page of streamAudience(tx, input.listVersionId, campaign.cohort)) {
      const uncovered = current ? await withoutCovered(tx, page, campaign.cohort) : page
      for (const addressee of uncovered) {
        const text = textFor(addressee, tell)
        const key = noticeKey(text)
        if (!notices.has(key)) notices.set(key, await writeNotice(tx, campaign.id, text, input, at))
      }
      await insertDeliveries(
        tx,
        campaign,
        await planDeliveries(tx, uncovered, campaign, (one) => notices.get(noticeKey(textFor(one, tell)))),
        at,
      )
    }
    const untold = await newlyUntold(tx, input.listVersionId, campaign.cohort)
    await insertUntold(tx, campaign.id, untold, at)
    if (current && notices.size === 0 && untold.length === 0)
      throw deliveryRefusals.alreadyPrepared({ reference: current.reference })
    const superseded = current ? await supersedeWeaker(tx, campaign, at) : 0
    return conclude(platform, tx, campaign, actor, superseded)
  })
}

/**
 * Looks under the lock: of two preparations at once, the second sees the first. The database refuses a double besides.
 * @returns a campaign that may cover somebody already: of this cohort, else of any
 */
async function refusePrepared(tx: Tx, { incident, listVersionId, cohort = 'concerned' }: PreparationInput) {
  await lockPreparation(tx, incident.id)
  // A list published since this one was looked up took its messages back already: planning the old one would send them.
  const latest = await latestListVersion(tx, incident.id)
  if (latest !== null && latest > listVersionId) throw deliveryRefusals.listMoved()
  const current = await currentCampaign(tx, incident.id, undefined, cohort)
  // The same list again: a campaign of an older one may have been cancelled since, and its people stand uncovered.
  const sums = await conservation(tx, listVersionId, cohort)
  if (current && current.listVersionId >= listVersionId && sums.concerned === sums.covered + sums.untold)
    throw deliveryRefusals.alreadyPrepared({ reference: current.reference })
  return current ?? (await currentCampaign(tx, incident.id))
}

async function openCampaign(tx: Tx, input: PreparationInput, at: Temporal.Instant): Promise<Campaign> {
  const { facts, incident, listVersionId } = input
  return insertCampaign(tx, {
    incidentId: incident.id,
    incidentReference: incident.reference,
    listVersionId,
    cohort: input.cohort ?? 'concerned',
    exercise: incident.exercise,
    senderName: facts.senderName?.value ?? facts.controllerName?.value ?? '',
    senderAddress: facts.senderAddress?.value ?? '',
    at,
  })
}

/** The messages of a page for those whom no live delivery covers. Someone already told hears only of the others. */
async function withoutCovered(tx: Tx, page: readonly Addressee[], cohort: Cohort): Promise<Addressee[]> {
  const persons = page.flatMap(({ covers }) => covers.map(({ personId }) => personId))
  const done = await alreadyCovered(tx, persons, cohort)
  return page.flatMap((addressee) => {
    const covers = addressee.covers.filter(({ personId }) => !done.has(personId))
    if (covers.length === 0) return []
    if (covers.length === addressee.covers.length) return [addressee]
    return [{ ...addressee, covers, kind: kindFor(addressee.kind, covers) }]
  })
}

const HOUSEHOLD: readonly AudienceKind[] = ['insured_adult', 'parent_of_minor', 'policyholder_for_dependants']

/** The text that suits those who are left: somebody told already reads nothing more about their own data. */
export function kindFor(kind: AudienceKind, covers: readonly Covered[]): AudienceKind {
  if (!HOUSEHOLD.includes(kind)) return kind
  const others = covers.filter(({ isAddressee }) => !isAddressee)
  if (others.length === 0) return 'insured_adult'
  return others.every(({ minor }) => minor) ? 'parent_of_minor' : 'policyholder_for_dependants'
}

/** Persons of the list nobody can be told about, whom nothing covers and whose reason is not already recorded. */
async function newlyUntold(tx: Tx, listVersionId: number, cohort: Cohort): Promise<Unaddressable[]> {
  const untold = await listUnaddressable(tx, listVersionId, cohort)
  const known = await alreadyUntold(tx, untold, cohort)
  const covered = await alreadyCovered(
    tx,
    untold.map(({ personId }) => personId),
    cohort,
  )
  return untold.filter(({ personId }) => !known.has(personId) && !covered.has(personId))
}

async function writeNotice(
  tx: Tx,
  campaignId: number,
  text: NoticeText,
  input: PreparationInput,
  at: Temporal.Instant,
) {
  const { locale = 'fr', facts, cohort, list, choiceOf } = input
  const { audience, exposures, populations, forRelatives, variant } = text
  const checkedOn = at.toZonedDateTimeISO(ZONE).toPlainDate()
  const choice = choiceOf?.(audience, locale)
  const tree = composeNotice({
    facts,
    exposures,
    populations,
    audience,
    locale,
    forRelatives,
    on: checkedOn,
    ...(cohort && { cohort }),
    ...(list && { list }),
    ...(choice && { choice }),
  })
  const gates = noticeGates(tree, { locale, checkedOn })
  return insertNotice(
    tx,
    campaignId,
    { audience, variant, locale, tree, sha256: noticeHash(tree), gates },
    at,
  )
}

/** What sets apart the texts of one campaign. */
export interface NoticeText extends ExposureTold {
  readonly audience: AudienceKind
  readonly forRelatives: boolean
}

export function textFor(
  { kind, forRelatives, covers }: Addressee,
  tell: ReturnType<typeof exposureTeller>,
): NoticeText {
  const { variant, populations, exposures } = tell(covers)
  const apart = [forRelatives ? 'relatives' : '', variant].filter(Boolean).join(',')
  return { audience: kind, forRelatives, variant: apart, populations, exposures }
}

/** Addressees with the same key read the same text. */
function noticeKey({ audience, variant }: NoticeText): string {
  return `${audience} ${variant}`
}

async function conclude(
  platform: Platform,
  tx: Tx,
  campaign: Campaign,
  actor: Actor,
  superseded: number,
): Promise<Preparation> {
  const sums = await conservation(tx, campaign.listVersionId, campaign.cohort)
  if (sums.concerned !== sums.covered + sums.untold) throw deliveryRefusals.unbalanced(sums)
  const { email, letter, sha256 } = await planDigest(tx, campaign.id)
  const payload = {
    campaign: campaign.reference,
    list: campaign.listVersionId,
    cohort: campaign.cohort,
    ...sums,
    superseded,
    email,
    letter,
    sha256,
  }
  await registerCampaign(tx, platform.clock, campaign, actor)
  await record(tx, platform.clock, {
    actor,
    kind: 'campaign.prepared',
    incidentId: campaign.incidentId,
    payload,
  })
  return { campaign, ...sums, email, letter }
}
