import type { Child } from 'hono/jsx'
import {
  Cell,
  FigureLink,
  Instant,
  incidentPath,
  Lead,
  Ledger,
  Notice,
  Pager,
  Row,
  Section,
  Status,
} from '../../desk/index.ts'
import { incidentNow } from '../../obligations/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import { formatInteger } from '../../platform/i18n.ts'
import { filingsOf, tolerancesOf } from '../filings-store.ts'
import { type BlockedFiling, type FilingStanding, standingOf, type Tolerance } from '../model.ts'
import { showDay } from '../show-figures.ts'
import { type Ctx, mayWrite, type Typed } from '../typed-form.ts'
import { EnterForm, Problems, TableForm } from './filing-forms.tsx'
import { renderRegister } from './render-register.tsx'
import { disruptionTexts } from './texts.ts'
import { Tolerances } from './tolerances-section.tsx'

/** Lines on one page. */
const PAGE = 200
const STANDINGS = ['overdue', 'blocked', 'filed_late', 'filed'] as const
const ICONS = { overdue: 'late', blocked: 'held', filed_late: 'soon', filed: 'done' } as const

/** The register of blocked filings, one line a client, with the tolerance beside the date that does not move. */
export async function filingsPage(c: Ctx, typed?: Typed): Promise<Response> {
  const { db, clock } = c.get('platform')
  const { id } = c.get('incident')
  const locale = c.get('locale')
  const words = disruptionTexts[locale]
  const filings = await filingsOf(db, id)
  const tolerances = await tolerancesOf(db, id)
  const now = await incidentNow(db, clock, id)
  const overdue = filings.filter((filing) => standingOf(filing, now) === 'overdue').length
  const lead = [words.filingsLead(filings.length, formatInteger(filings.length, locale))]
  if (overdue > 0) lead.push(words.overdueCount(overdue, formatInteger(overdue, locale)))
  return renderRegister(c, {
    title: words.filings,
    typed,
    notice: doneNotice(c),
    lead: <Lead sentences={lead} note={words.filingsNote} />,
    children: (
      <>
        <Problems c={c} typed={typed} />
        {filings.length > 0 ? (
          <Section title={words.byKind}>
            <FilingSums c={c} filings={filings} now={now} />
          </Section>
        ) : null}
        <Lines c={c} filings={filings} tolerances={tolerances} now={now} />
        <Tolerances c={c} filings={filings} tolerances={tolerances} typed={typed} />
        {mayWrite(c) ? (
          <>
            <EnterForm c={c} typed={typed} />
            <TableForm c={c} typed={typed} />
          </>
        ) : null}
      </>
    ),
  })
}

/** What the form before this page did, in counts. */
function doneNotice(c: Ctx) {
  const locale = c.get('locale')
  const words = disruptionTexts[locale]
  const count = (name: string) =>
    formatInteger(Number(/^\d{1,6}$/.exec(c.req.query(name) ?? '')?.[0] ?? 0), locale)
  if (c.req.query('entered') !== undefined)
    return <Notice tone="plain">{words.imported(count('entered'), count('already'))}</Notice>
  if (c.req.query('attached') !== undefined)
    return <Notice tone="plain">{words.attached(count('attached'))}</Notice>
  return undefined
}

/** Filings by kind and legal date, each figure a link to its lines. */
export function FilingSums({
  c,
  filings,
  now,
}: {
  c: Ctx
  filings: readonly BlockedFiling[]
  now: Temporal.Instant
}) {
  const locale = c.get('locale')
  const words = disruptionTexts[locale]
  const groups = [...new Set(filings.map(({ kind, dueOn }) => JSON.stringify([dueOn, kind])))].sort()
  const shown = groups.map((group) => {
    const [due, kind] = JSON.parse(group) as [string, string]
    return { due, kind, lines: filings.filter((one) => one.kind === kind && one.dueOn === due) }
  })
  return (
    <Ledger
      kind="figures"
      caption={words.byKind}
      columns={words.sumColumns.map((label, index) => ({
        label,
        ...(index > 0 && { align: 'right' as const }),
      }))}
    >
      {shown.map(({ due, kind, lines }) => (
        <SumRow c={c} lines={lines} now={now} query={{ kind, due }}>
          {kind}, {showDay(due, locale)}
        </SumRow>
      ))}
      <SumRow c={c} lines={filings} now={now} query={{}} total>
        {words.all}
      </SumRow>
    </Ledger>
  )
}

