import {
  type ChainOrganisation,
  type Conclusion,
  type ConclusionClock,
  type Reason,
  type Rule,
  type Words,
  words,
} from '../model.ts'
import type { Member } from './chain.ts'
import type { View } from './derived-facts.ts'
import { becauseOf } from './outcome.ts'
import { snapshotOf } from './rule-hash.ts'
import type { RuleJudge, Verdict } from './rule-judge.ts'
import type { Chosen } from './rule-version.ts'
import { type ComputeClock, startClock } from './start-clock.ts'

/** The engine's parts that conclusions need. */
export interface Bench {
  readonly judge: RuleJudge
  readonly compute: ComputeClock
}

const NO_CLOCK: ConclusionClock = {
  kind: 'words',
  words: words('aucune échéance : non requis', 'no deadline: not required'),
}

const NOT_LAW: ConclusionClock = {
  kind: 'words',
  words: words('aucune échéance : ce texte ne s’applique pas', 'no deadline: this text does not apply'),
}

/** One conclusion for each to whom the rule is owed: the organisation's own, or one for each neighbour that it names. */
export function conclude({ rule, notLaw }: Chosen, member: Member, view: View, bench: Bench): Conclusion[] {
  const verdict = bench.judge.verdict(rule, view)
  const said = notLaw === null ? verdict : notLawVerdict(rule, notLaw, verdict)
  const snapshot = snapshotOf(rule)
  const clock = clockOf({ rule, notLaw }, verdict.result, member, view, bench)
  return neighboursOf(rule, member).map((neighbour) => ({
    id: idOf(rule, member.organisation, neighbour),
    snapshot,
    organisation: member.organisation.key,
    recipient: neighbour
      ? { code: rule.to.code, words: words(neighbour.name, neighbour.name), organisation: neighbour.key }
      : rule.to,
    result: said.result,
    because: said.because,
    unless: said.unless,
    missing: said.missing,
    facts: verdict.used,
    exceptions: verdict.exceptions,
    clock,
    done: doneOf(rule, member, neighbour),
  }))
}

/** Of a text that is not law the date is shown where it would apply, not where that would still depend. */
function clockOf(
  { rule, notLaw }: Chosen,
  result: Verdict['result'],
  { zone }: Member,
  { facts }: View,
  { compute }: Bench,
): ConclusionClock {
  if (result === 'not_required') return NO_CLOCK
  const isIdle = notLaw !== null && result === 'depends'
  return startClock(rule, facts, zone, isIdle ? null : compute) ?? NOT_LAW
}

type Said = Pick<Verdict, 'result' | 'because' | 'unless' | 'missing'>

const notLawSaid = new WeakMap<Verdict, Map<Words, Said>>()

/** A text that is not law requires nothing, whatever the facts; what it would ask is told beside. */
function notLawVerdict(rule: Rule, why: Words, verdict: Verdict): Said {
  let known = notLawSaid.get(verdict)
  if (!known) {
    known = new Map()
    notLawSaid.set(verdict, known)
  }
  const said = known.get(why) ?? {
    result: 'not_required' as const,
    because: [{ words: becauseOf(why), article: rule.article, facts: [] }, ...wouldBe(rule, verdict)],
    unless: [],
    missing: [],
  }
  known.set(why, said)
  return said
}

const ITSELF: readonly undefined[] = [undefined]

function idOf(rule: Rule, { key }: ChainOrganisation, neighbour: ChainOrganisation | undefined): string {
  return `${rule.id}@${key}${neighbour ? `>${neighbour.key}` : ''}`
}

/** Without a known neighbour the duty stands all the same, towards whoever it is. */
function neighboursOf(rule: Rule, member: Member): readonly (ChainOrganisation | undefined)[] {
  if (rule.per === 'organisation') return ITSELF
  const known = rule.per === 'client' ? member.clients : member.suppliers
  return known.length === 0 ? ITSELF : known
}

/** A client that says when its only supplier told it proves the telling, for itself. */
function doneOf(rule: Rule, member: Member, neighbour: ChainOrganisation | undefined): Conclusion['done'] {
  const fact = rule.doneBy
  if (fact === undefined) return null
  const at = member.facts[fact]
  if (typeof at === 'string') return { fact, at }
  if (fact !== 'clients_told_at' || !neighbour) return null
  const heard = neighbour.facts['told_by_supplier_at']
  return typeof heard === 'string' ? { fact: 'told_by_supplier_at', at: heard } : null
}

/** What a text that is not law would ask: shown, never due. */
function wouldBe(rule: Rule, verdict: Verdict): readonly Reason[] {
  if (verdict.result === 'not_required') return verdict.because
  const said =
    verdict.result === 'required'
      ? words('ce texte s’appliquerait à ces faits', 'this text would apply to these facts')
      : words('ce texte dépendrait de faits encore inconnus', 'this text would depend on facts not known yet')
  return [{ words: said, article: rule.article, facts: verdict.used.map(({ key }) => key) }]
}
