import type { Tx } from '../platform/database.ts'
import type { Incident } from './model.ts'
import { incidentRefusals } from './refusals.ts'
import { findIncident, listOrganisations } from './store.ts'

/** @throws Refusal incident.unknownIncident */
export async function incidentByReference(tx: Tx, reference: string): Promise<Incident> {
  const incident = await findIncident(tx, reference)
  if (!incident) throw incidentRefusals.unknownIncident({ reference })
  return incident
}

/** What the masthead says of an incident: the desk's own organisation is the controller named there. */
export async function incidentHeader(tx: Tx, reference: string) {
  const { id, title, exercise, storyOpensAt, openedAt } = await incidentByReference(tx, reference)
  const organisations = await listOrganisations(tx, id)
  const own = organisations.find((organisation) => organisation.own)
  const controller = own ?? organisations.find(({ roles }) => roles.includes('controller'))
  const story = storyOpensAt ? { opensAt: storyOpensAt, openedAt } : null
  return { id, reference, title, exercise, controllerName: controller?.name ?? '', story }
}
