import type { Tx } from '../platform/database.ts'
import { entryHash, GENESIS, type JournalEntry } from './model.ts'
import { entriesAfter } from './store.ts'

export interface Verification {
  readonly verified: boolean
  readonly entries: number
  /** Hash of the last entry; 64 zeros for an empty journal. */
  readonly head: string
  /** The first entry that does not hold, with the reason. */
  readonly broken?: { readonly seq: number; readonly reason: 'gap' | 'chain' | 'hash' }
}

/** Reads the whole journal and checks numbering, chain and hashes. Memory stays constant. */
export async function verifyJournal(tx: Tx): Promise<Verification> {
  let expectedSeq = 1
  let head = GENESIS
  for (;;) {
    const page = await entriesAfter(tx, expectedSeq - 1, 1000)
    if (page.length === 0) return { verified: true, entries: expectedSeq - 1, head }
    for (const entry of page) {
      const reason = faultOf(entry, expectedSeq, head)
      if (reason)
        return { verified: false, entries: expectedSeq - 1, head, broken: { seq: entry.seq, reason } }
      expectedSeq += 1
      head = entry.hash
    }
  }
}

function faultOf(
  entry: JournalEntry,
  expectedSeq: number,
  head: string,
): 'gap' | 'chain' | 'hash' | undefined {
  if (entry.seq !== expectedSeq) return 'gap'
  if (entry.prevHash !== head) return 'chain'
  return entryHash(entry) === entry.hash ? undefined : 'hash'
}
