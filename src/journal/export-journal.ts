import { z } from 'zod'
import { Temporal } from '../platform/clock.ts'
import type { Tx } from '../platform/database.ts'
import type { JournalEntry } from './model.ts'
import { entriesAfter } from './store.ts'
import { ChainCheck, type Verification } from './verify.ts'

const PAGE = 1000

/** The whole journal, oldest first, one JSON line an entry: fields as their hash reads them, then `prevHash` and `hash`. */
export async function* exportLines(tx: Tx): AsyncGenerator<string> {
  for (let after = 0; ; ) {
    const page = await entriesAfter(tx, after, PAGE)
    for (const entry of page)
      yield `${JSON.stringify({ ...entry, at: entry.at.toString({ fractionalSecondDigits: 6 }) })}\n`
    if (page.length < PAGE) return
    after = page.at(-1)!.seq
  }
}

const line = z.object({
  seq: z.number().int().positive(),
  at: z.string(),
  actor: z.string(),
  kind: z.string(),
  incidentId: z.string().nullable(),
  payload: z.string(),
  prevHash: z.string(),
  hash: z.string(),
})

export interface ExportRead extends Verification {
  /** The entry asked for; undefined when the export has none of that number. */
  readonly entry: JournalEntry | undefined
}

/**
 * Reads an export and checks numbers, chain and hashes from its first line, as `verifyJournal` does. Memory stays constant.
 * @returns the number of the line (from 1) that is no entry, or what was read
 */
export async function readExport(lines: AsyncIterable<string>, seq: number): Promise<ExportRead | number> {
  const check = new ChainCheck()
  let number = 0
  let wanted: JournalEntry | undefined
  for await (const text of lines) {
    number += 1
    if (text.trim() === '') continue
    const entry = entryOf(text)
    if (!entry) return number
    check.read(entry)
    if (entry.seq === seq) wanted = entry
  }
  return { ...check.result(), entry: wanted }
}

function entryOf(text: string): JournalEntry | undefined {
  try {
    const { at, ...entry } = line.parse(JSON.parse(text))
    return { ...entry, at: Temporal.Instant.from(at) }
  } catch {
    return undefined
  }
}
