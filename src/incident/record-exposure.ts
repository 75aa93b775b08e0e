import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Actor, actorText, record } from '../journal/index.ts'
import type { Clock, Temporal } from '../platform/clock.ts'
import type { Tx } from '../platform/database.ts'
import type { Platform } from '../platform/platform.ts'
import { DATA_CATEGORIES, EXPOSURE_STATES, type Exposure, type Incident, said } from './model.ts'
import { incidentRefusals } from './refusals.ts'
import { currentExposures, insertExposure, listPopulations, markExposureSuperseded } from './store.ts'
import { texts } from './texts.ts'
import { provenanceShape, validate } from './validate-input.ts'
import { writableIncident } from './writable-incident.ts'

const exposureInput = z.strictObject({
  /** Key of the population. */
  population: z.string().min(1),
  category: z.enum(DATA_CATEGORIES),
  state: z.enum(EXPOSURE_STATES),
  reason: said.nullish(),
  ...provenanceShape,
  /** The version the writer read; null when nothing was said yet. Left out: whatever stands is superseded. */
  replaces: z.string().nullish(),
})

export type RecordExposureInput = Omit<z.input<typeof exposureInput>, 'asOf'> & {
  asOf: Temporal.Instant | string
}

/**
 * Says whether a category of data was exposed for a population; supersedes what was said before.
 * @throws Refusal incident.reasonMissing, incident.unknownPopulation, incident.alreadySuperseded, incident.nationalId,
 * incident.invalid
 */
export async function recordExposure(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  incidentId: string,
  input: RecordExposureInput,
  actor: Actor,
): Promise<Exposure> {
  return db.transaction(async (tx) => {
    const incident = await writableIncident(tx, incidentId)
    const exposure = await writeExposure(tx, clock, incident, input, actor)
    await record(tx, clock, {
      actor,
      kind: 'exposure.recorded',
      incidentId,
      payload: { exposureId: exposure.id, category: exposure.category, state: exposure.state },
    })
    return exposure
  })
}

/** Writes without a journal entry: for bulk loading, which journals once for all. */
export async function writeExposure(
  tx: Tx,
  clock: Clock,
  incident: Incident,
  input: RecordExposureInput,
  actor: Actor,
): Promise<Exposure> {
  const { population, replaces, reason, ...said } = validate(exposureInput, input)
  const label = categoryLabel(said.category)
  if (said.state === 'not_exposed' && !reason) throw incidentRefusals.reasonMissing({ category: label })
  const populationId = (await listPopulations(tx, incident.id)).find(({ key }) => key === population)?.id
  if (!populationId) throw incidentRefusals.unknownPopulation({ population })
  const exposure: Exposure = {
    ...said,
    id: randomUUID(),
    populationId,
    reason: reason ?? null,
    recordedAt: clock.now(),
    recordedBy: actorText(actor),
    supersededBy: null,
    supersededAt: null,
  }
  await replaceCurrent(tx, incident.id, exposure, replaces)
  await insertExposure(tx, incident.id, exposure)
  return exposure
}

async function replaceCurrent(
  tx: Tx,
  incidentId: string,
  next: Exposure,
  expected: string | null | undefined,
): Promise<void> {
  const standing = (await currentExposures(tx, incidentId)).find(
    ({ populationId, category }) => populationId === next.populationId && category === next.category,
  )
  if (expected !== undefined && expected !== (standing?.id ?? null))
    throw incidentRefusals.alreadySuperseded({ label: categoryLabel(next.category) })
  if (standing) await markExposureSuperseded(tx, standing.id, next.id, next.recordedAt)
}

function categoryLabel(category: string): { fr: string; en: string } {
  return { fr: texts.fr.categories[category] ?? category, en: texts.en.categories[category] ?? category }
}
