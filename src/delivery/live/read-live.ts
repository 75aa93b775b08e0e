import type { Temporal } from '../../platform/clock.ts'
import type { Platform } from '../../platform/platform.ts'
import { type HeldDelivery, heldDeliveries } from '../held-store.ts'
import type { Campaign } from '../model.ts'
import { type LetterBatchRow, letterBatches } from '../posting/letter-store.ts'
import { type CallsReceived, latestCalls } from '../waves/calls-store.ts'
import { type DomainPace, type DomainTally, pacedDomains, recentByDomain } from '../waves/domain-store.ts'
import { type Outlook, outlookOf } from '../waves/outlook.ts'
import { pacingOf, waveCounts } from '../waves/pacing-store.ts'
import { counted } from './dear-figures.ts'
import { type DomainFigures, figuresByDomain } from './deliveries-store.ts'
import { type CampaignFigures, campaignFigures, hourlyRate, relayHints } from './figures-store.ts'

/** Everything that the live page of a campaign shows, read at one instant. */
export interface LiveCampaign {
  readonly campaign: Campaign
  readonly now: Temporal.Instant
  readonly figures: CampaignFigures
  /** E-mails an hour, over the last 15 minutes. */
  readonly rate: number
  readonly outlook: Outlook
  readonly received: CallsReceived | undefined
  readonly tallies: readonly DomainTally[]
  readonly paces: readonly DomainPace[]
  readonly heldDomains: number
  readonly held: readonly HeldDelivery[]
  /** By held delivery: other messages that the same relay accepted within its minute. */
  readonly hints: ReadonlyMap<number, number>
  readonly batches: readonly LetterBatchRow[]
  readonly domains: DomainFigures
}

/** Counts come from indexes: a million deliveries are read in the time of a page. */
export async function readLive(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  campaign: Campaign,
): Promise<LiveCampaign> {
  const now = clock.now()
  const { id } = campaign
  const held = await heldDeliveries(db, id)
  const paces = await pacedDomains(db, id)
  const pacing = await pacingOf(db, id)
  const counts = pacing?.settings
    ? await counted(db, `waves ${id} ${pacing.decidedAt}`, () => waveCounts(db, id))
    : []
  return {
    campaign,
    now,
    figures: await counted(db, `figures ${id}`, () => campaignFigures(db, id)),
    rate: await hourlyRate(db, id, now),
    outlook: await outlookOf(db, campaign, now, counts),
    received: await latestCalls(db, id),
    tallies: await recentByDomain(db, id),
    paces,
    heldDomains: paces.filter(({ heldAt }) => heldAt !== null).length,
    held,
    hints: await relayHints(
      db,
      id,
      held.map((one) => one.id),
    ),
    batches: await letterBatches(db, id),
    domains: await counted(db, `domains ${id}`, () => figuresByDomain(db, id)),
  }
}
