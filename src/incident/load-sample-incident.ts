import sample from '../../sample/incident.json' with { type: 'json' }
import type { Actor } from '../journal/index.ts'
import type { Platform } from '../platform/platform.ts'
import { openIncidentFromFile, type WriteAlso } from './load-incident-file.ts'
import type { Incident } from './model.ts'
import { findIncident } from './store.ts'

/** The incident of the exercise, with fictional organisations; the one already there if it was opened before. */
export async function loadSampleIncident(
  platform: Pick<Platform, 'db' | 'clock' | 'home'>,
  actor: Actor,
  writeAlso?: WriteAlso,
): Promise<Incident> {
  const opened = await findIncident(platform.db, sample.reference)
  return opened ?? openIncidentFromFile(platform, sample, { exercise: true }, actor, writeAlso)
}
