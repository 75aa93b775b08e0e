import { randomUUID } from 'node:crypto'
import { type Actor, record } from '../journal/index.ts'
import type { Tx } from '../platform/database.ts'
import type { Platform } from '../platform/platform.ts'
import { PURGERS, type Purge } from './model.ts'
import { type PurgedIncident, planPurge } from './plan-purge.ts'
import { insertPurge, lockPurge, purgeDay, purgeOf, setWithdrawn } from './purge-store.ts'
import { purgeRefusals } from './refusals.ts'

/** A person of the team, with a fresh proof of who they are. */
export interface Purger {
  readonly userId: string
  readonly name: string
  readonly roles: readonly string[]
  readonly actor: Actor
}

/** The first of two people asks, having read the plan. Nothing goes. @throws purge.roleNeeded, alreadyAsked, notNow */
export async function askPurge(platform: Platform, incident: PurgedIncident, by: Purger): Promise<Purge> {
  requirePurger(by)
  return platform.db.transaction(async (tx) => {
    const there = await lockPurge(tx, incident.id)
    if (there) throw purgeRefusals.alreadyAsked({ by: there.askedByName })
    const { plan, obstacles } = await planPurge(platform, tx, incident)
    if (obstacles.length > 0) throw purgeRefusals.notNow({ obstacles })
    const asked = { id: randomUUID(), incidentId: incident.id, plan, by: by.userId, byName: by.name }
    await insertPurge(tx, asked, platform.clock.now())
    await record(tx, platform.clock, {
      actor: by.actor,
      kind: 'purge.asked',
      incidentId: incident.id,
      payload: { people: plan.people, files: plan.files },
    })
    return (await purgeOf(tx, incident.id))!
  })
}

/** Either of them, or another one, takes the request back. @throws purge.notAsked */
export async function withdrawPurge(platform: Platform, incident: PurgedIncident, by: Purger): Promise<void> {
  requirePurger(by)
  await platform.db.transaction(async (tx) => {
    const purge = await lockPurge(tx, incident.id)
    if (purge?.state !== 'asked') throw purgeRefusals.notAsked()
    await setWithdrawn(tx, purge.id)
    await record(tx, platform.clock, { actor: by.actor, kind: 'purge.withdrawn', incidentId: incident.id })
  })
}

export function requirePurger({ roles }: Pick<Purger, 'roles'>): void {
  if (!PURGERS.some((role) => roles.includes(role))) throw purgeRefusals.roleNeeded()
}

/** Before what needs people's data, or would write them anew. @throws purge.purged */
export async function refuseAfterPurge(tx: Tx, incidentId: string): Promise<void> {
  const on = await purgeDay(tx, incidentId)
  if (on) throw purgeRefusals.purged({ on })
}
