import type { Facts, FactValue } from '../model.ts'
import type { Member } from './chain.ts'

/** What conditions read besides the catalogue, and the facts that a person enters for it. */
const ENTERED_AS: Readonly<Record<string, string>> = { data_codes: 'data_categories' }

/** What a risk proposal gives the engine; a person's decision stands over it. */
export interface ProposedRisk {
  readonly level: string | null
  readonly codes: readonly string[] | null
  /** Facts not known yet that can still change the proposed level. */
  readonly open: readonly string[]
}
export type ProposeRisk = (facts: Facts) => ProposedRisk

/** Facts of one organisation as conditions read them. */
export interface View {
  readonly facts: Facts
  /** The risk is what a person decided: no fact can change it any more. */
  readonly isRiskSettled: boolean
  readonly openRiskFacts: readonly string[]
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
      data_codes: proposed.codes,
    },
    isRiskSettled: decided !== null,
    openRiskFacts: decided === null ? proposed.open : [],
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
