import { tocsin } from '../../journal/index.ts'
import { enqueue, type Task } from '../../platform/jobs.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refusal } from '../../platform/refusal.ts'
import { abandonIntake } from './abandon-intake.ts'
import { discardKept, isKept, keptIds } from './kept-files.ts'
import { askToLook } from './look-at-files.ts'
import { KEPT_HOURS } from './model.ts'
import { askToImport } from './run-import.ts'
import { allInHand } from './store.ts'

const SWEEP = 'intake.sweep'

/** Within the hour. One sweep waits at a time, and asks for the next while an import is in hand. */
export async function askToSweep(platform: Pick<Platform, 'db' | 'clock'>): Promise<void> {
  await enqueue(platform.db, SWEEP, {}, { key: SWEEP, runAt: platform.clock.now().add({ hours: 1 }) })
}

export const sweepTask: Task = { name: SWEEP, run: sweepOld }

/** Gives up the imports that nobody confirmed in time, those that were stopped or failed too. */
export async function sweepOld(platform: Platform): Promise<void> {
  const limit = platform.clock.now().subtract({ hours: KEPT_HOURS })
  for (const intake of await allInHand(platform.db)) {
    const waits = intake.state === 'looking' || intake.state === 'to_confirm'
    const old = intake.openedAt.epochMilliseconds < limit.epochMilliseconds
    if (waits && old) await abandonIntake(platform, intake, tocsin, 'too_long').catch(unlessTakenUp)
  }
  if ((await allInHand(platform.db)).length > 0) await askToSweep(platform)
}

/** Someone confirmed it in that moment: it is theirs, and the others are still to be looked at. */
function unlessTakenUp(error: unknown): void {
  if (!(error instanceof Refusal) || error.code !== 'intake.notNow') throw error
}

/**
 * At the start of a desk, before any page: what a kill left is deleted or taken up again. Files of no import in hand go;
 * an import whose files are gone (a restored backup) is given up; one that the worker had starts again.
 */
export async function takeUpIntakes(platform: Platform): Promise<void> {
  await sweepOld(platform)
  const inHand = await allInHand(platform.db)
  for (const id of await keptIds(platform.home)) {
    if (!inHand.some((intake) => intake.id === id)) await discardKept(platform.home, id)
  }
  for (const intake of inHand) {
    if (!(await isKept(platform.home, intake))) await abandonIntake(platform, intake, tocsin, 'no_files')
    else if (intake.state === 'looking' || intake.state === 'to_confirm')
      await askToLook(platform.db, intake.id)
    else await askToImport(platform, intake.id)
  }
}
