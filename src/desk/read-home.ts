import { entriesBefore } from '../journal/index.ts'
import type { Clock, Temporal } from '../platform/clock.ts'
import type { Tx } from '../platform/database.ts'
import type { Locale } from '../platform/i18n.ts'
import type { Platform } from '../platform/platform.ts'
import { readProgress } from '../platform/progress.ts'
import type { DueFigures } from './home-due.tsx'
import type {
  CampaignFigures,
  ChangedFact,
  HomeFigures,
  ListFigures,
  OutcomeFigures,
} from './home-figures.ts'

/**
 * Who counts what the first screen shows. Given by the composition and not imported: every room draws its pages with
 * the desk, so the desk's frame may not import them back.
 */
export interface HomeSources {
  /** What is due, in the words of the reader. */
  due?(tx: Tx, clock: Clock, incidentId: string, locale: Locale): Promise<DueFigures | undefined>
  /** Sums of the list version in force; undefined before the first. */
  lists(tx: Tx, incidentId: string): Promise<ListFigures | undefined>
  /** The campaign in hand. */
  campaign(tx: Tx, incidentId: string): Promise<CampaignFigures | undefined>
  /** Persons by outcome, each counted by its own query. */
  outcomes(tx: Tx, incidentId: string): Promise<OutcomeFigures>
  /** Newest first. */
  changedFacts(
    tx: Tx,
    incidentId: string,
    since: Temporal.Instant,
    locale: Locale,
  ): Promise<readonly ChangedFact[]>
}

const LATEST_ENTRIES = 5
const MOST_FACTS = 5
const CHANGES_SINCE = { hours: 7 * 24 }

/** Everything the first screen says, in one consistent read: its sums must hold while a campaign runs. */
export function readHome(
  platform: Pick<Platform, 'db' | 'clock'>,
  incidentId: string,
  sources: HomeSources,
  locale: Locale,
): Promise<HomeFigures> {
  const readAt = platform.clock.now()
  return platform.db.transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only')
    const lists = await sources.lists(tx, incidentId)
    const latest = await entriesBefore(tx, undefined, LATEST_ENTRIES)
    const changed = await sources.changedFacts(tx, incidentId, readAt.subtract(CHANGES_SINCE), locale)
    return {
      readAt,
      due: await sources.due?.(tx, platform.clock, incidentId, locale),
      lists,
      campaign: await sources.campaign(tx, incidentId),
      outcomes: lists ? await sources.outcomes(tx, incidentId) : undefined,
      steps: await readProgress(tx, incidentId),
      // A fact said for the first time did not change.
      changedFacts: changed.filter(({ before }) => before !== null).slice(0, MOST_FACTS),
      journal: {
        total: latest[0]?.seq ?? 0,
        latest: latest.filter((entry) => entry.incidentId === null || entry.incidentId === incidentId),
      },
    }
  })
}

/** What moves while something runs: the reads behind the live figures, and no more. */
export async function readLive(
  platform: Pick<Platform, 'db'>,
  incidentId: string,
  sources: HomeSources,
): Promise<Pick<HomeFigures, 'outcomes' | 'steps'>> {
  const steps = await readProgress(platform.db, incidentId)
  const lists = await sources.lists(platform.db, incidentId)
  return { steps, outcomes: lists ? await sources.outcomes(platform.db, incidentId) : undefined }
}
