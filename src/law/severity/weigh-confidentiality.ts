import { type Crowd, crowd } from './crowd.ts'
import { type DataAtStake, dataAtStake } from './data-at-stake.ts'
import type { RiskFacts } from './risk-facts.ts'
import { because } from './risk-reasons.ts'
import { rank, type Weighed, weighed } from './weighing.ts'

/**
 * Risk from data seen or taken by others: who has them (an attacker, nobody knows whom, known strangers, somebody bound to keep
 * them), what they tell, and of how many people. EDPB Guidelines 01/2021, 9/2022 (factors of the assessment).
 */
export function weighConfidentiality(facts: RiskFacts): Weighed {
  if (!mayHaveBeenSeen(facts)) return weighed('unlikely', because.notSeen)
  const readable = weighReadable(facts)
  if (facts.encrypted !== true || facts.keyCompromised === true) return readable
  if (facts.keyCompromised === false) return weighed('unlikely', because.unintelligible)
  if (facts.exfiltrated === false && facts.breach !== null)
    return weighed('unlikely', because.unintelligibleAndKept)
  if (readable.level === null) return readable
  const level = rank(readable.level) > rank('risk') ? 'risk' : readable.level
  return weighed(level, because.keyUnknown, ...readable.reasons)
}

/**
 * “Not exfiltrated” closes this way only where somebody said what happened and did not say that confidentiality was lost: a stolen
 * tablet is not exfiltrated either.
 */
export function mayHaveBeenSeen({ breach, exfiltrated }: RiskFacts): boolean {
  if (exfiltrated === true || breach === null || breach.includes('C')) return true
  return exfiltrated === null
}

export type Holder = 'attacker' | 'trusted' | 'known' | 'unknown'

export function holderOf(facts: RiskFacts): Holder {
  if (facts.malicious === true) return 'attacker'
  if (facts.malicious === null && facts.exfiltrated === true && facts.trusted !== true) return 'attacker'
  if (facts.trusted === true) return 'trusted'
  return facts.recipientsKnown === true || facts.returned === true ? 'known' : 'unknown'
}

function weighReadable(facts: RiskFacts): Weighed {
  const data = dataAtStake(facts)
  const many = crowd(facts)
  if (data.weight === null) return weighed(null, because.dataUnknown)
  if (data.weight === 0 && facts.fraud !== true) return weighed('unlikely', because.namesNobody)
  switch (holderOf(facts)) {
    case 'attacker':
      return withAttacker(facts, data, many)
    case 'trusted':
      return withTrusted(facts, data, many)
    case 'known':
      return withKnown(facts, data, many)
    case 'unknown':
      return withUnknown(facts, data, many)
  }
}

/** Vulnerable people have more to lose from the same words. */
const exposed = ({ weight, vulnerable }: DataAtStake) => (weight ?? 0) + (vulnerable ? 1 : 0)

function withAttacker(facts: RiskFacts, data: DataAtStake, many: Crowd): Weighed {
  const weight = exposed(data)
  if (weight >= 4) return weighed('high', because.attacker, because.special)
  if (weight >= 3) return weighed('high', because.attacker, because.serious)
  if (facts.fraud === true) return weighed('high', because.attacker, because.impersonation)
  if (many.mass) return weighed('high', because.attacker, because.mass)
  if (weight < 2) return weighed('risk', because.attacker, because.ordinary)
  // Not known to be taken is not known to be left: only logs that exclude it count in the author's favour.
  if (facts.exfiltrated !== false) {
    const taken = facts.exfiltrated ? because.personalTaken : because.personalPerhapsTaken
    return weighed('high', because.attacker, taken)
  }
  if (many.large && data.allowsImpersonation)
    return weighed('high', because.attacker, because.impersonation, because.large)
  return weighed('risk', because.attacker, because.personalExposed)
}

function withTrusted(facts: RiskFacts, data: DataAtStake, many: Crowd): Weighed {
  const weight = data.weight ?? 0
  if (facts.returned === false && !(weight <= 1 && many.few)) return weighed('risk', because.trustedKeeps)
  if (weight >= 4 && !(facts.returned === true && many.few)) return weighed('risk', because.trustedSpecial)
  if (weight >= 3 && facts.returned !== true) return weighed('risk', because.trustedUnconfirmed)
  return weighed('unlikely', facts.returned === true ? because.trustedReturned : because.trusted)
}

function withKnown(facts: RiskFacts, data: DataAtStake, many: Crowd): Weighed {
  const weight = data.weight ?? 0
  if (weight >= 4) return knownSpecial(facts, data, many)
  if (many.large && (weight >= 3 || facts.fraud === true || (weight >= 2 && data.allowsImpersonation)))
    return weighed('high', because.knownMany, because.serious)
  if (weight >= 3) return weighed('risk', because.known, because.serious)
  if (facts.fraud === true) return weighed('risk', because.known, because.impersonation)
  if (weight > 1) return weighed('risk', because.known, because.personalExposed)
  const spoken = facts.returned === true || many.handful
  const small = many.few || (facts.persons.range === null && facts.returned === true)
  return small && spoken
    ? weighed('unlikely', because.knownTrivial)
    : weighed('risk', because.known, because.notFew)
}

function knownSpecial(facts: RiskFacts, data: DataAtStake, many: Crowd): Weighed {
  const contained = many.handful && facts.returned !== false && !data.vulnerable
  return weighed(contained ? 'risk' : 'high', because.known, because.special)
}

function withUnknown(facts: RiskFacts, data: DataAtStake, many: Crowd): Weighed {
  const weight = exposed(data)
  if (weight >= 4) return weighed('high', because.whoKnows, because.special)
  if (weight >= 3) return weighed(many.few ? 'risk' : 'high', because.whoKnows, because.serious)
  if (many.mass) return weighed('high', because.whoKnows, because.mass)
  if (many.large && data.allowsImpersonation && (weight >= 2 || facts.fraud === true))
    return weighed('high', because.whoKnows, because.impersonation, because.large)
  return weighed('risk', because.whoKnows, weight < 2 ? because.ordinary : because.personalExposed)
}
