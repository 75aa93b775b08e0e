import { basename, join } from 'node:path'
import { record, tocsin } from '../journal/index.ts'
import { postalBlock } from '../people/postal/index.ts'
import type { Temporal } from '../platform/clock.ts'
import type { Platform } from '../platform/platform.ts'
import { campaignById } from './campaign-store.ts'
import { compiledNotices, noticeRecipient, type Render } from './compose-message.ts'
import {
  closeBatch,
  type LetterBatchRow,
  type LetterToPrint,
  letterBatches,
  lettersOf,
  openBatch,
  plannedLetters,
  refuseLetters,
} from './letter-store.ts'
import { buildLetterBatch, type LetterInput } from './letters/index.ts'
import type { Recipient } from './model.ts'

/** Letters per batch: the compiler's memory grows with it, its speed no more (field/delivery.md, section 6). */
const BATCH = 200

export interface LetterReport {
  readonly batches: number
  readonly letters: number
}

/**
 * Sets every planned letter in batches of at most 200, each a PDF and its manifest in `store/letters/<campaign>`. A batch
 * interrupted by a crash is built again first, from the same rows, to the same bytes.
 */
export async function buildLetters(
  platform: Platform,
  campaignId: number,
  options: {
    signal?: AbortSignal
    onBatch?: (batch: { reference: string; letters: number }) => void | Promise<void>
  } = {},
): Promise<LetterReport> {
  const renders = await compiledNotices(platform.db, campaignId)
  const report = { batches: 0, letters: 0 }
  while (!options.signal?.aborted) {
    const batch = await nextBatch(platform, campaignId)
    if (!batch) break
    await buildBatch(platform, batch, renders)
    report.batches += 1
    report.letters += batch.letters
    await options.onBatch?.(batch)
  }
  return report
}

async function nextBatch(platform: Platform, campaignId: number): Promise<LetterBatchRow | undefined> {
  const [interrupted] = await letterBatches(platform.db, campaignId, 'building')
  if (interrupted) return interrupted
  return platform.db.transaction(async (tx) => {
    for (;;) {
      const at = platform.clock.now()
      const letters = await plannedLetters(tx, campaignId, BATCH)
      const unusable = letters.filter(({ recipient }) => !addressLines(recipient)).map(({ id }) => id)
      if (unusable.length > 0) await refuseLetters(tx, unusable, 'unusable_address', at)
      const usable = letters.map(({ id }) => id).filter((id) => !unusable.includes(id))
      if (usable.length > 0) return openBatch(tx, campaignId, usable, at)
      if (letters.length === 0) return undefined
    }
  })
}

/** The lines of the envelope, the addressee's name first; undefined when no valid block can carry them. */
function addressLines({ name, postal }: Recipient): readonly string[] | undefined {
  if (!postal) return undefined
  const [address_1, address_2, address_3, address_4] = postal.lines
  const recipient = [name.civility, name.firstNames, name.surname].filter(Boolean).join(' ')
  const place = { postcode: postal.postcode, city: postal.city, country: postal.country }
  const block = postalBlock({ recipient, address_1, address_2, address_3, address_4, ...place } as never)
  return block.ok ? block.lines : undefined
}

async function buildBatch(
  platform: Platform,
  batch: LetterBatchRow,
  renders: Map<number, Render>,
): Promise<void> {
  const campaign = await campaignById(platform.db, batch.campaignId)
  const rows = await lettersOf(platform.db, batch.id)
  const letters = rows.map((row) => letterOf(row, renders, batch.createdAt))
  const outDir = join(platform.home.store, 'letters', campaign.reference)
  const built = await buildLetterBatch({
    letters,
    batchRef: batch.reference,
    outDir,
    createdAt: batch.createdAt,
  })
  const { pdfSha256, manifestSha256 } = built
  const file = (path: string) => join(campaign.reference, basename(path))
  const files = {
    pdfFile: file(built.pdfPath),
    manifestFile: file(built.manifestPath),
    pdfSha256,
    manifestSha256,
  }
  await platform.db.transaction(async (tx) => {
    if (!(await closeBatch(tx, batch.id, files, built.letters, platform.clock.now()))) return
    const payload = {
      campaign: campaign.reference,
      batch: batch.reference,
      letters: rows.length,
      pdfSha256,
      manifestSha256,
    }
    await record(tx, platform.clock, {
      actor: tocsin,
      kind: 'letters.batch-built',
      incidentId: campaign.incidentId,
      payload,
    })
  })
}

function letterOf(row: LetterToPrint, renders: Map<number, Render>, at: Temporal.Instant): LetterInput {
  const render = renders.get(row.noticeVersionId)
  const address = addressLines(row.recipient)
  if (!render || !address) throw new Error(`letter ${row.id} cannot be set`)
  return { id: String(row.id), address, content: render(noticeRecipient(row.recipient, row.code, at)).letter }
}
