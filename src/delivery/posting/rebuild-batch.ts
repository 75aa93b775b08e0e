import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Platform } from '../../platform/platform.ts'
import { campaignById } from '../campaign-store.ts'
import { letterEngine, setBatch, sha256, writeWhole } from '../letters/index.ts'
import { deliveryRefusals } from '../refusals.ts'
import { compiledNotices } from '../sending/compose-message.ts'
import { batchInput } from './build-letters.ts'
import { type LetterBatchRow, type LetterEngine, letterBatch, lettersOf } from './letter-store.ts'
import { postingRefusals } from './refusals.ts'

export interface Rebuilt {
  readonly batch: string
  readonly letters: number
  readonly pdfSha256: string
  readonly manifestSha256: string
  /** Files that were missing or spoilt, written again. */
  readonly restored: readonly ('pdf' | 'csv')[]
}

/**
 * Sets a batch again from what the database keeps (frozen texts, recipients, profile, date) and compares the SHA-256 of
 * its PDF and manifest with those recorded when it was set. When they are the same, a missing or spoilt file is written
 * again; when not, nothing is written and the refusal says what changed since.
 * @throws delivery.noBatch, batchNotBuilt, batchPurged, rebuildDiffers
 */
export async function rebuildBatch(
  platform: Platform,
  asked: { readonly reference: string; readonly incidentId: string },
): Promise<Rebuilt> {
  const { reference } = asked
  const batch = await letterBatch(platform.db, reference)
  if (!batch) throw deliveryRefusals.noBatch({ reference })
  const { incidentId } = await campaignById(platform.db, batch.campaignId)
  if (incidentId !== asked.incidentId) throw deliveryRefusals.noBatch({ reference })
  const { pdfSha256, manifestSha256 } = batch
  if (batch.state === 'withdrawn' || !pdfSha256 || !manifestSha256)
    throw postingRefusals.batchNotBuilt({ reference })
  const rows = await lettersOf(platform.db, batch.id)
  if (rows.some(({ recipient }) => !recipient)) throw postingRefusals.batchPurged({ reference })
  const renders = await compiledNotices(platform.db, batch.campaignId)
  const { pdf, manifest } = await setBatch(batchInput(batch, rows, renders, ''))
  if (sha256(pdf) !== pdfSha256 || sha256(manifest) !== manifestSha256)
    throw postingRefusals.rebuildDiffers({ reference, changed: changedSince(batch.engine) })
  const restored = await restoreFiles(platform, batch, { pdf, csv: manifest })
  return { batch: reference, letters: rows.length, pdfSha256, manifestSha256, restored }
}

/** Which parts of the engine are no longer those the batch was set with. */
export function changedSince(recorded: LetterEngine | null): readonly (keyof LetterEngine)[] {
  const now = letterEngine()
  if (!recorded) return []
  return (Object.keys(now) as (keyof LetterEngine)[]).filter((part) => now[part] !== recorded[part])
}

async function restoreFiles(
  platform: Platform,
  batch: LetterBatchRow,
  bytes: { readonly pdf: Buffer; readonly csv: Buffer },
): Promise<('pdf' | 'csv')[]> {
  const files = [
    { kind: 'pdf', name: batch.pdfFile, is: batch.pdfSha256 },
    { kind: 'csv', name: batch.manifestFile, is: batch.manifestSha256 },
  ] as const
  const restored: ('pdf' | 'csv')[] = []
  for (const { kind, name, is } of files) {
    if (!name) continue
    const path = join(platform.home.store, 'letters', name)
    const there = await readFile(path).catch(() => null)
    if (there && sha256(there) === is) continue
    await mkdir(dirname(path), { recursive: true })
    await writeWhole(path, bytes[kind])
    restored.push(kind)
  }
  return restored
}
