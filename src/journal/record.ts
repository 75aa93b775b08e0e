import { type Clock, Temporal } from '../platform/clock.ts'
import type { Tx } from '../platform/database.ts'
import {
  actorText,
  canonicalJson,
  entryHash,
  GENESIS,
  type JournalEntry,
  type JournalEvent,
} from './model.ts'
import { append, lockHead } from './store.ts'

/**
 * Appends one entry to the journal, in the caller's transaction: the change and its record commit together or not
 * at all. Call it last in the transaction, for it holds the journal's lock until commit.
 * @returns the entry with its number and hash.
 */
export async function record(tx: Tx, clock: Clock, event: JournalEvent): Promise<JournalEntry> {
  const last = await lockHead(tx)
  const unsigned = {
    seq: (last?.seq ?? 0) + 1,
    at: microseconds(clock.now()),
    actor: actorText(event.actor),
    kind: event.kind,
    incidentId: event.incidentId ?? null,
    payload: canonicalJson(event.payload ?? {}),
    prevHash: last?.hash ?? GENESIS,
  }
  const entry = { ...unsigned, hash: entryHash(unsigned) }
  await append(tx, entry)
  return entry
}

/** PostgreSQL keeps microseconds; what is hashed must be what is read back. */
function microseconds(instant: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.fromEpochNanoseconds((instant.epochNanoseconds / 1000n) * 1000n)
}
