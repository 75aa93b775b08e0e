import type { Temporal } from '../platform/clock.ts'
import { csvTable } from '../platform/csv-cell.ts'
import { type BlockedFiling, type ExtraCost, standingOf, type Tolerance } from './model.ts'

type Line = Readonly<Record<string, string | number | boolean | null>>

/** Costs as other programs read them: euros with two decimals, hours as minutes, struck lines said so. */
export function costLines(costs: readonly ExtraCost[]): Line[] {
  return costs.map((cost) => ({
    number: cost.number,
    on: cost.on,
    kind: cost.kind,
    what: cost.what,
    who: cost.who,
    evidence: cost.evidence,
    minutes: cost.minutes,
    euros: cost.amountCents === null ? null : (cost.amountCents / 100).toFixed(2),
    counts: cost.struck === null,
    struck_because: cost.struck,
    recorded_at: cost.at.toString(),
  }))
}

/** Filings as other programs read them: the legal due date in its column, the tolerances beside it. */
export function filingLines(
  filings: readonly BlockedFiling[],
  tolerances: readonly Tolerance[],
  now: Temporal.Instant,
): Line[] {
  return filings.map((filing) => ({
    client: filing.client,
    own: filing.own,
    filing: filing.kind,
    legal_due_date: filing.dueOn,
    state: standingOf(filing, now),
    filed_at: filing.filedAt?.toString() ?? null,
    receipt: filing.state === 'filed' ? filing.note : null,
    tolerances: tolerances
      .filter(({ number }) => filing.tolerances.includes(number))
      .map((one) => [one.grantor, one.state, one.on, one.scope, one.condition].filter(Boolean).join(', '))
      .join(' | '),
  }))
}

const FILING_HEAD = 'client own filing legal_due_date state filed_at receipt tolerances'.split(' ')
const COST_HEAD = 'number on kind what who evidence minutes euros counts struck_because recorded_at'.split(
  ' ',
)

/** UTF-8 with its mark, semicolons; cells that a spreadsheet would run are made inert. */
export function exportCsv(kind: 'filings' | 'costs', lines: readonly Line[]): string {
  const head = kind === 'filings' ? FILING_HEAD : COST_HEAD
  return csvTable([head, ...lines.map((line) => head.map((name) => line[name]))])
}
