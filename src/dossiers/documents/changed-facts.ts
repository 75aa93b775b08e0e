import { categoryWord, type Fact, labelOf, showValue } from '../../incident/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import type { SourceRef } from '../model.ts'
import {
  type DossierSource,
  dayOf,
  exposureRef,
  refOf,
  type SourcePopulation,
  type StatedExposure,
  say,
} from '../source.ts'

/** What one row said at an instant and says now, in words. */
export interface ChangedRow {
  readonly what: string
  readonly before: string
  readonly now: string
  readonly source: string
  readonly ref: SourceRef
}

const STATES = {
  exposed: { fr: 'exposée', en: 'exposed' },
  not_exposed: { fr: 'non exposée', en: 'not exposed' },
  unknown: { fr: 'on ne sait pas', en: 'not known' },
} as const

/**
 * Facts and exposures that no longer say what they said at `since`, or say it for the first time since. `reads` tells
 * which rows the document reads.
 */
export function changedSince(
  source: DossierSource,
  since: Temporal.Instant,
  reads: (key: string) => boolean,
): readonly ChangedRow[] {
  const facts = [...source.facts.values()]
    .filter(({ key }) => reads(key))
    .flatMap((now) => changedFact(source, since, now))
  const exposures = source.populations.flatMap((population) =>
    population.exposures
      .filter(({ category }) => reads(`exposure.${population.key}.${category}`))
      .flatMap((now) => changedExposure(source, since, population, now)),
  )
  return [...facts, ...exposures]
}

const after = (one: Temporal.Instant, other: Temporal.Instant) =>
  one.epochNanoseconds > other.epochNanoseconds

interface Row {
  readonly recordedAt: Temporal.Instant
  readonly supersededAt: Temporal.Instant | null
}
const stoodAt = (since: Temporal.Instant) => (row: Row) =>
  !after(row.recordedAt, since) && (row.supersededAt === null || after(row.supersededAt, since))

function changedFact(source: DossierSource, since: Temporal.Instant, now: Fact): ChangedRow[] {
  const before = (source.history.get(now.key) ?? []).find(stoodAt(since))
  if (before?.id === now.id) return []
  const words = (fact: Fact) => showValue(fact, source.locale).join(' ; ')
  return [
    {
      what: say(source, labelOf(now.key, now.label)),
      before: before ? words(before) : notSaid(source),
      now: words(now),
      source: `${now.source}, ${dayOf(source, now.asOf)}`,
      ref: refOf(source, now),
    },
  ]
}

function changedExposure(
  source: DossierSource,
  since: Temporal.Instant,
  population: SourcePopulation,
  now: StatedExposure,
): ChangedRow[] {
  const rows = [now, ...population.replaced.filter(({ category }) => category === now.category)]
  const before = rows.find(stoodAt(since))
  if (before?.id === now.id) return []
  return [
    {
      what: `${say(source, population.label)}, ${categoryWord(now.category, source.locale)}`,
      before: before ? STATES[before.state][source.locale] : notSaid(source),
      now: STATES[now.state][source.locale],
      source: `${now.source}, ${dayOf(source, now.asOf)}`,
      ref: exposureRef(source, population.key, now),
    },
  ]
}

const notSaid = ({ locale }: DossierSource) => (locale === 'fr' ? 'rien n’en était dit' : 'nothing was said')
