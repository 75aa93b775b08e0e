import { type CaseFile, type Conclusion, lawFact } from '../../law/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import { judged } from '../case/judge-organisation.ts'
import type { Near } from '../case/neighbourhood.ts'

/**
 * When a duty that is late, or may be, would be due if the instant that its clock waits for were now. Its clock may take an instant that the answer
 * brings with it: an incident classified as major after the 24 hours of DORA is notified within 4 hours of its classification
 * (Del. Reg. 2025/301, art. 5(2)), so that the 24 hours, once passed, say nothing of when it is due.
 * @returns the same conclusions with that clock, by id; those whose instant has not passed are left out
 */
export function supposedNow(
  caseFile: CaseFile,
  conclusions: readonly Conclusion[],
  key: string,
  now: Temporal.Instant,
  near: Near & { readonly every?: boolean | undefined } = {},
): ReadonlyMap<string, Conclusion> {
  const late = conclusions.filter(
    (one) => one.result !== 'not_required' && one.done === null && hasPassed(one, now),
  )
  const instants = late.flatMap((one) => unknownInstants(one, caseFile, key))
  if (instants.length === 0) return new Map()
  const supposed = Object.fromEntries(instants.map((fact) => [fact, now.toString()]))
  const organisations = caseFile.organisations.map((one) =>
    one.key === key ? { ...one, facts: { ...one.facts, ...supposed } } : one,
  )
  const ids = new Set(late.map(({ id }) => id))
  const again = judged({ ...caseFile, organisations }, key, { ...near, silent: true }).conclusions.filter(
    (one) => ids.has(one.id) && one.result !== 'not_required' && !hasPassed(one, now),
  )
  return new Map(again.map((one) => [one.id, one]))
}

function hasPassed({ clock }: Conclusion, now: Temporal.Instant): boolean {
  if (clock.kind !== 'computed') return false
  return clock.clock.dueAt.toInstant().epochNanoseconds < now.epochNanoseconds
}

/** Instants that the clock takes as parameters, and nobody knows. */
function unknownInstants(
  { snapshot }: Conclusion,
  { facts, organisations }: CaseFile,
  key: string,
): string[] {
  const { clock } = snapshot.rule
  if (clock.kind !== 'computed') return []
  const own = organisations.find((one) => one.key === key)?.facts ?? {}
  return Object.values(clock.params ?? {}).filter(
    (fact) => lawFact(fact)?.kind === 'instant' && (own[fact] ?? facts[fact] ?? null) === null,
  )
}
