import { computeClock } from '../clocks/compute-clock.ts'
import type { CaseFile, Conclusion, ContractClause, Question, Rule } from '../model.ts'
import { contractRule } from '../regimes/contracts.ts'
import { ALL_RULES } from '../regimes/index.ts'
import { proposeRisk, type RiskProposal } from '../severity/propose-risk.ts'
import { askQuestions, type Concluded } from './ask-questions.ts'
import { type Member, membersOf } from './chain.ts'
import { type Bench, conclude } from './conclude.ts'
import { type ProposeRisk, riskKey, type View, viewOf } from './derived-facts.ts'
import { dayIn } from './instants.ts'
import { remembering } from './remember.ts'
import { RuleJudge } from './rule-judge.ts'
import { chooseVersion, dayGiver } from './rule-version.ts'
import { callKey } from './start-clock.ts'

interface AssessOptions {
  /** ISO instant: the day whose rules apply when neither a starting fact nor the case says one; deadlines are near or far by it. */
  readonly now?: string
  /** The rules to apply; every rule of the catalogue when left out. */
  readonly rules?: readonly Rule[]
  /** Keys of the organisations to ask questions for. Left out: all of them, or none where there are more than a hundred. */
  readonly questionsFor?: readonly string[]
}

export interface Assessment {
  /** For each organisation in the order of the case, each rule in the order of the catalogue, then contracts. */
  readonly conclusions: readonly Conclusion[]
  /** What to ask next, most decisive first. */
  readonly questions: readonly Question[]
  /** An aid to the decision on the risk (`risk_decided`), which stands in for it until a person decides. */
  readonly risks: readonly { readonly organisation: string; readonly proposal: RiskProposal }[]
}

const ASKED_UNASKED = 100

/** Rules are constants: what they said of equal facts, they say again. */
const judge = new RuleJudge()
const rememberClocks = remembering(callKey, computeClock)
const rememberRisks = remembering(riskKey, proposeRisk)

/**
 * What each text asks of each organisation of a case, and what is still to be asked. Pure: the same case, rules and `now` give
 * the same conclusions.
 *
 * A rule is taken in the version that was law on the day of its starting fact; else on the day of the case; else of `now`.
 * @param caseFile as `validateCase` gives it
 */
export function assess(caseFile: CaseFile, options: AssessOptions = {}): Assessment {
  const rules = options.rules ?? ALL_RULES
  const bench: Bench = { judge, compute: rememberClocks() }
  const propose = rememberRisks()
  const concluded = concludeAll(caseFile, { rules, bench, propose, day: caseFile.asOf ?? options.now })
  const asked = concluded.filter(({ member }) => isAsked(member, options, concluded.length))
  return {
    conclusions: concluded.flatMap(({ conclusions }) => conclusions),
    questions: askQuestions(asked, caseFile, {
      acts: actsOf(rules),
      now: options.now ?? caseFile.asOf,
    }),
    risks: concluded.map(({ member, view }) => ({
      organisation: member.organisation.key,
      proposal: view.risk,
    })),
  }
}

function isAsked({ organisation }: Member, { questionsFor }: AssessOptions, count: number): boolean {
  return questionsFor?.includes(organisation.key) ?? count <= ASKED_UNASKED
}

interface Ground {
  readonly rules: readonly Rule[]
  readonly bench: Bench
  readonly propose: ProposeRisk
  readonly day: string | undefined
}

function concludeAll(caseFile: CaseFile, { rules, bench, propose, day }: Ground): Concluded[] {
  const versions = versionsOf(rules)
  const clauses = clausesBy(caseFile.contracts)
  const byKey = new Map(caseFile.organisations.map((one) => [one.key, one]))
  const direction = directionIn(caseFile)
  return membersOf(caseFile).map((member) => {
    const view = viewOf(member, propose)
    const read = dayReader(member, view, day)
    const byLaw = versions.flatMap((all) => conclude(chooseVersion(all, read), member, view, bench))
    const byContract = (clauses.get(member.organisation.key) ?? []).flatMap((clause) => {
      const towards = [byKey.get(clause.to)!]
      const party = { ...member, clients: towards, suppliers: towards }
      return conclude({ rule: contractRule(clause, direction(clause)), notLaw: null }, party, view, bench)
    })
    return { member, view, conclusions: [...byLaw, ...byContract] }
  })
}

function directionIn({ links }: CaseFile) {
  const known = new Set(links.map(({ supplier, client }) => `${supplier}>${client}`))
  return ({ from, to }: ContractClause) =>
    known.has(`${from}>${to}`) ? 'down' : known.has(`${to}>${from}`) ? 'up' : 'beside'
}

/** A party of thousands of agreements must not be looked for in each. */
function clausesBy(contracts: readonly ContractClause[]): ReadonlyMap<string, readonly ContractClause[]> {
  const by = new Map<string, ContractClause[]>()
  for (const clause of contracts) {
    const known = by.get(clause.from)
    if (known) known.push(clause)
    else by.set(clause.from, [clause])
  }
  return by
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

const actsOf = (rules: readonly Rule[]): ReadonlySet<string> =>
  new Set(rules.flatMap(({ doneBy }) => (doneBy === undefined ? [] : [doneBy])))

function dayReader({ zone }: Member, { facts }: View, otherwise: string | undefined) {
  const days = new Map<string, string>()
  return (rule: Rule): string | null => {
    const started = dayGiver(rule, facts)
    const at = started === undefined ? otherwise : (facts[started] as string)
    if (at === undefined) return null
    const known = days.get(at) ?? dayIn(at, zone)
    days.set(at, known)
    return known
  }
}
