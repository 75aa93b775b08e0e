import { changedFacts, type Fact, labelOf, showValue } from '../../incident/index.ts'
import type { FactChange, LocalText, NoticeTree } from '../../notices/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'

/** A change, and when it was written. */
export interface DatedChange extends FactChange {
  readonly recordedAt: Temporal.Instant
}

/** How long before a text is stored its facts may have been read: a preparation reads them, then waits for its turn. */
const READ_BEFORE = { minutes: 30 }

/**
 * The facts that changed since a text was stored, as texts state them: the value then and the value now, in both
 * languages. Some may have changed just before, and be in the text already: `isStale` tells.
 */
export async function changesSince(
  tx: Tx,
  incidentId: string,
  storedAt: Temporal.Instant,
): Promise<DatedChange[]> {
  const changed = await changedFacts(tx, incidentId, storedAt.subtract(READ_BEFORE))
  return changed.flatMap(({ previous, current }) => {
    const change: DatedChange = {
      recordedAt: current.recordedAt,
      label: { fr: label(current).fr, en: label(current).en ?? label(current).fr },
      before: previous && said(previous),
      now: {
        key: current.key,
        value: said(current),
        state: current.confidence === 'disputed' ? 'disputed' : 'held',
        asOf: current.asOf.toString(),
      },
    }
    return JSON.stringify(change.before) === JSON.stringify(change.now.value) ? [] : [change]
  })
}

/** Whether a text cites the fact and was made from another version of it. */
export function isStale(
  { facts }: Pick<NoticeTree, 'facts'>,
  { now, recordedAt }: DatedChange,
  storedAt: Temporal.Instant,
): boolean {
  const cited = Object.hasOwn(facts, now.key) ? facts[now.key] : undefined
  if (!cited) return false
  return cited.asOf !== now.asOf || recordedAt.epochNanoseconds > storedAt.epochNanoseconds
}

const label = (fact: Fact) => labelOf(fact.key, fact.label)

function said(fact: Fact): LocalText {
  return { fr: showValue(fact, 'fr').join(', '), en: showValue(fact, 'en').join(', ') }
}
