import type { Context } from 'hono'
import { type Description, DescriptionList, type DeskEnv, incidentPath, Section } from '../../desk/index.ts'
import { type ExposureTable, sayIn } from '../../incident/index.ts'
import { formatDay, type Locale, ZONE } from '../../platform/i18n.ts'
import type { Population } from './model.ts'
import { personTexts } from './person-texts.ts'
import { texts } from './texts.ts'

type Cell = NonNullable<ExposureTable['rows'][number]['cells'][number]>

/** Told as the insured are, where nothing was said of dependants; delivery does the same, and for no other population. */
const INSURED = 'insured_adults'
const AS_INSURED: readonly Population[] = [INSURED, 'dependants']

/**
 * What was said of the data of the person's population, each with its source; `row` are the fields of the very rows that
 * name them. A category nobody spoke of is unknown, never « non exposée ».
 */
export function ExposedSection(props: {
  c: Context<DeskEnv>
  table: ExposureTable
  row: readonly string[]
  population: Population
  /** False: on no list, and nothing says that their data were exposed. */
  listed: boolean
}) {
  const { c, table, row, listed } = props
  const locale = c.get('locale')
  const words = personTexts[locale]
  const spoken = table.populations.map(({ key }, column) => ({
    key,
    column,
    said: table.rows.some(({ cells }) => cells[column]),
  }))
  const own = spoken.find(({ key, said }) => said && key === props.population)
  const asInsured = AS_INSURED.includes(props.population)
    ? (spoken.find(({ key, said }) => said && key === INSURED) ?? spoken[0])
    : undefined
  const index = (own ?? asInsured)?.column ?? -1
  const population = table.populations[index]
  const cells = table.rows
    .map(({ cells }) => cells[index])
    .filter((cell) => cell !== null && cell !== undefined)
  const items = [
    ...group(cells, 'exposed', words.exposed, locale),
    ...group(cells, 'not_exposed', words.notExposed, locale),
    ...group(cells, 'unknown', words.unknown, locale),
    ...rowItem(row, locale),
  ]
  return (
    <Section
      title={listed ? texts[locale].exposed : texts[locale].exposedOfListed}
      aside={<a href={incidentPath(c, 'facts/exposure')}>{words.facts}</a>}
    >
      {cells.length === 0 ? <p>{words.nothingSaid}</p> : null}
      {items.length > 0 ? <DescriptionList items={items} /> : null}
      {population ? <p class="help">{words.population(sayIn(locale, population.label))}</p> : null}
    </Section>
  )
}

/** One line a source, for not everything is said by the same report. */
function group(cells: readonly Cell[], state: Cell['state'], term: string, locale: Locale): Description[] {
  const words = personTexts[locale]
  const kept = cells.filter((cell) => cell.state === state)
  const sources = [...new Set(kept.map((cell) => sourceOf(cell, locale)))]
  return sources.map((source) => ({
    term,
    value: kept
      .filter((cell) => sourceOf(cell, locale) === source)
      .map(({ category }) => words.categories[category] ?? category)
      .join(', '),
    second: source,
  }))
}

function sourceOf({ source, asOf, reason }: Cell, locale: Locale): string {
  const day = formatDay(asOf.toZonedDateTimeISO(ZONE).toPlainDate(), locale)
  return [reason ? sayIn(locale, reason) : '', `${source}, ${day}`].filter(Boolean).join(' · ')
}

function rowItem(row: readonly string[], locale: Locale): Description[] {
  const text = texts[locale]
  if (row.length === 0) return []
  return [{ term: personTexts[locale].row, value: row.map((name) => text.fields[name] ?? name).join(', ') }]
}
