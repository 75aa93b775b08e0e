import type { Temporal } from '../../platform/clock.ts'
import { maybeRow, oneRow, type Tx } from '../../platform/database.ts'
import type { VerdictCounts } from './check-outputs.ts'
import type { Funnel, PersonCounts } from './model.ts'

export interface PublishedVersion {
  readonly number: number
  readonly publishedAt: Temporal.Instant
}

/** What a text that cites a list says of it. */
export function publishedVersion(tx: Tx, listVersionId: number): Promise<PublishedVersion> {
  return oneRow(
    tx,
    `select number, published_at as "publishedAt" from list_version where id = $1 and published_at is not null`,
    [listVersionId],
  )
}

/**
 * The figures of the list version in force, the latest published: exposed rows by verdict and tier, persons by class, by way of telling, by
 * reason. Undefined before the first publication. Each was proved when the version was published; none is counted anew.
 */
export async function funnel(tx: Tx, incidentId: string): Promise<Funnel | undefined> {
  const row = await maybeRow<{
    id: number
    number: number
    runId: string
    verdictsPath: string
    exposed: VerdictCounts
    persons: PersonCounts
    records: number
  }>(
    tx,
    `select v.id, v.number, v.run_id as "runId", coalesce(v.verdicts_path, m.verdicts_path) as "verdictsPath",
            coalesce(v.verdict_counts, m.counts) as exposed, v.counts as persons, l.records
       from list_version v join match_run m on m.id = v.run_id join imported_list l on l.id = m.register_list_id
      where v.incident_id = $1 and v.number is not null order by v.number desc limit 1`,
    [incidentId],
  )
  if (!row) return undefined
  const { id, number, runId, verdictsPath, exposed, persons, records } = row
  return { listVersion: { id, number, runId, verdictsPath }, register: { records }, exposed, persons }
}
