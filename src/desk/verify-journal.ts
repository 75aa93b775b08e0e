import { head, type Verification, verifyJournal } from '../journal/index.ts'
import type { Temporal } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import type { Platform } from '../platform/platform.ts'

export type LastVerification = Verification & { readonly at: Temporal.Instant }

/** Kept in this process only: a verification read back from the database would prove nothing. */
const verifications = new WeakMap<Database, LastVerification>()

/** Reads and checks the whole journal, and remembers the result for the footer of each page. */
export async function checkJournal(platform: Pick<Platform, 'db' | 'clock'>): Promise<LastVerification> {
  const result = { ...(await verifyJournal(platform.db)), at: platform.clock.now() }
  verifications.set(platform.db, result)
  return result
}

export function lastVerification(db: Database): LastVerification | undefined {
  return verifications.get(db)
}

const EVERY_MS = 15_000
/** A verification may take at most one part in twenty of the time. */
const SHARE = 20

/** Verifies the journal at start, then whenever it has grown, so that each page says when it was last found sound. */
export function keepJournalVerified(platform: Pick<Platform, 'db' | 'clock'>): void {
  const round = async () => {
    const began = performance.now()
    const last = await head(platform.db)
    if ((last?.seq ?? 0) !== lastVerification(platform.db)?.entries) await checkJournal(platform)
    setTimeout(again, Math.max(EVERY_MS, SHARE * (performance.now() - began))).unref()
  }
  // The database closes when the desk stops: then there is nothing left to watch.
  const again = () => void round().catch(() => undefined)
  again()
}
