import type { Temporal } from '../../platform/clock.ts'
import { maybeRow, oneRow, rows, type Tx } from '../../platform/database.ts'
import type { ColumnMapping } from '../read/index.ts'

export interface NamedMapping {
  readonly id: number
  readonly name: string
  readonly version: number
  /** Null: for every incident of this desk. */
  readonly incidentId: string | null
  readonly registerHeaders: string
  readonly exposedHeaders: string
  readonly columns: ColumnMapping
  readonly savedAt: Temporal.Instant
  readonly savedBy: string
}

const MAPPING = `id, name, version, incident_id as "incidentId", register_headers as "registerHeaders",
  exposed_headers as "exposedHeaders", columns, saved_at as "savedAt", saved_by as "savedBy"`

/** The newest version of each name that this incident may use. */
export function usableMappings(tx: Tx, incidentId: string): Promise<NamedMapping[]> {
  return rows<NamedMapping>(
    tx,
    `select distinct on (incident_id, name) ${MAPPING} from column_mapping
      where deleted_at is null and (incident_id = $1 or incident_id is null)
      order by incident_id, name, version desc`,
    [incidentId],
  )
}

export function findMapping(tx: Tx, incidentId: string, id: number): Promise<NamedMapping | undefined> {
  return maybeRow<NamedMapping>(
    tx,
    `select ${MAPPING} from column_mapping
      where id = $2 and deleted_at is null and (incident_id = $1 or incident_id is null)`,
    [incidentId, id],
  )
}

/** A name that is taken gets its next version; the former ones stay, for imports made with them. */
export function insertMapping(
  tx: Tx,
  mapping: Omit<NamedMapping, 'id' | 'version'>,
): Promise<{ id: number; version: number }> {
  const { incidentId, name, registerHeaders, exposedHeaders, columns, savedAt, savedBy } = mapping
  return oneRow<{ id: number; version: number }>(
    tx,
    `insert into column_mapping (incident_id, name, version, register_headers, exposed_headers, columns, saved_at, saved_by)
     values ($1::uuid, $2, (select coalesce(max(version), 0) + 1 from column_mapping
                        where name = $2 and incident_id is not distinct from $1::uuid), $3, $4, $5, $6, $7)
     returning id, version`,
    [incidentId, name, registerHeaders, exposedHeaders, JSON.stringify(columns), savedAt, savedBy],
  )
}

/** All versions of its name leave the lists; rows stay, for the imports that name them. */
export async function deleteMapping(tx: Tx, mapping: NamedMapping, at: Temporal.Instant): Promise<void> {
  await tx.query(
    `update column_mapping set deleted_at = $3
      where name = $1 and incident_id is not distinct from $2::uuid and deleted_at is null`,
    [mapping.name, mapping.incidentId, at],
  )
}
