import type { PersonCounts } from './model.ts'
import type { PeopleFilter } from './store-people.ts'

/**
 * The figure that a filter of the people page stands for, from the counts proven when the list was published: no page
 * counts a million rows again. Undefined when the list is older than the figure.
 */
export function countOf(counts: PersonCounts, filter: PeopleFilter): number | undefined {
  const held = filter.class === 'cannot_be_excluded'
  const division = held ? counts.cannotBeExcluded : counts
  if (filter.through || filter.reason) {
    if (!held && !filter.concerned) return undefined
    const parts = filter.through ? division?.toldThrough : division?.untold
    const asked = filter.through ?? filter.reason
    if (!parts) return undefined
    return asked === 'any' ? sum(parts) : (parts as Readonly<Record<string, number>>)[asked ?? '']
  }
  if (filter.class) return counts.byClass[filter.class]
  return filter.concerned ? counts.concerned : counts.concerned + counts.heldForReview
}

function sum(parts: Readonly<Record<string, number>>): number {
  return Object.values(parts).reduce((total, part) => total + part, 0)
}
