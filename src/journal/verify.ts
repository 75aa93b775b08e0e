import type { Tx } from '../platform/database.ts'
import { entryHash, GENESIS, type JournalEntry } from './model.ts'
import { entriesAfter } from './store.ts'

export interface Verification {
  readonly verified: boolean
  readonly entries: number
  /** Hash of the last entry; 64 zeros for an empty journal. */
  readonly head: string
  /** The first entry that does not hold, with the reason. */
  readonly broken?: { readonly seq: number; readonly reason: 'gap' | 'chain' | 'hash' } | undefined
}

/** Reads the whole journal and checks numbering, chain and hashes. Memory stays constant. */
export async function verifyJournal(tx: Tx): Promise<Verification> {
  const check = new ChainCheck()
  for (let after = 0; ; ) {
    const page = await entriesAfter(tx, after, 1000)
    if (page.length === 0) return check.result()
    for (const entry of page) if (!check.read(entry)) return check.result()
    after = page.at(-1)!.seq
  }
}

/** The chain, entry after entry: what follows the first that does not hold is not looked at. */
export class ChainCheck {
  #entries = 0
  #head = GENESIS
  #broken: Verification['broken']

  /** @returns whether everything holds so far */
  read(entry: JournalEntry): boolean {
    if (this.#broken) return false
    const reason = faultOf(entry, this.#entries + 1, this.#head)
    if (reason) this.#broken = { seq: entry.seq, reason }
    else {
      this.#entries += 1
      this.#head = entry.hash
    }
    return !reason
  }

  result(): Verification {
    const read = { entries: this.#entries, head: this.#head }
    return this.#broken ? { verified: false, ...read, broken: this.#broken } : { verified: true, ...read }
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
