import { dataAtStake } from './data-at-stake.ts'
import type { RiskFacts } from './risk-facts.ts'
import { because } from './risk-reasons.ts'
import { mayHaveBeenSeen } from './weigh-confidentiality.ts'
import { type Weighed, weighed } from './weighing.ts'

/** What people suffer already outweighs any forecast: it can raise the proposal, never lower it. Fears count where data can be read. */
export function weighConsequences(facts: RiskFacts): Weighed {
  const { consequences, malicious } = facts
  const care = [...consequences.care, ...(dataAtStake(facts).health ? consequences.careWhereHealth : [])]
  if (care.length > 0) return weighed('high', because.careDelayed)
  if (consequences.harm.length > 0) return weighed(malicious === false ? 'risk' : 'high', because.harmDone)
  if (malicious === false) return weighed('unlikely')
  const fears = consequences.feared.length > 0 && canBeRead(facts)
  return consequences.worry.length > 0 || fears ? weighed('risk', because.worry) : weighed('unlikely')
}

const canBeRead = (facts: RiskFacts) =>
  mayHaveBeenSeen(facts) &&
  (facts.encrypted !== true || facts.keyCompromised !== false) &&
  dataAtStake(facts).weight !== 0
