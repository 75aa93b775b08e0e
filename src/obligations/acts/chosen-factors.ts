import {
  ALLOWED,
  type ChosenFactor,
  type ChosenFactors,
  chosenFactorsOf,
  type EnisaSeverity,
  FACTOR_WORDS,
  type FactorName,
} from '../../law/index.ts'
import { typedWords } from '../duty-writer.ts'
import { obligationRefusals } from '../refusals.ts'

/** As typed: an empty value leaves the factor to the facts. */
export type TypedFactors = Readonly<
  Partial<Record<FactorName, { readonly value: string; readonly reason: string }>>
>

export const FACTOR_NAMES = Object.keys(FACTOR_WORDS) as readonly FactorName[]

/** @throws Refusal obligations.badChoice (a value that the method has not), missing (no reason), tooLong, nationalId */
export function chosenFactors(typed: TypedFactors): ChosenFactors {
  const chosen = FACTOR_NAMES.flatMap((name): [FactorName, ChosenFactor][] => {
    const { value = '', reason = '' } = typed[name] ?? {}
    if (value.trim() === '') return []
    const known = ALLOWED[name]
    const read = known.find((one) => String(one) === value.trim())
    const where = FACTOR_WORDS[name]
    if (read === undefined) throw obligationRefusals.badChoice({ where, known: known.map(String) })
    return [[name, { value: read, reason: typedWords(where, reason, { most: 300 }) }]]
  })
  return Object.fromEntries(chosen)
}

/** Factors that stand since a decision: those kept in what was proposed with it. */
export function factorsKept(proposal: unknown): ChosenFactors {
  const severity = (proposal as { readonly severity?: Pick<EnisaSeverity, 'factors'> } | null)?.severity
  return severity ? chosenFactorsOf(severity) : {}
}
