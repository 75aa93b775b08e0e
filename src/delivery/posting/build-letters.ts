import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { record, tocsin } from '../../journal/index.ts'
import { postalBlock } from '../../people/postal/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refusal } from '../../platform/refusal.ts'
import { campaignById } from '../campaign-store.ts'
import { takeBackSuperseded } from '../corrections/take-back-superseded.ts'
import {
  type BatchInput,
  buildLetterBatch,
  clearHalves,
  FRENCH_WINDOW,
  type LetterBatch,
  type LetterInput,
  letterEngine,
} from '../letters/index.ts'
import type { Campaign, Recipient, UntoldReason } from '../model.ts'
import { journalUnsuited, takeBackUnsuited } from '../planning/take-back-unsuited.ts'
import { compiledNotices, noticeRecipient, type Render } from '../sending/compose-message.ts'
import { finishCampaign } from '../sending/drive-campaign.ts'
import { sendsHere } from '../sending/send-job.ts'
import {
  closeBatch,
  type LetterBatchRow,
  type LetterToPrint,
  letterBatches,
  lettersOf,
  openBatch,
  plannedLetters,
  refuseLetters,
  tryLockBuild,
} from './letter-store.ts'
import { profileOf } from './profile-store.ts'

/** Letters per batch: the compiler's memory grows with it, its speed no more (field/delivery.md, section 6). */
const BATCH = 100

export interface LetterReport {
  readonly batches: number
  readonly letters: number
}

interface BuildOptions {
  readonly signal?: AbortSignal
  readonly onBatch?: (batch: { reference: string; letters: number }) => void | Promise<void>
}

/**
 * Sets every planned letter in batches of at most 100, each a PDF and its manifest in `store/letters/<campaign>`. A batch
 * interrupted by a crash is built again first, from the same rows, to the same bytes.
 */
export async function buildLetters(
  platform: Platform,
  campaignId: number,
  options: BuildOptions = {},
): Promise<LetterReport> {
  return holdingBuild(platform, campaignId, options.signal, () => buildAll(platform, campaignId, options))
}

const LOOK_AGAIN_MS = 200

/** One builder of a campaign at a time, in any process: the next one waits, and finds what is left. */
async function holdingBuild(
  platform: Platform,
  campaignId: number,
  signal: AbortSignal | undefined,
  build: () => Promise<LetterReport>,
): Promise<LetterReport> {
  const client = await platform.db.connect()
  try {
    while (!(await tryLockBuild(client as never, campaignId))) {
      if (signal?.aborted) return { batches: 0, letters: 0 }
      await wait(LOOK_AGAIN_MS)
    }
    return await build()
  } finally {
    client.release(true) // its end gives the lock back, whatever happened
  }
}

async function buildAll(
  platform: Platform,
  campaignId: number,
  options: BuildOptions,
): Promise<LetterReport> {
  const renders = await compiledNotices(platform.db, campaignId)
  const campaign = await campaignById(platform.db, campaignId)
  await clearHalves(join(platform.home.store, 'letters', campaign.reference))
  const report = { batches: 0, letters: 0 }
  while (!options.signal?.aborted) {
    await takeBackSuperseded(platform, campaignId)
    const batch = await nextBatch(platform, campaign)
    if (!batch) break
    const begun = performance.now()
    const letters = await buildBatch(platform, campaign, batch, renders)
    await leaveRoom(platform, campaignId, performance.now() - begun)
    if (letters === 0) continue
    report.batches += 1
    report.letters += letters
    await options.onBatch?.({ reference: batch.reference, letters })
  }
  // When the last letters were refused there is nothing to hand over: the campaign ends here.
  await finishCampaign(platform, campaignId)
  return report
}

const STEP_MS = 50

/**
 * A batch holds the thread while it is set, and a message needs many turns of it. As long as this process sends the
 * campaign's e-mails they get as much time as the batch took: on a slow machine none had left after a minute of letters.
 */
async function leaveRoom(platform: Platform, campaignId: number, tookMs: number): Promise<void> {
  const until = performance.now() + tookMs
  while (performance.now() < until && sendsHere(platform, campaignId)) await wait(STEP_MS)
}

