import { type Actor, record } from '../../journal/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Intake } from './model.ts'
import { askToStop } from './store.ts'

/** The worker sees it within half a second, even in the middle of the search. Nothing when it already ended. */
export async function stopImport(platform: Platform, intake: Intake, actor: Actor): Promise<void> {
  await platform.db.transaction(async (tx) => {
    if (!(await askToStop(tx, intake.id))) return
    await record(tx, platform.clock, {
      actor,
      kind: 'intake.stop_asked',
      incidentId: intake.incidentId,
      payload: { intake: intake.id },
    })
  })
}
