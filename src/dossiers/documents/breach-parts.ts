import { categoryWord } from '../../incident/index.ts'
import { formatInteger } from '../../platform/i18n.ts'
import {
  counted,
  type DossierSource,
  exposureRef,
  instantOf,
  linesFor,
  organisationRef,
  type SourcePopulation,
  say,
  suppliersOf,
  type Told,
  toldFact,
} from '../source.ts'
import { together } from './fields.ts'

/** What several documents say of the breach, each said once here. */

const colon = (source: DossierSource) => (source.locale === 'fr' ? '\u00a0: ' : ': ')

/** `assurés adultes : nom, prénoms…`, a line for each population with exposed data. */
export function exposedData(source: DossierSource): Told | null {
  return byPopulation(source, (population) => population.exposures.filter(({ state }) => state === 'exposed'))
}

/** Every category exposed anywhere, once, on one line. */
export function exposedCategories(source: DossierSource): Told | null {
  const rows = source.populations.flatMap(({ key, exposures }) =>
    exposures.filter(({ state }) => state === 'exposed').map((exposure) => ({ key, exposure })),
  )
  if (rows.length === 0) return null
  const names = rows.map(({ exposure }) => categoryWord(exposure.category, source.locale))
  return {
    lines: [[...new Set(names)].join(', ')],
    sources: rows.map(({ key, exposure }) => exposureRef(source, key, exposure)),
  }
}

/** What was said not to be exposed: never what nobody said anything of. */
export function unexposedData(source: DossierSource): Told | null {
  return byPopulation(source, (population) =>
    population.exposures.filter(({ state }) => state === 'not_exposed'),
  )
}

export function uncertainData(source: DossierSource): Told | null {
  return byPopulation(source, (population) => population.exposures.filter(({ state }) => state === 'unknown'))
}

function byPopulation(
  source: DossierSource,
  pick: (population: SourcePopulation) => SourcePopulation['exposures'],
): Told | null {
  return together(
    ...source.populations.map((population) => {
      const picked = pick(population)
      if (picked.length === 0) return null
      const categories = picked.map(({ category }) => categoryWord(category, source.locale)).join(', ')
      return {
        lines: [`${say(source, population.label)}${colon(source)}${categories}`],
        sources: picked.map((one) => exposureRef(source, population.key, one)),
      }
    }),
  )
}

/**
 * Whether data of these categories were exposed: yes as soon as one population's were; no only when every population says so
 * of each category. Otherwise null: what nobody spoke of is not known.
 */
export function exposureOf(source: DossierSource, ...categories: readonly string[]): Told | null {
  const said = source.populations.flatMap(({ key, exposures }) =>
    exposures
      .filter(({ category }) => categories.includes(category))
      .map((exposure) => ({ exposure, ref: exposureRef(source, key, exposure) })),
  )
  const exposed = said.filter(({ exposure }) => exposure.state === 'exposed')
  if (exposed.length > 0) {
    const names = exposed.map(({ exposure }) => categoryWord(exposure.category, source.locale))
    const yes = source.locale === 'fr' ? 'oui' : 'yes'
    const which = categories.length > 1 ? `${colon(source)}${[...new Set(names)].join(', ')}` : ''
    return {
      lines: [`${yes}${which}`],
      sources: exposed.map(({ ref }) => ref),
    }
  }
  const denied = said.filter(({ exposure }) => exposure.state === 'not_exposed')
  const all = source.populations.length * categories.length
  if (all === 0 || denied.length < all) return null
  return { lines: [source.locale === 'fr' ? 'non' : 'no'], sources: denied.map(({ ref }) => ref) }
}

/** `assurés adultes : environ 13 000`, a line for each population whose size is known. */
export function populationSizes(source: DossierSource): Told | null {
  return together(
    ...source.populations.map(({ label, size }) => {
      const told = size && toldFact(source, size.key)
      return told && { ...told, lines: [`${say(source, label)}${colon(source)}${told.lines.join(' ')}`] }
    }),
  )
}

/** Names of the populations concerned: those with exposed data. */
export function personCategories(source: DossierSource): Told | null {
  const concerned = source.populations.filter(({ exposures }) =>
    exposures.some(({ state }) => state === 'exposed'),
  )
  if (concerned.length === 0) return null
  return {
    lines: concerned.map(({ label }) => say(source, label)),
    sources: concerned.flatMap(({ key, exposures }) =>
      exposures.filter(({ state }) => state === 'exposed').map((one) => exposureRef(source, key, one)),
    ),
  }
}

/** Who processes data for the organisation, and what; suppliers that only print or insure are of their kind too. */
export function processors(source: DossierSource): Told | null {
  const served = suppliersOf(source)
  if (served.length === 0) return null
  return {
    lines: served.map(({ supplier, service }) => `${supplier.name}${colon(source)}${say(source, service)}`),
    sources: served.flatMap(({ id, supplier }) => [
      organisationRef(supplier),
      { key: `link.${supplier.key}`, id },
    ]),
  }
}

/** Measures of the organisation and of its supplier, each with who took it. */
export function measures(source: DossierSource, who: 'controller' | 'processor'): Told | null {
  return toldFact(source, `measures_by_${who}`)
}

/** How many people were told, by which channel, since when; null when no message left. */
export function peopleTold(source: DossierSource): Told | null {
  const { told } = source.telling.proof
  const persons = told.email + told.letter
  if (persons === 0) return null
  const n = (value: number) => formatInteger(value, source.locale)
  const first = source.telling.firstAt
  const fr = [
    `${n(persons)} personnes informées individuellement\u00a0: ${n(told.email)} par e\u2011mail, ${n(told.letter)} par lettre`,
    first ? `premier envoi\u00a0: ${instantOf(source, first)}` : '',
  ]
  const en = [
    `${n(persons)} people told individually: ${n(told.email)} by e\u2011mail, ${n(told.letter)} by letter`,
    first ? `first message sent: ${instantOf(source, first)}` : '',
  ]
  return {
    lines: (source.locale === 'fr' ? fr : en).filter((line) => line !== ''),
    sources: [counted('telling')],
  }
}

/** Filings made under these rules, the first made first: when, by which channel, with which receipt. */
export function filingsMade(source: DossierSource, ...rules: readonly string[]): Told | null {
  const made = linesFor(source, ...rules)
    .flatMap(({ filings }) => filings.filter(({ state }) => state === 'filed'))
    .sort((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)
  return together(
    ...made.map(({ id, at, receipt, channel }) => ({
      lines: [[instantOf(source, at), channel, receiptWords(source, receipt)].filter(Boolean).join(', ')],
      sources: [{ key: `filing.${id}`, id: String(id) }],
    })),
  )
}

function receiptWords(source: DossierSource, receipt: string | null): string {
  if (receipt === null || receipt === '') return ''
  return source.locale === 'fr' ? `récépissé ${receipt}` : `receipt ${receipt}`
}

/** When an act of ours was done, by the filing of its rule, else by the fact of the incident. */
export function doneAt(source: DossierSource, rule: string, fact: string): Told | null {
  return filingsMade(source, rule) ?? toldFact(source, fact)
}

/** The attack as it is known: its nature, its way in, its period. */
export function whatHappened(source: DossierSource): Told | null {
  return together(
    toldFact(source, 'breach_nature'),
    toldFact(source, 'attack_vector'),
    toldFact(source, 'attack_period'),
  )
}
