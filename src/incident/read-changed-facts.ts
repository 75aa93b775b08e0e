import type { Temporal } from '../platform/clock.ts'
import type { Tx } from '../platform/database.ts'
import type { Fact } from './fact-value.ts'
import { factsReplacedAfter, factsWrittenAfter } from './store.ts'

export interface ChangedFact {
  /** What stood at `since`; null when nothing did. */
  readonly previous: Fact | null
  readonly current: Fact
}

/** Facts whose standing version was written after `since`, newest first, each beside what it replaced. */
export async function changedFacts(
  tx: Tx,
  incidentId: string,
  since: Temporal.Instant,
): Promise<ChangedFact[]> {
  const written = await factsWrittenAfter(tx, incidentId, since)
  const before = new Map((await factsReplacedAfter(tx, incidentId, since)).map((fact) => [fact.key, fact]))
  return written.map((current) => ({ previous: before.get(current.key) ?? null, current }))
}
