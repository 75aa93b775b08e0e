import type { Database } from '../../platform/database.ts'

/** Below this a figure is counted each time it is asked for: what a person just did shows at once. */
const DEAR_MS = 300
/** A dear figure is kept as long as it cost, this many times: counting takes a sixth of the time at most. */
const TIMES = 5
const LONGEST_MS = 60_000

interface Kept {
  readonly value: Promise<unknown>
  readonly until: number
}

const kept = new WeakMap<object, Map<string, Kept>>()

/**
 * Counts, or gives the last count when counting was dear: over a million deliveries, pages renewed each second would
 * otherwise do nothing but count. `key` names what is counted, in this database.
 */
export async function counted<T>(
  db: Pick<Database, 'query'>,
  key: string,
  count: () => Promise<T>,
): Promise<T> {
  const known = kept.get(db) ?? new Map<string, Kept>()
  kept.set(db, known)
  const last = known.get(key)
  if (last && performance.now() < last.until) return last.value as Promise<T>
  const begun = performance.now()
  const value = await count()
  const took = performance.now() - begun
  if (took < DEAR_MS) known.delete(key)
  else {
    const until = performance.now() + Math.min(took * TIMES, LONGEST_MS)
    known.set(key, { value: Promise.resolve(value), until })
  }
  return value
}
