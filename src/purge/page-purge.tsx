import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { hasRole } from '../access/index.ts'
import {
  Actions,
  Button,
  Cell,
  Columns,
  DescriptionList,
  type DeskEnv,
  incidentPath,
  Lead,
  Ledger,
  Notice,
  Row,
  renderPage,
  Section,
  TextField,
} from '../desk/index.ts'
import { actorName } from '../journal/index.ts'
import { Temporal } from '../platform/clock.ts'
import { formatDay, formatInstant, formatInteger, type Locale } from '../platform/i18n.ts'
import { PURGERS, type Purge, type PurgePlan, type RetentionInForce } from './model.ts'
import type { PlannedPurge, PurgedIncident } from './plan-purge.ts'
import { megabytes, obstacleWords, texts } from './texts.ts'

type Ctx = Context<DeskEnv>

export interface PurgePage {
  readonly incident: PurgedIncident
  readonly purge: Purge | undefined
  readonly planned: PlannedPurge
}

/** What is kept and until when; what a purge takes and leaves; who asks and who confirms. */
export function renderPurge(c: Ctx, page: PurgePage): Promise<Response> {
  const locale = c.get('locale')
  const words = texts[locale]
  const { purge } = page
  const plan = purge?.plan ?? page.planned.plan
  return renderPage(c, {
    title: words.title,
    current: 'proof',
    crumbs: [
      { label: locale === 'fr' ? 'Preuve' : 'Proof', href: incidentPath(c, 'proof') },
      { label: words.title },
    ],
    lead: <Lead sentences={leadOf(c, page)} note={purge?.state === 'done' ? words.purgedBody : undefined} />,
    children: (
      <>
        {purge?.state === 'running' ? <Notice tone="soon">{words.lead.running}</Notice> : null}
        <Columns kind="1-1">
          <Plan title={words.goes} lines={goingLines(plan, c.get('locale'))} c={c} />
          <div>
            <Plan title={words.stays} lines={stayingLines(plan, c.get('locale'))} c={c} />
            <p class="help">{words.keptToo}</p>
            <p class="help">{words.backups}</p>
          </div>
        </Columns>
        <RetentionSection c={c} page={page} />
        {purge?.state === 'done' || purge?.state === 'running' ? null : <Acts c={c} page={page} />}
      </>
    ),
  })
}

function leadOf(c: Ctx, { purge, planned, incident }: PurgePage): Child[] {
  const locale = c.get('locale')
  const words = texts[locale]
  if (purge?.finishedAt)
    return [
      words.lead.done(formatInstant(purge.finishedAt, locale)),
      words.by(purge.askedByName, purge.confirmedByName ?? ''),
    ]
  if (purge?.state === 'running') return [words.lead.running]
  if (purge) return [words.lead.asked(purge.askedByName), words.lead.second]
  const due = planned.due ? words.due(formatDay(planned.due, locale)) : words.notDue
  return [
    words.lead.none,
    due,
    ...(incident.closedAt ? [words.closedAt(formatInstant(incident.closedAt, locale))] : []),
  ]
}

function goingLines({ stays, bytes, ...goes }: PurgePlan, locale: Locale): [string, string][] {
  const words = texts[locale]
  return Object.entries(words.rows).map(([name, label]) => {
    const value = formatInteger(goes[name as keyof typeof goes], locale)
    return [label, name === 'files' && bytes > 0 ? `${value}, ${megabytes(bytes, locale)}` : value]
  })
}

function stayingLines({ stays }: PurgePlan, locale: Locale): [string, string][] {
  const words = texts[locale]
  return Object.entries(words.kept).map(([name, label]) => [
    label,
    formatInteger(stays[name as keyof typeof stays] ?? 0, locale),
  ])
}

function Plan({ c, title, lines }: { c: Ctx; title: string; lines: readonly [string, string][] }) {
  const [first = '', second = ''] = texts[c.get('locale')].columns
  return (
    <Section title={title}>
      <Ledger kind="figures" columns={[{ label: first }, { label: second, align: 'right' }]}>
        {lines.map(([label, value]) => (
          <Row>
            <Cell head>{label}</Cell>
            <Cell align="right">{value}</Cell>
          </Row>
        ))}
      </Ledger>
    </Section>
  )
}

function RetentionSection({ c, page }: { c: Ctx; page: PurgePage }) {
  const locale = c.get('locale')
  const words = texts[locale]
  const { planned, purge, incident } = page
  const may = hasRole(c.get('viewer'), ...PURGERS) && purge === undefined
  return (
    <Section title={words.retention}>
      <DescriptionList items={[{ term: words.inForce, ...inForce(planned.retention, locale) }]} />
      {may ? (
        <form method="post" action={incidentPath(c, 'purge/retention')}>
          <TextField name="days" label={words.daysField} inputmode="numeric" />
          <TextField name="until" label={words.untilField} type="date" help={words.retentionHelp} />
          <Actions>
            <Button>{words.decide}</Button>
          </Actions>
        </form>
      ) : null}
      {may && !incident.closedAt ? (
        <form method="post" action={incidentPath(c, 'purge/closure')}>
          <Actions note={words.closeNote}>
            <Button>{words.close}</Button>
          </Actions>
        </form>
      ) : null}
    </Section>
  )
}

function inForce({ retention, decidedBy, decidedAt }: RetentionInForce, locale: Locale) {
  const words = texts[locale]
  const value =
    retention.until === null
      ? words.days(formatInteger(retention.days, locale))
      : words.until(formatDay(Temporal.PlainDate.from(retention.until), locale))
  const second =
    decidedBy === null || decidedAt === null
      ? words.byDefault
      : words.decidedBy(actorName(decidedBy), formatInstant(decidedAt, locale))
  return { value, second }
}

/** The one button that a person may press now, and the sentence that says what it does. */
function Acts({ c, page: { purge, planned } }: { c: Ctx; page: PurgePage }) {
  const locale = c.get('locale')
  const words = texts[locale]
  const viewer = c.get('viewer')
  if (!hasRole(viewer, ...PURGERS)) return null
  if (!purge)
    return (
      <Section title={words.title}>
        <p>{words.handed}</p>
        {planned.obstacles.length > 0 ? <p>{obstacleWords(planned.obstacles, locale)}</p> : null}
        {planned.obstacles.length > 0 ? null : (
          <Act c={c} path="purge/requests" verb={words.ask} note={words.askNote} />
        )}
      </Section>
    )
  return (
    <Section title={words.title}>
      <p>{words.handed}</p>
      {purge.askedBy === viewer.userId ? null : (
        <Act c={c} path="purge/confirmations" verb={words.confirm} note={words.confirmNote} />
      )}
      <Act c={c} path="purge/withdrawals" verb={words.withdraw} />
    </Section>
  )
}

function Act({ c, path, verb, note }: { c: Ctx; path: string; verb: string; note?: string }) {
  return (
    <form method="post" action={incidentPath(c, path)}>
      <Actions note={note}>
        <Button>{verb}</Button>
      </Actions>
    </form>
  )
}

/** Instead of any page about people, once they are gone. */
export function renderPurged(c: Ctx, on: string): Promise<Response> {
  const locale = c.get('locale')
  const words = texts[locale]
  return renderPage(c, {
    title: words.purgedTitle,
    current: 'none',
    lead: (
      <Lead
        sentences={[words.purgedLead(formatDay(Temporal.PlainDate.from(on), locale))]}
        note={words.purgedBody}
      />
    ),
    children: (
      <p>
        <a href={incidentPath(c, 'proof')}>{words.toProof}</a>
      </p>
    ),
  })
}
