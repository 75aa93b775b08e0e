import { DATA_KINDS } from './classify-data.ts'
import type { RiskFacts } from './risk-facts.ts'
import type { Weight } from './weighing.ts'

/** What the data allow a stranger to do, from the codes, the words and the three questions that bound what was not named. */
export interface DataAtStake {
  readonly weight: Weight
  /** Enough to pass for somebody: an official number, or a birth date beside a name and an address. */
  readonly allowsImpersonation: boolean
  readonly health: boolean
  readonly vulnerable: boolean
  readonly officialIdentifier: boolean
}

const OFFICIAL_IDENTIFIERS = ['nir', 'id_document', 'passport', 'tax_number'] as const

const NAMES = ['surname', 'first_names', 'identity']
const WHEREABOUTS = ['postal_address', 'contact', 'birth_place', 'gender', 'phone', 'email']
const HEALTH = ['health', 'medical_data', 'diagnosis', 'reimbursements', 'genetic', 'special_unspecified']

export function dataAtStake(facts: RiskFacts): DataAtStake {
  const codes = effectiveCodes(facts)
  const has = (...wanted: readonly string[]) => wanted.some((code) => codes.includes(code))
  const health = has(...HEALTH) || (facts.special === true && !namesSpecial(codes))
  return {
    weight: weightOf(facts, codes),
    allowsImpersonation:
      facts.fraud === true ||
      has(...OFFICIAL_IDENTIFIERS) ||
      (has('birth_date') && has(...NAMES) && has(...WHEREABOUTS)),
    health,
    vulnerable: facts.vulnerable === true || has('children'),
    officialIdentifier: has(...OFFICIAL_IDENTIFIERS),
  }
}

/**
 * Words reread beside each other. « health (lactose intolerance) » says one thing: what food tells. A hash counts as a password once
 * the salt was reached, or where names stand beside an unsalted one.
 */
export function effectiveCodes(facts: RiskFacts): readonly string[] {
  const codes = facts.data?.codes ?? []
  return codes.flatMap((code) => {
    if (code === 'health' && explainedByFood(facts)) return []
    if (code === 'hashed_password' && !hashHolds(facts, codes)) return ['credentials']
    return [code]
  })
}

function explainedByFood({ data }: RiskFacts): boolean {
  const from = (code: string) => data?.recognised.find((one) => one.code === code)?.from
  return from('health') === from('food_preferences')
}

/** A table of accounts with hashes that hold, and nothing else: nobody is named. */
const ACCOUNT_TABLE = ['hashed_password', 'username', 'account']

function hashHolds(facts: RiskFacts, codes: readonly string[]): boolean {
  if (facts.keyCompromised === true) return false
  if (facts.data?.salted || facts.encrypted === true || facts.keyCompromised === false) return true
  return codes.every((code) => ACCOUNT_TABLE.includes(code))
}

function weightOf(facts: RiskFacts, codes: readonly string[]): Weight {
  const named = (facts.data?.recognised ?? []).filter(({ code }) => codes.includes(code))
  const accountsOnly =
    codes.includes('hashed_password') && codes.every((code) => ACCOUNT_TABLE.includes(code))
  const weights: number[] = named.map(({ code, weight }) =>
    accountsOnly ? 0 : facts.financial === false ? withoutMoney(code, weight) : weight,
  )
  if (codes.includes('credentials')) weights.push(3)
  if (facts.special === true && !isMinor(codes)) weights.push(4)
  if (facts.financial === true) weights.push(3)
  if (leavesDoubt(facts)) weights.push(unnamedWeight(facts, codes))
  return weights.length === 0 ? null : (Math.max(...weights) as Weight)
}

/** A special category that has its name (opinions, food…) is not taken for health; one that has none may be. */
const namesSpecial = (codes: readonly string[]) =>
  codes.some((code) => DATA_KINDS.get(code)?.family === 'sensitive')

/** An invoice that holds no bank or financial data is an order with its address. */
function withoutMoney(code: string, weight: number): number {
  if (code === 'invoices') return 1
  return code === 'billing_data' ? 2 : weight
}

/** Art. 9 in law, of little insight in fact (ENISA, sensitive data, score 1): a lactose intolerance told to the cook. */
const isMinor = (codes: readonly string[]) => codes.includes('food_preferences')

const leavesDoubt = ({ data, special, financial, fraud }: RiskFacts) =>
  data === null
    ? fraud === true || (special !== null && financial !== null)
    : data.unrecognised.length > 0 || data.unspecified.length > 0 || data.codes.length === 0

/** Whoever answered no to the three questions has said what the unnamed data are not. */
const unnamedWeight = ({ special, financial, fraud }: RiskFacts, codes: readonly string[]) =>
  (special === false || isMinor(codes)) && financial === false && fraud === false ? 1 : 1.5
