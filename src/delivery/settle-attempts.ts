import type { Temporal } from '../platform/clock.ts'
import type { Tx } from '../platform/database.ts'
import { moveToLetter } from './ladder-store.ts'
import { type Settlement, settleAccepted, settleOther } from './ledger-store.ts'
import { backoffSeconds, type Claimed, MOST_ATTEMPTS, RELAY_WAIT, SENDER_SIDE_WAIT } from './model.ts'
import type { HandOver } from './smtp/classify.ts'

/** A message whose dialogue is over, and what it came to. */
export interface Settled {
  readonly claimed: Pick<Claimed, 'attemptId' | 'deliveryId' | 'attempts'>
  readonly handOver: HandOver
  /** Not sent because the sender stopped, not because of the relay: due again at once. */
  readonly stopped?: boolean
}

/**
 * Writes outcomes to the ledger, in the caller's transaction: accepted; due again later; a letter instead; or unknown,
 * held. A refusal about us leaves the delivery planned, whatever it cost (field/delivery.md, section 5).
 */
export async function settleAttempts(
  tx: Tx,
  runId: number,
  settled: readonly Settled[],
  at: Temporal.Instant,
): Promise<void> {
  const accepted = settled.filter((one) => one.handOver.outcome === 'accepted')
  if (accepted.length > 0) await settleAccepted(tx, runId, accepted.map(settlement), at)
  for (const one of settled) {
    if (one.handOver.outcome !== 'accepted') await settleRefusal(tx, runId, one, at)
  }
}

async function settleRefusal(tx: Tx, runId: number, one: Settled, at: Temporal.Instant): Promise<void> {
  const { outcome } = one.handOver
  const exhausted = outcome === 'retry' && one.claimed.attempts >= MOST_ATTEMPTS
  const climbs = outcome === 'address_dead' || exhausted
  const state = climbs ? 'attempting' : outcome === 'unknown' ? 'unknown' : 'planned'
  const dueAt = at.add({ seconds: climbs ? 0 : waitSeconds(one) })
  const reason = outcome === 'unknown' ? `no_reply_${one.handOver.phase}` : null
  const moved = await settleOther(tx, runId, [settlement(one)], { outcome, state, dueAt, reason }, at)
  if (climbs) {
    const detail = statusOf(one.handOver)
    await moveToLetter(tx, moved, {
      runId,
      reason: exhausted ? 'retry_exhausted' : 'address_dead',
      detail,
      at,
    })
  }
}

function waitSeconds(one: Settled): number {
  if (one.stopped) return 0
  if (one.handOver.outcome === 'retry') return backoffSeconds(one.claimed.attempts)
  return one.handOver.outcome === 'sender_side' ? SENDER_SIDE_WAIT : RELAY_WAIT
}

function settlement(one: Settled): Settlement {
  const { attemptId, deliveryId } = one.claimed
  return {
    attemptId,
    deliveryId,
    status: statusOf(one.handOver),
    reply: one.handOver.reply?.text.slice(0, 500) ?? null,
  }
}

function statusOf(handOver: HandOver): string | null {
  const { reply } = handOver
  return reply ? [reply.code, reply.status].filter(Boolean).join(' ') : null
}
