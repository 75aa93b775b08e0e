import { record, tocsin } from '../../journal/index.ts'
import type { Tx } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { campaignById } from '../campaign-store.ts'
import { sealRun } from '../proof/index.ts'
import { type Settlement, settleOther, takeDeadRun, unsettled } from './ledger-store.ts'

/** What the recovery of dead processes found. Counts deliveries. */
export interface Recovery {
  readonly runs: number
  /** Proven not sent: planned again. */
  readonly notSent: number
  /** The final dot may have left: held for a person, never resent by itself. */
  readonly unknown: number
}

/**
 * Settles what killed processes left, at start and whenever a sender looks for work. Runs of live processes are not
 * touched: their lock is held. One transaction per run, with its journal entry.
 */
export async function recoverAttempts(platform: Platform): Promise<Recovery> {
  const total = { runs: 0, notSent: 0, unknown: 0 }
  for (;;) {
    const found = await platform.db.transaction((tx) => recoverOne(platform, tx))
    if (!found) return total
    total.runs += 1
    total.notSent += found.notSent
    total.unknown += found.unknown
  }
}

async function recoverOne(
  platform: Platform,
  tx: Tx,
): Promise<{ notSent: number; unknown: number } | undefined> {
  const run = await takeDeadRun(tx)
  if (!run) return undefined
  const at = platform.clock.now()
  const left = await unsettled(tx, run.id)
  const write = async (some: readonly Settlement[], outcome: 'not_sent' | 'unknown') => {
    const state = outcome === 'unknown' ? 'unknown' : 'planned'
    const reason = outcome === 'unknown' ? 'sender_died' : null
    return some.length === 0 ? [] : settleOther(tx, run.id, some, { outcome, state, dueAt: at, reason }, at)
  }
  const notSent = (
    await write(
      left.filter((one) => !one.dot),
      'not_sent',
    )
  ).length
  const unknown = (
    await write(
      left.filter((one) => one.dot),
      'unknown',
    )
  ).length
  const seal = await sealRun(tx, run.id, true, at)
  const campaign = await campaignById(tx, run.campaignId)
  const payload = { campaign: campaign.reference, run: run.id, notSent, unknown, ...seal }
  await record(tx, platform.clock, {
    actor: tocsin,
    kind: 'delivery.run-recovered',
    incidentId: campaign.incidentId,
    payload,
  })
  return { notSent, unknown }
}
