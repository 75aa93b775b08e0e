import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '../platform/database.ts'
import { currentExposures, listPopulations } from './store.ts'

/** What is said today of each exposure that a text may cite, by its key: `exposure.<population>.<category>`. */
export async function currentExposureDates(
  tx: Tx,
  incidentId: string,
): Promise<Map<string, { readonly source: string; readonly asOf: Temporal.Instant }>> {
  const names = new Map((await listPopulations(tx, incidentId)).map(({ id, key }) => [id, key]))
  const standing = await currentExposures(tx, incidentId)
  return new Map(
    standing.map(({ populationId, category, source, asOf }) => [
      `exposure.${names.get(populationId)}.${category}`,
      { source, asOf },
    ]),
  )
}
