import type { Temporal } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { available, type Bucket, fullAt, fullBucket, taken } from './bucket.ts'
import { isOpen, later, nextOpen } from './calendar.ts'
import { type DomainPace, pacedDomains, writeDomain } from './domain-store.ts'
import { firstDue, nextClosedWave, type Pacing, pacingOf, plannedFrom, writeBucket } from './pacing-store.ts'

/** What a process may claim now. */
export interface Allowance {
  /** Messages, over all domains. */
  readonly limit: number
  /** Only deliveries with a smaller id: the next wave begins there. Null: no bound. */
  readonly below: number | null
  /** Domains that are held or slowed: none of theirs but what `slowed` gives. */
  readonly apart: readonly string[]
  readonly slowed: readonly { readonly domain: string; readonly messages: number }[]
  /** Whether the campaign has waves: their number is written on what is claimed. */
  readonly waves: boolean
}

/** What a claim needs to give back: the buckets, as they were found under their locks. */
export interface Taking extends Allowance {
  readonly pacing: Pacing | undefined
  readonly domains: readonly DomainPace[]
}

/** Minutes without a complaint before a slowed domain goes twice as fast. */
const EASE_MINUTES = 30
/** From here on a domain is no longer slowed. */
const FAST_ENOUGH = 5000

/**
 * What may be claimed at this instant, under locks that last until the caller's transaction ends: of two processes at once,
 * the second counts what the first took. Follow it with `spend` in the same transaction.
 */
export async function takePace(
  tx: Tx,
  campaignId: number,
  limit: number,
  at: Temporal.Instant,
): Promise<Taking> {
  const pacing = await pacingOf(tx, campaignId, true)
  const domains = (await pacedDomains(tx, campaignId, true)).map((one) => eased(one, at))
  const closed = pacing?.settings ? await nextClosedWave(tx, campaignId, at) : undefined
  const open = !pacing?.settings || isOpen(pacing.settings.hours, at)
  const allowed = pacing?.bucket ? Math.min(limit, available(pacing.bucket, at)) : limit
  return {
    pacing,
    domains,
    limit: open ? allowed : 0,
    below: closed?.firstId ?? null,
    apart: domains.filter(isApart).map(({ domain }) => domain),
    slowed: domains.flatMap((one) => {
      const bucket = one.heldAt ? null : bucketOf(one)
      const messages = bucket ? Math.min(allowed, available(bucket, at)) : 0
      return messages > 0 ? [{ domain: one.domain, messages }] : []
    }),
    waves: Boolean(pacing?.settings),
  }
}

/** Takes from the buckets what was claimed, by domain. */
export async function spend(
  tx: Tx,
  campaignId: number,
  { pacing, domains }: Taking,
  claimed: readonly (string | null)[],
  at: Temporal.Instant,
): Promise<void> {
  if (pacing?.bucket && claimed.length > 0)
    await writeBucket(tx, campaignId, taken(pacing.bucket, claimed.length, at))
  for (const one of domains) {
    const bucket = bucketOf(one)
    const count = claimed.filter((domain) => domain === one.domain).length
    const after = bucket && count > 0 ? taken(bucket, count, at) : one
    await writeDomain(tx, campaignId, { ...one, tokens: after.tokens, filledAt: after.filledAt })
  }
}

/**
 * When the next e-mail may be claimed: due, its wave open, its domain ready, the centre answering, the rate allowing. Null
 * when none may be before a person acts (a wave or a domain is held) or when none is left.
 */
export async function nextClaim(
  tx: Tx,
  campaignId: number,
  at: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const pacing = await pacingOf(tx, campaignId)
  const closed = pacing?.settings ? await nextClosedWave(tx, campaignId, at) : undefined
  const domains = (await pacedDomains(tx, campaignId)).map((one) => eased(one, at))
  const candidates = [
    await firstDue(tx, campaignId, closed?.firstId ?? null, {
      but: domains.filter(isApart).map(({ domain }) => domain),
    }),
    ...(await slowedDues(tx, campaignId, closed?.firstId ?? null, domains, at)),
    closed && !closed.held && (await plannedFrom(tx, campaignId, closed.firstId)) ? closed.opensAt : null,
  ].filter((one) => one !== null)
  const first = candidates.reduce<Temporal.Instant | null>(
    (least, one) => (least && least.epochNanoseconds <= one.epochNanoseconds ? least : one),
    null,
  )
  if (!first) return null
  const paid = pacing?.bucket ? later(first, readyAt(pacing.bucket, at)) : first
  return pacing?.settings ? nextOpen(pacing.settings.hours, paid) : paid
}

async function slowedDues(
  tx: Tx,
  campaignId: number,
  below: number | null,
  domains: readonly DomainPace[],
  at: Temporal.Instant,
): Promise<(Temporal.Instant | null)[]> {
  const dues: (Temporal.Instant | null)[] = []
  for (const one of domains) {
    const bucket = one.heldAt ? null : bucketOf(one)
    const due = bucket ? await firstDue(tx, campaignId, below, { only: one.domain }) : null
    if (bucket && due) dues.push(later(due, readyAt(bucket, at)))
  }
  return dues
}

function readyAt(bucket: Bucket, at: Temporal.Instant): Temporal.Instant {
  return available(bucket, at) > 0 ? at : fullAt(bucket, at)
}

/** A domain quiet for half an hour goes twice as fast; fast enough, it is as any other. */
export function eased(pace: DomainPace, at: Temporal.Instant): DomainPace {
  if (pace.perHour === null || pace.heldAt || !pace.slowedAt) return pace
  const quiet = pace.slowedAt.add({ minutes: EASE_MINUTES })
  if (quiet.epochNanoseconds > at.epochNanoseconds) return pace
  const perHour = pace.perHour * 2
  if (perHour > FAST_ENOUGH) return { ...pace, perHour: null, slowedAt: null }
  return { ...pace, ...fullBucket(perHour, at), slowedAt: at }
}

function isApart({ perHour, heldAt }: DomainPace): boolean {
  return perHour !== null || heldAt !== null
}

function bucketOf({ perHour, tokens, filledAt }: DomainPace): Bucket | null {
  return perHour === null ? null : { perHour, tokens, filledAt }
}
