import { type Actor, record } from '../../journal/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { decisionsOf } from '../review/index.ts'
import { buildFromStore } from './build-from-store.ts'
import { withImportLock } from './lock-imports.ts'
import {
  type BuiltVersion,
  clearEntries,
  deleteDraft,
  dropLeftPersons,
  findVersion,
  lockVersions,
  ownsFiles,
} from './store-versions.ts'
import { markLeft, withEdition } from './stored-files.ts'
import { versionRefusals } from './version-refusals.ts'

/** Sets the draft of an incident aside. Its run and files stay, for they were imported. @throws lists.noDraft, draftGone */
export function discardDraft(
  platform: Platform,
  request: { readonly incidentId: string; readonly versionId?: number | undefined },
  actor: Actor,
): Promise<{ id: number; runId: string }> {
  return platform.db.transaction(async (tx) => {
    await lockVersions(tx, request.incidentId)
    const draft = await findVersion(tx, request.incidentId, 'draft')
    if (!draft)
      throw request.versionId === undefined ? versionRefusals.noDraft() : versionRefusals.draftGone()
    if (request.versionId !== undefined && request.versionId !== draft.id) throw versionRefusals.draftGone()
    await deleteDraft(tx, draft.id)
    await markLeft(platform.home, draft)
    const { id, runId, counts } = draft
    const payload = { runId, persons: { ...counts } }
    await record(tx, platform.clock, {
      actor,
      kind: 'lists.draft_discarded',
      incidentId: request.incidentId,
      payload,
    })
    return { id, runId }
  })
}

/**
 * Builds the draft again with the decisions of the review as they stand, so that what is read before publishing is what
 * will be published. @throws lists.draftGone, importRunning
 */
export function refreshDraft(
  platform: Platform,
  request: { readonly incidentId: string; readonly versionId: number },
  actor: Actor,
): Promise<BuiltVersion> {
  const { incidentId, versionId } = request
  return withImportLock(platform, () =>
    withEdition(
      platform.home,
      (id) => ownsFiles(platform.db, id),
      (edition) =>
        platform.db.transaction(async (tx) => {
          await lockVersions(tx, incidentId)
          const draft = await findVersion(tx, incidentId, 'draft')
          if (draft?.id !== versionId) throw versionRefusals.draftGone()
          const { runId, baseId } = draft
          await clearEntries(tx, versionId)
          await markLeft(platform.home, draft)
          await dropLeftPersons(tx, versionId)
          const decisions = await decisionsOf(tx, runId)
          const version = { id: versionId, published: false }
          const building = { incidentId, version, baseId, decisions, edition }
          const built = await buildFromStore(platform, tx, runId, building)
          const payload = {
            runId,
            persons: { ...built.persons },
            changes: built.changes,
            decisions: decisions.length,
          }
          await record(tx, platform.clock, { actor, kind: 'lists.draft_refreshed', incidentId, payload })
          return built
        }),
    ),
  )
}
