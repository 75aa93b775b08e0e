import type { LawFactKey } from '../facts/fact-catalogue.ts'
import type { Facts, FactValue } from '../model.ts'

const isSaid = (value: FactValue) => typeof value === 'string'
const isYes = (value: FactValue) => value === true
const isSome = (value: FactValue) => typeof value === 'number' && value > 0

/** Whoever says when something happened has said that it did; nobody is asked twice. */
const IMPLIED: readonly (readonly [LawFactKey, LawFactKey, (value: FactValue) => boolean])[] = [
  ['access_request_received', 'access_request_received_at', isSaid],
  ['access_request_extension', 'access_extension_told_at', isSaid],
  ['unauthorised_debit', 'unauthorised_debit_on', isSaid],
  ['employees_idle', 'first_idle_day', isSaid],
  ['employees_idle', 'idle_employees', isSome],
  ['dora_classified_major', 'dora_classified_at', isSaid],
  ['significant_incident', 'nis2_aware_at', isSaid],
  // Whoever has one of these sectors is no private person; « autre » says nothing.
  ['acts_professionally', 'sector', (value) => isSaid(value) && value !== 'other'],
  // No incident is major that hit no critical service (Del. Reg. 2024/1772, art. 8).
  ['critical_service_affected', 'dora_classified_major', isYes],
  ['critical_service_affected', 'dora_classified_at', isSaid],
]

const IMPLYING: ReadonlySet<string> = new Set(IMPLIED.map(([, by]) => by))

/** May other facts follow from this one? */
export const implies = (fact: string): boolean => IMPLYING.has(fact)

/** The facts with those that they suppose. What a person answered stands, even against them (contradictions are refused elsewhere). */
export function withImplied(facts: Facts): Facts {
  const found = IMPLIED.filter(([key, by, says]) => (facts[key] ?? null) === null && says(facts[by] ?? null))
  return found.length === 0 ? facts : { ...facts, ...Object.fromEntries(found.map(([key]) => [key, true])) }
}
