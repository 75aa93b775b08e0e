import type { Exposure } from '../notices/index.ts'
import type { Covered, Population } from '../people/lists/index.ts'

/** What is said of the data of one population. */
export interface PopulationExposures {
  readonly key: string
  readonly exposures: readonly Exposure[]
}

/** The exposures a message tells, and what sets its text apart from the others of its audience; empty: nothing does. */
export interface ExposureTold {
  readonly variant: string
  readonly exposures: readonly Exposure[]
}

/**
 * What a message says was exposed: what was said of the populations of those it covers, and of no other. Where they differ,
 * the gravest word wins for each kind of data, and "not exposed" is said only when it was said of all. A population of
 * which nothing was said is told as the insured are.
 * @param populations in the order of the incident; the insured are the rule, or the first when they are not named
 */
export function exposureTeller(
  populations: readonly PopulationExposures[],
): (covers: readonly Pick<Covered, 'population'>[]) => ExposureTold {
  const spoken = populations.filter(({ exposures }) => exposures.length > 0)
  const rule = spoken.find(({ key }) => key === INSURED) ?? spoken[0] ?? { key: INSURED, exposures: [] }
  const known = new Map<string, ExposureTold>()
  return (covers) => {
    const keys = [...new Set(covers.map(({ population }) => population))]
      .map((key) => (spoken.some((one) => one.key === key) ? key : rule.key))
      .sort()
    const asked = [...new Set(keys)]
    const found = known.get(asked.join('+')) ?? tell(asked, spoken, rule)
    known.set(asked.join('+'), found)
    return found
  }
}

const INSURED: Population = 'insured_adults'

function tell(
  keys: readonly string[],
  spoken: readonly PopulationExposures[],
  rule: PopulationExposures,
): ExposureTold {
  const told = spoken.filter(({ key }) => keys.includes(key)).map(({ exposures }) => exposures)
  const exposures = told.length === 0 ? rule.exposures : merge(told)
  return sayTheSame(exposures, rule.exposures)
    ? { variant: '', exposures: rule.exposures }
    : { variant: keys.join('+'), exposures }
}

function merge(told: readonly (readonly Exposure[])[]): Exposure[] {
  const categories = new Set(told.flatMap((list) => list.map(({ value }) => value.category)))
  return [...categories].flatMap((category) => {
    const said = told.flatMap((list) => list.filter(({ value }) => value.category === category))
    const gravest =
      said.find(({ value }) => value.status === 'exposed') ??
      said.find(({ value }) => value.status === 'unknown')
    if (gravest) return [gravest]
    return said.length === told.length ? said.slice(0, 1) : []
  })
}

function sayTheSame(a: readonly Exposure[], b: readonly Exposure[]): boolean {
  const text = (list: readonly Exposure[]) =>
    JSON.stringify(list.map(({ value }) => [value.category, value.status, value.reason ?? null]).sort())
  return text(a) === text(b)
}
