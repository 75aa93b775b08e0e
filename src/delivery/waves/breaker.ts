import { breakerTrips } from '../model.ts'
import type { DomainTally } from './domain-store.ts'

/** Messages accepted at other domains that show the fault to be with one domain, not with us. */
const WELL_ELSEWHERE = 5
/** As many domains that refuse us at once are no longer their fault. */
const MANY_DOMAINS = 3

export interface Verdict {
  /** Domains to hold: they refuse us while the others take our messages. */
  readonly hold: readonly string[]
  /** The whole campaign pauses: the fault is ours. */
  readonly pause: boolean
}

/**
 * The circuit breakers, over the last attempts by domain. One domain is held, or two, when refusals about us reach 5 and
 * 5 % of its attempts while the others took messages and are well below; otherwise the campaign pauses at the same
 * threshold over all domains that are not held.
 */
export function judge(tallies: readonly DomainTally[]): Verdict {
  const open = tallies.filter(({ held }) => !held)
  const hold = open.filter(breakerTrips)
  const rest = sum(open.filter((one) => !hold.includes(one)))
  const few = tallies.filter(({ held }) => held).length + hold.length < MANY_DOMAINS
  if (few && hold.length > 0 && rest.accepted >= WELL_ELSEWHERE && !breakerTrips(rest))
    return { hold: hold.map(({ domain }) => domain), pause: false }
  return { hold: [], pause: (hold.length > 0 && !few) || breakerTrips(sum(open)) }
}

/** Over domains that are not held: what the page shows beside the threshold. */
export function sum(
  tallies: readonly DomainTally[],
): Pick<DomainTally, 'attempts' | 'accepted' | 'senderSide'> {
  const total = (word: 'attempts' | 'accepted' | 'senderSide') =>
    tallies.reduce((count, one) => count + one[word], 0)
  return { attempts: total('attempts'), accepted: total('accepted'), senderSide: total('senderSide') }
}

/** Refusals about us at which the breaker trips, over this many attempts. */
export function thresholdOf(attempts: number): number {
  return Math.max(5, Math.ceil(0.05 * attempts))
}
