import type { Tx } from '../platform/database.ts'
import type { Incident } from './model.ts'
import { incidentRefusals } from './refusals.ts'
import { lockIncident } from './store.ts'

/**
 * The incident, locked for writing until the transaction ends.
 * @throws Refusal incident.unknownIncident, incident.incidentClosed
 */
export async function writableIncident(tx: Tx, incidentId: string): Promise<Incident> {
  const incident = await lockIncident(tx, incidentId)
  if (!incident) throw incidentRefusals.unknownIncident({ reference: incidentId })
  if (incident.closedAt) throw incidentRefusals.incidentClosed()
  return incident
}
