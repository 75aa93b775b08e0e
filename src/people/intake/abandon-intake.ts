import { type Actor, record } from '../../journal/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { discardKept } from './kept-files.ts'
import type { Intake } from './model.ts'
import { intakeRefusals } from './refusals.ts'
import { moveIntake } from './store.ts'

/** Gives up an import that did not run; both files go. @throws intake.notNow when it runs meanwhile */
export async function abandonIntake(
  platform: Platform,
  intake: Intake,
  actor: Actor,
  why: 'asked' | 'replaced' | 'too_long' | 'no_files',
): Promise<void> {
  const from =
    why === 'no_files'
      ? (['looking', 'to_confirm', 'waiting', 'running'] as const)
      : (['looking', 'to_confirm'] as const)
  await platform.db.transaction(async (tx) => {
    const endedAt = platform.clock.now()
    if (!(await moveIntake(tx, intake.id, from, 'abandoned', { endedAt }))) throw intakeRefusals.notNow()
    await record(tx, platform.clock, {
      actor,
      kind: 'intake.abandoned',
      incidentId: intake.incidentId,
      payload: { intake: intake.id, why },
    })
  })
  await discardKept(platform.home, intake.id)
}
