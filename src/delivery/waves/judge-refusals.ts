import { type Actor, record, tocsin } from '../../journal/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { campaignById } from '../campaign-store.ts'
import { enqueueSending } from '../enqueue-jobs.ts'
import { pauseByBreaker } from '../pause-campaign.ts'
import { judge } from './breaker.ts'
import { fullBucket } from './bucket.ts'
import {
  anyBouncedAboutUs,
  type DomainPace,
  findDomain,
  isShared,
  lockDomain,
  markSlowed,
  recentByDomain,
  writeDomain,
} from './domain-store.ts'
import { wavesRefusals } from './refusals.ts'

/** E-mails an hour to a domain that asks for fewer the first time; halved each time it asks again. */
const SLOWED = 600
const SLOWEST = 12
/** Complaints that come together are one: messages were on their way. */
const ONE_COMPLAINT_MINUTES = 5

/**
 * Looks at the last refusals about us, those that reports gave back after acceptance among them (`attempt.bounced_as`):
 * holds the domains that refuse us alone, or pauses the campaign. To be called after such a refusal is committed; calling
 * it again changes nothing. Rows stay planned, nobody becomes a letter.
 */
export async function judgeRefusals(
  platform: Platform,
  campaignId: number,
): Promise<{ held: readonly string[]; paused: boolean }> {
  const { hold, pause } = judge(await recentByDomain(platform.db, campaignId))
  for (const domain of hold) await holdDomain(platform, campaignId, domain)
  if (pause) await pauseByBreaker(platform, campaignId, 'sender_refused')
  return { held: hold, paused: pause }
}

/** The same when some report gave a message back since the last look: cheap when none did. */
export async function judgeReturns(platform: Platform, campaignId: number): Promise<void> {
  if (await anyBouncedAboutUs(platform.db, campaignId)) await judgeRefusals(platform, campaignId)
}

async function holdDomain(platform: Platform, campaignId: number, domain: string): Promise<void> {
  await platform.db.transaction(async (tx) => {
    const at = platform.clock.now()
    const pace = await lockDomain(tx, campaignId, domain, at)
    if (pace.heldAt) return
    await writeDomain(tx, campaignId, { ...pace, heldAt: at, heldReason: 'sender_refused' })
    const said = await named(tx, campaignId, domain)
    await journal(tx, platform, tocsin, campaignId, 'campaign.domain-held', said)
  })
}

/**
 * A named person takes up a domain again, after repair: it is neither held nor slowed, and its breaker counts from now.
 * Nothing is sent again that left. @throws waves.domainNotHeld
 */
export async function resumeDomain(
  platform: Platform,
  campaignId: number,
  domain: string,
  actor: Actor,
): Promise<void> {
  await platform.db.transaction(async (tx) => {
    const at = platform.clock.now()
    const pace = await findDomain(tx, campaignId, domain)
    if (!pace || (pace.heldAt === null && pace.perHour === null))
      throw wavesRefusals.domainNotHeld({ domain })
    const free = { perHour: null, slowedAt: null, heldAt: null, heldReason: null, resumedAt: at }
    await writeDomain(tx, campaignId, { ...pace, ...free })
    await enqueueSending(tx, campaignId)
    const said = await named(tx, campaignId, domain)
    await journal(tx, platform, actor, campaignId, 'campaign.domain-resumed', said)
  })
}

/**
 * Slows the domains that asked for fewer messages, in the transaction that settles the attempts: half the pace each time
 * they ask, only theirs. Those attempts count neither for the mailbox nor for the breaker.
 */
export async function slowDomains(
  tx: Tx,
  platform: Pick<Platform, 'clock'>,
  campaignId: number,
  asked: readonly { readonly attemptId: number; readonly domain: string }[],
): Promise<void> {
  const at = platform.clock.now()
  await markSlowed(
    tx,
    asked.map(({ attemptId }) => attemptId),
  )
  for (const domain of [...new Set(asked.map((one) => one.domain))].sort()) {
    const pace = await lockDomain(tx, campaignId, domain, at)
    const slower = slowed(pace, at)
    if (!slower) continue
    await writeDomain(tx, campaignId, slower)
    // Not its name: a domain may be one person's own.
    await journal(tx, platform, tocsin, campaignId, 'campaign.domain-slowed', {
      perHour: slower.perHour ?? 0,
    })
  }
}

/** Undefined when it was slowed just before: the same complaint. Its bucket starts empty. */
export function slowed(pace: DomainPace, at: Temporal.Instant): DomainPace | undefined {
  const since = pace.slowedAt?.add({ minutes: ONE_COMPLAINT_MINUTES })
  if (pace.perHour !== null && since && since.epochNanoseconds > at.epochNanoseconds) return undefined
  const perHour = pace.perHour === null ? SLOWED : Math.max(SLOWEST, Math.floor(pace.perHour / 2))
  return { ...pace, ...fullBucket(perHour, at), tokens: 0, slowedAt: at }
}

/** The domain, unless it may be one family's own. */
async function named(tx: Tx, campaignId: number, domain: string): Promise<Record<string, string>> {
  return (await isShared(tx, campaignId, domain)) ? { domain } : {}
}

async function journal(
  tx: Tx,
  platform: Pick<Platform, 'clock'>,
  actor: Actor,
  campaignId: number,
  kind: string,
  said: Readonly<Record<string, string | number>>,
): Promise<void> {
  const { reference, incidentId } = await campaignById(tx, campaignId)
  await record(tx, platform.clock, {
    actor,
    kind,
    incidentId,
    payload: { campaign: reference, ...said },
  })
}
