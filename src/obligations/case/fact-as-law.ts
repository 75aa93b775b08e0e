import { boundsOf, type Fact, lawFactKey } from '../../incident/index.ts'
import { checkFact, checkZone, type FactValue, LAW_FACTS, type LawFact } from '../../law/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import { ZONE } from '../../platform/i18n.ts'
import { Refusal } from '../../platform/refusal.ts'

/**
 * The value of a fact as the law room reads it; null when nobody knows it yet, and when it is disputed: nothing may be
 * concluded from a value that somebody contests. A day stands for its first instant, the strict start of any clock. Instants come with
 * the offset of Paris, which every clock reads, wherever they were entered.
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
      return withOffset(boundsOf(fact.value).earliest, ZONE)
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

interface LawFacts {
  readonly values: Readonly<Record<string, FactValue>>
  readonly rows: Readonly<Record<string, Fact>>
  /** Facts whose value no clock can read: unknown until somebody mends them. */
  readonly unusable: readonly string[]
}

const MOST_WORKING_DAYS = 366

/** Can the law room count with it? A year, a zone or a number of days typed wrong must not take the whole board away. */
export function isUsable(name: string, value: FactValue): boolean {
  try {
    const read = checkFact(name, value, '', [ZONE])
    if (name === 'zone' && read !== null) checkZone(read)
    const days = name === 'insurer_delay_working_days' ? read : 1
    return typeof days !== 'number' || (days >= 1 && days <= MOST_WORKING_DAYS)
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** The law's facts of one scope that the incident holds, by their key in the law room, with the rows they come from. */
export function lawFactsOf(facts: ReadonlyMap<string, Fact>, scope: Scope, organisation?: Owner): LawFacts {
  const values: Record<string, FactValue> = {}
  const rows: Record<string, Fact> = {}
  const unusable: string[] = []
  for (const [name, known] of Object.entries<LawFact>(LAW_FACTS)) {
    if (known.scope !== scope) continue
    const row = facts.get(lawFactKey(name, organisation))
    if (!row) continue
    rows[name] = row
    const value = lawValue(row)
    const usable = isUsable(name, value)
    values[name] = usable ? value : null
    if (!usable) unusable.push(name)
  }
  return { values, rows, unusable }
}
