import { detectSeparator, splitQuoted } from '../people/read/index.ts'
import { Refusal } from '../platform/refusal.ts'
import type { NewFiling } from './filings-store.ts'
import { day, type Fields, text } from './read-fields.ts'
import { type CsvProblem, disruptionRefusals } from './refusals.ts'

/** Lines that one table may have: a firm has hundreds of clients, not tens of thousands. */
export const MOST_LINES = 5000
/** Cells shown to be corrected at once; the count says the rest. */
const MOST_SHOWN = 50

const COLUMNS = ['client', 'kind', 'due_on'] as const
type ColumnName = (typeof COLUMNS)[number]
const HEADERS: Readonly<Record<ColumnName, RegExp>> = {
  client: /^(client|soci[ée]t[ée]|entreprise|firm|company)$/i,
  kind: /^(d[ée]claration|nature|type|kind|filing|formalit[ée])$/i,
  due_on: /^([ée]ch[ée]ance|date|date l[ée]gale|due|due date|due_on|due on)$/i,
}

/**
 * Reads a table of filings: `client ; declaration ; date`, with a line of heads or without, any usual separator, RFC 4180
 * quotes. Every cell is read before anything is kept, so that all that is wrong is said at once.
 * @throws disruption.emptyTable, tooManyLines, tableRefused (line from 1, column, what to do)
 */
export function readTable(content: string): readonly NewFiling[] {
  const lines = content
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .map((raw, index) => ({ raw, line: index + 1 }))
    .filter(({ raw }) => raw.trim() !== '')
  if (lines.length > MOST_LINES + 1) throw disruptionRefusals.tooManyLines({ most: MOST_LINES })
  if (lines.length === 0) throw disruptionRefusals.emptyTable({ where: 'table' })
  const separator = detectSeparator(lines.map(({ raw }) => raw))
  const problems: CsvProblem[] = []
  const order = orderOf(lines[0] ? cellsOf(lines[0].raw, separator) : undefined)
  const body = order.fromHeads ? lines.slice(1) : lines
  if (body.length === 0) throw disruptionRefusals.emptyTable({ where: 'table' })
  const read = body.flatMap(({ raw, line }) => readLine(raw, line, separator, order.columns, problems))
  refuseTwice(read, problems)
  if (problems.length > 0)
    throw disruptionRefusals.tableRefused({
      count: problems.length,
      problems: problems.sort((a, b) => a.line - b.line).slice(0, MOST_SHOWN),
    })
  return read.map(({ line: _, ...filing }) => filing)
}

function orderOf(first: readonly string[] | undefined): {
  readonly columns: Readonly<Record<ColumnName, number>>
  readonly fromHeads: boolean
} {
  const places = COLUMNS.map((name) => (first ?? []).findIndex((cell) => HEADERS[name].test(cell.trim())))
  const fromHeads = places.every((place) => place >= 0)
  const at = (index: number) => (fromHeads ? places[index]! : index)
  return { columns: { client: at(0), kind: at(1), due_on: at(2) }, fromHeads }
}

function cellsOf(raw: string, separator: string): readonly string[] | undefined {
  const found = splitQuoted(raw, separator)
  return found.kind === 'record' ? found.fields : undefined
}

type Numbered = NewFiling & { readonly line: number }

function readLine(
  raw: string,
  line: number,
  separator: string,
  columns: Readonly<Record<ColumnName, number>>,
  problems: CsvProblem[],
): Numbered[] {
  const cells = cellsOf(raw, separator)
  if (!cells) {
    problems.push({ line, column: '', ...QUOTE })
    return []
  }
  const fields: Fields = Object.fromEntries(COLUMNS.map((name) => [name, cells[columns[name]]]))
  const before = problems.length
  const client = cell('client', line, problems, () => text(fields, 'client'))
  const kind = cell('kind', line, problems, () => text(fields, 'kind'))
  const dueOn = cell('due_on', line, problems, () => day(fields, 'due_on'))
  return problems.length > before ? [] : [{ client, kind, dueOn, own: false, line }]
}

const QUOTE = {
  fr: 'Un guillemet n’est pas fermé. Fermez-le, ou enlevez-le.',
  en: 'A quote is not closed. Close it, or take it out.',
}

function cell(column: ColumnName, line: number, problems: CsvProblem[], read: () => string): string {
  try {
    return read()
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    problems.push({ line, column, fr: refusal.text('fr'), en: refusal.text('en') })
    return ''
  }
}

function refuseTwice(read: readonly Numbered[], problems: CsvProblem[]): void {
  const seen = new Map<string, number>()
  for (const { client, kind, dueOn, line } of read) {
    const key = JSON.stringify([client.toLowerCase(), kind.toLowerCase(), dueOn])
    const first = seen.get(key)
    if (first === undefined) seen.set(key, line)
    else
      problems.push({
        line,
        column: 'client',
        fr: `La même que la ligne ${first}. Gardez-en une.`,
        en: `The same as line ${first}. Keep one of them.`,
      })
  }
}
