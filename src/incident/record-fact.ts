import { type Actor, record } from '../journal/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Tx } from '../platform/database.ts'
import type { Platform } from '../platform/platform.ts'
import type { Fact } from './fact-value.ts'
import { named, newVersion, type RecordFactInput, refuseContradiction } from './fact-version.ts'
import { incidentRefusals } from './refusals.ts'
import { currentFact, insertFact } from './store.ts'
import { writableIncident } from './writable-incident.ts'

/**
 * Records a fact that has no value yet.
 * @throws Refusal incident.factExists, incident.wrongKind, incident.contradiction, incident.future, incident.nationalId,
 * incident.invalid
 */
export async function recordFact(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  incidentId: string,
  input: RecordFactInput,
  actor: Actor,
): Promise<Fact> {
  return db.transaction((tx) => recordFactIn(tx, clock, incidentId, input, actor))
}

/** The same, inside the caller's transaction. */
export async function recordFactIn(
  tx: Tx,
  clock: Clock,
  incidentId: string,
  input: RecordFactInput,
  actor: Actor,
): Promise<Fact> {
  const incident = await writableIncident(tx, incidentId)
  const fact = newVersion(clock, incident, input, actor)
  if (await currentFact(tx, incident.id, fact.key))
    throw incidentRefusals.factExists({ key: fact.key, label: named(fact) })
  await insertFact(tx, fact)
  await refuseContradiction(tx, incident.id)
  await record(tx, clock, {
    actor,
    kind: 'fact.recorded',
    incidentId,
    payload: { key: fact.key, factId: fact.id, confidence: fact.confidence },
  })
  return fact
}
