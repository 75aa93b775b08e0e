import type { Clock, Temporal } from './clock.ts'
import { rows, type Tx } from './database.ts'
import { ioRefusal } from './io-refusal.ts'
import { type Locale, Refusal } from './refusal.ts'

export interface ProgressReport {
  readonly incidentId: string
  /** `generate`, `import`, `match`, `prepare`, `send`, `letters`… */
  readonly step: string
  readonly done: number
  readonly total?: number | undefined
  /** What is counted: `rows`, `messages`, `letters`. */
  readonly unit: string
  readonly finished?: boolean
  /** What stopped the step: a refusal, or an error that a person is told of in general words. */
  readonly failure?: unknown
}

export interface ProgressRow {
  readonly incidentId: string
  readonly step: string
  readonly done: number
  readonly total: number | null
  readonly unit: string
  readonly startedAt: Temporal.Instant
  readonly updatedAt: Temporal.Instant
  readonly finishedAt: Temporal.Instant | null
  /** Why the step stopped and what to do, in both languages. */
  readonly failure: Readonly<Record<Locale, string>> | null
}

/** Says how far a step has come; a report after the step finished starts it anew. */
export async function reportProgress(tx: Tx, clock: Clock, report: ProgressReport): Promise<void> {
  const now = clock.now()
  await tx.query(
    `insert into progress (incident_id, step, done, total, unit, started_at, updated_at, finished_at, failure)
     values ($1, $2, $3, $4, $5, $6, $6, $7, $8)
     on conflict (incident_id, step) do update set
       done = excluded.done, total = coalesce(excluded.total, progress.total), unit = excluded.unit,
       started_at = case when progress.finished_at is null then progress.started_at else excluded.started_at end,
       updated_at = excluded.updated_at, finished_at = excluded.finished_at, failure = excluded.failure`,
    [
      report.incidentId,
      report.step,
      report.done,
      report.total ?? null,
      report.unit,
      now,
      report.finished ? now : null,
      report.failure === undefined ? null : JSON.stringify(saidOf(report.failure)),
    ],
  )
}

/** Every step of an incident, in the order they started. */
export async function readProgress(tx: Tx, incidentId: string): Promise<ProgressRow[]> {
  return rows<ProgressRow>(
    tx,
    `select incident_id as "incidentId", step, done, total, unit, started_at as "startedAt", updated_at as "updatedAt",
            finished_at as "finishedAt", failure::json as failure
       from progress where incident_id = $1 order by started_at, step`,
    [incidentId],
  )
}

function saidOf(error: unknown): Record<Locale, string> {
  const refusal = ioRefusal(error, '')
  if (refusal instanceof Refusal) return { fr: refusal.text('fr'), en: refusal.text('en') }
  return {
    fr: 'Erreur inattendue. Le détail est dans logs/worker.log\u202f; le travail reprendra où il en était.',
    en: 'Unexpected error. Details are in logs/worker.log; the work will go on where it stood.',
  }
}
