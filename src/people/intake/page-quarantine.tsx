import type { Context } from 'hono'
import { hasRole } from '../../access/index.ts'
import {
  Actions,
  Button,
  Cell,
  type DeskEnv,
  Field,
  incidentPath,
  Lead,
  Ledger,
  MessageShown,
  Notice,
  Pager,
  Proof,
  Row,
  renderPage,
  Section,
} from '../../desk/index.ts'
import { formatInteger } from '../../platform/i18n.ts'
import { crumbsOf } from './page-upload.tsx'
import { quarantineTexts } from './quarantine-texts.ts'
import { type AsideLine, type AsidePage, LINES_PAGE } from './read-quarantine.ts'
import type { QuarantinedList } from './store-quarantine.ts'
import { intakeTexts } from './texts.ts'

type Ctx = Context<DeskEnv>

export interface QuarantinePage {
  readonly list: QuarantinedList
  readonly lists: readonly QuarantinedList[]
  readonly aside: AsidePage
  /** A line someone asked to see, masked. */
  readonly shown?: { readonly line: AsideLine; readonly text: string } | undefined
  readonly error?: string | undefined
}

/** Who may see what a line holds, take the sheet away and send repaired lines. */
export const REPAIRERS = ['lead', 'dpo'] as const

export function renderQuarantine(c: Ctx, page: QuarantinePage): Promise<Response> {
  const locale = c.get('locale')
  const words = quarantineTexts[locale]
  const { list, aside, error } = page
  const role = words.roles[list.kind] ?? list.kind
  const others = page.lists.filter(({ id }) => id !== list.id)
  return renderPage(c, {
    title: words.title,
    current: 'lists',
    status: error ? 422 : 200,
    crumbs: [...crumbsOf(c, intakeTexts[locale]).slice(0, 1), { label: words.title }],
    notice: error ? <Notice tone="late">{error}</Notice> : undefined,
    lead: (
      <Lead
        sentences={words.lead(formatInteger(list.quarantined, locale), list.quarantined, role)}
        note={
          <>
            {words.note}{' '}
            {others.map((other) => (
              <a href={incidentPath(c, `lists/quarantine?list=${other.id}`)}>
                {words.other(words.roles[other.kind] ?? other.kind, formatInteger(other.quarantined, locale))}
              </a>
            ))}
          </>
        }
      />
    ),
    children: aside.total === 0 ? <p>{words.none}</p> : <Body c={c} page={page} />,
  })
}

function Body({ c, page }: { c: Ctx; page: QuarantinePage }) {
  const words = quarantineTexts[c.get('locale')]
  const { shown } = page
  return (
    <>
      {shown ? (
        <Section title={words.shown(formatInteger(shown.line.line, c.get('locale')))}>
          <MessageShown text={shown.text} />
        </Section>
      ) : null}
      <Reasons c={c} page={page} />
      <Lines c={c} page={page} />
      {hasRole(c.get('viewer'), ...REPAIRERS) ? <Repair c={c} list={page.list} /> : null}
    </>
  )
}

function Reasons({ c, page }: { c: Ctx; page: QuarantinePage }) {
  const locale = c.get('locale')
  const words = quarantineTexts[locale]
  const [reason, lines, todo] = words.reasonColumns
  const { aside, list } = page
  return (
    <Section title={words.byReason} aside={list.fileName}>
      <Ledger
        caption={words.byReason}
        columns={[{ label: reason }, { label: lines, align: 'right' }, { label: todo }]}
      >
        {[...aside.byReason].map(([code, count]) => (
          <Row>
            <Cell head>{words.reasons[code]?.[0] ?? code}</Cell>
            <Cell align="right" label={lines ?? ''}>
              {formatInteger(count, locale)}
            </Cell>
            <Cell label={todo ?? ''}>{words.reasons[code]?.[1] ?? ''}</Cell>
          </Row>
        ))}
        <Row tone="total">
          <Cell head>
            <Proof check={{ left: aside.total, right: list.quarantined }} locale={locale} />
          </Cell>
          <Cell align="right">{formatInteger(aside.total, locale)}</Cell>
          <Cell />
        </Row>
      </Ledger>
    </Section>
  )
}

function Lines({ c, page }: { c: Ctx; page: QuarantinePage }) {
  const locale = c.get('locale')
  const words = quarantineTexts[locale]
  const n = (value: number) => formatInteger(value, locale)
  const [line, row, column, reason] = words.lineColumns
  const { list, aside } = page
  const lines = aside.lines.slice(0, LINES_PAGE)
  const last = aside.lines.length > LINES_PAGE ? lines.at(-1) : undefined
  const may = hasRole(c.get('viewer'), ...REPAIRERS)
  return (
    <Section title={words.lines}>
      {may ? <p class="help">{words.showNote}</p> : null}
      <Ledger caption={words.lines} columns={words.lineColumns.map((label) => ({ label }))}>
        {lines.map((one) => (
          <Row>
            <Cell head label={line ?? ''}>
              {n(one.line)}
            </Cell>
            <Cell label={row ?? ''}>{n(one.row)}</Cell>
            <Cell label={column ?? ''}>{one.column === 0 ? words.wholeLine : n(one.column)}</Cell>
            <Cell label={reason ?? ''}>{words.reasons[one.reason]?.[0] ?? one.reason}</Cell>
            <Cell>
              {may ? (
                <form method="post" action={incidentPath(c, 'lists/quarantine/looks')}>
                  <input type="hidden" name="list" value={String(list.id)} />
                  <Button small name="row" value={String(one.row)}>
                    {words.show}
                  </Button>
                </form>
              ) : null}
            </Cell>
          </Row>
        ))}
      </Ledger>
      {last ? (
        <Pager
          next={incidentPath(c, `lists/quarantine?list=${list.id}&after=${last.row}`)}
          nextLabel={words.next}
          locale={locale}
        />
      ) : null}
    </Section>
  )
}

function Repair({ c, list }: { c: Ctx; list: QuarantinedList }) {
  const words = quarantineTexts[c.get('locale')]
  if (list.kind === 'register')
    return (
      <Section title={words.repair}>
        <p>{words.registerRepair}</p>
      </Section>
    )
  return (
    <Section title={words.repair}>
      <p>{words.repairNote}</p>
      <form method="post" action={incidentPath(c, 'lists/quarantine/sheets')}>
        <input type="hidden" name="list" value={String(list.id)} />
        <Actions note={words.sheetNote}>
          <Button>{words.sheet}</Button>
        </Actions>
      </form>
      <form method="post" action={incidentPath(c, 'lists/quarantine/repairs')} enctype="multipart/form-data">
        <Field name="repaired" label={words.file}>
          <input
            id="repaired"
            name="repaired"
            type="file"
            accept=".csv,.txt,.xlsx,.parquet,text/csv"
            required
          />
        </Field>
        <Actions note={words.sendNote}>
          <Button primary>{words.send}</Button>
        </Actions>
      </form>
    </Section>
  )
}
