import { type Leaf, triOf } from '../conditions.ts'
import type { Condition, Facts, FactValue, Rule } from '../model.ts'
import { leavesOf, tellingValues } from './fact-values.ts'
import { outcome } from './outcome.ts'

type Values = ReadonlyMap<string, readonly FactValue[]>

/**
 * Facts not known yet whose value can still change the result of the rule, now or once others are known; those that
 * decide at once by most of their answers first, then in the order of the text.
 *
 * Exact: with a fact left out, no answer to it changes the result, whatever is answered besides; each fact given has an
 * answer that changes it, now or after some answers to others. Kleene's logic alone asks too much where a fact stands
 * in two conditions (“a, and a or b” never needs b), so such rules are tried out, answer by answer.
 */
export function decisiveFacts(rule: Rule, facts: Facts): string[] {
  const open = openLeaves(rule, facts)
  if (open.length === 0) return []
  const values = answersOf(rule, open)
  const keys = [...values.keys()]
  const now = outcome(rule, facts)
  const decidedBy = (key: string) =>
    values.get(key)!.filter((value) => outcome(rule, { ...facts, [key]: value }) !== now).length
  const scored = keys.map((key) => ({ key, at: decidedBy(key) / values.get(key)!.length }))
  const matters = isReadOnce(open, values)
    ? scored
    : scored.filter(({ key, at }) => at > 0 || canMatter(rule, facts, key, values))
  return matters
    .sort((a, b) => b.at - a.at || keys.indexOf(a.key) - keys.indexOf(b.key))
    .map(({ key }) => key)
}

/** Unknown leaves that no decided branch hides. */
function openLeaves(rule: Rule, facts: Facts): Leaf[] {
  if (outcome(rule, facts) === 'not_required') return []
  return [rule.trigger, ...rule.exceptions.map(({ when }) => when)].flatMap((one) => openIn(one, facts))
}

function openIn(condition: Condition, facts: Facts): Leaf[] {
  if (triOf(condition, facts) !== 'unknown') return []
  if ('fact' in condition) return [condition]
  return condition.op === 'not'
    ? openIn(condition.of, facts)
    : condition.of.flatMap((one) => openIn(one, facts))
}

/** For each open fact, the answers that any leaf of the rule can tell apart. */
function answersOf(rule: Rule, open: readonly Leaf[]): Values {
  const answers = answersTold(rule)
  return new Map(open.map(({ fact }) => [fact, answers.get(fact)!]))
}

const told = new WeakMap<Rule, Values>()

/** Of every fact that the rule reads: the rule decides them, once. */
function answersTold(rule: Rule): Values {
  const known = told.get(rule)
  if (known) return known
  const all = leavesOf([rule.trigger, ...rule.exceptions.map(({ when }) => when)])
  const facts = [...new Set(all.map(({ fact }) => fact))]
  const answers = new Map(facts.map((key) => [key, tellingValues(all.filter(({ fact }) => fact === key))]))
  told.set(rule, answers)
  return answers
}

/** Each open fact stands in one open leaf, which it can make true or false: then each of them can tip the result. */
function isReadOnce(open: readonly Leaf[], values: Values): boolean {
  return (
    values.size === open.length &&
    open.every((leaf) => {
      const answers = values.get(leaf.fact)!.map((value) => triOf(leaf, { [leaf.fact]: value }))
      return answers.includes('yes') && answers.includes('no')
    })
  )
}

/** Tries every set of answers to the other open facts, fewest first. */
function canMatter(rule: Rule, facts: Facts, key: string, values: Values): boolean {
  const others = [...values.keys()].filter((one) => one !== key)
  const tryFrom = (at: number, known: Facts): boolean => {
    const now = outcome(rule, known)
    if (now === 'not_required') return false
    if (values.get(key)!.some((value) => outcome(rule, { ...known, [key]: value }) !== now)) return true
    return others
      .slice(at)
      .some((other, i) =>
        values.get(other)!.some((value) => tryFrom(at + i + 1, { ...known, [other]: value })),
      )
  }
  return tryFrom(0, facts)
}
