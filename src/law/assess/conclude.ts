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

/** One conclusion for each to whom the rule is owed: the organisation's own, or one for each neighbour that it names. */
export function conclude({ rule, notLaw }: Chosen, member: Member, view: View, bench: Bench): Conclusion[] {
  const verdict = bench.judge.verdict(rule, view)
  const isClosed = notLaw !== null
  const result = isClosed ? 'not_required' : verdict.result
  const wouldApply = isClosed && verdict.result !== 'not_required'
  const shared = {
    snapshot: snapshotOf(rule),
    organisation: member.organisation.key,
    result,
    because: isClosed ? [notLawReason(rule, notLaw), ...wouldBe(rule, verdict)] : verdict.because,
    unless: isClosed ? [] : verdict.unless,
    missing: isClosed ? [] : verdict.missing,
    facts: verdict.used,
    exceptions: verdict.exceptions,
    clock:
      result === 'not_required' && !wouldApply
        ? NO_CLOCK
        : startClock(rule, view.facts, member.zone, bench.compute),
  } satisfies Partial<Conclusion>
  return neighboursOf(rule, member).map((neighbour) => ({
    id: idOf(rule, member.organisation, neighbour),
    ...shared,
    recipient: neighbour
      ? { code: rule.to.code, words: words(neighbour.name, neighbour.name), organisation: neighbour.key }
      : rule.to,
    done: doneOf(rule, member, neighbour),
  }))
}

function idOf(rule: Rule, { key }: ChainOrganisation, neighbour: ChainOrganisation | undefined): string {
  return `${rule.id}@${key}${neighbour ? `>${neighbour.key}` : ''}`
}

/** Without a known neighbour the duty stands all the same, towards whoever it is. */
function neighboursOf(rule: Rule, member: Member): readonly (ChainOrganisation | undefined)[] {
  if (rule.per === 'organisation') return [undefined]
  const known = rule.per === 'client' ? member.clients : member.suppliers
  return known.length === 0 ? [undefined] : known
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

function notLawReason({ article }: Rule, why: Words): Reason {
  return { words: becauseOf(why), article, facts: [] }
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
