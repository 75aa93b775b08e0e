import { implies, withImplied } from '../cases/implied-facts.ts'
import type { Facts, FactValue } from '../model.ts'
import type { RiskProposal } from '../severity/propose-risk.ts'
import { RISK_FACTS, readRiskFacts } from '../severity/risk-facts.ts'
import { weighBreach } from '../severity/weigh-breach.ts'
import type { Member } from './chain.ts'

/** What conditions read besides the catalogue, and the facts that a person enters for it. */
const ENTERED_AS: Readonly<Record<string, string>> = { data_codes: 'data_categories' }

/** The risk proposal of an organisation from its facts; equal facts give equal proposals. */
export type ProposeRisk = (facts: Facts) => RiskProposal

/** Facts that a proposal reads, as the key of what is remembered. */
export function riskKey(facts: Facts): string {
  let key = ''
  for (const fact of READ_BY_RISK) key += `${keyOf(facts[fact])}\u0001`
  return key
}

const READ_BY_RISK = ['personal_data', ...RISK_FACTS]
const READ_TO_DERIVE = new Set([...READ_BY_RISK, 'risk_decided'])

/** Does anything that conditions read come from this fact besides itself? */
export const isDerivedFrom = (fact: string): boolean => READ_TO_DERIVE.has(fact) || implies(fact)

/** Facts of one organisation as conditions read them. */
export interface View {
  readonly facts: Facts
  /** The risk is what a person decided: no fact can change it any more. */
  readonly isRiskSettled: boolean
  readonly openRiskFacts: readonly string[]
  readonly risk: RiskProposal
}

/**
 * Adds what the facts suppose, `roles`, `risk_level` (the decision, else the proposal) and `data_codes`. As long as nobody decided, the level may
 * change: by the decision, and by the facts that the proposal lacks.
 */
export function viewOf(
  { organisation, facts: said }: Pick<Member, 'organisation' | 'facts'>,
  propose: ProposeRisk,
): View {
  const facts = withImplied(said)
  const decided = facts['risk_decided'] ?? null
  const proposed = propose(facts)
  return {
    facts: {
      ...facts,
      roles: organisation.roles,
      risk_level: decided ?? proposed.level,
      data_codes: proposed.data?.codes ?? null,
    },
    isRiskSettled: decided !== null,
    openRiskFacts: decided === null ? proposed.missing : [],
    risk: proposed,
  }
}

/** The same facts with one answer more, for trying it: the level without its reasons. */
export function withAnswer(view: View, fact: string, answer: FactValue): Facts {
  const facts = withImplied({ ...view.facts, [fact]: answer })
  if (!READ_TO_DERIVE.has(fact)) return facts
  const read = readRiskFacts(facts)
  return {
    ...facts,
    risk_level: facts['risk_decided'] ?? weighBreach(read).level,
    data_codes: read.data?.codes ?? null,
  }
}

/** The facts to ask for those that conditions lack: what is derived is asked by what it is derived from. */
export function entered(keys: readonly string[], view: View): string[] {
  const asked = keys.flatMap((key) => {
    if (key === 'risk_level') return [...view.openRiskFacts, 'risk_decided']
    return key === 'roles' ? [] : [ENTERED_AS[key] ?? key]
  })
  return [...new Set(asked)]
}

/** A value as a key of what is remembered. */
export function keyOf(value: FactValue | undefined): string {
  return value === null || value === undefined ? '' : `${typeof value}:${value}`
}
