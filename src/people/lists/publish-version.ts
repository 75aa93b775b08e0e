import { type Actor, actorText, record } from '../../journal/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import type { Tx, TxClient } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { decisionsOf } from '../review/index.ts'
import { type Decision, decisionsHash } from './apply-decisions.ts'
import { buildFromStore } from './build-from-store.ts'
import type { DeliveryOfLists } from './delivery-slots.ts'
import { withImportLock } from './lock-imports.ts'
import type { PublishReason } from './model.ts'
import {
  type BuiltVersion,
  clearEntries,
  dropLeftPersons,
  findVersion,
  insertDraft,
  type ListVersion,
  lockVersions,
  ownsFiles,
  setPublished,
} from './store-versions.ts'
import { type Edition, markLeft, withEdition } from './stored-files.ts'
import { versionRefusals } from './version-refusals.ts'

export interface PublishRequest {
  readonly incidentId: string
  /** The draft; or the list in force, to publish its run again after the review. */
  readonly versionId: number
  /** The published list whose differences were read, when the caller read them: another one in force refuses. */
  readonly baseId?: number | null | undefined
  readonly reason?: PublishReason | undefined
  readonly delivery?: DeliveryOfLists | undefined
}

export interface PublishedList {
  readonly id: number
  readonly number: number
  readonly runId: string
  readonly persons: BuiltVersion['persons']
  readonly changes: BuiltVersion['changes']
  /** Review decisions applied. */
  readonly decisions: number
  /** Messages taken back: their words or their address no longer suit the list. */
  readonly withdrawn: number
}

/**
 * Publishes a draft as the next list version, or the run of the list in force again, with the decisions of the review as
 * they stand. One transaction with its journal entry; a refusal or a crash leaves everything as it was.
 * @throws lists.draftGone, alreadyPublished, newerVersion, draftWaits, reasonNeeded, importRunning
 */
export function publishList(
  platform: Platform,
  request: PublishRequest,
  actor: Actor,
): Promise<PublishedList> {
  return withImportLock(platform, () =>
    withEdition(
      platform.home,
      (id) => ownsFiles(platform.db, id),
      (edition) => platform.db.transaction((tx) => publishLocked(platform, tx, request, actor, edition)),
    ),
  )
}

async function publishLocked(
  platform: Platform,
  tx: TxClient,
  request: PublishRequest,
  actor: Actor,
  edition: Edition,
): Promise<PublishedList> {
  const { incidentId, versionId } = request
  await lockVersions(tx, incidentId)
  const current = await findVersion(tx, incidentId, 'published')
  const source = await findVersion(tx, incidentId, { id: versionId })
  const decisions = source ? await decisionsOf(tx, source.runId) : []
  const wasDraft = await checkPublishable(tx, request, source, current, decisions)
  const { runId } = source as ListVersion
  const now = platform.clock.now()
  const by = actorText(actor)
  const baseId = current?.id ?? null
  const id = wasDraft ? versionId : await insertDraft(tx, { incidentId, runId, baseId, at: now, by })
  if (wasDraft) {
    await clearEntries(tx, id)
    await markLeft(platform.home, source as ListVersion)
  }
  const building = { incidentId, version: { id, published: true }, baseId, decisions, edition }
  const built = await buildFromStore(platform, tx, runId, building)
  const act = { at: now, by, reason: request.reason, wasDraft, delivery: request.delivery }
  const { number, withdrawn } = await makePublished(tx, { incidentId, id, built }, act)
  const { persons, changes } = built
  await record(tx, platform.clock, {
    actor,
    kind: 'lists.published',
    incidentId,
    payload: {
      runId,
      listVersion: number,
      persons: { ...persons },
      changes,
      decisions: decisions.length,
      ...(built.decided ? { decisionsSha256: built.decided.sha256 } : {}),
      reason: request.reason ?? null,
      withdrawn,
    },
  })
  return { id, number, runId, persons, changes, decisions: decisions.length, withdrawn: withdrawn.messages }
}

/** @returns whether the source is a draft. What was read before must still be so: one clear refusal otherwise. */
async function checkPublishable(
  tx: Tx,
  request: PublishRequest,
  source: ListVersion | undefined,
  current: ListVersion | undefined,
  decisions: readonly Decision[],
): Promise<boolean> {
  if (!source) throw versionRefusals.draftGone()
  if (source.number === null) {
    if (request.baseId !== undefined && request.baseId !== (current?.id ?? null))
      throw versionRefusals.newerVersion({ number: current?.number ?? 0 })
    return true
  }
  if (source.id !== current?.id) throw versionRefusals.newerVersion({ number: current?.number ?? 0 })
  if (await findVersion(tx, request.incidentId, 'draft')) throw versionRefusals.draftWaits()
  if (decisionsHash(decisions) === source.decisionsSha256)
    throw versionRefusals.alreadyPublished({ number: source.number })
  return false
}

type Withdrawn = Awaited<ReturnType<DeliveryOfLists['takeBack']>>

/** Numbers a version that is built, in the caller's transaction. @throws lists.reasonNeeded when somebody leaves the list */
export async function makePublished(
  tx: Tx,
  version: { readonly incidentId: string; readonly id: number; readonly built: BuiltVersion },
  act: {
    readonly at: Temporal.Instant
    readonly by: string
    readonly reason: PublishReason | undefined
    readonly wasDraft: boolean
    readonly delivery: DeliveryOfLists | undefined
  },
): Promise<{ number: number; withdrawn: Withdrawn }> {
  const { incidentId, id, built } = version
  const removed = built.changes?.removed ?? 0
  if (removed > 0 && !act.reason) throw versionRefusals.reasonNeeded({ persons: removed })
  const number = await setPublished(tx, id, { ...act, reason: act.reason ?? null })
  await dropLeftPersons(tx, id)
  const asked = { incidentId, listVersionId: id, at: act.at }
  const withdrawn = built.changes ? await act.delivery?.takeBack(tx, asked) : undefined
  return { number, withdrawn: withdrawn ?? { messages: 0, sha256: null } }
}
