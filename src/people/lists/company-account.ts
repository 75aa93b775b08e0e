import { csvTable } from '../../platform/csv-cell.ts'
import { CLASSES, type PersonCounts, WAYS } from './model.ts'
import type { CompanyFigures } from './store-companies.ts'

const add = (parts: Readonly<Record<string, number>>) =>
  Object.values(parts).reduce((sum, part) => sum + part, 0)

/** One line for all companies. */
export function totalOf(companies: readonly CompanyFigures[]): Omit<CompanyFigures, 'company'> {
  const sum = (read: (one: CompanyFigures) => number) =>
    companies.reduce((total, one) => total + read(one), 0)
  return {
    byClass: Object.fromEntries(
      CLASSES.map((word) => [word, sum((one) => one.byClass[word])]),
    ) as CompanyFigures['byClass'],
    toldThrough: Object.fromEntries(
      WAYS.map((word) => [word, sum((one) => one.toldThrough[word])]),
    ) as CompanyFigures['toldThrough'],
    untold: sum((one) => one.untold),
    concerned: sum((one) => one.concerned),
    persons: sum((one) => one.persons),
  }
}

/** Every company's people divide by class and by way of telling, and all companies make up the list version. */
export function companiesHold(companies: readonly CompanyFigures[], counts: PersonCounts): boolean {
  const total = totalOf(companies)
  const each = companies.every(
    (one) => one.persons === add(one.byClass) && one.concerned === add(one.toldThrough) + one.untold,
  )
  return (
    each && total.concerned === counts.concerned && total.persons === counts.concerned + counts.heldForReview
  )
}

/**
 * UTF-8 with a byte order mark, `;`, CRLF (RFC 4180): one row a company, then the total. Figures only, and names of
 * companies that no spreadsheet runs as a formula (OWASP, CSV injection).
 */
export function companiesCsv(companies: readonly CompanyFigures[]): string {
  const header = [
    'company',
    'concerned',
    ...CLASSES,
    ...WAYS.map((way) => `told_${way}`),
    'cannot_be_told',
    'persons',
  ]
  const line = (name: string, one: Omit<CompanyFigures, 'company'>) => [
    name,
    one.concerned,
    ...CLASSES.map((word) => one.byClass[word]),
    ...WAYS.map((word) => one.toldThrough[word]),
    one.untold,
    one.persons,
  ]
  const lines = [
    header,
    ...companies.map((one) => line(one.company ?? '', one)),
    line('TOTAL', totalOf(companies)),
  ]
  return csvTable(lines)
}
