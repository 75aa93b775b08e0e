import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { type DeskEnv, incidentPath, Lead, Notice, renderPage, Section } from '../../desk/index.ts'
import { formatDecimal, formatInstant, formatInteger, type Locale } from '../../platform/i18n.ts'
import { WEIGHTS } from '../match/index.ts'
import { type AsideFigures, ReviewAsides } from './asides.tsx'
import { DecisionBar } from './decision-bar.tsx'
import { KeyHelp } from './key-help.tsx'
import type { Item, QueueName } from './model.ts'
import { type LastHour, paceOf } from './pace.ts'
import { isBlind, PairTable } from './pair-table.tsx'
import { NIR_REASONS, type NirReason, type Nirs } from './show-nir.ts'
import { reviewTexts } from './texts.ts'

export interface PairPage {
  readonly item: Item
  readonly queue: QueueName
  readonly place: number
  readonly exposedName: string
  readonly progress: {
    readonly done: number
    readonly total: number
    readonly waiting: number
    readonly lastHour: LastHour
  }
  readonly asides: AsideFigures
  /** Readers disagree, and this one's word will hold. */
  readonly arbitrates?: boolean
  /** What the reader said of it, when they open a row they have read. */
  readonly ownWord?: Child
  readonly nir?: { readonly reason: NirReason; readonly nirs: Nirs } | undefined
  readonly refused?: string | undefined
  readonly note?: string | undefined
  readonly keysOff: boolean
}

/** « Est-ce la même personne ? »: one row, its candidates, the decision; the keyboard first, plain forms always. */
export function renderPair(c: Context<DeskEnv>, page: PairPage): Promise<Response> {
  const locale = c.get('locale')
  const text = reviewTexts[locale]
  return renderPage(c, {
    title: text.title,
    current: 'review',
    crumbs: [{ label: text.title, href: incidentPath(c, 'review') }, { label: text[page.queue] }],
    islands: page.keysOff ? [] : ['review-keys'],
    notice: noticeOf(page, locale),
    lead: <Lead sentences={[text.question]} />,
    status: page.refused ? 422 : 200,
    children: (
      <>
        <QueueProgress page={page} c={c} />
        <Pair c={c} page={page} />
        <ReviewAsides c={c} figures={page.asides} />
      </>
    ),
  })
}

function noticeOf({ refused, nir }: PairPage, locale: Locale): Child {
  const text = reviewTexts[locale]
  if (refused) return <Notice tone="late">{refused}</Notice>
  if (nir) return <Notice tone="soon">{text.nirShown(text.nirReasons[nir.reason])}</Notice>
  return undefined
}

function QueueProgress({ page, c }: { page: PairPage; c: Context<DeskEnv> }) {
  const locale = c.get('locale')
  const text = reviewTexts[locale]
  const { done, total, waiting, lastHour } = page.progress
  const figure = (value: number) => formatInteger(value, locale)
  const pace = paceOf(lastHour, total - done, c.get('platform').clock.now())
  const words = (page.queue === 'sample' ? text.read : text.decided)(done, figure(done), figure(total))
  const share = total === 0 ? 0 : (100 * done) / total
  return (
    <div class="queue-progress">
      <p>
        <span>
          <b>{words}</b>
          {text.left(figure(total - done - waiting))}
          {waiting > 0 ? text.waiting(waiting, figure(waiting)) : null}
        </span>
        {pace ? (
          <span class="pace">
            {text.pace(figure(pace.perHour), formatInstant(pace.end, locale, { form: 'time' }))}
          </span>
        ) : null}
      </p>
      <svg width="100%" height="10" role="img" aria-label={words}>
        <rect class="fill-empty" width="100%" height="10" />
        <rect class="fill-ink" width={`${share.toFixed(2)}%`} height="10" />
      </svg>
    </div>
  )
}

function Pair({ c, page }: { c: Context<DeskEnv>; page: PairPage }) {
  const locale = c.get('locale')
  const text = reviewTexts[locale]
  const { item, place, exposedName, nir } = page
  const row = String(item.exposedRow)
  const hrefOf = (at: number) => incidentPath(c, `review/rows/${row}?see=${text.letters[at]!.toLowerCase()}`)
  const hidden = item.members.length - item.candidates.length
  return (
    <Section
      title={text.row(formatInteger(item.exposedRow, locale))}
      aside={isBlind(item) ? text.blind : stakeWords(item, locale)}
    >
      <PairTable {...{ item, place, exposedName, hrefOf, locale }} nirs={nir?.nirs} />
      {hidden > 0 && !isBlind(item) ? (
        <p class="help under-pair">{text.moreCandidates(hidden, formatInteger(hidden, locale))}</p>
      ) : null}
      <AskNir action={incidentPath(c, `review/rows/${row}/nir`)} place={place} locale={locale} />
      {page.arbitrates ? <p class="under-pair soon-text">{text.arbitration}</p> : null}
      <DecisionBar c={c} page={page} />
      <p class="help">{isBlind(item) ? text.consequenceBlind : text.consequence}</p>
      <KeyHelp c={c} keysOff={page.keysOff} back={`review/${page.queue}`} />
    </Section>
  )
}

function stakeWords(item: Item, locale: Locale): string {
  const text = reviewTexts[locale]
  const why = text.reasons[item.reason]?.(formatDecimal(WEIGHTS.margin, locale, 1)) ?? item.reason
  return `${text.stakes(item.stakes, formatInteger(item.stakes, locale))} · ${text.ambiguous}${why}`
}

function AskNir({ action, place, locale }: { action: string; place: number; locale: Locale }) {
  const text = reviewTexts[locale]
  return (
    <details class="ask-nir">
      <summary data-key="i">
        <span class="act">{text.showNir}</span>
        <kbd>I</kbd> {text.showNirNote}
      </summary>
      <form method="post" action={action} class="actions">
        <label for="nir-reason">{text.nirReason}</label>
        <select id="nir-reason" name="reason">
          {NIR_REASONS.map((reason) => (
            <option value={reason}>{text.nirReasons[reason]}</option>
          ))}
        </select>
        <input type="hidden" name="place" value={String(place)} />
        <button type="submit" class="button small">
          {text.nirShow}
        </button>
      </form>
    </details>
  )
}
