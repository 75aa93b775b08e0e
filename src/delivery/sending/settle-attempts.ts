import type { Temporal } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { moveToLetter } from '../ladder-store.ts'
import {
  backoffSeconds,
  type Claimed,
  MOST_ATTEMPTS,
  MOST_SETBACKS,
  RELAY_WAIT,
  SENDER_SIDE_WAIT,
} from '../model.ts'
import { asksForLess } from '../smtp/asks-for-less.ts'
import { type HandOver, namesRecipient, type Outcome } from '../smtp/classify.ts'
import { withoutPerson } from '../smtp/without-person.ts'
import { type Settlement, settleAccepted, settleOther } from './ledger-store.ts'

/** A message whose dialogue is over, and what it came to. */
export interface Settled {
  readonly claimed: Pick<Claimed, 'attemptId' | 'deliveryId' | 'retries' | 'setbacks'> &
    Partial<Pick<Claimed, 'domain' | 'recipient'>>
  readonly handOver: HandOver
  /** Not sent because the sender stopped, not because of the relay: due again at once. */
  readonly stopped?: boolean
}

/**
 * Writes outcomes to the ledger, in the caller's transaction: accepted; due again later; a letter instead; or unknown,
 * held. A refusal about us leaves the delivery planned, whatever it cost (field/delivery.md, section 5).
 * @returns accepted messages that could not be written, because a recovery had sealed the run: see `settleLate`
 */
export async function settleAttempts(
  tx: Tx,
  runId: number,
  settled: readonly Settled[],
  at: Temporal.Instant,
): Promise<Settlement[]> {
  const accepted = settled.filter((one) => one.handOver.outcome === 'accepted').map(settlement)
  const written = accepted.length === 0 || (await settleAccepted(tx, runId, accepted, at))
  for (const one of settled) {
    if (one.handOver.outcome !== 'accepted') await settleRefusal(tx, runId, one, at)
  }
  return written ? [] : accepted
}

/**
 * What an attempt counts for. A domain that asks for fewer messages speaks of us, never of the mailbox. A message that keeps breaking off once the relay knew for whom it was stops being an accident
 * of the line: it counts as a refusal about us, so that the circuit breaker sees it and nobody resends it every 20 s.
 */
export function outcomeOf({ claimed, handOver, stopped }: Settled): Outcome {
  if (asksForLess(handOver)) return 'sender_side'
  const named = handOver.outcome === 'not_sent' && !stopped && namesRecipient(handOver.phase)
  return named && claimed.setbacks >= MOST_SETBACKS ? 'sender_side' : handOver.outcome
}

async function settleRefusal(tx: Tx, runId: number, one: Settled, at: Temporal.Instant): Promise<void> {
  const outcome = outcomeOf(one)
  const exhausted = outcome === 'retry' && one.claimed.retries + 1 >= MOST_ATTEMPTS
  const climbs = outcome === 'address_dead' || outcome === 'unwritable' || exhausted
  const state = climbs ? 'attempting' : outcome === 'unknown' ? 'unknown' : 'planned'
  const dueAt = at.add({ seconds: climbs ? 0 : waitSeconds(one, outcome) })
  const reason = outcome === 'unknown' ? `no_reply_${one.handOver.phase}` : null
  const moved = await settleOther(tx, runId, [settlement(one)], { outcome, state, dueAt, reason }, at)
  if (climbs) {
    const detail = statusOf(one.handOver)
    await moveToLetter(tx, moved, { runId, reason: exhausted ? 'retry_exhausted' : outcome, detail, at })
  }
}

function waitSeconds(one: Settled, outcome: Outcome): number {
  if (one.stopped) return 0
  if (outcome === 'retry') return backoffSeconds(one.claimed.retries + 1)
  if (outcome !== 'sender_side') return RELAY_WAIT
  const beyond = one.claimed.setbacks - MOST_SETBACKS
  return beyond < 0 ? SENDER_SIDE_WAIT : Math.max(SENDER_SIDE_WAIT, backoffSeconds(beyond + 1))
}

function settlement(one: Settled): Settlement {
  const { attemptId, deliveryId, recipient } = one.claimed
  const whom = recipient && {
    email: recipient.email,
    names: [recipient.name.surname, recipient.name.firstNames],
  }
  return {
    attemptId,
    deliveryId,
    phase: one.handOver.phase,
    status: statusOf(one.handOver),
    reply: one.handOver.reply ? withoutPerson(one.handOver.reply.text, whom).slice(0, 500) : null,
  }
}

function statusOf(handOver: HandOver): string | null {
  const { reply } = handOver
  return reply ? [reply.code, reply.status].filter(Boolean).join(' ') : null
}
