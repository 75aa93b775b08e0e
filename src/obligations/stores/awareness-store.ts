import type { Temporal } from '../../platform/clock.ts'
import { oneRow, rows, type Tx } from '../../platform/database.ts'
import type { Awareness } from '../model.ts'

const AWARENESS = `a.id, a.organisation, a.fact, a.at, a.zone, a.who, a.how, a.evidence, a.recorded_at as "recordedAt",
  a.recorded_by as "recordedBy",
  case when k.id is not null then jsonb_build_object('id', k.id, 'name', k.name, 'sha256', k.sha256, 'bytes', k.bytes) end as file`

/** Every event kept, newest first; an event is never changed, the latest of an organisation and a fact stands. */
export async function awarenessEvents(
  tx: Tx,
  incidentId: string,
  organisation?: string,
): Promise<Awareness[]> {
  return rows<Awareness>(
    tx,
    `select ${AWARENESS} from awareness_event a left join duty_file k on k.id = a.file_id
      where a.incident_id = $1 and ($2::text is null or a.organisation = $2) order by a.id desc`,
    [incidentId, organisation ?? null],
  )
}

interface NewAwareness extends Omit<Awareness, 'id' | 'file'> {
  readonly factId: string
  readonly entered: string
  readonly fileId: string | null
}

export async function insertAwareness(tx: Tx, incidentId: string, event: NewAwareness): Promise<number> {
  const { id } = await oneRow<{ id: number }>(
    tx,
    `insert into awareness_event (incident_id, organisation, fact, fact_id, at, zone, entered, who, how, evidence, file_id,
                                  recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning id`,
    [
      incidentId,
      event.organisation,
      event.fact,
      event.factId,
      event.at,
      event.zone,
      event.entered,
      event.who,
      event.how,
      event.evidence,
      event.fileId,
      event.recordedAt,
      event.recordedBy,
    ],
  )
  return id
}

/** A person's decision on the risk, with what was proposed to them. */
export interface RiskDecision {
  readonly id: number
  readonly organisation: string
  readonly level: 'unlikely' | 'risk' | 'high'
  readonly reasons: string
  /** What Tocsin proposed then, in full; null when the facts did not allow a proposal. */
  readonly proposal: unknown
  readonly factId: string
  readonly at: Temporal.Instant
  readonly decidedBy: string
  readonly recordedBy: string
}

/** Newest first. */
export async function riskDecisions(
  tx: Tx,
  incidentId: string,
  organisation?: string,
): Promise<RiskDecision[]> {
  return rows<RiskDecision>(
    tx,
    `select id, organisation, level, reasons, proposal, fact_id as "factId", at, decided_by as "decidedBy",
            recorded_by as "recordedBy"
       from risk_decision where incident_id = $1 and ($2::text is null or organisation = $2) order by id desc`,
    [incidentId, organisation ?? null],
  )
}

export async function insertRiskDecision(
  tx: Tx,
  incidentId: string,
  decision: Omit<RiskDecision, 'id'>,
): Promise<number> {
  const { organisation, level, reasons, proposal, factId, at, decidedBy, recordedBy } = decision
  const { id } = await oneRow<{ id: number }>(
    tx,
    `insert into risk_decision (incident_id, organisation, level, reasons, proposal, fact_id, at, decided_by, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
    [
      incidentId,
      organisation,
      level,
      reasons,
      proposal === null ? null : JSON.stringify(proposal),
      factId,
      at,
      decidedBy,
      recordedBy,
    ],
  )
  return id
}
