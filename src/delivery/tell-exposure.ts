import type { Exposure } from '../notices/index.ts'
import type { Covered, Population } from '../people/lists/index.ts'
import { deliveryRefusals } from './refusals.ts'

/** What is said of the data of one population. */
export interface PopulationExposures {
  readonly key: string
  readonly exposures: readonly Exposure[]
}

/** The exposures a message tells, and what sets its text apart from the others of its audience; empty: nothing does. */
export interface ExposureTold {
  readonly variant: string
  /** The populations whose exposures these are: the notice keeps them, and a gate reads them again. */
  readonly populations: readonly string[]
  readonly exposures: readonly Exposure[]
}

/**
 * What a message says was exposed: what was said of the populations of those it covers, and of no other. Where they differ,
 * the gravest word wins for each kind of data, and "not exposed" is said only when it was said of all. Dependants of whom
 * nothing was said are told as the insured are. Health professionals, firms and clients of firms are told what was said of
 * them and nothing else, and theirs goes to nobody else: the bank details of the ones are not those of the others.
 * @param populations in the order of the incident; the insured are the rule, or the first that is not apart when they are not named
 * @throws (from the function) delivery.nothingSaidOf a population apart
 */
export function exposureTeller(
  populations: readonly PopulationExposures[],
): (covers: readonly Pick<Covered, 'population'>[]) => ExposureTold {
  const spoken = populations.filter(({ exposures }) => exposures.length > 0)
  const together = spoken.filter(({ key }) => !isApart(key))
  const rule = together.find(({ key }) => key === INSURED) ?? together[0] ?? { key: INSURED, exposures: [] }
  const known = new Map<string, ExposureTold>()
  return (covers) => {
    const covered = [...new Set(covers.map(({ population }) => population))]
    const apart = covered.find(isApart)
    if (apart) return tellApart(apart, covered, spoken)
    const keys = covered.map((key) => (spoken.some((one) => one.key === key) ? key : rule.key)).sort()
    const asked = [...new Set(keys)]
    const found = known.get(asked.join('+')) ?? tell(asked, spoken, rule)
    known.set(asked.join('+'), found)
    return found
  }
}

const INSURED: Population = 'insured_adults'
const APART: readonly string[] = ['health_professionals', 'firms', 'clients_of_firms'] satisfies Population[]

function isApart(key: string): boolean {
  return APART.includes(key)
}

function tellApart(
  key: Population,
  covered: readonly Population[],
  spoken: readonly PopulationExposures[],
): ExposureTold {
  if (covered.length > 1) throw new Error('one message for a population apart and another')
  const own = spoken.find((one) => one.key === key)
  if (!own) throw deliveryRefusals.nothingSaidOf({ population: key })
  return { variant: key, populations: [key], exposures: own.exposures }
}

function tell(
  keys: readonly string[],
  spoken: readonly PopulationExposures[],
  rule: PopulationExposures,
): ExposureTold {
  const told = spoken.filter(({ key }) => keys.includes(key)).map(({ exposures }) => exposures)
  const exposures = told.length === 0 ? rule.exposures : merge(told)
  return sayTheSame(exposures, rule.exposures)
    ? { variant: '', populations: keys, exposures: rule.exposures }
    : { variant: keys.join('+'), populations: keys, exposures }
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
