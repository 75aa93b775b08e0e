import { computeClock } from '../clocks/compute-clock.ts'
import type { CaseFile, Conclusion, Question, Rule } from '../model.ts'
import { contractRule } from '../regimes/contracts.ts'
import { ALL_RULES } from '../regimes/index.ts'
import { type Member, membersOf } from './chain.ts'
import { type Bench, conclude } from './conclude.ts'
import { type View, viewOf } from './derived-facts.ts'
import { dayIn } from './instants.ts'
import { RuleJudge } from './rule-judge.ts'
import { chooseVersion, startingFacts } from './rule-version.ts'
import { rememberClocks } from './start-clock.ts'

export interface AssessOptions {
  /** Day whose rules apply when neither a starting fact nor the case says one: ISO instant. */
  readonly now?: string
  /** The rules to apply; every rule of the catalogue when left out. */
  readonly rules?: readonly Rule[]
}

export interface Assessment {
  readonly conclusions: readonly Conclusion[]
  readonly questions: readonly Question[]
}

/**
 * What each text asks of each organisation of a case, and what is still to be asked. Pure: the same case, rules and day give
 * the same conclusions.
 *
 * A rule is taken in the version that was law on the day of its starting fact; else on the day of the case; else of `now`.
 */
export function assess(caseFile: CaseFile, options: AssessOptions = {}): Assessment {
  const bench: Bench = { judge: new RuleJudge(), compute: rememberClocks(computeClock) }
  const versions = versionsOf(options.rules ?? ALL_RULES)
  const conclusions = membersOf(caseFile).flatMap((member) => {
    const view = viewOf(member, () => ({ level: null, codes: null, open: [] }))
    const day = dayReader(member, view, caseFile.asOf ?? options.now)
    return [
      ...versions.flatMap((all) => conclude(chooseVersion(all, day), member, view, bench)),
      ...caseFile.contracts
        .filter(({ from }) => from === member.organisation.key)
        .flatMap((clause) => {
          const towards = caseFile.organisations.filter(({ key }) => key === clause.to)
          const rule = contractRule(clause, caseFile)
          return conclude(
            { rule, notLaw: null },
            { ...member, clients: towards, suppliers: towards },
            view,
            bench,
          )
        }),
    ]
  })
  return { conclusions, questions: [] }
}

const grouped = new WeakMap<readonly Rule[], readonly (readonly Rule[])[]>()

/** Versions of each rule, in the order of the catalogue. */
function versionsOf(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const known = grouped.get(rules)
  if (known) return known
  const byId = new Map<string, Rule[]>()
  for (const rule of rules) byId.set(rule.id, [...(byId.get(rule.id) ?? []), rule])
  const made = [...byId.values()]
  grouped.set(rules, made)
  return made
}

function dayReader({ zone }: Member, { facts }: View, otherwise: string | undefined) {
  const days = new Map<string, string>()
  return (rule: Rule): string | null => {
    const started = startingFacts(rule).map((key) => facts[key])
    const at = started.find((value): value is string => typeof value === 'string') ?? otherwise
    if (at === undefined) return null
    const known = days.get(at) ?? dayIn(at, zone)
    days.set(at, known)
    return known
  }
}
