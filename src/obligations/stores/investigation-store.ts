import type { Temporal } from '../../platform/clock.ts'
import { oneRow, rows, type Tx } from '../../platform/database.ts'

export const INVESTIGATION_KINDS = ['inspection', 'preliminary', 'judicial', 'other'] as const
type InvestigationKind = (typeof INVESTIGATION_KINDS)[number]
export const INVESTIGATION_STATES = ['open', 'waiting', 'answered', 'closed'] as const
type InvestigationState = (typeof INVESTIGATION_STATES)[number]

interface InvestigationStep {
  readonly id: number
  readonly state: InvestigationState
  /** `YYYY-MM-DD`. */
  readonly on: string
  readonly note: string
  readonly recordedAt: Temporal.Instant
  readonly recordedBy: string
}

/** An investigation of an authority, with what followed. */
export interface Investigation {
  readonly id: number
  readonly authority: string
  readonly kind: InvestigationKind
  /** As the authority names them. */
  readonly offences: readonly string[]
  readonly reference: string
  readonly openedOn: string
  readonly contact: string
  readonly recordedAt: Temporal.Instant
  readonly recordedBy: string
  /** Newest first; the first says the state. */
  readonly steps: readonly InvestigationStep[]
}

type Row = Omit<Investigation, 'steps'>

/** In order of opening, each with its steps. */
export async function investigationsOf(tx: Tx, incidentId: string): Promise<Investigation[]> {
  const opened = await rows<Row>(
    tx,
    `select id, authority, kind, offences, reference, opened_on::text as "openedOn", contact, recorded_at as "recordedAt",
            recorded_by as "recordedBy"
       from investigation where incident_id = $1 order by opened_on, id`,
    [incidentId],
  )
  const steps = await rows<InvestigationStep & { readonly of: number }>(
    tx,
    `select s.id, s.investigation_id as of, s.state, s.on_day::text as "on", s.note, s.recorded_at as "recordedAt",
            s.recorded_by as "recordedBy"
       from investigation_step s join investigation i on i.id = s.investigation_id
      where i.incident_id = $1 order by s.id desc`,
    [incidentId],
  )
  return opened.map((one) => ({
    ...one,
    steps: steps.filter(({ of }) => of === one.id).map(({ of: _, ...step }) => step),
  }))
}

export async function insertInvestigation(tx: Tx, incidentId: string, one: Omit<Row, 'id'>): Promise<number> {
  const { id } = await oneRow<{ id: number }>(
    tx,
    `insert into investigation (incident_id, authority, kind, offences, reference, opened_on, contact, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
    [
      incidentId,
      one.authority,
      one.kind,
      one.offences,
      one.reference,
      one.openedOn,
      one.contact,
      one.recordedAt,
      one.recordedBy,
    ],
  )
  return id
}

export async function insertStep(
  tx: Tx,
  investigationId: number,
  step: Omit<InvestigationStep, 'id'>,
): Promise<number> {
  const { id } = await oneRow<{ id: number }>(
    tx,
    `insert into investigation_step (investigation_id, state, on_day, note, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [investigationId, step.state, step.on, step.note, step.recordedAt, step.recordedBy],
  )
  return id
}
