import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type Actor, actorText } from '../journal/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Tx } from '../platform/database.ts'
import { findContradiction } from './contradictions.ts'
import { catalogueEntry, labelOf } from './fact-catalogue.ts'
import { boundsOf, type Fact, type FactContent, factContent } from './fact-value.ts'
import { findNationalId } from './guard-national-id.ts'
import {
  type Confidence,
  type FactId,
  type Incident,
  type Said,
  type SourceKind,
  said,
  sayIn,
} from './model.ts'
import { incidentRefusals } from './refusals.ts'
import { describeMoment, kindWord } from './show-value.ts'
import { currentFacts } from './store.ts'
import { texts } from './texts.ts'
import { factShape, type ProblemCode, problemCode, validate } from './validate-input.ts'

const key = z
  .string()
  .max(160)
  .regex(/^[a-z][a-z0-9_]*(\.[a-z0-9_-]+)*$/, 'key')

const factInput = z.object({ key, label: said.nullish(), ...factShape }).and(factContent)

/** A new version of a fact: its value, who says so, as of when (ISO 8601 or an instant), how surely, who holds it. */
export type SupersedeFactInput = FactContent & {
  readonly source: string
  readonly sourceKind: SourceKind
  readonly asOf: Temporal.Instant | string
  readonly confidence: Confidence
  readonly owner: string
}

export type RecordFactInput = SupersedeFactInput & { readonly key: string; readonly label?: Said | null }

/** @throws Refusal incident.contradiction naming both facts and their instants. */
export async function refuseContradiction(tx: Tx, incidentId: string): Promise<void> {
  const found = findContradiction(await currentFacts(tx, incidentId))
  if (!found) return
  throw incidentRefusals.contradiction({
    earlier: named(found.earlier),
    earlierAt: inBoth((locale) => describeMoment(found.earlier.value, locale)),
    later: named(found.later),
    laterAt: inBoth((locale) => describeMoment(found.later.value, locale)),
    unless: found.unless && inBoth((locale) => sayIn(locale, labelOf(found.unless!, null))),
  })
}

/** Every problem of an input, with its place; a NIR counts as one. Empty when the input may be written. */
export function inspectFact(input: unknown): { readonly path: string; readonly code: ProblemCode }[] {
  const parsed = factInput.safeParse(input)
  const hidden = findNationalId(input)
  return [
    ...(parsed.error?.issues ?? []).map((issue) => ({
      path: issue.path.join('.'),
      code: problemCode(issue),
    })),
    ...(hidden === undefined ? [] : [{ path: hidden, code: 'national_id' as const }]),
  ]
}

/**
 * Checks an input and makes the row of it.
 * @throws Refusal incident.invalid, incident.nationalId, incident.wrongKind, incident.future
 */
export function newVersion(clock: Clock, incident: Incident, input: RecordFactInput, actor: Actor): Fact {
  const { label, ...given } = validate(factInput, input)
  const fact = {
    ...given,
    label: label ?? null,
    id: randomUUID() as FactId,
    incidentId: incident.id,
    recordedAt: clock.now(),
    recordedBy: actorText(actor),
    supersededBy: null,
    supersededAt: null,
  } as Fact
  refuseWrongKind(fact)
  refuseUnknownChoice(fact)
  refuseFuture(fact, incident, fact.recordedAt)
  return fact
}

function refuseWrongKind(fact: Fact): void {
  const expected = catalogueEntry(fact.key)?.kind
  if (expected === undefined || expected === fact.kind) return
  throw incidentRefusals.wrongKind({
    key: fact.key,
    label: named(fact),
    expected: kindWord(expected),
    given: kindWord(fact.kind),
  })
}

function refuseUnknownChoice(fact: Fact): void {
  const choices = catalogueEntry(fact.key)?.choices
  if (!choices || codesOf(fact).every((code) => code !== undefined && Object.hasOwn(choices, code))) return
  throw incidentRefusals.invalid({
    where: 'value.code',
    problem: inBoth((locale) => texts[locale].problems.choice),
  })
}

/** The codes that a choice, or a list of choices, is made of; a line without one is undefined. */
function codesOf(fact: Fact): readonly (string | undefined)[] {
  if (fact.kind === 'choice') return [fact.value.code]
  return fact.kind === 'list' ? fact.value.map(({ code }) => code) : []
}

/** What happened is not yet to come. In an exercise the clock on the wall and the story are two things. */
function refuseFuture(fact: Fact, incident: Incident, now: Temporal.Instant): void {
  if (incident.exercise) return
  const happens = fact.kind === 'instant' && catalogueEntry(fact.key) !== undefined
  const late = happens && Temporal.Instant.compare(boundsOf(fact.value).earliest, now) > 0
  if (late || Temporal.Instant.compare(fact.asOf, now) > 0)
    throw incidentRefusals.future({ label: named(fact) })
}

/** A fact's name in both languages, for refusals. */
export function named(fact: Pick<Fact, 'key' | 'label'>): { fr: string; en: string } {
  return inBoth((locale) => sayIn(locale, labelOf(fact.key, fact.label)))
}

function inBoth(say: (locale: 'fr' | 'en') => string): { fr: string; en: string } {
  return { fr: say('fr'), en: say('en') }
}
