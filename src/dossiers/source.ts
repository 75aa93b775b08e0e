import type { Communication } from '../communications/index.ts'
import type { CohortAccount, Proof } from '../delivery/index.ts'
import type { Disruption } from '../disruption/index.ts'
import type { Fact, Organisation, OrganisationLink, Said } from '../incident/index.ts'
import { lawFactKey, sayIn, showValue } from '../incident/index.ts'
import type { Board, BoardLine, Investigation, RiskDecision } from '../obligations/index.ts'
import type { Temporal } from '../platform/clock.ts'
import { formatDay, formatInstant, type Locale, ZONE } from '../platform/i18n.ts'
import type { DossierAbout, SourceRef } from './model.ts'

/** What one population's data of one category became, with the row that says so. */
export interface StatedExposure {
  readonly id: string
  readonly category: string
  readonly state: 'exposed' | 'not_exposed' | 'unknown'
  readonly reason: Said | null
  readonly source: string
  readonly asOf: Temporal.Instant
  readonly recordedAt: Temporal.Instant
  /** Null for the row that stands. */
  readonly supersededAt: Temporal.Instant | null
}

export interface SourcePopulation {
  readonly key: string
  readonly label: Said
  readonly size: Fact | null
  /** One row a category: the one that stands. */
  readonly exposures: readonly StatedExposure[]
  /** Rows that no longer stand, the newest first. */
  readonly replaced: readonly StatedExposure[]
}

/** How people were told, in counts: no list of persons ever enters a dossier. */
export interface TellingFigures {
  readonly concerned: number
  readonly proof: Omit<Proof, 'journal'>
  readonly cohorts: Readonly<Record<'cannot_be_excluded' | 'preventive', CohortAccount>>
  /** First message or letter that left. */
  readonly firstAt: Temporal.Instant | null
  readonly campaigns: readonly { readonly reference: string; readonly startedAt: Temporal.Instant | null }[]
}

/** Everything that documents read, loaded once and consistently (read-dossier-source.ts). Builders are pure functions of it. */
export interface DossierSource {
  readonly locale: Locale
  readonly zone: string
  readonly incident: {
    readonly id: string
    readonly reference: string
    readonly title: string
    readonly exercise: boolean
    /** From the clock on the wall to the one of the exercise's story; 0 in a real incident. */
    readonly storyShiftMs: number
  }
  /** Now, by the clock of the incident. */
  readonly at: Temporal.Instant
  /** For whom the document is made. */
  readonly organisation: Organisation
  readonly organisations: readonly Organisation[]
  readonly links: readonly OrganisationLink[]
  /** The version that stands of each fact, by key. */
  readonly facts: ReadonlyMap<string, Fact>
  /** Every version of each fact, newest first. */
  readonly history: ReadonlyMap<string, readonly Fact[]>
  readonly populations: readonly SourcePopulation[]
  /** Null when the organisation has no board here. */
  readonly board: Board | null
  readonly telling: TellingFigures
  /** The decision on the risk that stands, with its reasons and what Tocsin proposed then; null: nobody decided with reasons. */
  readonly risk: RiskDecision | null
  readonly investigations: readonly Investigation[]
  readonly communications: readonly Communication[]
  /** What the outage blocks and costs, as the desk keeps it. */
  readonly disruption: Disruption
  /** Head of the journal when the source was read: what a proof refers to. */
  readonly journal: { readonly entries: number; readonly head: string }
}

/** What every document says of itself. */
export function aboutOf(source: DossierSource): DossierAbout {
  const { key, name } = source.organisation
  const { reference, title, exercise } = source.incident
  return {
    locale: source.locale,
    organisation: { key, name },
    incident: { reference, title },
    exercise,
    stateAt: source.at.round({ smallestUnit: 'minute', roundingMode: 'floor' }).toString(),
  }
}

/** A value in the language of the document, with the rows it was read from. */
export interface Told {
  readonly lines: readonly string[]
  readonly sources: readonly SourceRef[]
}

