import { type Actor, record } from '../../journal/index.ts'
import type { Conclusion } from '../../law/index.ts'
import type { DutyGround } from '../duty-writer.ts'
import {
  insertConclusions,
  insertRules,
  latestConclusions,
  type NewConclusion,
} from '../stores/conclusion-store.ts'

/**
 * Keeps every conclusion that changed since it was kept last: its result, the instant it is due, or that it was done; with its
 * rule as it stands, once for each hash. Of the desk's own organisation, a line whose rule was rewritten keeps no row: it stays with
 * the version that it was concluded by until somebody accepts the new one (accept-rule.ts). Of the others, only what is not simply
 * « not required » is kept.
 * @returns how many were kept
 */
export async function keepConclusions(
  { tx, clock, incident, at }: DutyGround,
  conclusions: readonly Conclusion[],
  own: string | null,
  actor: Actor,
): Promise<number> {
  const kept = new Map((await latestConclusions(tx, incident.id)).map((one) => [one.conclusion, one]))
  const changed = conclusions.filter((one) => {
    const last = kept.get(one.id)
    if (!last) return one.organisation === own || one.result !== 'not_required' || one.done !== null
    if (one.organisation === own && last.ruleHash !== one.snapshot.hash) return false
    return last.result !== one.result || !sameInstant(last.dueAt, dueAt(one)) || last.doneAt !== doneAt(one)
  })
  if (changed.length === 0) return 0
  const rules = new Map(changed.map(({ snapshot }) => [snapshot.hash, snapshot]))
  await insertRules(tx, [...rules.values()], at)
  await insertConclusions(
    tx,
    incident.id,
    changed.map((one) => rowOf(one, own)),
    at,
  )
  const required = changed.filter(({ result }) => result === 'required').length
  const depends = changed.filter(({ result }) => result === 'depends').length
  await record(tx, clock, {
    actor,
    kind: 'duty.concluded',
    incidentId: incident.id,
    payload: { changed: changed.length, required, depends },
  })
  return changed.length
}

type Due = NewConclusion['dueAt']

function dueAt({ result, clock }: Conclusion): Due {
  if (result === 'not_required' || clock.kind !== 'computed') return null
  return clock.clock.dueAt.toInstant().toString()
}

const doneAt = ({ done }: Conclusion): string | null => done?.at ?? null

function sameInstant(kept: { toString(): string } | null, now: Due): boolean {
  return (kept?.toString() ?? null) === now
}

/** The account of a conclusion. Facts read are kept for the desk's own: thousands of others read the same ones. */
export function rowOf(one: Conclusion, own: string | null): NewConclusion {
  const { because, unless, missing, facts } = one
  return {
    conclusion: one.id,
    organisation: one.organisation,
    ruleHash: one.snapshot.hash,
    result: one.result,
    dueAt: dueAt(one),
    because: {
      because,
      unless,
      missing,
      ...(one.organisation === own && { facts }),
      ...(one.done && { done: one.done.at }),
    },
  }
}