function SumRow(props: {
  c: Ctx
  lines: readonly BlockedFiling[]
  now: Temporal.Instant
  query: Readonly<Record<string, string>>
  total?: boolean
  children?: Child
}) {
  const { c, lines, now, query } = props
  const locale = c.get('locale')
  const labels = disruptionTexts[locale].sumColumns
  const href = (more: Readonly<Record<string, string>>) =>
    `${incidentPath(c, 'disruption/filings')}?${new URLSearchParams({ ...query, ...more })}#lines`
  return (
    <Row {...(props.total && { tone: 'total' as const })}>
      <Cell head>{props.children}</Cell>
      {STANDINGS.map((standing, index) => (
        <Cell align="right" label={labels[index + 1] ?? ''}>
          <FigureLink
            value={lines.filter((one) => standingOf(one, now) === standing).length}
            href={href({ state: standing })}
            locale={locale}
          />
        </Cell>
      ))}
      <Cell align="right" label={labels[5] ?? ''}>
        <FigureLink value={lines.length} href={href({})} locale={locale} />
      </Cell>
    </Row>
  )
}

interface LinesProps {
  readonly c: Ctx
  readonly filings: readonly BlockedFiling[]
  readonly tolerances: readonly Tolerance[]
  readonly now: Temporal.Instant
}

function Lines({ c, filings, tolerances, now }: LinesProps) {
  const words = disruptionTexts[c.get('locale')]
  const { kind, due, state, tolerance } = c.req.query()
  const asked = filings
    .map((filing) => ({ filing, standing: standingOf(filing, now) }))
    .filter(({ filing }) => (!kind || filing.kind === kind) && (!due || filing.dueOn === due))
    .filter(({ filing }) => !tolerance || filing.tolerances.includes(Number(tolerance)))
    .filter(({ standing }) => !state || standing === state)
    .sort((a, b) => STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing))
  const from = Number(/^\d{1,6}$/.exec(c.req.query('from') ?? '')?.[0] ?? 0)
  const shown = asked.slice(from, from + PAGE)
  const next = new URLSearchParams({ ...c.req.query(), from: String(from + PAGE) })
  const exports = (
    <>
      <a href={incidentPath(c, 'disruption/filings/export/csv')}>{words.csv}</a> ·{' '}
      <a href={incidentPath(c, 'disruption/filings/export/json')}>{words.json}</a>
    </>
  )
  return (
    <Section id="lines" title={words.filings} aside={filings.length > 0 ? exports : null}>
      <Filtered c={c} />
      {shown.length === 0 ? (
        <p>{words.noneHere}</p>
      ) : (
        <Ledger columns={words.filingColumns.map((label) => ({ label }))}>
          {shown.map(({ filing, standing }) => (
            <Line c={c} filing={filing} standing={standing} tolerances={tolerances} />
          ))}
        </Ledger>
      )}
      <Pager
        next={
          asked.length > from + PAGE ? `${incidentPath(c, 'disruption/filings')}?${next}#lines` : undefined
        }
        nextLabel={words.next}
        locale={c.get('locale')}
      />
    </Section>
  )
}

function Filtered({ c }: { c: Ctx }) {
  const words = disruptionTexts[c.get('locale')]
  const { kind, due, state, tolerance } = c.req.query()
  const standing = STANDINGS.find((one) => one === state)
  const day = due && /^\d{4}-\d{2}-\d{2}$/.test(due) ? due : ''
  const number = tolerance && /^\d{1,6}$/.test(tolerance) ? words.toleranceTitle(Number(tolerance)) : ''
  const said = [kind, day, number, standing && words.standings[standing].toLowerCase()].filter(Boolean)
  if (said.length === 0) return null
  return (
    <p>
      {words.filteredBy(said.join(', '))}{' '}
      <a href={`${incidentPath(c, 'disruption/filings')}#lines`}>{words.showAll}</a>
    </p>
  )
}

function Line(props: {
  c: Ctx
  filing: BlockedFiling
  standing: FilingStanding
  tolerances: readonly Tolerance[]
}) {
  const { c, filing, standing, tolerances } = props
  const locale = c.get('locale')
  const words = disruptionTexts[locale]
  const [, , kind = '', due = '', tolerance = ''] = words.filingColumns
  const attached = tolerances.filter(({ number }) => filing.tolerances.includes(number))
  const said = attached.map((one) =>
    words.toleranceWord(one.number, words.toleranceStates[one.state].toLowerCase()),
  )
  return (
    <Row {...(standing === 'overdue' && { tone: 'late' as const })}>
      <Cell second={filing.filedAt ? <Instant at={filing.filedAt} locale={locale} /> : undefined}>
        <Status kind={ICONS[standing]}>{words.standings[standing]}</Status>
      </Cell>
      <Cell head second={filing.own ? words.ours : undefined}>
        {filing.client}
      </Cell>
      <Cell label={kind}>{filing.kind}</Cell>
      <Cell label={due}>{showDay(filing.dueOn, locale)}</Cell>
      <Cell
        label={tolerance}
        second={attached
          .map(({ condition }) => condition)
          .filter(Boolean)
          .join(' · ')}
      >
        {said.length > 0 ? said.join(', ') : words.noTolerance}
      </Cell>
      <Cell align="right">
        <a href={incidentPath(c, `disruption/filings/${filing.filing}`)}>{words.followOne}</a>
      </Cell>
    </Row>
  )
}
