import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Actor, record } from '../../journal/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { campaignById } from '../campaign-store.ts'
import { enqueueLetters } from '../enqueue-jobs.ts'
import { deliveryRefusals } from '../refusals.ts'
import { finishCampaign } from '../sending/drive-campaign.ts'
import { letterBatch } from './letter-store.ts'
import { postingRefusals } from './refusals.ts'
import { withdrawBatch } from './withdrawal-store.ts'

/**
 * Takes back a batch that was set and not handed over: because a newer list took somebody off, or because another
 * profile was chosen. Letters that no longer suit the list are cancelled; the others are set again, in a batch of
 * another number. The files of the old one are deleted: that print must not leave.
 * @throws delivery.noBatch, batchLeft
 */
export async function takeBackBatch(
  platform: Platform,
  asked: { readonly reference: string; readonly incidentId: string },
  actor: Actor,
): Promise<{ batch: string; cancelled: number; plannedAgain: number }> {
  const { reference } = asked
  const batch = await letterBatch(platform.db, reference)
  if (!batch) throw deliveryRefusals.noBatch({ reference })
  const { incidentId, id: campaignId } = await campaignById(platform.db, batch.campaignId)
  if (incidentId !== asked.incidentId) throw deliveryRefusals.noBatch({ reference })
  const done = await platform.db.transaction(async (tx) => {
    const at = platform.clock.now()
    const moved = await withdrawBatch(tx, { batchId: batch.id, incidentId, at })
    if (!moved) throw postingRefusals.batchLeft({ reference })
    const payload = { batch: reference, pdfSha256: batch.pdfSha256, ...moved }
    await record(tx, platform.clock, { actor, kind: 'letters.batch-withdrawn', incidentId, payload })
    if (moved.plannedAgain > 0) await enqueueLetters(tx, campaignId)
    return moved
  })
  for (const file of [batch.pdfFile, batch.manifestFile])
    if (file) await rm(join(platform.home.store, 'letters', file), { force: true })
  await finishCampaign(platform, campaignId)
  return { batch: reference, ...done }
}
