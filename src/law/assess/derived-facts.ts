import type { Facts, FactValue } from '../model.ts'
import type { RiskProposal } from '../severity/propose-risk.ts'
import { RISK_FACTS } from '../severity/risk-facts.ts'
import type { Member } from './chain.ts'

/** What conditions read besides the catalogue, and the facts that a person enters for it. */
const ENTERED_AS: Readonly<Record<string, string>> = { data_codes: 'data_categories' }

/** The risk proposal of an organisation from its facts; equal facts give equal proposals. */
export type ProposeRisk = (facts: Facts) => RiskProposal

/** A proposal costs more than a rule, and organisations of a chain repeat their facts. */
export function rememberRisks(propose: ProposeRisk): ProposeRisk {
  const known = new Map<string, RiskProposal>()
  return (facts) => {
    const key = READ_BY_RISK.map((fact) => keyOf(facts[fact])).join('\u0001')
    const found = known.get(key) ?? propose(facts)
    known.set(key, found)
    return found
  }
}

const READ_BY_RISK = ['personal_data', ...RISK_FACTS]
const READ_TO_DERIVE = new Set([...READ_BY_RISK, 'risk_decided'])

/** Does anything that conditions read come from this fact besides itself? */
export const isDerivedFrom = (fact: string): boolean => READ_TO_DERIVE.has(fact)

/** Facts of one organisation as conditions read them. */
export interface View {
  readonly facts: Facts
  /** The risk is what a person decided: no fact can change it any more. */
  readonly isRiskSettled: boolean
  readonly openRiskFacts: readonly string[]
  readonly risk: RiskProposal
}

/**
 * Adds `roles`, `risk_level` (the decision, else the proposal) and `data_codes`. As long as nobody decided, the level may
 * change: by the decision, and by the facts that the proposal lacks.
 */
export function viewOf(
  { organisation, facts }: Pick<Member, 'organisation' | 'facts'>,
  propose: ProposeRisk,
): View {
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
