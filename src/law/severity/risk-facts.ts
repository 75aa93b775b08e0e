import type { Facts, FactValue } from '../model.ts'
import { classifyData, type DataClassification } from './classify-data.ts'
import { type ConsequenceReading, readConsequences } from './read-consequences.ts'
import { isMoreThan, type Quantity, readCount, readDuration } from './read-quantity.ts'

/** Facts that the proposal reads, all of the law catalogue; null is “not known yet” and never counts in anyone's favour. */
export const RISK_FACTS = [
  'breach_type',
  'data_categories',
  'exfiltrated',
  'malicious',
  'encrypted_at_rest',
  'key_compromised',
  'backup_available',
  'restored_within_hours',
  'persons',
  'special_categories',
  'financial_data',
  'identity_fraud_possible',
  'vulnerable_persons',
  'recipients_known',
  'recipient_trusted',
  'data_returned_or_deleted',
  'consequences',
] as const
export type RiskFactKey = (typeof RISK_FACTS)[number]

type BreachLetter = 'C' | 'I' | 'A'

/** The facts of a breach, read once: words become codes, ranges and signs. */
export interface RiskFacts {
  readonly personalData: boolean | null
  readonly breach: readonly BreachLetter[] | null
  readonly data: DataClassification | null
  readonly exfiltrated: boolean | null
  readonly malicious: boolean | null
  readonly encrypted: boolean | null
  readonly keyCompromised: boolean | null
  readonly backup: boolean | null
  readonly restored: Quantity
  readonly persons: Quantity
  readonly special: boolean | null
  readonly financial: boolean | null
  readonly fraud: boolean | null
  readonly vulnerable: boolean | null
  readonly recipientsKnown: boolean | null
  readonly trusted: boolean | null
  readonly returned: boolean | null
  readonly consequences: ConsequenceReading
}

export function readRiskFacts(facts: Facts): RiskFacts {
  const data = listOf(facts['data_categories'])
  return {
    personalData: yesNo(facts['personal_data']),
    breach: breachOf(facts['breach_type']),
    data: data.length > 0 ? classifyData(data) : null,
    exfiltrated: yesNo(facts['exfiltrated']),
    malicious: yesNo(facts['malicious']),
    encrypted: yesNo(facts['encrypted_at_rest']),
    keyCompromised: yesNo(facts['key_compromised']),
    backup: yesNo(facts['backup_available']),
    restored: readDuration(quantity(facts['restored_within_hours'])),
    persons: readPersons(quantity(facts['persons']), facts['persons_qualifier']),
    special: yesNo(facts['special_categories']),
    financial: yesNo(facts['financial_data']),
    fraud: yesNo(facts['identity_fraud_possible']),
    vulnerable: yesNo(facts['vulnerable_persons']),
    recipientsKnown: yesNo(facts['recipients_known']),
    trusted: yesNo(facts['recipient_trusted']),
    returned: yesNo(facts['data_returned_or_deleted']),
    consequences: readConsequences(listOf(facts['consequences'])),
  }
}

/** What qualifies the number can only raise it: « plus de », or a number said there alone, is a least, never a most. */
function readPersons(said: number | string | null, qualifier: FactValue | undefined): Quantity {
  const count = readCount(said)
  if (typeof qualifier !== 'string') return count
  if (count.range) return isMoreThan(qualifier) ? { ...count, range: { ...count.range, max: more } } : count
  const least = readCount(qualifier).range?.min
  return least === undefined ? count : { ...count, range: { min: least, max: more } }
}
const more = Number.POSITIVE_INFINITY

const yesNo = (value: FactValue | undefined) => (typeof value === 'boolean' ? value : null)
const quantity = (value: FactValue | undefined) =>
  typeof value === 'number' || typeof value === 'string' ? value : null

function listOf(value: FactValue | undefined): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value]
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string' && one.trim() !== '') : []
}

function breachOf(value: FactValue | undefined): readonly BreachLetter[] | null {
  const letters = listOf(value)
    .map((one) => one.trim().charAt(0).toUpperCase())
    .map((letter) => (letter === 'D' ? 'A' : letter))
    .filter((letter): letter is BreachLetter => letter === 'C' || letter === 'I' || letter === 'A')
  return letters.length > 0 ? letters : null
}
