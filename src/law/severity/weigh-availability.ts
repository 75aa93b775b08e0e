import { crowd } from './crowd.ts'
import { dataAtStake } from './data-at-stake.ts'
import type { RiskFacts } from './risk-facts.ts'
import { because } from './risk-reasons.ts'
import { type Weighed, weighed } from './weighing.ts'

/** Within a day nobody waits long for an order or a payment; where care depends on the data, a working day is long. */
const QUICK_HOURS = 24
const QUICK_HOURS_IN_CARE = 8

/**
 * Risk from data lost, altered or out of reach: how long, whether they come back, and what people miss meanwhile. EDPB
 * Guidelines 01/2021, cases 1 to 4, 10 and 12: the time of restoration is the key variable (§24).
 */
export function weighAvailability(facts: RiskFacts): Weighed {
  const { backup, restored } = facts
  if (!isAtStake(facts)) return weighed('unlikely')
  const { health, weight } = dataAtStake(facts)
  const limit = health ? QUICK_HOURS_IN_CARE : QUICK_HOURS
  if (restored.range && restored.range.max <= limit) return weighed(...inTime(facts))
  const slow = restored.range !== null
  if (!slow && backup === true)
    return health && facts.breach !== null
      ? weighed('risk', because.careUnknownDelay)
      : weighed(...inTime(facts, true))
  if (isTrifle(facts, weight)) return weighed('unlikely', because.nobodyWaits)
  if (!slow && backup === null) return weighed('risk', because.restorationUnknown)
  if (health) return weighed('high', because.careWithout)
  return weighed('risk', slow ? because.slow : because.noBackup)
}

/** Where nobody said what happened, a word on backups, restoration or delays says that availability is at stake. */
function isAtStake({ breach, backup, restored, consequences }: RiskFacts): boolean {
  if (breach) return breach.includes('A') || breach.includes('I')
  return backup !== null || restored.range !== null || hasDelays(consequences)
}

function inTime({ malicious, consequences }: RiskFacts, unsaid = false): Parameters<typeof weighed> {
  if (malicious !== false && hasDelays(consequences)) return ['risk', because.delays]
  return ['unlikely', unsaid ? because.backup : because.restoredQuickly]
}

/** « traitement des commandes retardé » is a delay where no health data are at stake. */
const hasDelays = ({ nuisance, careWhereHealth }: RiskFacts['consequences']) =>
  nuisance.length + careWhereHealth.length > 0

/** A parcel that went astray is “unavailable” too: a handful of ordinary data, nobody's fault, nothing that people wait for. */
const isTrifle = (facts: RiskFacts, weight: number | null) =>
  facts.malicious === false &&
  weight !== null &&
  weight <= 1 &&
  (crowd(facts).handful || (facts.persons.range === null && facts.returned === true))
