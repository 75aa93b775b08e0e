import { lawFact } from '../facts/fact-catalogue.ts'
import { type CHAIN_ROLES, type Condition, type Words, words } from '../model.ts'

/** Roles as people call them. */
export const ROLE_WORDS: Readonly<Record<(typeof CHAIN_ROLES)[number], Words>> = {
  controller: words('responsable de traitement', 'controller'),
  joint_controller: words('responsable conjoint', 'joint controller'),
  processor: words('sous-traitant', 'processor'),
  sub_processor: words('sous-traitant ultérieur', 'sub-processor'),
}

const DERIVED: Readonly<Record<string, Words>> = {
  roles: words('Quel est le rôle de l’organisme ?', 'What is the role of the organisation?'),
  risk_level: words('Quel risque est retenu, ou proposé ?', 'Which risk is decided, or proposed?'),
  data_codes: words('Quelles données sont reconnues ?', 'Which data are recognised?'),
}

/** How a fact is asked, what is derived included; its key where the catalogue does not know it. */
export function questionOf(fact: string): Words {
  return lawFact(fact)?.question ?? DERIVED[fact] ?? words(fact, fact)
}

/** An answer in words: yes, no, the words of a code. */
export function answerWords(fact: string, value: unknown): Words {
  if (typeof value === 'boolean') return value ? words('oui', 'yes') : words('non', 'no')
  if (Array.isArray(value)) return joined(value.map((one) => answerWords(fact, one)))
  const code = String(value)
  if (value === null || value === undefined) return words('on ne sait pas encore', 'not known yet')
  if (fact === 'roles') return ROLE_WORDS[code as keyof typeof ROLE_WORDS] ?? words(code, code)
  const choices = lawFact(fact === 'risk_level' ? 'risk_decided' : fact)?.choices
  return choices?.[code] ?? words(code, code)
}

const joined = (all: readonly Words[]) =>
  all.length === 0
    ? words('rien', 'nothing')
    : words(all.map(({ fr }) => fr).join(', '), all.map(({ en }) => en).join(', '))

/** One line of a condition, and how deep it stands in it. */
interface ConditionLine {
  readonly depth: number
  readonly words: Words
}

/** A condition in words, line by line: what must be answered for it to hold. */
export function conditionLines(condition: Condition, depth = 0): ConditionLine[] {
  if ('fact' in condition) return [{ depth, words: leafWords(condition) }]
  if (condition.op === 'not') {
    return [{ depth, words: words('sauf si', 'unless') }, ...conditionLines(condition.of, depth + 1)]
  }
  if (condition.of.length === 0) {
    const always = condition.op === 'all'
    return [{ depth, words: always ? words('toujours', 'always') : words('jamais', 'never') }]
  }
  if (condition.of.length === 1) return conditionLines(condition.of[0]!, depth)
  const head =
    condition.op === 'all' ? words('tout ceci', 'all of these') : words('au moins l’un', 'at least one of')
  return [{ depth, words: head }, ...condition.of.flatMap((one) => conditionLines(one, depth + 1))]
}

function leafWords(leaf: Extract<Condition, { readonly fact: string }>): Words {
  const asked = questionOf(leaf.fact)
  const wanted =
    leaf.op === 'yes'
      ? words('oui', 'yes')
      : leaf.op === 'at_least'
        ? words(`${leaf.value} ou plus`, `${leaf.value} or more`)
        : either(leaf.values.map((value) => answerWords(leaf.fact, value)))
  return words(`${asked.fr} ${wanted.fr} (${leaf.fact})`, `${asked.en} ${wanted.en} (${leaf.fact})`)
}

const either = (all: readonly Words[]) =>
  words(all.map(({ fr }) => fr).join(' ou '), all.map(({ en }) => en).join(' or '))
