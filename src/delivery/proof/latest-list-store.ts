import { oneRow, type Tx } from '../../platform/database.ts'

/** The list version the proof speaks of: the latest published, whatever list the campaigns were prepared from. */
export async function latestListVersion(tx: Tx, incidentId: string): Promise<number | null> {
  const { id } = await oneRow<{ id: number | null }>(
    tx,
    `select max(id) as id from list_version where incident_id = $1 and number is not null`,
    [incidentId],
  )
  return id
}
