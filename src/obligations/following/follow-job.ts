import type { MiddlewareHandler } from 'hono'
import type { DeskEnv } from '../../desk/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { enqueue, type Task } from '../../platform/jobs.ts'
import type { Platform } from '../../platform/platform.ts'
import { sweepFiles } from '../acts/keep-file.ts'
import { jobsReady } from '../stores/follow-job-store.ts'
import { followDuties } from './follow-duties.ts'
import { openIncidents } from './open-incidents.ts'

const NAME = 'obligations.follow'

/** Keeps conclusions and gives reminders, then waits for the next hour that somebody is to be reminded of. */
export const followTask: Task<{ incidentId: string }> = {
  name: NAME,
  async run(platform, { incidentId }) {
    const next = await followDuties(platform, incidentId)
    if (next) await enqueueFollowing(platform.db, incidentId, next)
  },
}

/**
 * Asks for the duties of an incident to be looked at, at once or at `runAt`. One waits for each incident: what asks for later yields to
 * what was written meanwhile and asks for now.
 */
export async function enqueueFollowing(tx: Tx, incidentId: string, runAt?: Temporal.Instant): Promise<void> {
  if (!(await jobsReady(tx))) return
  const key = `${NAME}:${incidentId}`
  await enqueue(tx, NAME, { incidentId }, runAt ? { key, runAt, yields: true } : { key })
}

/** At start: every open incident is looked at, and files that no row names go. */
export async function takeUpDuties(platform: Platform): Promise<void> {
  await sweepFiles(platform)
  for (const { id } of await openIncidents(platform.db)) await enqueueFollowing(platform.db, id)
}

const HOUR_MS = 3_600_000

/**
 * Looks again every hour that this process lives, whatever the clock on the wall does: a job that waits for an instant sleeps a day
 * too long where that clock was a day ahead and was set back.
 */
export function keepDutiesFollowed(platform: Pick<Platform, 'db'>): void {
  const look = async () => {
    for (const { id } of await openIncidents(platform.db)) await enqueueFollowing(platform.db, id)
  }
  // The database closes when the desk stops: then there is nothing left to look at.
  setInterval(() => void look().catch(() => undefined), HOUR_MS).unref()
}

/** After whatever is written on the pages of an incident, its duties are looked at: a fact anywhere may change one. */
export function followAfterWrites(): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    await next()
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || c.res.status >= 400) return
    await enqueueFollowing(c.get('platform').db, c.get('incident').id)
  }
}
