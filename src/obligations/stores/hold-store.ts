import type { Temporal } from '../../platform/clock.ts'
import { maybeRow, oneRow, rows, type Tx } from '../../platform/database.ts'

export interface Hold {
  /** Of the row: what a person saw when they act on it. */
  readonly id: number
  readonly conclusion: string
  readonly act: 'taken' | 'given' | 'let_go'
  /** Null: let go. */
  readonly holder: string | null
  readonly userId: string | null
  readonly at: Temporal.Instant
  readonly recordedBy: string
}

const HOLD = `id, conclusion, act, holder, user_id as "userId", at, recorded_by as "recordedBy"`

/** The latest row of each duty that was ever held. */
export async function latestHolds(tx: Tx, incidentId: string): Promise<Hold[]> {
  return rows<Hold>(
    tx,
    `select distinct on (conclusion) ${HOLD} from duty_hold where incident_id = $1 order by conclusion, id desc`,
    [incidentId],
  )
}

export async function latestHold(tx: Tx, incidentId: string, conclusion: string): Promise<Hold | undefined> {
  return maybeRow<Hold>(
    tx,
    `select ${HOLD} from duty_hold where incident_id = $1 and conclusion = $2 order by id desc limit 1`,
    [incidentId, conclusion],
  )
}

export async function insertHold(tx: Tx, incidentId: string, hold: Omit<Hold, 'id'>): Promise<number> {
  const { conclusion, act, holder, userId, at, recordedBy } = hold
  const { id } = await oneRow<{ id: number }>(
    tx,
    `insert into duty_hold (incident_id, conclusion, act, holder, user_id, at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [incidentId, conclusion, act, holder, userId, at, recordedBy],
  )
  return id
}

export interface KeptReason {
  readonly id: number
  readonly conclusion: string
  readonly reason: string
  readonly at: Temporal.Instant
  readonly recordedBy: string
}

const REASON = `id, conclusion, reason, at, recorded_by as "recordedBy"`

/** The reason that holds for each duty whose clock was missed. */
export async function latestReasons(tx: Tx, incidentId: string): Promise<KeptReason[]> {
  return rows<KeptReason>(
    tx,
    `select distinct on (conclusion) ${REASON} from delay_reason where incident_id = $1 order by conclusion, id desc`,
    [incidentId],
  )
}

/** Every reason given for one duty, newest first. */
export async function reasonsOf(tx: Tx, incidentId: string, conclusion: string): Promise<KeptReason[]> {
  return rows<KeptReason>(
    tx,
    `select ${REASON} from delay_reason where incident_id = $1 and conclusion = $2 order by id desc`,
    [incidentId, conclusion],
  )
}

export async function insertReason(
  tx: Tx,
  incidentId: string,
  reason: Omit<KeptReason, 'id'>,
): Promise<number> {
  const { id } = await oneRow<{ id: number }>(
    tx,
    `insert into delay_reason (incident_id, conclusion, reason, at, recorded_by) values ($1, $2, $3, $4, $5) returning id`,
    [incidentId, reason.conclusion, reason.reason, reason.at, reason.recordedBy],
  )
  return id
}
