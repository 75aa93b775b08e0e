import type { Tx } from '../platform/database.ts'
import { POPULATION_SIZE } from './fact-catalogue.ts'
import type { FactOf } from './fact-value.ts'
import { DATA_CATEGORIES, type DataCategory, type Exposure, type Population } from './model.ts'
import { currentExposures, currentFacts, listPopulations } from './store.ts'

export interface ExposureRow {
  readonly category: DataCategory
  /** One cell per population, in their order; null when nothing was said, which is not "not exposed". */
  readonly cells: readonly (Exposure | null)[]
}

export interface ExposureTable {
  readonly populations: readonly (Population & { readonly size: FactOf<'number'> | null })[]
  readonly rows: readonly ExposureRow[]
}

/** Every category of data by every population, with the version that stands. */
export async function exposureTable(tx: Tx, incidentId: string): Promise<ExposureTable> {
  const populations = await listPopulations(tx, incidentId)
  const exposures = new Map(
    (await currentExposures(tx, incidentId)).map((cell) => [`${cell.populationId} ${cell.category}`, cell]),
  )
  const facts = new Map((await currentFacts(tx, incidentId)).map((fact) => [fact.key, fact]))
  const sizeOf = (key: string) => {
    const fact = facts.get(POPULATION_SIZE + key)
    return fact?.kind === 'number' ? fact : null
  }
  return {
    populations: populations.map((population) => ({ ...population, size: sizeOf(population.key) })),
    rows: DATA_CATEGORIES.map((category) => ({
      category,
      cells: populations.map(({ id }) => exposures.get(`${id} ${category}`) ?? null),
    })),
  }
}
