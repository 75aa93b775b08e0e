import { rows, type Tx } from '../../platform/database.ts'
import type { KeptEntry } from './store.ts'

export interface SameRow {
  readonly exposedRow: number
  readonly beforeRun: string
  readonly beforeRow: number
}

/** Rows of a run whose content was read in an earlier run of the incident: the latest reading of each. */
export async function sameRowsBefore(tx: Tx, incidentId: string, runId: string): Promise<SameRow[]> {
  return rows<SameRow>(
    tx,
    `select distinct on (i.exposed_row) i.exposed_row as "exposedRow", b.run_id as "beforeRun", b.exposed_row as "beforeRow"
       from review_decision d
       join review_item b on b.run_id = d.run_id and b.exposed_row = d.exposed_row
       join review_item i on i.incident_id = b.incident_id and i.content_sha256 = b.content_sha256
      where i.run_id = $2 and b.incident_id = $1 and b.run_id <> $2
      order by i.exposed_row, d.id desc`,
    [incidentId, runId],
  )
}

export type EarlierEntry = KeptEntry

export { entriesOf as earlierEntries } from './store.ts'
