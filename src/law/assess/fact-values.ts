import type { Leaf } from '../conditions.ts'
import { triOf } from '../conditions.ts'
import { lawFact } from '../facts/fact-catalogue.ts'
import type { Condition, Facts, FactValue } from '../model.ts'

/** Leaves of conditions, in the order in which a reader meets them. */
export function leavesOf(conditions: readonly Condition[]): Leaf[] {
  return conditions.flatMap((one) =>
    'fact' in one ? [one] : one.op === 'not' ? leavesOf([one.of]) : leavesOf(one.of),
  )
}

/**
 * Answers to one fact that its leaves can tell apart, one for each class: a fact may have a thousand values, and its
 * leaves only two. Every possible answer gives each leaf what one of these gives.
 */
export function tellingValues(leaves: readonly Leaf[]): NonNullable<FactValue>[] {
  const fact = leaves[0]?.fact
  if (fact === undefined) return []
  const classes = new Map<string, NonNullable<FactValue>>()
  for (const value of candidates(fact, leaves)) {
    const key = leaves.map((leaf) => triOf(leaf, { [fact]: value } as Facts)).join()
    if (!classes.has(key)) classes.set(key, value)
  }
  return [...classes.values()]
}

function candidates(fact: string, leaves: readonly Leaf[]): NonNullable<FactValue>[] {
  return [...new Set(leaves.map(({ op }) => op))].flatMap((op): NonNullable<FactValue>[] => {
    if (op === 'yes') return [true, false]
    if (op === 'among') return codes(fact, leaves)
    if (op === 'includes') return lists(leaves)
    const thresholds = leaves.flatMap((leaf) => (leaf.op === 'at_least' ? [leaf.value] : []))
    return [...thresholds, Math.min(...thresholds) - 1].filter((value) => value >= 0)
  })
}

/** Codes that the leaves name, and one that none does, unless the catalogue has no other. */
function codes(fact: string, leaves: readonly Leaf[]): string[] {
  const named = [...new Set(leaves.flatMap((leaf) => (leaf.op === 'among' ? leaf.values : [])))]
  const choices = lawFact(fact)?.choices
  if (!choices) return [...named, '\u0000other']
  const other = Object.keys(choices).find((code) => !named.includes(code))
  return [...named, ...(other === undefined ? [] : [other])]
}

/** The empty list, each named code alone, and unions of these as long as they tell something new. */
function lists(leaves: readonly Leaf[]): string[][] {
  const wanted = leaves.flatMap((leaf) => (leaf.op === 'includes' ? [leaf] : []))
  const named = [...new Set(wanted.flatMap(({ values }) => values))]
  const pattern = (list: readonly string[]) =>
    wanted.map(({ values }) => values.some((one) => list.includes(one))).join()
  const found = new Map<string, string[]>([[pattern([]), []]])
  for (const code of named) {
    for (const list of [...found.values()]) {
      const longer = [...list, code]
      if (!found.has(pattern(longer))) found.set(pattern(longer), longer)
    }
  }
  return [...found.values()]
}
