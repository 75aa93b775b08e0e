import { actFacts } from './act-facts.ts'
import { breachFacts } from './breach-facts.ts'
import type { LawFact } from './law-fact.ts'
import { organisationFacts } from './organisation-facts.ts'
import { regimeFacts } from './regime-facts.ts'

/** Every fact that the law room reads, by key. `law schema` prints it; the desk asks from it. */
export const LAW_FACTS = {
  ...breachFacts,
  ...organisationFacts,
  ...regimeFacts,
  ...actFacts,
} satisfies Record<string, LawFact>
export type LawFactKey = keyof typeof LAW_FACTS

/** What the catalogue knows of a key; undefined for an unknown one. */
export function lawFact(key: string): LawFact | undefined {
  return Object.hasOwn(LAW_FACTS, key) ? LAW_FACTS[key as LawFactKey] : undefined
}
