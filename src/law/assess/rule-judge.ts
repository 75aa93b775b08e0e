import type { Rule } from '../model.ts'
import { decisiveFacts } from './decisive-facts.ts'
import { entered, keyOf, type View } from './derived-facts.ts'
import { leavesOf } from './fact-values.ts'
import { type Judgement, judge } from './outcome.ts'

/** A judgement with the facts that can still change its result. */
export interface Verdict extends Judgement {
  readonly missing: readonly string[]
}

/** Of one rule. */
const MOST_KEPT = 1000

/**
 * Judges rules and remembers: only the facts that a rule reads decide its verdict, and organisations of a chain repeat them.
 * Pure: equal facts give equal verdicts, so what is remembered may be kept as long as the rules are.
 */
export class RuleJudge {
  readonly #reads = new WeakMap<Rule, readonly string[]>()
  readonly #verdicts = new WeakMap<Rule, Map<string, Verdict>>()

  /** Facts that the conditions of a rule read. */
  reads(rule: Rule): readonly string[] {
    let reads = this.#reads.get(rule)
    if (!reads) {
      const leaves = leavesOf([rule.trigger, ...rule.exceptions.map(({ when }) => when)])
      reads = [...new Set(leaves.map(({ fact }) => fact))]
      this.#reads.set(rule, reads)
    }
    return reads
  }

  verdict(rule: Rule, view: View): Verdict {
    const key = this.#keyOf(rule, view)
    let kept = this.#verdicts.get(rule)
    if (!kept) {
      kept = new Map()
      this.#verdicts.set(rule, kept)
    }
    const known = kept.get(key)
    if (known) return known
    if (kept.size >= MOST_KEPT) kept.clear()
    const verdict = { ...judge(rule, view.facts), missing: entered(stillOpen(rule, view), view) }
    kept.set(key, verdict)
    return verdict
  }

  #keyOf(rule: Rule, view: View): string {
    let key = ''
    for (const fact of this.reads(rule)) {
      key += `${keyOf(view.facts[fact])}\u0001`
      if (fact === 'risk_level') key += `${view.isRiskSettled} ${view.openRiskFacts}\u0001`
    }
    return key
  }
}

/** A proposed level is not settled: what depends on it stays open until a person decides. */
function stillOpen(rule: Rule, { facts, isRiskSettled }: View): string[] {
  return decisiveFacts(rule, isRiskSettled ? facts : { ...facts, risk_level: null })
}
