import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import {
  Account,
  Actions,
  Columns,
  type DeskEnv,
  FigureLink,
  incidentPath,
  Lead,
  Pager,
  renderPage,
  Section,
} from '../../desk/index.ts'
import { formatInteger } from '../../platform/i18n.ts'
import { Accuracy, type AsideFigures, Decisions, LastDecisions, ReviewAsides } from './asides.tsx'
import { KeyHelp } from './key-help.tsx'
import type { QueueCounts } from './store.ts'
import type { OwnDecision, Remaining } from './store-reading.ts'
import { reviewTexts } from './texts.ts'

type Ctx = Context<DeskEnv>

export interface ReviewPage {
  readonly queue: QueueCounts
  readonly sample: QueueCounts
  readonly peopleAtStake: number
  readonly asides: AsideFigures
  readonly keysOff: boolean
  /** The list version of the run, and how many ambiguous rows its page shows. */
  readonly rows: { readonly version: string; readonly ambiguous: number } | undefined
}

/** Ambiguous rows of the version being reviewed; only for a figure that counts exactly them. */
function rowsPath(c: Ctx, { rows }: ReviewPage, figure: number): string | undefined {
  if (!rows || rows.ambiguous !== figure) return undefined
  return incidentPath(c, `lists/rows?version=${rows.version}&verdict=ambiguous`)
}

/** Before any list is read. */
export function renderNoRun(c: Ctx): Promise<Response> {
  const text = reviewTexts[c.get('locale')]
  const note = (
    <>
      {text.noRunNext} <a href={incidentPath(c, 'lists/import')}>{text.importLists}</a>.
    </>
  )
  return renderPage(c, {
    title: text.title,
    current: 'review',
    lead: <Lead sentences={[text.noRun]} note={note} />,
  })
}

/** The state of the review: what waits, what it weighs, how right the match is. */
export function renderReview(c: Ctx, page: ReviewPage): Promise<Response> {
  const locale = c.get('locale')
  const text = reviewTexts[locale]
  return renderPage(c, {
    title: text.title,
    current: 'review',
    lead: <Lead sentences={sentencesOf(c, page)} note={<Applied c={c} />} />,
    children: (
      <>
        <Starts c={c} page={page} />
        <Columns kind="7-5">
          <div>
            {page.queue.total > 0 ? <QueueAccount c={c} page={page} /> : null}
            <LastDecisions c={c} figures={page.asides} />
          </div>
          <Accuracy figures={page.asides} locale={locale} />
        </Columns>
        <KeyHelp c={c} keysOff={page.keysOff} back="review" />
      </>
    ),
  })
}

function sentencesOf(c: Ctx, page: ReviewPage): Child[] {
  const { queue, peopleAtStake } = page
  const locale = c.get('locale')
  const text = reviewTexts[locale]
  const left = queue.total - queue.settled
  if (queue.total === 0) return [text.nothingEver]
  if (left === 0) return [text.allRead]
  return [
    <>
      <FigureLink value={left} href={rowsPath(c, page, left)} locale={locale} />
      {text.toReview(left)}
    </>,
    text.peopleDepend(peopleAtStake, formatInteger(peopleAtStake, locale)),
  ]
}

function Applied({ c }: { c: Ctx }) {
  const { before, link, href } = reviewTexts[c.get('locale')].applied(incidentPath(c, 'lists'))
  return (
    <>
      {before}
      <a href={href}>{link}</a>.
    </>
  )
}

function Starts({ c, page: { queue, sample, asides } }: { c: Ctx; page: ReviewPage }) {
  const locale = c.get('locale')
  const text = reviewTexts[locale]
  const figure = (value: number) => formatInteger(value, locale)
  const readable = (counts: QueueCounts) => counts.total - counts.settled - counts.nothingToCompare
  const aside = text.sampleAside(sample.settled, figure(sample.settled), figure(sample.total))
  return (
    <Actions note={sample.total > 0 ? aside : undefined}>
      {readable(queue) > 0 ? (
        <a class="button primary" href={incidentPath(c, 'review/queue')}>
          {asides.own > 0 ? text.goOn : text.start}
        </a>
      ) : null}
      {readable(sample) > 0 ? (
        <a class="button" href={incidentPath(c, 'review/sample')}>
          {text.startSample}
        </a>
      ) : null}
    </Actions>
  )
}

