import type { Context } from 'hono'
import { hasRole } from '../../access/index.ts'
import {
  Cell,
  type DeskEnv,
  FigureLink,
  type IconName,
  Instant,
  incidentPath,
  KeyFigures,
  Lead,
  Ledger,
  Pager,
  Row,
  renderPage,
  Section,
  Status,
} from '../../desk/index.ts'
import { RELEASERS } from '../model.ts'
import { texts } from '../texts.ts'
import { hookTokens, intakeStates } from './intake-store.ts'
import { Intakes, Tokens } from './intakes-shown.tsx'
import {
  countReports,
  type ListedReport,
  listReports,
  REPORT_LISTS,
  type ReportList,
} from './listed-store.ts'
import { returnedTexts } from './texts.ts'
import { Unmatched } from './unmatched-shown.tsx'

type Ctx = Context<DeskEnv>
const PAGE = 50
const LISTS = Object.keys(REPORT_LISTS) as ReportList[]
const ICONS: Readonly<Record<string, IconName>> = {
  letter: 'done',
  again: 'soon',
  kept: 'held',
  noted: 'done',
  too_late: 'not_required',
  waiting: 'running',
  unmatched: 'held',
  ignored: 'not_required',
}

/** Returned mail of an incident: what came back, what was done, what waits for a person, and where it comes from. */
export async function showReturned(c: Ctx, token?: string): Promise<Response> {
  const locale = c.get('locale')
  const words = returnedTexts[locale]
  const { db } = c.get('platform')
  const { id } = c.get('incident')
  const list = LISTS.find((name) => name === c.req.query('list'))
  const counts = await countReports(db, id)
  const before = Number(c.req.query('before')) || undefined
  const found = await listReports(db, id, list, { ...(before ? { before } : {}), limit: PAGE + 1 })
  const shown = found.slice(0, PAGE)
  const last = found.length > PAGE ? shown.at(-1) : undefined
  const tokens = await hookTokens(db)
  const drives = hasRole(c.get('viewer'), ...RELEASERS)
  return renderPage(c, {
    title: words.title,
    current: 'sending',
    crumbs: [{ label: texts[locale].sending, href: incidentPath(c, 'sending') }, { label: words.title }],
    lead: <Lead sentences={words.lead(counts.letter, counts.unmatched)} note={words.note} />,
    children: (
      <>
        <KeyFigures items={LISTS.slice(0, 3).map((name) => figure(c, name, counts[name]))} />
        <KeyFigures items={LISTS.slice(3).map((name) => figure(c, name, counts[name]))} />
        {list === 'unmatched' ? (
          <Unmatched c={c} reports={shown} mayDecide={drives} />
        ) : (
          <Reports c={c} reports={shown} title={list ? words.figures[list] : words.reports} />
        )}
        <Pager next={last ? pathOf(c, list, last.id) : undefined} nextLabel={words.next} locale={locale} />
        <Intakes c={c} states={await intakeStates(db)} hook={tokens.length > 0} />
        {drives ? <Tokens c={c} tokens={tokens} made={token} /> : null}
      </>
    ),
  })
}

function figure(c: Ctx, list: ReportList, value: number) {
  const locale = c.get('locale')
  const words = returnedTexts[locale]
  return {
    label: words.figures[list],
    value: <FigureLink value={value} href={pathOf(c, list)} locale={locale} />,
  }
}

function pathOf(c: Ctx, list: ReportList | undefined, before?: number): string {
  const query = { ...(list ? { list } : {}), ...(before ? { before: String(before) } : {}) }
  return incidentPath(c, `sending/returned?${new URLSearchParams(query)}`)
}

function Reports({ c, reports, title }: { c: Ctx; reports: readonly ListedReport[]; title: string }) {
  const words = returnedTexts[c.get('locale')]
  return (
    <Section title={title}>
      {reports.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Ledger columns={words.columns.map((label) => ({ label }))}>
          {reports.map((report) => (
            <ReportRow c={c} report={report} />
          ))}
        </Ledger>
      )}
    </Section>
  )
}

function ReportRow({ c, report }: { c: Ctx; report: ListedReport }) {
  const locale = c.get('locale')
  const words = returnedTexts[locale]
  const done = report.effect ?? report.state
  return (
    <Row>
      <Cell>
        <Instant at={report.receivedAt} locale={locale} form="short" />
      </Cell>
      <Cell head second={report.masked ?? words.nobody}>
        {report.personId === null ? null : (
          <a href={incidentPath(c, `people/${report.personId}`)}>{words.person(report.personId)}</a>
        )}
      </Cell>
      <Cell second={report.said ?? undefined}>
        {[words.reasons[report.reason] ?? report.reason, report.status].filter(Boolean).join(' · ')}
      </Cell>
      <Cell>
        <Status kind={ICONS[done] ?? 'todo'}>{words.effects[done] ?? done}</Status>
      </Cell>
    </Row>
  )
}
