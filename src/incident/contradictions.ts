import type { CatalogueKey } from './fact-catalogue.ts'
import { boundsOf, type Fact, type FactOf } from './fact-value.ts'

interface OrderRule {
  readonly earlier: CatalogueKey
  readonly later: CatalogueKey
  /** A yes to this fact explains the reversed order. */
  readonly unless?: CatalogueKey
}

/** What cannot happen before what. Equal instants are fine; a day stands for any instant of it. */
export const ORDER_RULES: readonly OrderRule[] = [
  { earlier: 'attack_started_at', later: 'attack_ended_at' },
  { earlier: 'attack_started_at', later: 'detected_at' },
  { earlier: 'attack_started_at', later: 'disconnected_at' },
  { earlier: 'attack_started_at', later: 'processor_told_controller_at' },
  { earlier: 'attack_started_at', later: 'controller_aware_at' },
  { earlier: 'attack_started_at', later: 'authority_told_at' },
  { earlier: 'attack_started_at', later: 'complaint_filed_at' },
  { earlier: 'attack_started_at', later: 'persons_told_at' },
  { earlier: 'detected_at', later: 'processor_told_controller_at' },
  { earlier: 'detected_at', later: 'processor_authority_told_at' },
  { earlier: 'detected_at', later: 'processor_complaint_filed_at' },
  // The controller is aware when its processor tells it, unless someone else told it first.
  {
    earlier: 'processor_told_controller_at',
    later: 'controller_aware_at',
    unless: 'controller_aware_by_other_means',
  },
  { earlier: 'controller_aware_at', later: 'dpo_told_at' },
  { earlier: 'controller_aware_at', later: 'authority_told_at' },
  { earlier: 'controller_aware_at', later: 'complaint_filed_at' },
  { earlier: 'controller_aware_at', later: 'persons_told_at' },
]

export interface Contradiction {
  readonly earlier: FactOf<'instant'>
  readonly later: FactOf<'instant'>
  readonly unless?: CatalogueKey
}

/**
 * The first pair of undisputed instants in an impossible order, or undefined.
 * @param facts current facts of one incident, one per key.
 */
export function findContradiction(facts: readonly Fact[]): Contradiction | undefined {
  const byKey = new Map(facts.map((fact) => [fact.key, fact]))
  for (const rule of ORDER_RULES) {
    const earlier = settledInstant(byKey.get(rule.earlier))
    const later = settledInstant(byKey.get(rule.later))
    if (!earlier || !later || isYes(byKey.get(rule.unless ?? ''))) continue
    if (comesBefore(later, earlier)) return { earlier, later, ...(rule.unless && { unless: rule.unless }) }
  }
  return undefined
}

function settledInstant(fact: Fact | undefined): FactOf<'instant'> | undefined {
  return fact?.kind === 'instant' && fact.confidence !== 'disputed' ? fact : undefined
}

function isYes(fact: Fact | undefined): boolean {
  return fact?.kind === 'yes_no' && fact.value.answer === 'yes'
}

/** Certainly before: even the last instant `a` may stand for precedes the first of `b`. */
function comesBefore(a: FactOf<'instant'>, b: FactOf<'instant'>): boolean {
  return boundsOf(a.value).latest.epochNanoseconds < boundsOf(b.value).earliest.epochNanoseconds
}
