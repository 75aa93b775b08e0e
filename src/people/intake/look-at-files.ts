import { enqueue, type Task } from '../../platform/jobs.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refusal } from '../../platform/refusal.ts'
import { countLines, type ListRole, lookAtFile } from '../read/index.ts'
import { openingOf } from './choose-columns.ts'
import { reporter, tellPages, watchStop } from './follow-intake.ts'
import { clearFiles, discardKept, keepSeen } from './kept-files.ts'
import { type Intake, ROLES, type SeenFile, type SeenFiles } from './model.ts'
import { intakeRefusals } from './refusals.ts'
import { findById, moveIntake } from './store.ts'

const LOOK = 'intake.look'

export async function askToLook(platform: Pick<Platform, 'db'>, id: string): Promise<void> {
  await enqueue(platform.db, LOOK, { id }, { key: `${LOOK} ${id}` })
}

/**
 * Looks at both files, then counts their lines while a person reads what was seen. A file that cannot be read ends the
 * import before it began, and its bytes go.
 */
export const lookTask: Task<{ id: string }> = {
  name: LOOK,
  async run(platform, { id }, signal) {
    const intake = await findById(platform.db, id)
    if (!intake || !['looking', 'to_confirm'].includes(intake.state) || intake.stored) return
    const files = await seen(platform, intake, signal)
    if (files) await count(platform, intake, files, signal)
  },
}

async function seen(
  platform: Platform,
  intake: Intake,
  signal: AbortSignal,
): Promise<{ paths: Record<ListRole, string>; seen: SeenFiles } | undefined> {
  const { id, names, columns } = intake
  let at: ListRole = 'register'
  try {
    const paths = await clearFiles(platform.home, intake, signal)
    const opening = { register: openingOf(columns?.register), exposed: openingOf(columns?.exposed) }
    const look = async (role: ListRole): Promise<SeenFile> => {
      at = role
      return { ...(await lookAtFile(paths[role], role, { file: names[role], mapping: opening })), read: null }
    }
    const files = { register: await look('register'), exposed: await look('exposed') }
    await keepSeen(platform.home, id, files)
    if (await moveIntake(platform.db, id, ['looking'], 'to_confirm'))
      await tellPages(platform, intake.incidentId, 'look')
    return { paths, seen: files }
  } catch (error) {
    if (signal.aborted) throw error
    if (await askForSheet(platform, intake, at, error)) return undefined
    await refuse(platform, intake, error)
    if (!(error instanceof Refusal)) throw error
    return undefined
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

async function refuse(platform: Platform, { id, incidentId }: Intake, error: unknown): Promise<void> {
  const failure = failureOf(error)
  await moveIntake(platform.db, id, ['looking', 'to_confirm'], 'refused', {
    failure,
    endedAt: platform.clock.now(),
  })
  await discardKept(platform.home, id)
  await tellPages(platform, incidentId, 'look')
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
  files: { paths: Record<ListRole, string>; seen: SeenFiles },
  signal: AbortSignal,
): Promise<void> {
  const watch = watchStop(platform, intake.id, ['to_confirm'], signal)
  const report = reporter(platform, intake.id, intake.incidentId)
  const total = intake.bytes.register + intake.bytes.exposed
  let { seen } = files
  let before = 0
  try {
    for (const role of ROLES) {
      const read = await countLines(files.paths[role], seen[role].layout, {
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
    if (!watch.signal.aborted) await refuse(platform, intake, error)
    if (signal.aborted) throw error
  } finally {
    watch.end()
    await report.end(total)
  }
}