function QueueAccount({ c, page }: { c: Ctx; page: ReviewPage }) {
  const locale = c.get('locale')
  const text = reviewTexts[locale]
  const words = text.accountRows
  const { settled, awaitingSecond, disputed, nothingToCompare, total } = page.queue
  const open = total - settled - awaitingSecond - disputed - nothingToCompare
  const parts = [open, awaitingSecond, disputed, nothingToCompare, settled]
  const sum = `${parts.map((part) => formatInteger(part, locale)).join(' + ')} = ${formatInteger(total, locale)}`
  return (
    <Section title={text.account}>
      <Account
        title={words.total}
        total={total}
        href={rowsPath(c, page, total)}
        rows={[
          { label: words.open, value: open },
          { label: words.second, value: awaitingSecond },
          { label: words.disputed, value: disputed },
          { label: words.nothing, value: nothingToCompare },
          { label: words.settled, value: settled },
        ]}
        check={{ left: parts.reduce((all, part) => all + part, 0), right: total, sentence: sum }}
        locale={locale}
      />
      {nothingToCompare > 0 ? <p class="help">{text.nothingNote}</p> : null}
    </Section>
  )
}

/** Nothing is left for this reader: what the rest waits for. */
export function renderFinished(
  c: Ctx,
  { queue, remaining, asides }: { queue: 'queue' | 'sample'; remaining: Remaining; asides: AsideFigures },
): Promise<Response> {
  const locale = c.get('locale')
  const text = reviewTexts[locale]
  const figure = (value: number) => formatInteger(value, locale)
  const sentences = [
    remaining.held > 0 ? text.doneHeld(remaining.held, figure(remaining.held)) : undefined,
    remaining.waiting > 0 ? text.doneWaiting(remaining.waiting, figure(remaining.waiting)) : undefined,
    remaining.held + remaining.waiting === 0 ? text.doneNone : undefined,
  ].filter((sentence) => sentence !== undefined)
  const note = (
    <>
      {sentences.map((sentence) => (
        <span class="sentence">{sentence}</span>
      ))}
      <a href={incidentPath(c, 'review')}>{text.backToReview}</a>.
    </>
  )
  return renderPage(c, {
    title: text.title,
    current: 'review',
    crumbs: [{ label: text.title, href: incidentPath(c, 'review') }, { label: text[queue] }],
    lead: <Lead sentences={[text.doneLead[queue]]} note={note} />,
    children: <ReviewAsides c={c} figures={asides} />,
  })
}

/** A row that cannot be shown or decided now, with what to do. */
export function renderStopped(
  c: Ctx,
  page: { lead: string; message: string; status: 403 | 404 | 409 | 423 | 429; queue: 'queue' | 'sample' },
): Promise<Response> {
  const text = reviewTexts[c.get('locale')]
  const next = page.status === 429 ? undefined : incidentPath(c, `review/${page.queue}`)
  return renderPage(c, {
    title: text.title,
    current: 'review',
    status: page.status,
    crumbs: [{ label: text.title, href: incidentPath(c, 'review') }],
    lead: <Lead sentences={[page.lead]} note={page.message} />,
    children: (
      <Actions>
        {next ? (
          <a class="button primary" href={next}>
            {text.next}
          </a>
        ) : null}
        <a href={incidentPath(c, 'review')}>{text.backToReview}</a>
      </Actions>
    ),
  })
}

export const DECISIONS_PAGE = 50

/** All of a reader's own decisions, newest first. */
export function renderDecisions(
  c: Ctx,
  { decisions, own, paged }: { decisions: readonly OwnDecision[]; own: number; paged: boolean },
): Promise<Response> {
  const locale = c.get('locale')
  const text = reviewTexts[locale]
  const shown = decisions.slice(0, DECISIONS_PAGE)
  const last = shown.at(-1)
  const next = decisions.length > shown.length && last ? `review/decisions?before=${last.id}` : undefined
  return renderPage(c, {
    title: text.lastDecisions,
    current: 'review',
    crumbs: [{ label: text.title, href: incidentPath(c, 'review') }, { label: text.lastDecisions }],
    lead: <Lead sentences={[text.youDecided(own, formatInteger(own, locale))]} />,
    children: (
      <Section title={text.lastDecisions}>
        <Decisions c={c} decisions={shown} />
        <Pager
          first={paged ? incidentPath(c, 'review/decisions') : undefined}
          next={next ? incidentPath(c, next) : undefined}
          locale={locale}
        />
      </Section>
    ),
  })
}
