import { findIncidentById, type Incident, listIncidents, writableIncident } from '../../incident/index.ts'
import type { Tx, TxClient } from '../../platform/database.ts'

/** The incident, locked for writing; undefined when it is closed or unknown: a job that comes too late has nothing to do. */
export async function findOpenIncident(tx: TxClient, id: string): Promise<Incident | undefined> {
  const found = await findIncidentById(tx, id)
  if (!found || found.closedAt) return undefined
  const locked = await writableIncident(tx, id).catch((error: { code?: string }) => {
    if (error.code === 'incident.incidentClosed') return undefined
    throw error
  })
  return locked
}

/** Those whose duties are followed. */
export async function openIncidents(tx: Tx): Promise<Incident[]> {
  return (await listIncidents(tx)).filter(({ closedAt }) => closedAt === null)
}
