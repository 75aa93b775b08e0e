import { record, tocsin } from '../../journal/index.ts'
import type { Tx } from '../../platform/database.ts'
import { enqueue, type Task } from '../../platform/jobs.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refusal } from '../../platform/refusal.ts'
import { countLines, type ListRole, lookAtFile } from '../read/index.ts'
import { openingOf } from './choose-columns.ts'
import { reporter, tellPages, watchStop } from './follow-intake.ts'
import { discardKept, keepSeen, readSeen, withClearFiles } from './kept-files.ts'
import { type Intake, ROLES, type SeenFile, type SeenFiles } from './model.ts'
import { intakeRefusals } from './refusals.ts'
import { findById, moveIntake } from './store.ts'

const LOOK = 'intake.look'

/** Looks of one import go one after the other: an earlier one would write what it saw over the later. */
export async function askToLook(tx: Tx, id: string): Promise<void> {
  await enqueue(tx, LOOK, { id }, { key: `${LOOK} ${id}`, queue: `${LOOK} ${id}` })
}

/**
 * Looks at both files, then counts their lines while a person reads what was seen. A file that cannot be read ends the
 * import before it began, and its bytes go; those in clear go in any case.
 */
export const lookTask: Task<{ id: string }> = {
  name: LOOK,
  async run(platform, { id }, signal) {
    const intake = await findById(platform.db, id)
    if (!intake || intake.stored || !(await isToLookAt(platform, intake))) return
    try {
      await withClearFiles(platform.home, intake, signal, async (paths) => {
        const files = await look(platform, intake, paths)
        if (files) await count(platform, intake, paths, files, signal)
      })
    } catch (error) {
      if (signal.aborted) throw error
      const refused = await refuse(platform, intake, error)
      if (refused && !(error instanceof Refusal)) throw error
    }
  },
}

/** A restart asks for every import that waits: those whose lines are counted need not be read in clear once more. */
async function isToLookAt({ home }: Platform, { id, state, failure }: Intake): Promise<boolean> {
  if (state === 'looking') return true
  if (state !== 'to_confirm' || failure?.sheets) return false
  const seen = await readSeen(home, id)
  return !seen || ROLES.some((role) => seen[role].read === null)
}

async function look(
  platform: Platform,
  intake: Intake,
  paths: Record<ListRole, string>,
): Promise<SeenFiles | undefined> {
  const { id, names, columns } = intake
  let at: ListRole = 'register'
  try {
    const opening = { register: openingOf(columns?.register), exposed: openingOf(columns?.exposed) }
    const lookAt = async (role: ListRole): Promise<SeenFile> => {
      at = role
      return { ...(await lookAtFile(paths[role], role, { file: names[role], mapping: opening })), read: null }
    }
    const files = { register: await lookAt('register'), exposed: await lookAt('exposed') }
    await keepSeen(platform.home, id, files)
    if (await moveIntake(platform.db, id, ['looking'], 'to_confirm'))
      await tellPages(platform, intake.incidentId, 'look')
    return files
  } catch (error) {
    if (await askForSheet(platform, intake, at, error)) return undefined
    throw error
  }
}

/** Several sheets may be the list: no refusal, a question. @returns false when the error is another one */
async function askForSheet(
  platform: Platform,
  { id, incidentId }: Intake,
  role: ListRole,
  error: unknown,
): Promise<boolean> {
  const names = error instanceof Refusal ? error.params['sheets'] : undefined
  if (!Array.isArray(names)) return false
  const failure = { ...failureOf(error), sheets: { role, names: names.map(String) } }
  await moveIntake(platform.db, id, ['looking'], 'to_confirm', { failure })
  await tellPages(platform, incidentId, 'look')
  return true
}

/** Its files go. @returns false when it has moved on meanwhile: they are no longer ours then */
async function refuse(platform: Platform, { id, incidentId }: Intake, error: unknown): Promise<boolean> {
  const failure = failureOf(error)
  const refused = await platform.db.transaction(async (tx) => {
    const ended = { failure, endedAt: platform.clock.now() }
    if (!(await moveIntake(tx, id, ['looking', 'to_confirm'], 'refused', ended))) return false
    const payload = { intake: id, code: failure.code }
    await record(tx, platform.clock, { actor: tocsin, kind: 'intake.refused', incidentId, payload })
    return true
  })
  if (!refused) return false
  await discardKept(platform.home, id)
  await tellPages(platform, incidentId, 'look')
  return true
}

/** What a person is told: the refusal in both languages, or that something broke and nothing was kept. */
export function failureOf(error: unknown) {
  const refusal = error instanceof Refusal ? error : intakeRefusals.unexpected()
  return { code: refusal.code, fr: refusal.text('fr'), en: refusal.text('en') }
}

/** Stops without a word when the person went on without waiting. */
async function count(
  platform: Platform,
  intake: Intake,
  paths: Record<ListRole, string>,
  files: SeenFiles,
  signal: AbortSignal,
): Promise<void> {
  const watch = watchStop(platform, intake.id, ['to_confirm'], signal)
  const report = reporter(platform, intake.id, intake.incidentId)
  const total = intake.bytes.register + intake.bytes.exposed
  let seen = files
  let before = 0
  try {
    for (const role of ROLES) {
      const read = await countLines(paths[role], seen[role].layout, {
        file: intake.names[role],
        signal: watch.signal,
        onBytes: (done) => report.step('count', before + done, total, 'bytes'),
      })
      before += intake.bytes[role]
      seen = {
        ...seen,
        [role]: { ...seen[role], read: { accounting: read.accounting, sha256: read.sha256 } },
      }
      if (!watch.signal.aborted) await keepSeen(platform.home, intake.id, seen)
    }
  } catch (error) {
    if (signal.aborted || !watch.signal.aborted) throw error
  } finally {
    watch.end()
    await report.end(total)
  }
}
