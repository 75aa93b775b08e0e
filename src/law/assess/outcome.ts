import { evaluate, triOf } from '../conditions.ts'
import {
  type Conclusion,
  type ConclusionResult,
  type Facts,
  type Reason,
  type Rule,
  type UsedFact,
  type Words,
  words,
} from '../model.ts'

/** What the conditions of a rule say of the facts, before its status and its dates are looked at. */
export interface Judgement {
  readonly result: ConclusionResult
  readonly because: readonly Reason[]
  readonly unless: readonly Reason[]
  readonly used: readonly UsedFact[]
  readonly exceptions: NonNullable<Conclusion['exceptions']>
}

/**
 * Trigger no, or an exception that holds: not required. Trigger unknown: it depends. Otherwise required, “unless” the
 * exceptions that nobody can exclude yet.
 */
export function outcome(rule: Rule, facts: Facts): ConclusionResult {
  const trigger = triOf(rule.trigger, facts)
  if (trigger === 'no') return 'not_required'
  if (rule.exceptions.some(({ when }) => triOf(when, facts) === 'yes')) return 'not_required'
  return trigger === 'unknown' ? 'depends' : 'required'
}

/** The outcome with its account: reasons, open exceptions, every fact that was read. */
export function judge(rule: Rule, facts: Facts): Judgement {
  const trigger = evaluate(rule.trigger, facts)
  const tested = rule.exceptions.map((one) => ({ ...one, found: evaluate(one.when, facts) }))
  const result = outcome(rule, facts)
  const holding = tested.filter(({ found }) => found.value === 'yes').map(reasonOf)
  const failed = trigger.failed.map(({ no, facts: read }) => reason(becauseOf(no), rule.article, read))
  const held = trigger.used.filter(({ state }) => state === 'holds').map(({ key }) => key)
  return {
    result,
    because:
      result === 'required'
        ? [reason(rule.reading, rule.article, held)]
        : result === 'depends'
          ? []
          : distinct(trigger.value === 'no' ? failed : holding),
    unless:
      result === 'required' ? tested.filter(({ found }) => found.value === 'unknown').map(reasonOf) : [],
    used: distinctFacts([...trigger.used, ...tested.flatMap(({ found }) => found.used)]),
    exceptions: tested.map(({ id, found }) => ({ id, state: STATES[found.value] })),
  }
}

const STATES = { yes: 'holds', no: 'fails', unknown: 'unknown' } as const

type Tested = Rule['exceptions'][number] & { readonly found: ReturnType<typeof evaluate> }

function reasonOf({ because: why, article, found }: Tested): Reason {
  return reason(
    why,
    article,
    found.used.map(({ key }) => key),
  )
}

function reason(said: Words, article: Words, facts: readonly string[]): Reason {
  return { words: said, article, facts: [...new Set(facts)] }
}

/** « parce que », with its elision, before what a condition says when it fails. */
export function becauseOf({ fr, en }: Words): Words {
  const said = /^parce qu/.test(fr) ? fr : `parce qu${/^[aeiouyàâäéèêëîïôöùûü]/i.test(fr) ? '’' : 'e '}${fr}`
  return words(said, /^because /.test(en) ? en : `because ${en}`)
}

function distinct(reasons: readonly Reason[]): Reason[] {
  return [...new Map(reasons.map((one) => [one.words.en, one])).values()]
}

function distinctFacts(used: readonly UsedFact[]): UsedFact[] {
  const found = new Map<string, UsedFact>()
  for (const one of used) {
    // A fact that two conditions read differently is shown as it counted: what holds, before what fails.
    if (!found.has(one.key) || one.state === 'holds') found.set(one.key, one)
  }
  return [...found.values()]
}
