import type { RiskFacts } from './risk-facts.ts'
import { because } from './risk-reasons.ts'
import { type Weighed, weighed } from './weighing.ts'

/** What people suffer already outweighs any forecast: it can raise the proposal, never lower it. */
export function weighConsequences({ consequences, malicious }: RiskFacts): Weighed {
  if (consequences.care.length > 0) return weighed('high', because.careDelayed)
  if (consequences.harm.length > 0) return weighed(malicious === false ? 'risk' : 'high', because.harmDone)
  const worrying = consequences.worry.length + consequences.unrecognised.length > 0
  return worrying && malicious !== false ? weighed('risk', because.worry) : weighed('unlikely')
}
