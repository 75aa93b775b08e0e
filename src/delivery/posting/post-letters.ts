import { type Actor, record } from '../../journal/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { campaignById } from '../campaign-store.ts'
import { deliveryRefusals } from '../refusals.ts'
import { finishCampaign } from '../sending/drive-campaign.ts'
import { depositBatch, type LetterBatchRow, letterBatches } from './letter-store.ts'

export interface Deposit {
  readonly campaignId: number
  /** One batch; all the built ones when left out. */
  readonly batch?: string | undefined
  /** Number of the print house's or the post's receipt. In an exercise a fictional one may be drawn. */
  readonly receipt?: string | undefined
  readonly fictional?: boolean
}

/**
 * Records that batches were handed over to the print house or the post: their letters are told, on that receipt.
 * A fictional receipt exists in an exercise only, and the journal says so.
 */
export async function postLetters(
  platform: Platform,
  deposit: Deposit,
  actor: Actor,
): Promise<{ batches: number; letters: number; persons: number }> {
  const campaign = await campaignById(platform.db, deposit.campaignId)
  const fictional = deposit.fictional ?? false
  if (fictional && !campaign.exercise) throw deliveryRefusals.fictionalDeposit()
  if (!fictional && !deposit.receipt?.trim()) throw deliveryRefusals.receiptNeeded()
  const built = await letterBatches(platform.db, campaign.id, 'built')
  const chosen = built.filter((batch) => deposit.batch === undefined || batch.reference === deposit.batch)
  if (deposit.batch !== undefined && chosen.length === 0)
    throw deliveryRefusals.noBatch({ reference: deposit.batch })
  const total = { batches: 0, letters: 0, persons: 0 }
  for (const batch of chosen) {
    const receipt = fictional ? `EXERCICE-${batch.reference}` : (deposit.receipt ?? '').trim()
    const done = await depositOne(platform, campaign.incidentId, batch, { receipt, fictional }, actor)
    total.batches += done ? 1 : 0
    total.letters += done?.letters ?? 0
    total.persons += done?.persons ?? 0
  }
  await finishCampaign(platform, campaign.id)
  return total
}

async function depositOne(
  platform: Platform,
  incidentId: string,
  batch: LetterBatchRow,
  how: { receipt: string; fictional: boolean },
  actor: Actor,
): Promise<{ letters: number; persons: number } | undefined> {
  return platform.db.transaction(async (tx) => {
    const done = await depositBatch(tx, batch.id, { ...how, at: platform.clock.now() })
    if (!done) return undefined
    const payload = { batch: batch.reference, pdfSha256: batch.pdfSha256, ...how, ...done }
    await record(tx, platform.clock, { actor, kind: 'letters.batch-deposited', incidentId, payload })
    return done
  })
}
