import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { actorOf, countLookup, type Viewer } from '../../access/index.ts'
import { record } from '../../journal/index.ts'
import { decryptFrom } from '../../platform/encrypted-file.ts'
import { ioRefusal } from '../../platform/io-refusal.ts'
import type { Platform } from '../../platform/platform.ts'
import { findRecord, type Layout, readRecords } from '../read/index.ts'
import type { Item } from './model.ts'
import { reviewRefusals } from './refusals.ts'
import { leaseOf, personOf, runSources } from './store-reading.ts'

/** Why someone wants to see the number: words of a fixed list, for the journal keeps them. */
export const NIR_REASONS = ['close_digits', 'homonyms', 'complaint', 'audit'] as const
export type NirReason = (typeof NIR_REASONS)[number]

/** The numbers of one answer: never kept, logged, nor put in an address. */
export interface Nirs {
  readonly exposed: string
  readonly candidate: string
}

/**
 * Shows the NIR of a row that the reader holds and of one of its candidates. The asking is journalled with its reason and
 * counted as a look-up of that person in one transaction, before anything is read; then both numbers are read from the
 * encrypted copies of the lists, as streams that stop at the row.
 * @throws review.noReason, review.notShown, review.notACandidate, access.lookupRation
 */
export async function showNir(
  platform: Platform,
  viewer: Viewer,
  incidentId: string,
  item: Item,
  asked: { readonly place: number; readonly reason: unknown },
): Promise<Nirs> {
  const reason = NIR_REASONS.find((known) => known === asked.reason)
  if (!reason) throw reviewRefusals.noReason()
  const candidate = item.candidates[asked.place]
  if (!candidate) throw reviewRefusals.notACandidate()
  await journalAsking(platform, viewer, incidentId, item, { place: asked.place, reason })
  const sources = await runSources(platform.db, item.runId)
  if (!sources) throw reviewRefusals.noSuchRow()
  const { registerPath, registerLayout, exposedPath, exposedLayout } = sources
  return {
    exposed: await nirAt(platform, exposedPath, exposedLayout, item.exposedRow),
    candidate: await nirAt(platform, registerPath, registerLayout, candidate.memberRow),
  }
}

async function journalAsking(
  platform: Platform,
  viewer: Viewer,
  incidentId: string,
  item: Item,
  asked: { readonly place: number; readonly reason: NirReason },
): Promise<void> {
  const { runId, exposedRow } = item
  const refusal = await platform.db.transaction(async (tx) => {
    const lease = await leaseOf(tx, runId, exposedRow, platform.clock.now())
    if (lease?.userId !== viewer.userId) throw reviewRefusals.notShown()
    // Someone whom no list names has no number here: the row's own, negative, stands for them in the ration.
    const memberId = item.candidates[asked.place]!.memberId
    const personId = (await personOf(tx, incidentId, memberId)) ?? -exposedRow
    const refused = await countLookup(tx, platform, viewer, { personId, incidentId, motive: asked.reason })
    await record(tx, platform.clock, {
      actor: actorOf(viewer),
      kind: refused ? 'review.nir_refused' : 'review.nir_shown',
      incidentId,
      payload: { runId, row: exposedRow, ...asked, session: viewer.sessionId },
    })
    return refused
  })
  if (refusal) throw refusal
}

/** The cell of one row of an encrypted list; empty when the list has no such column or the row cannot be found. */
async function nirAt(platform: Platform, path: string, layout: Layout, row: number): Promise<string> {
  const column = layout.columns.national_id
  if (column === undefined) return ''
  const file = join(platform.home.store, path)
  const clear = await decryptFrom(platform.home, file).catch((error) => {
    throw ioRefusal(error, file)
  })
  const isText = ((layout as { kind?: string }).kind ?? 'delimited') === 'delimited'
  const cells = isText
    ? await findInText(clear, layout, row)
    : await findInTable(platform, clear, layout, row)
  return cells?.[column]?.trim() ?? ''
}

async function findInText(clear: Readable, layout: Layout, row: number) {
  try {
    return await findRecord(bytesOf(clear), layout, row)
  } finally {
    clear.destroy()
  }
}

async function* bytesOf(clear: Readable): AsyncIterable<Buffer> {
  for await (const chunk of clear) yield Buffer.from(chunk)
}

/** A workbook or a Parquet file is read from its end: it stands in clear in the work folder for that moment. */
async function findInTable(platform: Platform, clear: Readable, layout: Layout, row: number) {
  const path = join(platform.home.work, `review-${randomUUID()}`)
  let found: readonly string[] | undefined
  try {
    await mkdir(platform.home.work, { recursive: true, mode: 0o700 })
    await pipeline(clear, createWriteStream(path, { mode: 0o600 }))
    await readRecords(path, layout, {
      record: (cells, at) => {
        if (at === row) found = [...cells]
      },
      quarantined: () => undefined,
    })
    return found
  } finally {
    await rm(path, { force: true })
  }
}
