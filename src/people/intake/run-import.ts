import { dirname, join } from 'node:path'
import { type Actor, record, tocsin } from '../../journal/index.ts'
import { enqueue, type Task } from '../../platform/jobs.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refusal } from '../../platform/refusal.ts'
import { importLists } from '../lists/index.ts'
import { joinRepaired } from '../read/index.ts'
import { reporter, tellPages, watchStop } from './follow-intake.ts'
import { type ClearFiles, discardKept, withClearFiles } from './kept-files.ts'
import { failureOf } from './look-at-files.ts'
import type { Intake } from './model.ts'
import { intakeRefusals } from './refusals.ts'
import { findById, moveIntake } from './store.ts'

const IMPORT = 'intake.import'

/** Hands a confirmed import to the worker, in one transaction with its journal entry. @throws intake.notNow */
export async function startImport(platform: Platform, intake: Intake, actor: Actor): Promise<void> {
  await platform.db.transaction(async (tx) => {
    const begunAt = platform.clock.now()
    if (!(await moveIntake(tx, intake.id, ['to_confirm'], 'waiting', { begunAt, begunBy: actor })))
      throw intakeRefusals.notNow()
    await enqueue(tx, IMPORT, { id: intake.id }, { key: `${IMPORT} ${intake.id}` })
    await record(tx, platform.clock, {
      actor,
      kind: 'intake.started',
      incidentId: intake.incidentId,
      payload: { intake: intake.id, bytes: intake.bytes, mapping: intake.mappingId },
    })
  })
}

/** Asks again for the job of an import that a kill may have taken with it. */
export async function askToImport(platform: Pick<Platform, 'db'>, id: string): Promise<void> {
  await enqueue(platform.db, IMPORT, { id }, { key: `${IMPORT} ${id}` })
}

/** May be run again from its beginning: an import is one transaction, and leaves nothing when it is cut. */
export const importTask: Task<{ id: string }> = {
  name: IMPORT,
  async run(platform, { id }, signal) {
    const intake = await findById(platform.db, id)
    if (!intake || !['waiting', 'running'].includes(intake.state)) return
    if (intake.state === 'waiting' && !intake.stopAsked)
      await moveIntake(platform.db, id, ['waiting'], 'running')
    const watch = watchStop(platform, id, ['running', 'waiting'], signal)
    try {
      if (intake.stopAsked) throw intakeRefusals.stopped()
      const listVersionId = await matchBoth(platform, intake, watch.signal)
      await moveIntake(platform.db, id, ['running', 'waiting'], 'done', {
        listVersionId,
        endedAt: platform.clock.now(),
      })
      await discardKept(platform.home, id)
      await tellPages(platform, intake.incidentId, 'import')
    } catch (error) {
      if (signal.aborted) throw error
      await moveIntake(platform.db, id, ['running', 'waiting'], 'to_confirm', { failure: failureOf(error) })
      await tellPages(platform, intake.incidentId, 'import', error)
      if (!(error instanceof Refusal)) throw error
    } finally {
      watch.end()
    }
  },
}

async function matchBoth(
  platform: Platform,
  intake: Intake & { begunBy: Actor | null },
  signal: AbortSignal,
): Promise<number> {
  const { id, incidentId, names, columns, bytes } = intake
  const report = reporter(platform, id)
  report.step('decrypt', 0, bytes.register + bytes.exposed, 'bytes')
  return withClearFiles(platform.home, intake, signal, async (paths) => {
    signal.throwIfAborted()
    const request = {
      incidentId,
      registerPath: paths.register,
      exposedPath: paths.exposed,
      repairedPath: await allRepaired(paths, intake),
      names,
      columns: columns ?? undefined,
      publish: false,
      onProgress: report.step,
      signal,
    }
    const imported = await importLists(platform, request, intake.begunBy ?? tocsin)
    await report.end()
    return imported.listVersion.id
  })
}

/** With the lines that were repaired before: they would be unreadable again without it. */
async function allRepaired(
  { exposed, repaired, earlier }: ClearFiles,
  { names, columns }: Intake,
): Promise<string | undefined> {
  if (!repaired || !earlier) return repaired
  const both = join(dirname(dirname(repaired)), 'all-repaired.csv')
  const list = { path: exposed, file: names.exposed, columns: columns ?? {} }
  await joinRepaired(list, [earlier, repaired], both)
  return both
}
