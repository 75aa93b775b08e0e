import { lawFact } from '../facts/fact-catalogue.ts'
import type { FactValue, Rule } from '../model.ts'
import { leavesOf, tellingValues } from './fact-values.ts'

/** Stands for any instant: that it is known starts a clock; no condition looks at which it is. */
export const KNOWN = 'known'

/** Answers worth trying for a fact: yes and no, every code of a choice, the thresholds that the rules name, each item of a list alone. */
export function answersTo(fact: string, rules: readonly Rule[]): readonly NonNullable<FactValue>[] {
  const known = lawFact(fact)
  switch (known?.kind) {
    case 'yes_no':
      return [true, false]
    case 'choice':
      return Object.keys(known.choices ?? {})
    case 'instant':
    case 'date':
      return [KNOWN]
    case 'text':
      return []
    default:
      return [
        ...read(fact, rules),
        ...(known?.choices ? Object.keys(known.choices).map((code) => [code]) : []),
      ]
  }
}

/** Codes recognised in what a person enters are read under another name. */
function read(fact: string, rules: readonly Rule[]): NonNullable<FactValue>[] {
  const name = fact === 'data_categories' ? 'data_codes' : fact
  const leaves = rules.flatMap((rule) =>
    leavesOf([rule.trigger, ...rule.exceptions.map(({ when }) => when)]).filter((leaf) => leaf.fact === name),
  )
  return tellingValues(leaves)
}
