import type { RiskFacts } from './risk-facts.ts'

/** How many people, by the marks that change a judgement. Unknown numbers are none of them. */
export interface Crowd {
  /** Certainly 20 at most: each can be spoken to. */
  readonly handful: boolean
  /** Certainly not “more than 100 persons”, the flag of ENISA's method. */
  readonly few: boolean
  /** Certainly a thousand or more. */
  readonly large: boolean
  /** Certainly 50 000 or more: a breach worth trading. */
  readonly mass: boolean
}

export function crowd({ persons: { range } }: RiskFacts): Crowd {
  return {
    handful: range !== null && range.max <= 20,
    few: range !== null && range.max <= 100,
    large: range !== null && range.min >= 1000,
    mass: range !== null && range.min >= 50_000,
  }
}
