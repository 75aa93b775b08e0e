import type { Clock } from '../platform/clock.ts'
import type { Database, TxClient } from '../platform/database.ts'

/** What the use cases of this room stand on: a clock, and transactions. */
export interface Ground {
  readonly clock: Clock
  readonly db: Pick<Database, 'transaction'>
}

/** The same inside a transaction that is open already: several acts then stand or fall together. */
export function within(tx: TxClient, clock: Clock): Ground {
  return { clock, db: { transaction: (work) => work(tx) } }
}
