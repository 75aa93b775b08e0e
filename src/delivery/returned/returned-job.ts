import type { Task } from '../../platform/jobs.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refusal } from '../../platform/refusal.ts'
import { applyReport, judgeReturned } from './apply-report.ts'
import { askReading, RETURNED_TASK } from './ask-reading.ts'
import { noteFailure } from './intake-store.ts'
import { readMailbox } from './mailbox.ts'
import { readImap } from './read-imap.ts'
import { readMaildir } from './read-maildir.ts'
import { waitingReports } from './report-store.ts'

/** Seconds between two readings: what keeps a connection open (IDLE) would hold a worker for no gain in a day's campaign. */
const EVERY = 15
const AFTER_FAILURE = 60

/** Reads the mailbox and the Maildir that the settings name, and applies what waited for a sender to finish. */
export const returnedTask: Task<Record<string, never>> = {
  name: RETURNED_TASK,
  async run(platform, _, signal) {
    const failed = !(await readReturnedMail(platform, signal))
    const { bounceImapUrl, bounceMaildir } = platform.config
    const more = bounceImapUrl || bounceMaildir || (await waitingReports(platform.db)).length > 0
    if (more && !signal.aborted) await askReading(platform, failed ? AFTER_FAILURE : EVERY)
  },
}

/** One reading of every source. A source that cannot be read keeps its messages and says so on the desk. @returns whether all were read */
export async function readReturnedMail(platform: Platform, signal: AbortSignal): Promise<boolean> {
  const { bounceImapUrl, bounceMaildir } = platform.config
  const imap = () => readImap(platform, readMailbox(bounceImapUrl ?? '', platform.home.exercise), signal)
  const read = [
    !bounceImapUrl || (await attempt(platform, 'imap', signal, imap)),
    !bounceMaildir ||
      (await attempt(platform, 'maildir', signal, () => readMaildir(platform, bounceMaildir, signal))),
  ]
  for (const { id } of await waitingReports(platform.db)) read.push(await applyWaiting(platform, id))
  return read.every(Boolean)
}

/** One that fails, or would always, keeps none of the others waiting. */
async function applyWaiting(platform: Platform, id: number): Promise<boolean> {
  try {
    const applied = await platform.db.transaction((tx) => applyReport(tx, platform, id))
    if (applied) await judgeReturned(platform, applied)
    return true
  } catch (error) {
    platform.log.warn({ report: id, failure: failureOf(error) }, 'returned mail not applied')
    return false
  }
}

async function attempt(
  platform: Platform,
  intake: 'imap' | 'maildir',
  signal: AbortSignal,
  read: () => Promise<number>,
): Promise<boolean> {
  try {
    await read()
    return true
  } catch (error) {
    if (signal.aborted) return false
    const failure = failureOf(error)
    platform.log.warn({ intake, failure }, 'returned mail not read')
    await noteFailure(platform.db, intake, failure, platform.clock.now())
    return false
  }
}

/** A word for the page and the log: never what was being read. */
function failureOf(error: unknown): string {
  if (error instanceof Refusal) return error.code
  const { code, authenticationFailed, name } = error as Error & {
    code?: unknown
    authenticationFailed?: boolean
  }
  if (authenticationFailed) return 'authentication'
  return typeof code === 'string' ? code : name
}

/** At start: reads at once. It comes back by itself while there is a source to read, or a report that waits for a sender. */
export async function takeUpReturnedMail(platform: Platform): Promise<void> {
  await askReading(platform, 1)
}