/** The fact that stands under this key, unless it says « on ne sait pas encore »: that is no answer. */
export function standing(source: DossierSource, key: string): Fact | null {
  const fact = source.facts.get(key)
  if (!fact || (fact.kind === 'yes_no' && fact.value.answer === 'unknown')) return null
  return fact
}

/** The fact in words, one line for each thing it lists; null when nothing is known. */
export function toldFact(source: DossierSource, key: string): Told | null {
  const fact = standing(source, key)
  return fact && { lines: showValue(fact, source.locale), sources: [refOf(source, fact)] }
}

/**
 * A fact of the law room as the incident holds it for the organisation of the document: under the incident's own key where
 * there is one, else `law.<fact>`, or `law.<fact>.<organisation>` for another organisation of the chain.
 */
export function lawKey({ organisation }: DossierSource, name: string): string {
  return lawFactKey(name, organisation)
}

export function refOf(source: DossierSource, fact: Fact): SourceRef {
  return { key: fact.key, id: fact.id, said: `${fact.source}, ${dayOf(source, fact.asOf)}` }
}

/** Something counted now: it makes no document stale. */
export const counted = (key: string): SourceRef => ({ key, id: '' })

export function exposureRef(source: DossierSource, population: string, exposure: StatedExposure): SourceRef {
  const said = `${exposure.source}, ${dayOf(source, exposure.asOf)}`
  return { key: `exposure.${population}.${exposure.category}`, id: exposure.id, said }
}

export function organisationRef(organisation: Organisation): SourceRef {
  return { key: `organisation.${organisation.key}`, id: organisation.id }
}

/** Lines of the board for the organisation of the document that answer one of these rules. */
export function linesFor(source: DossierSource, ...rules: readonly string[]): readonly BoardLine[] {
  return (source.board?.lines ?? []).filter(
    ({ conclusion }) =>
      conclusion.organisation === source.organisation.key && rules.includes(conclusion.snapshot.rule.id),
  )
}

/** Page of the duty of that rule, or the board when it has none. */
export function fillDuty(source: DossierSource, rule: string): string {
  const [line] = linesFor(source, rule)
  return line ? `clocks/${encodeURIComponent(line.conclusion.id)}` : 'clocks'
}

/** Those who serve the organisation directly, with what they do for it. */
export function suppliersOf(source: DossierSource) {
  return source.links.flatMap(({ id, supplierId, clientId, service }) => {
    const supplier = source.organisations.find((one) => one.id === supplierId)
    return clientId === source.organisation.id && supplier ? [{ id, supplier, service }] : []
  })
}

/** An instant written by the clock on the wall, by the clock of the incident. */
export function inStory(
  { incident }: Pick<DossierSource, 'incident'>,
  at: Temporal.Instant,
): Temporal.Instant {
  return at.add({ milliseconds: incident.storyShiftMs })
}

/** `vendredi 5 juin 2026, 18 h 40, Paris`. */
export function instantOf(source: DossierSource, at: Temporal.Instant): string {
  return formatInstant(at, source.locale, { zone: source.zone })
}

/** A deadline: midnight is the end of the day before, `vendredi 12 juin 2026, 24 h 00, Paris`. */
export function deadlineOf(source: Pick<DossierSource, 'locale' | 'zone'>, at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO(source.zone)
  if (local.hour !== 0 || local.minute !== 0) return formatInstant(at, source.locale, { zone: source.zone })
  const day = formatDay(local.toPlainDate().subtract({ days: 1 }), source.locale)
  const end = source.locale === 'fr' ? '24\u00a0h\u00a000' : '24:00'
  return `${day}, ${end}, ${source.zone.split('/').at(-1)}`
}

export function dayOf(source: DossierSource, at: Temporal.Instant): string {
  return formatDay(at.toZonedDateTimeISO(source.zone ?? ZONE).toPlainDate(), source.locale)
}

export const say = (source: DossierSource, sentence: Said): string => sayIn(source.locale, sentence)
