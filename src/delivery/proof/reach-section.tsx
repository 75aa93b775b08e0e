import type { Context } from 'hono'
import {
  Cell,
  type DeskEnv,
  FigureLink,
  GroupRow,
  incidentPath,
  Ledger,
  Row,
  Section,
  Status,
} from '../../desk/index.ts'
import { csvCell } from '../../platform/csv-cell.ts'
import { formatInteger, formatShare, type Locale } from '../../platform/i18n.ts'
import {
  type Dimension,
  REACH_TERMS,
  type Reach,
  type ReachLine,
  type ReachTerm,
  readReach,
} from './reach-store.ts'
import { reachTexts } from './reach-texts.ts'
import { texts } from './texts.ts'

type Ctx = Context<DeskEnv>

const TERMS = Object.keys(REACH_TERMS) as ReachTerm[]
const COLUMNS = ['persons', ...TERMS] as const
const ORDER = ['24h', '72h', '7d', 'later', 'insured_adults', 'dependants', 'unknown', 'none']

/** « Qui a été atteint, et quand »: the concerned people along each dimension, each figure a link to them, each table with its sum. */
export function ReachSections({ c, reach, concerned }: { c: Ctx; reach: Reach; concerned: number }) {
  const words = reachTexts[c.get('locale')]
  const known = reach.since_awareness.every(({ value }) => value !== 'unknown')
  const shown: Dimension[] = [
    'since_list',
    ...(known ? (['since_awareness'] as const) : []),
    'wave',
    'population',
  ]
  const columns = COLUMNS.map((name) => ({ label: words.columns[name], align: 'right' as const }))
  return (
    <Section title={words.title} aside={<a href={incidentPath(c, 'proof/reach.csv')}>{words.csv}</a>}>
      <Ledger kind="figures" columns={[{ label: words.group }, ...columns]}>
        {shown.map((dimension) => (
          <ReachGroup c={c} dimension={dimension} lines={ordered(reach[dimension])} concerned={concerned} />
        ))}
      </Ledger>
      {known ? null : <p class="help">{words.noAwareness}</p>}
    </Section>
  )
}

interface GroupProps {
  readonly c: Ctx
  readonly dimension: Dimension
  readonly lines: readonly ReachLine[]
  readonly concerned: number
}

function ReachGroup({ c, dimension, lines, concerned }: GroupProps) {
  const locale = c.get('locale')
  const words = reachTexts[locale]
  const total = totalOf(lines)
  const holds = total.persons === concerned && [...lines, total].every(isWhole)
  const path = (line: ReachLine, name: (typeof COLUMNS)[number]) =>
    incidentPath(c, `people?outcome=${dimension}-${line.value}${name === 'persons' ? '' : `.${name}`}`)
  return (
    <>
      <GroupRow span={1 + COLUMNS.length}>{words.dimensions[dimension]}</GroupRow>
      {lines.map((line) => (
        <Row>
          <Cell head>{valueWord(dimension, line.value, locale)}</Cell>
          {COLUMNS.map((name) => (
            <Cell align="right" label={words.columns[name]}>
              <FigureLink value={line[name]} href={path(line, name)} locale={locale} />
            </Cell>
          ))}
        </Row>
      ))}
      <Row tone="total">
        <Cell head second={words.share(formatShare(total.cannot_be_told, total.persons, locale))}>
          {words.total}{' '}
          <Status kind={holds ? 'done' : 'late'}>{holds ? texts[locale].right : texts[locale].wrong}</Status>
        </Cell>
        {COLUMNS.map((name) => (
          <Cell align="right" label={words.columns[name]}>
            {formatInteger(total[name], locale)}
          </Cell>
        ))}
      </Row>
    </>
  )
}

function valueWord(dimension: Dimension, value: string, locale: Locale): string {
  const words = reachTexts[locale]
  return dimension === 'wave' ? words.wave(value) : (words.values[value] ?? value)
}

function ordered(lines: readonly ReachLine[]): ReachLine[] {
  const rank = ({ value }: ReachLine) =>
    value === 'none' ? 1e9 : ORDER.includes(value) ? ORDER.indexOf(value) : Number(value) || 1e6
  return [...lines].sort((a, b) => rank(a) - rank(b))
}

/** Each column is counted by its own condition: the line must be their sum. */
export function isWhole(line: Omit<ReachLine, 'value'>): boolean {
  return line.persons === TERMS.reduce((sum, term) => sum + line[term], 0)
}

export function totalOf(lines: readonly ReachLine[]): Omit<ReachLine, 'value'> {
  const sum = (name: 'persons' | ReachTerm) => lines.reduce((total, line) => total + line[name], 0)
  return Object.fromEntries(
    (['persons', ...TERMS] as const).map((name) => [name, sum(name)]),
  ) as unknown as Omit<ReachLine, 'value'>
}

/** The same figures for a spreadsheet: a row for each line of each dimension. */
export async function sendReachCsv(c: Ctx): Promise<Response> {
  const incident = c.get('incident')
  const reach = await readReach(c.get('platform').db, incident.id)
  const rows = Object.entries(reach).flatMap(([dimension, lines]) =>
    ordered(lines).map((line) => [dimension, line.value, line.persons, ...TERMS.map((term) => line[term])]),
  )
  const text = [['dimension', 'value', 'persons', ...TERMS], ...rows]
    .map((row) => row.map((cell) => csvCell(String(cell))).join(';'))
    .join('\r\n')
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${incident.reference}-reach.csv"`,
    'cache-control': 'no-store',
  }
  return c.body(`\ufeff${text}\r\n`, 200, headers)
}
