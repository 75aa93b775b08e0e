import { createHash, randomUUID } from 'node:crypto'
import { type Actor, canonicalJson, record } from '../../journal/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { repairedOf } from '../lists/index.ts'
import { abandonIntake } from './abandon-intake.ts'
import { clearFolder, discardKept, keepFile, refuseWithoutRoom } from './kept-files.ts'
import { refuseRunning, refuseSecond, type Upload } from './open-intake.ts'
import { receiveUpload } from './receive-upload.ts'
import { intakeRefusals } from './refusals.ts'
import { startImport } from './run-import.ts'
import { findById, insertRepair } from './store.ts'
import { type ImportedBefore, newestImport } from './store-quarantine.ts'
import { askToSweep } from './sweep-intakes.ts'

/**
 * Receives repaired lines of the newest exposed list, and starts the import of the same two lists with them: columns were
 * confirmed once, nothing is to confirm again. @returns the id of the import
 */
export async function openRepair(
  platform: Platform,
  incidentId: string,
  upload: Upload,
  actor: Actor,
): Promise<string> {
  const { home, db } = platform
  await refuseRunning(platform, incidentId)
  const before = await newestImport(db, incidentId)
  if (!before) throw intakeRefusals.gone()
  refuseUnknownColumns(before)
  refuseWithoutRoom(home, (upload.bytes ?? 0) + before.bytes.register + before.bytes.exposed)
  const id = randomUUID()
  try {
    let bytes = 0
    const files = await receiveUpload(
      upload.body,
      upload.contentType,
      clearFolder(home, id),
      async (content, path, field) => {
        if (field === 'repaired') bytes = await keepFile(home, id, 'repaired', content, path)
        else for await (const _ of content);
      },
    )
    const repaired = files.get('repaired')
    if (!repaired) throw intakeRefusals.uploadIncomplete({ field: 'repaired' })
    await begin(platform, incidentId, id, before, { name: repaired.name, bytes }, actor)
    return id
  } catch (error) {
    await discardKept(home, id)
    throw error
  }
}

async function begin(
  platform: Platform,
  incidentId: string,
  id: string,
  { names, bytes, stored, runId, columns }: ImportedBefore,
  repaired: { readonly name: string; readonly bytes: number },
  actor: Actor,
): Promise<void> {
  const former = await refuseRunning(platform, incidentId)
  if (former) await abandonIntake(platform, former, actor, 'replaced')
  await platform.db
    .transaction(async (tx) => {
      const openedAt = platform.clock.now()
      await insertRepair(tx, {
        id,
        incidentId,
        names,
        bytes,
        stored: { ...stored, repaired: repairedOf(platform.home, runId) },
        columns,
        repaired,
        openedBy: actor,
        openedAt,
      })
      await record(tx, platform.clock, {
        actor,
        kind: 'intake.repair_received',
        incidentId,
        payload: { intake: id, bytes: repaired.bytes },
      })
    })
    .catch(refuseSecond)
  await askToSweep(platform)
  const intake = await findById(platform.db, id)
  if (intake) await startImport(platform, intake, actor)
}

/** Lists imported by a command with columns of its own: the desk never saw them, and must not read the lists otherwise. */
function refuseUnknownColumns({ onDesk, columnsSha256 }: ImportedBefore): void {
  const asFound = createHash('sha256').update(canonicalJson({})).digest('hex')
  if (!onDesk && columnsSha256 !== asFound) throw intakeRefusals.columnsByCommand()
}
