import type { Temporal } from '../platform/clock.ts'
import type { Tx } from '../platform/database.ts'
import type { Platform } from '../platform/platform.ts'
import { filesOfIncident, weigh } from './files-of-incident.ts'
import { dueOn, isDue, type Obstacle, type PurgePlan, type RetentionInForce } from './model.ts'
import { countPlan, obstaclesOf, retentionInForce } from './purge-store.ts'

export interface PurgedIncident {
  readonly id: string
  readonly reference: string
  readonly exercise: boolean
  readonly closedAt: Temporal.Instant | null
}

export interface PlannedPurge {
  readonly plan: PurgePlan
  readonly retention: RetentionInForce
  readonly due: Temporal.PlainDate | undefined
  /** Empty: it may be asked for. */
  readonly obstacles: readonly Obstacle[]
}

/** What a purge would take and leave, and what stands in its way. Changes nothing. */
export async function planPurge(
  platform: Pick<Platform, 'clock' | 'home'>,
  tx: Tx,
  incident: PurgedIncident,
): Promise<PlannedPurge> {
  const counts = await countPlan(tx, incident.id)
  const plan = { ...counts, ...weigh(await filesOfIncident(tx, platform.home, incident)) }
  const retention = await retentionInForce(tx, incident.id)
  const due = dueOn(retention.retention, incident.closedAt)
  const waiting: Obstacle[] = isDue(due, platform.clock.now()) ? [] : [due ? 'not_due' : 'open_incident']
  return { plan, retention, due, obstacles: [...(await obstaclesOf(tx, incident.id)), ...waiting] }
}
