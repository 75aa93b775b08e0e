import type { Temporal } from '../platform/clock.ts'
import type { Tx } from '../platform/database.ts'

export async function setClosed(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.query(`update incident set closed_at = $2 where id = $1 and closed_at is null`, [id, at])
}
