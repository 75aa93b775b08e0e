import { boundsOf, type Fact, lawFactKey } from '../incident/index.ts'
import { type FactValue, LAW_FACTS, type LawFact } from '../law/index.ts'
import type { Temporal } from '../platform/clock.ts'

/**
 * The value of a fact as the law room reads it; null when nobody knows it yet, and when it is disputed: nothing may be
 * concluded from a value that somebody contests. A day stands for its first instant, the strict start of any clock.
 */
export function lawValue(fact: Fact | undefined): FactValue {
  if (!fact || fact.confidence === 'disputed') return null
  switch (fact.kind) {
    case 'yes_no':
      return fact.value.answer === 'unknown' ? null : fact.value.answer === 'yes'
    case 'number':
      return fact.value.amount
    case 'choice':
      return fact.value.code
    case 'text':
      return fact.value.fr
    case 'date':
      return fact.value.on
    case 'list':
      return fact.value.map(({ code, fr }) => code ?? fr)
    case 'instant':
      return withOffset(boundsOf(fact.value).earliest, fact.value.zone)
    default:
      return null
  }
}

/** ISO 8601 with the offset that `zone` has at that instant. */
export function withOffset(at: Temporal.Instant, zone: string): string {
  return at.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never' })
}

type Scope = LawFact['scope']
interface Owner {
  readonly key: string
  readonly own: boolean
}

/** The law's facts of one scope that the incident holds, by their key in the law room, with the rows they come from. */
export function lawFactsOf(
  facts: ReadonlyMap<string, Fact>,
  scope: Scope,
  organisation?: Owner,
): { readonly values: Record<string, FactValue>; readonly rows: Record<string, Fact> } {
  const values: Record<string, FactValue> = {}
  const rows: Record<string, Fact> = {}
  for (const [name, known] of Object.entries<LawFact>(LAW_FACTS)) {
    if (known.scope !== scope) continue
    const row = facts.get(lawFactKey(name, organisation))
    if (!row) continue
    rows[name] = row
    values[name] = lawValue(row)
  }
  return { values, rows }
}
