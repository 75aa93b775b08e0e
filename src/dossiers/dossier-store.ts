import type { Tx } from '../platform/database.ts'

/** Every query that follows in the transaction sees the incident as it stood at the first one. */
export async function readOneState(tx: Tx): Promise<void> {
  await tx.query('set transaction isolation level repeatable read, read only')
}
