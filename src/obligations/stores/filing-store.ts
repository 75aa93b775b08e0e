import { maybeRow, oneRow, rows, type Tx } from '../../platform/database.ts'
import type { Filing } from '../model.ts'

/** A filing with what only its writers need. */
export interface KeptFiling extends Filing {
  readonly zone: string
  /** As it was entered, with its offset. */
  readonly entered: string
  /** The file kept with it, by id. */
  readonly fileId: string | null
  /** The fact that says it was done. */
  readonly factId: string | null
  /** Why the row before it was corrected. */
  readonly correction: string | null
  readonly supersededBy: number | null
}

const FILING = `f.id, f.conclusion as "conclusionId", f.state, f.at, f.zone, f.entered, f.receipt, f.channel, f.note,
  f.file_id as "fileId", f.fact_id as "factId", f.correction, f.recorded_at as "recordedAt", f.recorded_by as "recordedBy",
  f.superseded_by as "supersededBy",
  case when k.id is not null then jsonb_build_object('id', k.id, 'name', k.name, 'sha256', k.sha256, 'bytes', k.bytes) end as file`
const FROM = `filing f left join duty_file k on k.id = f.file_id`

/** Those that stand, planned and made, in order of their instants; struck ones are left out. */
export async function standingFilings(tx: Tx, incidentId: string): Promise<KeptFiling[]> {
  return rows<KeptFiling>(
    tx,
    `select ${FILING} from ${FROM} where f.incident_id = $1 and f.superseded_by is null and f.state <> 'struck' order by f.at, f.id`,
    [incidentId],
  )
}

/** Every version of one duty's filings, newest first. */
export async function filingHistory(tx: Tx, incidentId: string, conclusion: string): Promise<KeptFiling[]> {
  return rows<KeptFiling>(
    tx,
    `select ${FILING} from ${FROM} where f.incident_id = $1 and f.conclusion = $2 order by f.id desc`,
    [incidentId, conclusion],
  )
}

export async function filingById(tx: Tx, incidentId: string, id: number): Promise<KeptFiling | undefined> {
  return maybeRow<KeptFiling>(
    tx,
    `select ${FILING} from ${FROM} where f.incident_id = $1 and f.id = $2 and f.state <> 'struck'`,
    [incidentId, id],
  )
}

export type NewFiling = Omit<KeptFiling, 'id' | 'file' | 'supersededBy' | 'state'> & {
  /** `struck`: it takes the place of one that was recorded by mistake. */
  readonly state: Filing['state'] | 'struck'
}

/** Writes a filing and, in its place, closes the one it supersedes. @returns its id; undefined when that one is closed already */
export async function insertFiling(
  tx: Tx,
  incidentId: string,
  filing: NewFiling,
  supersedes: number | null,
): Promise<number | undefined> {
  const { id } = await oneRow<{ id: number }>(
    tx,
    `select nextval(pg_get_serial_sequence('filing', 'id')) as id`,
  )
  if (supersedes !== null) {
    const { rowCount } = await tx.query(
      `update filing set superseded_by = $3, superseded_at = $4 where id = $2 and incident_id = $1 and superseded_by is null`,
      [incidentId, supersedes, id, filing.recordedAt],
    )
    if (rowCount !== 1) return undefined
  }
  await tx.query(
    `insert into filing (id, incident_id, conclusion, state, at, zone, entered, receipt, channel, note, file_id, fact_id,
                         correction, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      id,
      incidentId,
      filing.conclusionId,
      filing.state,
      filing.at,
      filing.zone,
      filing.entered,
      filing.receipt,
      filing.channel,
      filing.note,
      filing.fileId,
      filing.factId,
      filing.correction,
      filing.recordedAt,
      filing.recordedBy,
    ],
  )
  return id
}
