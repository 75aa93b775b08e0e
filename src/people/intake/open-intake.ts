import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from 'hono'
import type { DeskEnv } from '../../desk/index.ts'
import { type Actor, record } from '../../journal/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { ListRole } from '../read/index.ts'
import { abandonIntake } from './abandon-intake.ts'
import { clearFolder, discardKept, keepFile, refuseWithoutRoom } from './kept-files.ts'
import { askToLook } from './look-at-files.ts'
import { type Intake, ROLES } from './model.ts'
import { type ReceivedFile, receiveUpload } from './receive-upload.ts'
import { intakeRefusals } from './refusals.ts'
import { findById, findInHand, insertIntake } from './store.ts'
import { askToSweep } from './sweep-intakes.ts'

export interface Upload {
  readonly body: AsyncIterable<Uint8Array>
  readonly contentType: string
  /** What the browser says it sends. */
  readonly bytes: number | undefined
}

/** The body of a request, to be read as it arrives. */
export function uploadOf(c: Context<DeskEnv>): Upload {
  const length = Number(c.req.header('content-length') ?? Number.NaN)
  return {
    body: (c.req.raw.body as AsyncIterable<Uint8Array> | null) ?? emptyBody(),
    contentType: c.req.header('content-type') ?? '',
    bytes: Number.isFinite(length) ? length : undefined,
  }
}

async function* emptyBody(): AsyncIterable<Uint8Array> {}

/**
 * Receives the two files of an import. Files that waited for someone to confirm them are replaced; a running import is not.
 * All or nothing: a cut upload leaves no file and no row.
 * @returns the id of the import
 */
export async function openIntake(
  platform: Platform,
  incidentId: string,
  upload: Upload,
  actor: Actor,
): Promise<string> {
  const { home } = platform
  await refuseRunning(platform, incidentId)
  refuseWithoutRoom(home, upload.bytes)
  const id = randomUUID()
  try {
    const bytes = { register: 0, exposed: 0 }
    const files = await receiveUpload(
      upload.body,
      upload.contentType,
      clearFolder(home, id),
      async (content, path, field) => {
        const role = ROLES.find((known) => known === field)
        if (!role) for await (const _ of content);
        else bytes[role] = await keepFile(home, id, role, content, path)
      },
    )
    await begin(platform, incidentId, id, bytes, files, actor)
    return id
  } catch (error) {
    await discardKept(home, id)
    throw error
  }
}

/** @returns an import that only waits to be confirmed. @throws intake.inHand for one that runs */
export async function refuseRunning(platform: Platform, incidentId: string): Promise<Intake | undefined> {
  const other = await findInHand(platform.db, incidentId)
  if (other?.state === 'waiting' || other?.state === 'running') throw intakeRefusals.inHand()
  return other
}

async function begin(
  platform: Platform,
  incidentId: string,
  id: string,
  bytes: Record<ListRole, number>,
  files: ReadonlyMap<string, ReceivedFile>,
  actor: Actor,
): Promise<void> {
  const [register, exposed] = [files.get('register'), files.get('exposed')]
  if (!register || !exposed)
    throw intakeRefusals.uploadIncomplete({ field: register ? 'exposed' : 'register' })
  const former = await refuseRunning(platform, incidentId)
  if (former) await abandonIntake(platform, former, actor, 'replaced')
  await platform.db
    .transaction(async (tx) => {
      const names = { register: register.name, exposed: exposed.name }
      await insertIntake(tx, {
        id,
        incidentId,
        names,
        bytes,
        openedBy: actor,
        openedAt: platform.clock.now(),
      })
      await record(tx, platform.clock, {
        actor,
        kind: 'intake.received',
        incidentId,
        payload: { intake: id, bytes },
      })
      await askToLook(tx, id)
    })
    .catch(refuseSecond)
  await askToSweep(platform)
}

/** unique_violation: another tab's files came in the same moment, and are the ones in hand. */
export function refuseSecond(error: unknown): never {
  throw (error as { code?: string }).code === '23505' ? intakeRefusals.inHand() : error
}

/** Small files are seen at once: a page that comes back a moment later with the answer needs no second visit. */
export async function whenSeen(
  platform: Platform,
  id: string,
  patienceMs: number,
): Promise<Intake | undefined> {
  const until = performance.now() + patienceMs
  for (;;) {
    const intake = await findById(platform.db, id)
    if (intake?.state !== 'looking' || performance.now() > until) return intake
    await sleep(60)
  }
}
