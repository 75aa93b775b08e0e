import { record, tocsin } from '../journal/index.ts'
import type { Platform } from '../platform/platform.ts'
import { empty, writeAfresh } from './empty-store.ts'
import { filesOfIncident, removeAll } from './files-of-incident.ts'
import { type Purge, STEPS, type Step } from './model.ts'
import { incidentOfPurge, lockPurge, purgeOf, setDone, stepDone } from './purge-store.ts'

/**
 * Carries a confirmed purge out, from the first step that is not done: it may be killed at any instant and run again. Two at once do no
 * harm, each step being the same done twice.
 */
export async function carryOutPurge(platform: Platform, incidentId: string): Promise<Purge | undefined> {
  const purge = await purgeOf(platform.db, incidentId)
  if (purge?.state !== 'running') return purge
  for (const step of STEPS) if (!purge.steps.includes(step)) await carryOut(platform, purge, step)
  await platform.db.transaction(async (tx) => {
    await lockPurge(tx, incidentId)
    if (!(await setDone(tx, purge.id, platform.clock.now()))) return
    const { people, files } = purge.plan
    await record(tx, platform.clock, {
      actor: tocsin,
      kind: 'purge.done',
      incidentId,
      payload: { people, files },
    })
  })
  return purgeOf(platform.db, incidentId)
}

async function carryOut(platform: Platform, { id, incidentId }: Purge, step: Step): Promise<void> {
  if (step === 'files') {
    const incident = await incidentOfPurge(platform.db, incidentId)
    await removeAll(await filesOfIncident(platform.db, platform.home, incident))
  } else if (step === 'rewrite') await writeAfresh(platform.db, platform.config.databaseUrl === undefined)
  await platform.db.transaction(async (tx) => {
    if (step !== 'files' && step !== 'rewrite') await empty(tx, step, incidentId)
    await stepDone(tx, id, step)
  })
}
