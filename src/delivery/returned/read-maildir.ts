import { constants } from 'node:fs'
import { open, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Platform } from '../../platform/platform.ts'
import { MOST_BYTES } from '../bounces/index.ts'
import { noteRead } from './intake-store.ts'
import { readReturned, takeReport } from './take-report.ts'

const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants
/** Messages of one reading: the next one goes on from there. */
const MOST_MESSAGES = 5000

/**
 * Reads what is in `new` of a Maildir, oldest name first: each message is applied, and only then moved to `cur`. Killed in
 * between, it is read again and recognised by its hash. @returns the reports that were new
 */
export async function readMaildir(platform: Platform, folder: string, signal: AbortSignal): Promise<number> {
  const names = (await readdir(join(folder, 'new'))).filter((name) => !name.startsWith('.')).sort()
  let reports = 0
  for (const name of names.slice(0, MOST_MESSAGES)) {
    if (signal.aborted) break
    const bytes = await beginningOf(join(folder, 'new', name))
    // Another reader moved it meanwhile, or it is no file.
    if (!bytes) continue
    if (await takeReport(platform, await readReturned('maildir', bytes))) reports += 1
    await rename(join(folder, 'new', name), join(folder, 'cur', `${name}:2,S`)).catch(unlessGone)
  }
  await noteRead(platform.db, 'maildir', reports, platform.clock.now())
  return reports
}

async function beginningOf(file: string): Promise<Uint8Array | undefined> {
  // A link may lead out of the folder, and a pipe never ends: neither is a message.
  const handle = await open(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch(unlessNoFile)
  if (!handle) return undefined
  try {
    if (!(await handle.stat()).isFile()) return undefined
    const buffer = Buffer.alloc(MOST_BYTES)
    const { bytesRead } = await handle.read(buffer, 0, MOST_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function unlessNoFile(error: unknown): undefined {
  return (error as NodeJS.ErrnoException).code === 'ELOOP' ? undefined : unlessGone(error)
}

function unlessGone(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  return undefined
}
