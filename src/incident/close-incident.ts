import { type Actor, record } from '../journal/index.ts'
import type { Platform } from '../platform/platform.ts'
import { setClosed } from './closure-store.ts'
import { writableIncident } from './writable-incident.ts'

/**
 * Closes an incident: its facts stay as they are, and the days of its retention begin.
 * @throws Refusal incident.unknownIncident, incident.incidentClosed
 */
export async function closeIncident(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  incidentId: string,
  actor: Actor,
): Promise<void> {
  await db.transaction(async (tx) => {
    const { reference } = await writableIncident(tx, incidentId)
    await setClosed(tx, incidentId, clock.now())
    await record(tx, clock, { actor, kind: 'incident.closed', incidentId, payload: { reference } })
  })
}
