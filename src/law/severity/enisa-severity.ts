import { type Words, words } from '../model.ts'
import {
  availabilityLost,
  confidentialityLost,
  integrityLost,
  maliciousIntent,
} from './enisa-circumstances.ts'
import { easeOfIdentification, processingContext } from './enisa-data.ts'
import { ALLOWED, BANDS, type FactorName, type SeverityBand } from './enisa-tables.ts'
import type { RiskFacts } from './risk-facts.ts'

export interface Factor {
  readonly name: FactorName
  readonly value: number
  readonly reason: Words
  /** Facts it was read from. */
  readonly facts: readonly string[]
  /** What the facts gave, where a person chose otherwise. */
  readonly overridden: number | null
}

/** A person's own value for a factor, with why. */
export interface ChosenFactor {
  readonly value: number
  readonly reason: string
}
export type ChosenFactors = Readonly<Partial<Record<FactorName, ChosenFactor>>>

export interface EnisaSeverity {
  /** SE = DPC × EI + CB, from 0.25 to 6. */
  readonly score: number
  readonly band: SeverityBand
  readonly dpc: number
  readonly ei: number
  readonly cb: number
  readonly factors: readonly Factor[]
  /** Outside the score: they may move the judgement, by a person. */
  readonly flags: { readonly moreThan100: boolean | null; readonly unintelligible: boolean | null }
}

/**
 * ENISA's severity of a breach (working document v1.0, Dec 2013): an aid to judgement, not a legal test. Unknown data or
 * identifiers are scored at their prudent value. Refused factors (see `chosenFactorFault`) must not come here: they are not used.
 */
export function severityOf(read: RiskFacts, chosen: ChosenFactors = {}): EnisaSeverity {
  const factors = [
    processingContext(read),
    easeOfIdentification(read),
    confidentialityLost(read),
    integrityLost(read),
    availabilityLost(read),
    maliciousIntent(read),
  ].map((factor) => overridden(factor, chosen[factor.name]))
  const value = (name: FactorName) => factors.find((factor) => factor.name === name)?.value ?? 0
  const cb = value('confidentiality') + value('integrity') + value('availability') + value('malicious')
  const score = value('dpc') * value('ei') + cb
  return {
    score,
    band: bandOf(score),
    dpc: value('dpc'),
    ei: value('ei'),
    cb,
    factors,
    flags: { moreThan100: moreThan100(read), unintelligible: unintelligible(read) },
  }
}

/** What is wrong with a chosen factor; null when it may be used. */
export function chosenFactorFault(
  name: FactorName,
  { value, reason }: ChosenFactor,
): 'value' | 'reason' | null {
  if (!ALLOWED[name].includes(value)) return 'value'
  return reason.trim() === '' ? 'reason' : null
}

/** The factors that a person chose in a score kept earlier. */
export function chosenFactorsOf({ factors }: Pick<EnisaSeverity, 'factors'>): ChosenFactors {
  const chosen = factors.filter((factor) => factor.overridden !== null)
  return Object.fromEntries(chosen.map(({ name, value, reason }) => [name, { value, reason: reason.fr }]))
}

function overridden(factor: Omit<Factor, 'overridden'>, chosen: ChosenFactor | undefined): Factor {
  if (!chosen || chosenFactorFault(factor.name, chosen) !== null) return { ...factor, overridden: null }
  const said = chosen.reason.trim()
  return { ...factor, value: chosen.value, reason: words(said, said), overridden: factor.value }
}

/** < 2 low, < 3 medium, < 4 high, then very high. */
function bandOf(score: number): SeverityBand {
  return BANDS[Math.max(0, Math.min(3, Math.floor(score) - 1))] ?? 'low'
}

function moreThan100({ persons: { range } }: RiskFacts): boolean | null {
  if (range === null) return null
  if (range.min > 100 || (range.min >= 100 && range.max > range.min)) return true
  return range.max <= 100 ? false : null
}

function unintelligible({ encrypted, keyCompromised }: RiskFacts): boolean | null {
  if (encrypted === false || keyCompromised === true) return false
  return encrypted === true && keyCompromised === false ? true : null
}
