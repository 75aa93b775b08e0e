import { sealOutcomes } from '../delivery/index.ts'
import { record } from '../journal/index.ts'
import { enqueue } from '../platform/jobs.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Purger, requirePurger } from './ask-purge.ts'
import type { Purge } from './model.ts'
import { type PurgedIncident, planPurge } from './plan-purge.ts'
import { closeForPurge, lockPurge, obstaclesOf, purgeOf, setRunning } from './purge-store.ts'
import { purgeRefusals } from './refusals.ts'

export const PURGE_TASK = 'purge.carry-out'

/**
 * The second person confirms: every outcome is sealed once more, then the purge begins and there is no way back. A job carries it out.
 * @throws purge.roleNeeded, notAsked, samePerson, notNow, planChanged
 */
export async function confirmPurge(platform: Platform, incident: PurgedIncident, by: Purger): Promise<Purge> {
  requirePurger(by)
  await checked(platform, incident, by)
  const sealId = await sealBefore(platform, incident, by)
  return platform.db.transaction(async (tx) => {
    const purge = await lockPurge(tx, incident.id)
    if (purge?.state !== 'asked') throw purgeRefusals.notAsked()
    if (purge.askedBy === by.userId) throw purgeRefusals.samePerson()
    // Sealing took its time: a campaign or an import may have begun meanwhile.
    const obstacles = await obstaclesOf(tx, incident.id)
    if (obstacles.length > 0) throw purgeRefusals.notNow({ obstacles })
    const at = platform.clock.now()
    await setRunning(tx, purge.id, { id: by.userId, name: by.name, sealId }, at)
    await closeForPurge(tx, incident.id, at)
    await enqueue(tx, PURGE_TASK, { incidentId: incident.id }, { key: `${PURGE_TASK}:${incident.id}` })
    await record(tx, platform.clock, {
      actor: by.actor,
      kind: 'purge.confirmed',
      incidentId: incident.id,
      payload: { askedBy: purge.askedByName, people: purge.plan.people },
    })
    return (await purgeOf(tx, incident.id))!
  })
}

/** What was read is what goes: people and files as they were counted. */
async function checked(platform: Platform, incident: PurgedIncident, by: Purger): Promise<void> {
  await platform.db.transaction(async (tx) => {
    const purge = await lockPurge(tx, incident.id)
    if (purge?.state !== 'asked') throw purgeRefusals.notAsked()
    if (purge.askedBy === by.userId) throw purgeRefusals.samePerson()
    const { plan, obstacles } = await planPurge(platform, tx, incident)
    if (obstacles.length > 0) throw purgeRefusals.notNow({ obstacles })
    if (plan.people !== purge.plan.people || plan.stays.deliveries !== purge.plan.stays.deliveries)
      throw purgeRefusals.planChanged()
  })
}

/** An incident without a list has nothing to seal. */
async function sealBefore(platform: Platform, incident: PurgedIncident, by: Purger): Promise<string | null> {
  try {
    const seal = await sealOutcomes(platform, { incident, milestone: 'before_purge' }, by.actor)
    return seal.id
  } catch (error) {
    if (error instanceof Refusal && error.code === 'proof.noList') return null
    throw error
  }
}
