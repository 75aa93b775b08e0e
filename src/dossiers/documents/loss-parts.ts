import {
  type CostSum,
  type Disruption,
  type InsuranceContract,
  showDay,
  showEuros,
  showHours,
  sumOf,
  sumsByKind,
} from '../../disruption/index.ts'
import { type Words, words } from '../../law/index.ts'
import { formatInteger } from '../../platform/i18n.ts'
import type { DossierField, DossierTable, SourceRef } from '../model.ts'
import {
  counted,
  type DossierSource,
  deadlineOf,
  lawKey,
  linesFor,
  organisationRef,
  refOf,
  say,
  standing,
  suppliersOf,
  type Told,
  toldFact,
} from '../source.ts'
import { factField, field } from './fields.ts'

/** What the documents on losses say in common, each said once here. */

/** A row of the registers of the disruption. */
export const keptRef = (what: string, { number, id }: { number: number; id: number }): SourceRef => ({
  key: `disruption.${what}.${number}`,
  id: String(id),
})

/** A fact that the incident keeps for the desk's own organisation only: for another one it is not known here. */
export function oursOnly(source: DossierSource, key: string): Told | null {
  return source.organisation.own ? toldFact(source, key) : null
}

export function ourField(
  source: DossierSource,
  [id, fr, en]: readonly [id: string, fr: string, en: string],
  key: string,
  missing: Words,
): DossierField {
  if (source.organisation.own) return factField(source, [id, fr, en], key, { missing })
  const ask = words(`à demander à ${source.organisation.name}`, `to be asked of ${source.organisation.name}`)
  return field(id, fr, en, null, { missing: ask })
}

/** Who the document is for: name, SIREN, address, legal representative. */
export function partyFields(source: DossierSource): DossierField[] {
  const { organisation } = source
  const ref = [organisationRef(organisation)]
  return [
    field('party_name', 'Organisme', 'Organisation', { lines: [organisation.name], sources: ref }),
    ourField(
      source,
      ['party_siren', 'Numéro SIREN', 'SIREN number'],
      'siren',
      words('neuf chiffres', 'nine digits'),
    ),
    field(
      'party_address',
      'Adresse',
      'Address',
      organisation.contacts.postal
        ? { lines: [organisation.contacts.postal.join(', ')], sources: ref }
        : null,
      { fill: 'facts/organisations' },
    ),
    ourField(
      source,
      ['party_representative', 'Représentant légal', 'Legal representative'],
      'legal_representative',
      words('nom et fonction', 'name and position'),
    ),
  ]
}

/** Suppliers of systems, with what they do: one who prints or insures runs none. */
export function systemSuppliers(source: DossierSource): Told | null {
  const served = suppliersOf(source).filter(
    ({ supplier }) => !supplier.roles.some((role) => role === 'print_house' || role === 'insurer'),
  )
  if (served.length === 0) return null
  return {
    lines: served.map(({ supplier, service }) => `${supplier.name}, ${say(source, service)}`),
    sources: served.flatMap(({ id, supplier }) => [
      organisationRef(supplier),
      { key: `link.${supplier.key}`, id },
    ]),
  }
}

/** The first of these law facts that stands: what a clock starts from. */
export function firstKnown(source: DossierSource, ...names: readonly string[]): Told | null {
  for (const name of names) {
    const told = toldFact(source, lawKey(source, name))
    if (told) return told
  }
  return null
}

const IF_OWED = words('si elle est due : des faits manquent encore', 'if it is owed: facts are still missing')

/** When an act is due for the organisation, by the board; null without a board or without an instant. */
export function dueBy(source: DossierSource, ...rules: readonly string[]): Told | null {
  const line = linesFor(source, ...rules).find(({ dueAt }) => dueAt !== null)
  if (!line?.dueAt) return null
  const at = deadlineOf(source, line.dueAt)
  const keys = line.conclusion.facts.map(({ key }) => lawKey(source, key))
  return {
    lines: [line.conclusion.result === 'depends' ? `${at} (${IF_OWED[source.locale]})` : at],
    sources: keys.flatMap((key) => {
      const fact = standing(source, key)
      return fact ? [refOf(source, fact)] : []
    }),
  }
}

/** Cards of the organisation: those of another insured stay out. */
export function contractsOf({ disruption, organisation }: DossierSource): readonly InsuranceContract[] {
  return disruption.contracts.filter(({ insured }) => insured === organisation.key)
}

/** The cost journal is the desk's own organisation's. */
export function costsOf({ disruption, organisation }: DossierSource): Disruption['costs'] {
  return organisation.own ? disruption.costs : []
}

/** `6 206,40 €, et une ligne à chiffrer`; null when the journal is empty. */
export function damage(source: DossierSource): Told | null {
  const costs = costsOf(source)
  const sum = sumOf(costs)
  if (sum.lines === 0) return null
  const amount = showEuros(sum.cents, source.locale)
  const left =
    source.locale === 'fr'
      ? ['', ' (une ligne reste à chiffrer)', ` (${sum.unpriced} lignes restent à chiffrer)`]
      : ['', ' (one line is not priced yet)', ` (${sum.unpriced} lines are not priced yet)`]
  const standingLines = costs.filter(({ struck }) => struck === null)
  return {
    lines: [`${amount}${left[Math.min(sum.unpriced, 2)]}`],
    sources: standingLines.map((cost) => keptRef('cost', cost)),
  }
}

const COSTS: Readonly<Record<CostSum['kind'], Words>> = {
  overtime: words('Heures supplémentaires', 'Overtime'),
  lost_sales: words('Ventes perdues', 'Lost sales'),
  cash_flow: words('Trésorerie (frais, intérêts)', 'Cash flow (fees, interest)'),
  service_bought: words('Prestations achetées', 'Services bought'),
  other: words('Autre surcoût', 'Other extra cost'),
}
export const costWord = (source: DossierSource, kind: CostSum['kind']) => COSTS[kind][source.locale]

/** Extra costs by kind; the total is added apart, from the lines. */
export function costTable(source: DossierSource): DossierTable {
  const costs = costsOf(source)
  const line = ({ lines, minutes, cents }: Omit<CostSum, 'kind'>) => [
    formatInteger(lines, source.locale),
    minutes === 0 ? '–' : showHours(minutes),
    showEuros(cents, source.locale),
  ]
  return {
    columns: [
      { label: words('Nature', 'Kind') },
      { label: words('Lignes', 'Lines'), figures: true },
      { label: words('Heures', 'Hours'), figures: true },
      { label: words('Montant', 'Amount'), figures: true },
    ],
    rows: sumsByKind(costs)
      .filter(({ lines }) => lines > 0)
      .map((sum) => [costWord(source, sum.kind), ...line(sum)]),
    total: [source.locale === 'fr' ? 'Total' : 'Total', ...line(sumOf(costs))],
  }
}

export const costRefs = (source: DossierSource): SourceRef[] =>
  costsOf(source).map((cost) => keptRef('cost', cost))

export const dayWords = (source: DossierSource, day: string) => showDay(day, source.locale, 'long')
export const nothingCounted = [counted('disruption')]
