import type { Temporal } from '../../platform/clock.ts'
import { maybeRow, rows, type Tx } from '../../platform/database.ts'

const REMINDER_STEPS = ['hours_24', 'hours_4', 'hours_1', 'passed', 'repeated'] as const
export type ReminderStep = (typeof REMINDER_STEPS)[number]

export interface Reminder {
  readonly id: number
  readonly conclusion: string
  readonly dueAt: Temporal.Instant
  readonly step: ReminderStep
  /** Counts those that repeat, from 1; 0 for the others. */
  readonly turn: number
  /** Null: nobody held it, so the lead was reminded. */
  readonly holder: string | null
  /** By the clock of the incident. */
  readonly at: Temporal.Instant
}

const REMINDER = `id, conclusion, due_at as "dueAt", step, turn, holder, at`

/** Writes it unless it was given already, by whichever worker. @returns its id, undefined when it was */
export async function insertReminder(
  tx: Tx,
  incidentId: string,
  reminder: Omit<Reminder, 'id'> & { readonly recordedAt: Temporal.Instant },
): Promise<number | undefined> {
  const { conclusion, dueAt, step, turn, holder, at, recordedAt } = reminder
  const row = await maybeRow<{ id: number }>(
    tx,
    `insert into duty_reminder (incident_id, conclusion, due_at, step, turn, holder, at, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`,
    [incidentId, conclusion, dueAt, step, turn, holder, at, recordedAt],
  )
  return row?.id
}

/** Every reminder given, newest first. */
export async function remindersOf(tx: Tx, incidentId: string): Promise<Reminder[]> {
  return rows<Reminder>(tx, `select ${REMINDER} from duty_reminder where incident_id = $1 order by id desc`, [
    incidentId,
  ])
}
