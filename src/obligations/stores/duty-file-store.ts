import type { Temporal } from '../../platform/clock.ts'
import { maybeRow, rows, type Tx } from '../../platform/database.ts'

/** A file kept as evidence or receipt: what it is called, and what proves that it did not change. */
export interface DutyFile {
  readonly id: string
  readonly name: string
  /** Of the clear bytes. */
  readonly sha256: string
  readonly bytes: number
  /** Relative to the store. */
  readonly storedPath: string
}

export async function insertFile(
  tx: Tx,
  incidentId: string,
  file: DutyFile & { readonly recordedAt: Temporal.Instant; readonly recordedBy: string },
): Promise<void> {
  await tx.query(
    `insert into duty_file (id, incident_id, name, sha256, bytes, stored_path, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      file.id,
      incidentId,
      file.name,
      file.sha256,
      file.bytes,
      file.storedPath,
      file.recordedAt,
      file.recordedBy,
    ],
  )
}

export async function fileById(tx: Tx, incidentId: string, id: string): Promise<DutyFile | undefined> {
  return maybeRow<DutyFile>(
    tx,
    `select id, name, sha256, bytes, stored_path as "storedPath" from duty_file where incident_id = $1 and id::text = $2`,
    [incidentId, id],
  )
}

/** Paths in the store that some row names, of every incident. */
export async function storedPaths(tx: Tx): Promise<string[]> {
  return (await rows<{ path: string }>(tx, `select stored_path as path from duty_file`)).map(
    ({ path }) => path,
  )
}
