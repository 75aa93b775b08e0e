import { LAW_FACTS, lawFact } from '../facts/fact-catalogue.ts'
import type { CaseFile, Conclusion, Facts, FactValue, Question } from '../model.ts'
import { answersTo, KNOWN } from './answers.ts'
import type { Member } from './chain.ts'
import { isDerivedFrom, type View, withAnswer } from './derived-facts.ts'
import { likelihood } from './likelihood.ts'
import { outcome } from './outcome.ts'
import { weightOf } from './weigh-conclusion.ts'

/** One organisation with what was concluded for it. */
export interface Concluded {
  readonly member: Member
  readonly view: View
  readonly conclusions: readonly Conclusion[]
}

/** A conclusion that a fact can still change, and whose it is. */
interface Open {
  readonly of: Concluded
  readonly conclusion: Conclusion
}

/** Bits of an answer that decides nothing at once, but may with others. */
const LATER = 0.1
/** Bits of the instant from which a duty that is required runs: without it nobody knows by when. */
const STARTS_A_CLOCK = 3

/**
 * Facts to ask, most decisive first: each can still change a result, or starts a clock that awaits it; with what each answer would
 * decide. Facts shared by the chain are asked once.
 *
 * Order: for each conclusion that the fact can change, its weight ({@link weightOf}: duties before the rest, near deadlines before
 * far ones), how likely the duty is to be there at all ({@link likelihood}), times what the answer tells of it, in bits, were all answers equally likely (at least a tenth: it may tell once others are
 * known); the sum ranks the question, then the catalogue. To start an awaited clock counts three.
 *
 * @param acts facts that say something was done: recorded when it is done, never asked
 * @param now ISO instant by which deadlines are near or far
 */
export function askQuestions(
  concluded: readonly Concluded[],
  { facts }: CaseFile,
  { acts, now }: { acts: ReadonlySet<string>; now: string | undefined },
): Question[] {
  const open = new Map<string, { fact: string; all: Open[] }>()
  for (const of of concluded) {
    for (const conclusion of of.conclusions) {
      for (const fact of askedBy(conclusion, of.view.facts, acts)) {
        const key = isShared(fact, of, facts) ? fact : `${fact} ${of.member.organisation.key}`
        const known = open.get(key)
        if (known) known.all.push({ of, conclusion })
        else open.set(key, { fact, all: [{ of, conclusion }] })
      }
    }
  }
  return [...open.values()]
    .map(({ fact, all }) => ({
      ...question(fact, all, now),
      place: places.get(fact) ?? places.size,
    }))
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .map(({ question: asked }) => asked)
}

const places = new Map(Object.keys(LAW_FACTS).map((key, index) => [key, index]))

/** What can change the result; and what starts or moves the clock of a required duty. */
function askedBy(conclusion: Conclusion, known: Facts, acts: ReadonlySet<string>): readonly string[] {
  const { missing, result, done } = conclusion
  if (result !== 'required' || done !== null) return missing
  const said = (fact: string) => (known[fact] ?? null) !== null
  const more = [...startOf(conclusion, said), ...moversOf(conclusion)].filter(
    (fact) => !said(fact) && !acts.has(fact) && !missing.includes(fact),
  )
  return more.length === 0 ? missing : [...missing, ...more]
}

/** The fact that an awaiting clock starts from, unless one is known and only cannot be counted from. */
function startOf({ clock }: Conclusion, said: (fact: string) => boolean): readonly string[] {
  return clock.kind === 'awaits' && !clock.facts.some(said) ? clock.facts.slice(0, 1) : []
}

/** Instants that move a clock already running (a classification, DORA), once nothing can take the duty away any more. */
function moversOf({ clock, snapshot, unless }: Conclusion): readonly string[] {
  const { clock: given } = snapshot.rule
  if (clock.kind !== 'computed' || given.kind !== 'computed' || unless.length > 0) return []
  return Object.values(given.params ?? {}).filter((fact) => lawFact(fact)?.kind === 'instant')
}

function isShared(fact: string, { member }: Concluded, shared: CaseFile['facts']): boolean {
  const isOwn = Object.hasOwn(member.organisation.facts, fact)
  return !isOwn && (lawFact(fact)?.scope === 'shared' || Object.hasOwn(shared, fact))
}

function question(fact: string, all: readonly Open[], now: string | undefined) {
  const answers = answersTo(
    fact,
    all.map(({ conclusion }) => conclusion.snapshot.rule),
  )
  const tried = answers.map((answer) => ({ answer, results: resultsOf(fact, answer, all) }))
  const told = (index: number) => {
    const { conclusion } = all[index]!
    if (!conclusion.missing.includes(fact)) return STARTS_A_CLOCK
    return Math.max(LATER, bits(tried.map(({ results }) => results[index]!)))
  }
  const score = all.reduce(
    (sum, { conclusion }, index) =>
      sum + weightOf(conclusion, now) * likelihood(conclusion, fact) * told(index),
    0,
  )
  const ids = (results: readonly string[], wanted: string) =>
    all.filter((_, index) => results[index] === wanted).map(({ conclusion }) => conclusion.id)
  return {
    score,
    question: {
      fact,
      organisation: all[0]!.of.member.organisation.key,
      decides: all.map(({ conclusion }) => conclusion.id),
      outcomes: tried.map(({ answer, results }) => ({
        answer,
        required: ids(results, 'required'),
        notRequired: ids(results, 'not_required'),
      })),
    },
  }
}

/** Entropy of what the answers would give: nothing when all give the same, little when one in seventeen differs. */
function bits(results: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const one of results) counts.set(one, (counts.get(one) ?? 0) + 1)
  return [...counts.values()].reduce(
    (sum, n) => sum - (n / results.length) * Math.log2(n / results.length),
    0,
  )
}

/** Result of each conclusion, were this the answer. An instant starts a clock and changes no result. */
function resultsOf(fact: string, answer: FactValue, all: readonly Open[]): string[] {
  if (answer === KNOWN) return all.map(({ conclusion }) => conclusion.result)
  const tried = new Map<Concluded, Facts>()
  const results = all.map(({ of, conclusion }) => {
    let facts = tried.get(of)
    if (!facts) {
      facts = answered(of, fact, answer)
      tried.set(of, facts)
    }
    return outcome(conclusion.snapshot.rule, facts)
  })
  for (const of of tried.keys()) takeBack(of, fact)
  return results
}

/** One copy of the facts of each organisation, on which answers are tried one after the other: there are hundreds. */
const copies = new WeakMap<View, Record<string, FactValue>>()

function copyOf(view: View): Record<string, FactValue> {
  const known = copies.get(view) ?? { ...view.facts }
  copies.set(view, known)
  return known
}

function takeBack({ view }: Concluded, fact: string): void {
  copyOf(view)[fact] = view.facts[fact] ?? null
}

/** The facts that conditions would read; what is derived is derived again only where the answer is read for it. */
function answered({ view }: Concluded, fact: string, answer: FactValue): Facts {
  if (isDerivedFrom(fact)) return withAnswer(view, fact, answer)
  const copy = copyOf(view)
  copy[fact] = answer
  return copy
}
