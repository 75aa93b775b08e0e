import { type Verification, verifyJournal } from '../journal/index.ts'
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
