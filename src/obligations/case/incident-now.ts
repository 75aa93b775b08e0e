import { findIncidentById, type Incident } from '../../incident/index.ts'
import type { Clock, Temporal } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'

/**
 * The time that duties are counted by: the clock on the wall; in an exercise, the one of its story, which stood at
 * `storyOpensAt` when the incident was opened and runs on from there.
 */
export function storyNow(
  incident: Pick<Incident, 'openedAt' | 'storyOpensAt'>,
  now: Temporal.Instant,
): Temporal.Instant {
  return incident.storyOpensAt ? incident.storyOpensAt.add(now.since(incident.openedAt)) : now
}

/** The instant on the wall at which the story will show `instant`: when a job has to wake. */
export function wallInstant(
  incident: Pick<Incident, 'openedAt' | 'storyOpensAt'>,
  instant: Temporal.Instant,
): Temporal.Instant {
  return incident.storyOpensAt ? incident.openedAt.add(instant.since(incident.storyOpensAt)) : instant
}

/** {@link storyNow} of an incident known by its id; the clock's own time when there is no such incident. */
export async function incidentNow(tx: Tx, clock: Clock, incidentId: string): Promise<Temporal.Instant> {
  const incident = await findIncidentById(tx, incidentId)
  return incident ? storyNow(incident, clock.now()) : clock.now()
}
