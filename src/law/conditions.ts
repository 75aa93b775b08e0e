import type { Condition, Facts, Tri, UsedFact, Words } from './model.ts'

export const all = (...of: Condition[]): Condition => ({ op: 'all', of })
export const any = (...of: Condition[]): Condition => ({ op: 'any', of })
export const not = (of: Condition, no: Words): Condition => ({ op: 'not', of, no })
export const yes = (fact: string, no: Words): Condition => ({ op: 'yes', fact, no })
export const among = (fact: string, values: readonly string[], no: Words): Condition => ({
  op: 'among',
  fact,
  values,
  no,
})
export const includes = (fact: string, values: readonly string[], no: Words): Condition => ({
  op: 'includes',
  fact,
  values,
  no,
})
export const atLeast = (fact: string, value: number, no: Words): Condition => ({
  op: 'at_least',
  fact,
  value,
  no,
})

/** Met by no facts: for a duty that people look for and that no text sets. The words are the reason. */
export const never = (no: Words): Condition => not(all(), no)

export type Leaf = Extract<Condition, { readonly fact: string }>

interface Evaluation {
  readonly value: Tri
  /** When `no`: the words and facts of what failed. */
  readonly failed: readonly { readonly no: Words; readonly facts: readonly string[] }[]
  /** When `unknown`: facts whose value can still decide it. */
  readonly unknown: readonly string[]
  /** Every fact that was read, with what it gave. */
  readonly used: readonly UsedFact[]
}

/**
 * Kleene's strong three-valued logic over the facts of one organisation: a branch already decided hides its unknown
 * facts, so that nobody is asked for what cannot change the result.
 */
export function evaluate(condition: Condition, facts: Facts): Evaluation {
  if (condition.op === 'not') return negated(condition, evaluate(condition.of, facts))
  if ('fact' in condition) return leaf(condition, facts)
  return combined(condition.op, condition.of, facts)
}

/** The value alone, without the account of it: what {@link evaluate} gives, for loops that try many answers. */
export function triOf(condition: Condition, facts: Facts): Tri {
  if ('fact' in condition) return answerOf(condition, facts[condition.fact] ?? null)
  if (condition.op === 'not') {
    const inner = triOf(condition.of, facts)
    return inner === 'unknown' ? inner : inner === 'yes' ? 'no' : 'yes'
  }
  const decisive: Tri = condition.op === 'all' ? 'no' : 'yes'
  let open = false
  for (const one of condition.of) {
    const value = triOf(one, facts)
    if (value === decisive) return value
    open ||= value === 'unknown'
  }
  return open ? 'unknown' : condition.op === 'all' ? 'yes' : 'no'
}

/** A number told in words (“a few dozen”) is not known as far as a threshold goes. */
function answerOf(condition: Leaf, value: Facts[string] | null): Tri {
  if (value === null || value === undefined) return 'unknown'
  if (condition.op === 'at_least' && typeof value === 'string') return 'unknown'
  return holds(condition, value) ? 'yes' : 'no'
}

function leaf(condition: Leaf, facts: Facts): Evaluation {
  const value = facts[condition.fact] ?? null
  const answer = answerOf(condition, value)
  const state = ({ yes: 'holds', no: 'fails', unknown: 'unknown' } as const)[answer]
  return {
    value: answer,
    failed: answer === 'no' ? [{ no: condition.no, facts: [condition.fact] }] : [],
    unknown: answer === 'unknown' ? [condition.fact] : [],
    used: [{ key: condition.fact, value, state }],
  }
}

function holds(condition: Leaf, value: NonNullable<Facts[string]>): boolean {
  switch (condition.op) {
    case 'yes':
      return value === true
    case 'among':
      return typeof value === 'string' && condition.values.includes(value)
    case 'includes':
      return Array.isArray(value) && condition.values.some((one) => value.includes(one))
    case 'at_least':
      return typeof value === 'number' && value >= condition.value
  }
}

function negated(condition: Extract<Condition, { op: 'not' }>, inner: Evaluation): Evaluation {
  const value: Tri = inner.value === 'unknown' ? 'unknown' : inner.value === 'yes' ? 'no' : 'yes'
  const read = inner.used.map(({ key }) => key)
  return { ...inner, value, failed: value === 'no' ? [{ no: condition.no, facts: read }] : [] }
}

function combined(op: 'all' | 'any', of: readonly Condition[], facts: Facts): Evaluation {
  const parts = of.map((one) => evaluate(one, facts))
  const decisive: Tri = op === 'all' ? 'no' : 'yes'
  const decided = parts.some(({ value }) => value === decisive)
  const open = !decided && parts.some(({ value }) => value === 'unknown')
  const value: Tri = decided ? decisive : open ? 'unknown' : op === 'all' ? 'yes' : 'no'
  return {
    value,
    failed: value === 'no' ? parts.flatMap((part) => part.failed) : [],
    unknown: value === 'unknown' ? [...new Set(parts.flatMap((part) => part.unknown))] : [],
    used: parts.flatMap((part) => part.used),
  }
}
