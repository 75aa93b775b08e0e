import { changedFacts, type Fact, labelOf, showValue } from '../../incident/index.ts'
import type { FactChange, LocalText } from '../../notices/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'

/** The facts that changed since an instant, as texts state them: the value then and the value now, in both languages. */
export async function changesSince(
  tx: Tx,
  incidentId: string,
  since: Temporal.Instant,
): Promise<FactChange[]> {
  const changed = await changedFacts(tx, incidentId, since)
  return changed.flatMap(({ previous, current }) => {
    const change: FactChange = {
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

const label = (fact: Fact) => labelOf(fact.key, fact.label)

function said(fact: Fact): LocalText {
  return { fr: showValue(fact, 'fr').join(', '), en: showValue(fact, 'en').join(', ') }
}
