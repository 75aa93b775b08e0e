import {
  currentExposureDates,
  type Fact,
  factHistory,
  labelOf,
  sayIn,
  showValue,
} from '../../incident/index.ts'
import type { NoticeTree } from '../../notices/index.ts'
import { Temporal } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Locale } from '../../platform/i18n.ts'

/** A fact that a text states, as it stood then. */
export interface CitedFactLine {
  readonly label: string
  readonly value: string
  readonly source: string
  /** When the source held it to be true. */
  readonly asOf: Temporal.Instant
  /** The incident says otherwise today. */
  readonly changed: boolean
}

/** The facts that a text cites, with their source, and whether they still hold. Names of organisations are not facts: they are left out. */
export async function citedFacts(
  tx: Tx,
  incidentId: string,
  tree: Pick<NoticeTree, 'facts'>,
  locale: Locale,
): Promise<CitedFactLine[]> {
  const history = await factHistory(tx, incidentId)
  const lines = Object.entries(tree.facts).flatMap(([key, { asOf }]) =>
    lineOf(
      history.filter((fact) => fact.key === key),
      Temporal.Instant.from(asOf),
      locale,
    ),
  )
  const exposed = await exposureLine(tx, incidentId, tree, locale)
  return exposed ? [...lines, exposed] : lines
}

/** Versions come newest first. */
function lineOf(versions: readonly Fact[], asOf: Temporal.Instant, locale: Locale): CitedFactLine[] {
  const cited = versions.find((fact) => fact.asOf.equals(asOf)) ?? versions.at(-1)
  if (!cited) return []
  const label = sayIn(locale, labelOf(cited.key, cited.label))
  const value = showValue(cited, locale).reduce(
    (said, line) => `${said}${said.endsWith('.') ? ' ' : ', '}${line}`,
  )
  return [{ label, value, source: cited.source, asOf: cited.asOf, changed: cited !== versions[0] }]
}

/** « Données exposées » in one line: a text cites one exposure for each category of each population. */
async function exposureLine(
  tx: Tx,
  incidentId: string,
  tree: Pick<NoticeTree, 'facts'>,
  locale: Locale,
): Promise<CitedFactLine | undefined> {
  const cited = Object.entries(tree.facts).filter(([key]) => key.startsWith('exposure.'))
  const today = await currentExposureDates(tx, incidentId)
  const standing = cited.map(([key, { asOf }]) => ({ asOf, now: today.get(key) }))
  const last = standing
    .flatMap(({ now }) => now ?? [])
    .sort((a, b) => Temporal.Instant.compare(b.asOf, a.asOf))[0]
  if (!last) return undefined
  const categories = new Set(cited.map(([key]) => key.split('.').at(-1))).size
  return {
    label: locale === 'fr' ? 'Données exposées ou non' : 'Data exposed or not',
    value: locale === 'fr' ? `${categories} catégories` : `${categories} categories`,
    source: last.source,
    asOf: last.asOf,
    changed: standing.some(({ asOf, now }) => !now?.asOf.equals(Temporal.Instant.from(asOf))),
  }
}