async function nextBatch(platform: Platform, campaign: Campaign): Promise<LetterBatchRow | undefined> {
  const [interrupted] = await letterBatches(platform.db, campaign.id, 'building')
  if (interrupted) return interrupted
  return platform.db.transaction(async (tx) => {
    const at = platform.clock.now()
    const [profile, engine] = [await profileOf(tx, campaign.id), letterEngine()]
    const [unusable, unsuited]: [number[], number[]] = [[], []]
    let batch: LetterBatchRow | undefined
    for (;;) {
      const due = await plannedLetters(tx, campaign.id, BATCH)
      const { leave: letters, withdrawn } = await takeBackUnsuited(
        tx,
        platform.clock,
        campaign,
        due,
        ({ id }) => id,
      )
      unsuited.push(...withdrawn)
      const bad = letters.filter(({ recipient }) => !addressLines(recipient)).map(({ id }) => id)
      if (bad.length > 0) await refuseLetters(tx, campaign.id, bad, 'unusable_address', at)
      unusable.push(...bad)
      const usable = letters.map(({ id }) => id).filter((id) => !bad.includes(id))
      if (usable.length > 0) batch = await openBatch(tx, campaign.id, usable, { profile, engine, at })
      if (batch || due.length === 0) break
    }
    await journalUnsuited(tx, platform.clock, campaign, unsuited)
    if (unusable.length > 0) await journalRefused(platform, tx, campaign, unusable.length, 'unusable_address')
    return batch
  })
}

/** What the setting of a batch may find wrong with some of its letters: they are refused, the others are set. */
const FOUND_WHEN_SET: Readonly<Record<string, UntoldReason>> = {
  'letters.addressOverflows': 'unusable_address',
  'letters.badAddress': 'unusable_address',
  'letters.undisplayableText': 'unprintable_name',
}

/** The lines of the envelope, the addressee's name first; undefined when no valid block can carry them. */
export function addressLines({ name, postal }: Recipient): readonly string[] | undefined {
  if (!postal) return undefined
  const [address_1, address_2, address_3, address_4] = postal.lines
  const recipient = [name.civility, name.firstNames, name.surname].filter(Boolean).join(' ')
  const place = { postcode: postal.postcode, city: postal.city, country: postal.country }
  const block = postalBlock({ recipient, address_1, address_2, address_3, address_4, ...place } as never)
  return block.ok ? block.lines : undefined
}

/**
 * Sets one batch, leaving out the letters that cannot be printed. Each refusal is committed with its reason before the
 * batch is tried again: after a crash it goes on with those that are left. @returns letters set
 */
async function buildBatch(
  platform: Platform,
  campaign: Campaign,
  batch: LetterBatchRow,
  renders: Map<number, Render>,
): Promise<number> {
  const outDir = join(platform.home.store, 'letters', campaign.reference)
  for (;;) {
    const rows = await lettersOf(platform.db, batch.id)
    if (rows.length === 0) return 0
    const built = await buildLetterBatch(batchInput(batch, rows, renders, outDir)).catch(
      (error) => error as unknown,
    )
    if (built instanceof Error) await leaveOut(platform, campaign, built)
    else return closeBuilt(platform, campaign, batch, built as LetterBatch)
  }
}

/** A batch as it is set, today or years later: nothing here depends on the moment. */
export function batchInput(
  batch: LetterBatchRow,
  rows: readonly LetterToPrint[],
  renders: Map<number, Render>,
  outDir: string,
): BatchInput {
  const { reference: batchRef, createdAt } = batch
  const letters = rows.map((row) => letterOf(row, renders, createdAt))
  return { letters, batchRef, outDir, createdAt, profile: batch.profile ?? FRENCH_WINDOW }
}

/** Refuses the letters that a setting named. @throws the error itself when it names none: trying again would not help */
async function leaveOut(platform: Platform, campaign: Campaign, error: Error): Promise<void> {
  const reason = error instanceof Refusal ? FOUND_WHEN_SET[error.code] : undefined
  const ids =
    error instanceof Refusal && Array.isArray(error.params['ids']) ? error.params['ids'].map(Number) : []
  if (!reason || ids.length === 0) throw error
  await platform.db.transaction(async (tx) => {
    const refused = await refuseLetters(tx, campaign.id, ids, reason, platform.clock.now())
    if (refused === 0) throw error
    await journalRefused(platform, tx, campaign, refused, reason)
  })
}

async function journalRefused(
  platform: Platform,
  tx: Tx,
  campaign: Campaign,
  letters: number,
  reason: UntoldReason,
): Promise<void> {
  const payload = { campaign: campaign.reference, letters, reason }
  const { incidentId } = campaign
  await record(tx, platform.clock, { actor: tocsin, kind: 'letters.refused', incidentId, payload })
}

async function closeBuilt(
  platform: Platform,
  campaign: Campaign,
  batch: LetterBatchRow,
  built: LetterBatch,
): Promise<number> {
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
      letters: built.letters.length,
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
  return built.letters.length
}

function letterOf(row: LetterToPrint, renders: Map<number, Render>, at: Temporal.Instant): LetterInput {
  const render = renders.get(row.noticeVersionId)
  const address = addressLines(row.recipient)
  if (!render || !address) throw new Error(`letter ${row.id} cannot be set`)
  return { id: String(row.id), address, content: render(noticeRecipient(row.recipient, row.code, at)).letter }
}
