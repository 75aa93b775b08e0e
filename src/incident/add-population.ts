import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Actor, actorText, record } from '../journal/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Tx } from '../platform/database.ts'
import type { Platform } from '../platform/platform.ts'
import { type Incident, type Population, said } from './model.ts'
import { incidentRefusals } from './refusals.ts'
import { insertPopulation } from './store.ts'
import { validate } from './validate-input.ts'
import { writableIncident } from './writable-incident.ts'

const populationInput = z.strictObject({
  key: z
    .string()
    .max(40)
    .regex(/^[a-z][a-z0-9_]*$/, 'key'),
  label: said,
})

export type AddPopulationInput = z.input<typeof populationInput>

/**
 * Names a population: insured adults, dependants, health professionals… Its size is a fact, `population_size.<key>`.
 * @throws Refusal incident.populationExists, incident.invalid
 */
export async function addPopulation(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  incidentId: string,
  input: AddPopulationInput,
  actor: Actor,
): Promise<Population> {
  return db.transaction(async (tx) => {
    const incident = await writableIncident(tx, incidentId)
    const population = await writePopulation(tx, clock, incident, input, actor)
    const { id: populationId, key } = population
    await record(tx, clock, { actor, kind: 'population.added', incidentId, payload: { populationId, key } })
    return population
  })
}

/** Writes without a journal entry: for bulk loading, which journals once for all. */
export async function writePopulation(
  tx: Tx,
  clock: Clock,
  incident: Incident,
  input: AddPopulationInput,
  actor: Actor,
): Promise<Population> {
  const population = { id: randomUUID(), ...validate(populationInput, input) }
  const inserted = await insertPopulation(tx, incident.id, {
    ...population,
    recordedAt: clock.now(),
    recordedBy: actorText(actor),
  })
  if (!inserted) throw incidentRefusals.populationExists({ population: population.key })
  return population
}
