import { type Actor, record } from '../journal/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Tx } from '../platform/database.ts'
import type { Platform } from '../platform/platform.ts'
import type { Fact } from './fact-value.ts'
import {
  named,
  newVersion,
  type RecordFactInput,
  refuseContradiction,
  type SupersedeFactInput,
} from './fact-version.ts'
import type { Incident } from './model.ts'
import { incidentRefusals } from './refusals.ts'
import { currentFact, factById, insertFact, markFactSuperseded } from './store.ts'
import { writableIncident } from './writable-incident.ts'

/**
 * Puts a new version in the place of a fact. The old one stays, with what replaced it and when.
 * @param factId the version the writer read: if another took its place meanwhile, nothing is written.
 * @throws Refusal incident.unknownFact, incident.alreadySuperseded and those of recordFact
 */
export async function supersedeFact(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  factId: string,
  input: SupersedeFactInput,
  actor: Actor,
): Promise<Fact> {
  return db.transaction((tx) => supersedeFactIn(tx, clock, factId, input, actor))
}

/** The same, inside the caller's transaction. */
export async function supersedeFactIn(
  tx: Tx,
  clock: Clock,
  factId: string,
  input: SupersedeFactInput,
  actor: Actor,
): Promise<Fact> {
  const old = await factById(tx, factId)
  if (!old) throw incidentRefusals.unknownFact({ key: factId })
  const incident = await writableIncident(tx, old.incidentId)
  const fact = newVersion(clock, incident, { ...input, key: old.key, label: old.label }, actor)
  await replace(tx, old, fact)
  await refuseContradiction(tx, incident.id)
  await record(tx, clock, {
    actor,
    kind: 'fact.superseded',
    incidentId: incident.id,
    payload: { key: fact.key, factId: fact.id, supersedes: old.id, confidence: fact.confidence },
  })
  return fact
}

/**
 * Writes a fact of a file, in the place of the version before it if there is one, without a journal entry: bulk loading
 * journals once for all, and looks for contradictions at the end.
 */
export async function putFact(
  tx: Tx,
  clock: Clock,
  incident: Incident,
  input: RecordFactInput,
  actor: Actor,
): Promise<void> {
  const fact = newVersion(clock, incident, input, actor)
  const old = await currentFact(tx, incident.id, fact.key)
  if (old) await replace(tx, old, fact)
  else await insertFact(tx, fact)
}

/** The old row is closed first: one version stands at a time. */
async function replace(tx: Tx, old: Fact, next: Fact): Promise<void> {
  if (!(await markFactSuperseded(tx, old.id, next.id, next.recordedAt)))
    throw incidentRefusals.alreadySuperseded({ label: named(old) })
  await insertFact(tx, next)
}
