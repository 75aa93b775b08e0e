import type { Temporal } from '../../platform/clock.ts'
import { oneRow, rows, type Tx } from '../../platform/database.ts'

export type Strategy = 'concerned_only' | 'preventive_to_all'
export const STRATEGIES: readonly Strategy[] = ['concerned_only', 'preventive_to_all']

export interface StrategyDecision {
  readonly id: number
  readonly strategy: Strategy
  /** Of the list it was decided on. */
  readonly listVersion: number
  readonly reason: string
  readonly decidedAt: Temporal.Instant
  readonly decidedBy: string
}

/** Decisions of an incident, the one in force first. */
export async function strategyDecisions(tx: Tx, incidentId: string): Promise<StrategyDecision[]> {
  return rows<StrategyDecision>(
    tx,
    `select s.id, s.strategy, v.number as "listVersion", s.reason, s.decided_at as "decidedAt", s.decided_by as "decidedBy"
       from strategy_decision s join list_version v on v.id = s.list_version_id
      where s.incident_id = $1 order by s.id desc limit 100`,
    [incidentId],
  )
}

/** What the organisation does now: without a decision, it tells those on the list and those who may be. */
export async function strategyInForce(tx: Tx, incidentId: string): Promise<Strategy> {
  return (await strategyDecisions(tx, incidentId))[0]?.strategy ?? 'concerned_only'
}

export async function insertStrategy(
  tx: Tx,
  decision: { incidentId: string; strategy: Strategy; listVersionId: number; reason: string },
  at: Temporal.Instant,
  by: string,
): Promise<number> {
  const { id } = await oneRow<{ id: number }>(
    tx,
    `insert into strategy_decision (incident_id, strategy, list_version_id, reason, decided_at, decided_by)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [decision.incidentId, decision.strategy, decision.listVersionId, decision.reason, at, by],
  )
  return id
}

/** One decision of an incident at a time, until the end of the transaction. */
export async function lockStrategy(tx: Tx, incidentId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('tocsin.strategy'), hashtext($1::text))`, [
    incidentId,
  ])
}
