import { record } from '../journal/index.ts'
import type { Temporal } from '../platform/clock.ts'
import type { Tx } from '../platform/database.ts'
import type { Platform } from '../platform/platform.ts'
import type { Refusal } from '../platform/refusal.ts'
import { type AccessSettings, actorOf, type Viewer } from './model.ts'
import { accessRefusals } from './refusals.ts'
import { settingsOf } from './settings.ts'
import { lockSubject } from './store.ts'
import { insertPeoplePage, peoplePagesSince } from './store-limits.ts'

export interface PeopleListing {
  readonly incidentId: string
  /** What was asked, in words of the code: `class=confirmed`, `outcome=letter`, `search=name`. Never a name. */
  readonly filter: string
  readonly total: number
  /** Names on this page. */
  readonly shown: number
}

/**
 * Call before showing a page of names. Journals it with its counts and filter, and keeps it for the account's ration
 * (pages: 40 an hour, 160 a day by default), which lets a lead work and stops a list from being copied page by page.
 * A page that shows nobody costs nothing, but is journalled.
 * @throws access.listRation, itself journalled
 */
export async function listPeople(platform: Platform, viewer: Viewer, listing: PeopleListing): Promise<void> {
  const refusal = await platform.db.transaction(async (tx) => {
    await lockSubject(tx, `lists:${viewer.userId}`)
    const now = platform.clock.now()
    const { incidentId, filter, total, shown } = listing
    const refused = shown > 0 ? await overRation(tx, now, viewer, settingsOf(platform)) : undefined
    if (!refused && shown > 0)
      await insertPeoplePage(tx, { userId: viewer.userId, incidentId, shown, at: now })
    await record(tx, platform.clock, {
      actor: actorOf(viewer),
      kind: refused ? 'people.list_refused' : 'people.listed',
      incidentId,
      payload: refused ? { filter } : { filter, total, shown },
    })
    return refused
  })
  if (refusal) throw refusal
}

async function overRation(
  tx: Tx,
  now: Temporal.Instant,
  viewer: Viewer,
  { listPagesPerHour, listPagesPerDay }: AccessSettings,
): Promise<Refusal | undefined> {
  const since = (hours: number) => peoplePagesSince(tx, viewer.userId, now.subtract({ hours }))
  if ((await since(1)) >= listPagesPerHour)
    return accessRefusals.listRation({ limit: listPagesPerHour, period: 'hour' })
  if ((await since(24)) >= listPagesPerDay)
    return accessRefusals.listRation({ limit: listPagesPerDay, period: 'day' })
  return undefined
}
