import { type Campaign, heldDeliveries, type Proof, proofHolds, prove } from '../../src/delivery/index.ts'
import { rows } from '../../src/platform/database.ts'
import type { Platform } from '../../src/platform/platform.ts'

/** What the ledger says of a campaign that came to its end, beside what its relay kept. */
export interface LedgerAccount {
  readonly proof: Proof
  /** Messages the relay kept. */
  readonly received: number
  /** Message-IDs the relay kept more than once: must be 0. */
  readonly receivedTwice: number
  /** Kept by the relay but told of nowhere, neither as told nor as held: must be 0. */
  readonly receivedUnknown: number
  /** Accepted in the ledger, but the relay has none: must be 0. */
  readonly missing: number
  /** Deliveries held as unknown, and those of them that a person is shown: must be as many. */
  readonly held: number
  readonly shown: number
}

export async function ledgerAccount(
  platform: Platform,
  campaign: Pick<Campaign, 'id' | 'incidentId'>,
  kept: readonly string[],
): Promise<LedgerAccount> {
  const ledger = await rows<{ id: string; state: string }>(
    platform.db,
    `select message_id as id, state from delivery
      where campaign_id = $1 and channel = 'email' and state in ('accepted', 'unknown', 'bounced')`,
    [campaign.id],
  )
  const known = new Set(ledger.map(({ id }) => id))
  const there = new Set(kept)
  return {
    proof: await prove(platform.db, campaign.incidentId),
    received: kept.length,
    receivedTwice: kept.length - there.size,
    receivedUnknown: [...there].filter((id) => !known.has(id)).length,
    missing: ledger.filter(({ id, state }) => state === 'accepted' && !there.has(id)).length,
    held: ledger.filter(({ state }) => state === 'unknown').length,
    shown: (await heldDeliveries(platform.db, campaign.id, { limit: 1_000_000 })).length,
  }
}

/** What breaks a promise, in words; empty when all hold. */
export function brokenInLedger({ proof, ...account }: LedgerAccount): string[] {
  const wrong: [boolean, string][] = [
    [proof.lost !== 0, `lost ${proof.lost}`],
    [proof.told_twice !== 0, `told_twice ${proof.told_twice}`],
    [proof.in_progress !== 0, `in_progress ${proof.in_progress}`],
    [!proofHolds(proof) || !proof.journal.verified, 'the proof does not hold'],
    [account.receivedTwice !== 0, `${account.receivedTwice} messages reached the relay twice`],
    [account.receivedUnknown !== 0, `${account.receivedUnknown} messages at the relay are told of nowhere`],
    [account.missing !== 0, `${account.missing} accepted messages are not at the relay`],
    [account.held !== account.shown, `${account.held} are held, ${account.shown} are shown`],
  ]
  return wrong.filter(([broken]) => broken).map(([, words]) => words)
}
