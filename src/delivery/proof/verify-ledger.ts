import type { Tx } from '../../platform/database.ts'
import { sealedRuns } from './seal-store.ts'

export interface LedgerVerification {
  readonly verified: boolean
  /** Runs that were sealed. */
  readonly runs: number
  readonly events: number
  /** The first run that does not hold: its events changed since the seal, or the journal says another hash or none. */
  readonly broken: { readonly run: number; readonly reason: 'events' | 'journal' } | undefined
}

const PAGE = 500

/** Hashes the events of every sealed run again and compares them with the run's seal and with the journal (promise 8). */
export async function verifyLedger(tx: Tx): Promise<LedgerVerification> {
  let after = 0
  let runs = 0
  let events = 0
  let broken: LedgerVerification['broken']
  for (;;) {
    const page = await sealedRuns(tx, after, PAGE)
    for (const run of page) {
      after = run.id
      runs += 1
      events += run.eventsNow
      if (run.eventsNow !== run.events || run.sha256Now !== run.sha256)
        broken ??= { run: run.id, reason: 'events' }
      // A chunk in which nothing happened leaves no entry.
      else if (run.journalled !== run.sha256 && (run.events > 0 || run.journalled !== null))
        broken ??= { run: run.id, reason: 'journal' }
    }
    if (page.length < PAGE) return { verified: broken === undefined, runs, events, broken }
  }
}
