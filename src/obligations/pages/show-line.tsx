import { Columns, Lead, Notice, renderPage } from '../../desk/index.ts'
import { formatDuration, ZONE } from '../../platform/i18n.ts'
import type { BoardLine, Filing } from '../model.ts'
import { obligationRefusals } from '../refusals.ts'
import { awarenessEvents } from '../stores/awareness-store.ts'
import { conclusionHistory } from '../stores/conclusion-store.ts'
import { DelayForm, FilingForm, StrikeForm, ToSay, type TypedForm } from './act-forms.tsx'
import { actTexts } from './act-texts.ts'
import { boardTexts } from './board-texts.ts'
import { anchorOf, type BoardSlots, type BoardView } from './board-view.ts'
import { deadlineShown, dueWords } from './deadline-shown.ts'
import { becauseWords } from './not-required-row.tsx'
import { FilingsSection, HistorySection, StartSection } from './rule-evidence.tsx'
import {
  ClockSection,
  ContentsSection,
  ExceptionsSection,
  FactsSection,
  LineActions,
  RuleSection,
} from './rule-page.tsx'
import { ruleTexts } from './rule-texts.ts'
import { type Ctx, viewLine } from './show-board.tsx'
import { capital, say } from './spaced.ts'

/** One deadline whole: what the text says, which facts decided, how the time is counted, what was done, what was said before. */
export async function showLine(c: Ctx, slots: BoardSlots): Promise<Response> {
  const { view, line } = await viewLine(c, slots)
  const { id: incidentId } = c.get('incident')
  const { db } = c.get('platform')
  const props = { view, line }
  const events = (await awarenessEvents(db, incidentId, line.conclusion.organisation)).filter(({ fact }) =>
    startsOf(line).includes(fact),
  )
  const kept = await conclusionHistory(db, incidentId, line.conclusion.id)
  return renderPage(c, {
    title: say(line.conclusion.snapshot.rule.title, view.locale),
    current: 'clocks',
    crumbs: crumbsOf(view, line),
    lead: <LineLead {...props} />,
    children: (
      <>
        <LineActions {...props} />
        <ClockSection {...props} />
        <Columns kind="7-5">
          <FactsSection {...props} />
          <div>
            <ExceptionsSection {...props} />
            <ContentsSection {...props} />
          </div>
        </Columns>
        <StartSection view={view} events={events} />
        <FilingsSection {...props} />
        <RuleSection {...props} />
        <HistorySection {...props} kept={kept} />
      </>
    ),
  })
}

/** Facts whose instant starts the clock of a line. */
function startsOf({ conclusion }: BoardLine): readonly string[] {
  const { clock } = conclusion.snapshot.rule
  return clock.kind === 'computed' ? clock.from : []
}

function LineLead({ view, line }: { view: BoardView; line: BoardLine }) {
  const { locale, board } = view
  const text = ruleTexts[locale]
  const { words } = deadlineShown(line, board.now, locale, view.underWay)
  const { snapshot, recipient, result } = line.conclusion
  const title = text.lead(say(snapshot.rule.title, locale), say(recipient.words, locale))
  const state = line.group === 'done' || result === 'required' ? `${words}.` : text.result[result]
  const dueIs = line.group === 'done' ? text.wasDue : text.dueAt
  const due = line.dueAt && result !== 'not_required' ? `${dueIs(dueWords(line, locale))} ` : ''
  const why =
    result === 'not_required' ? `${capital(becauseWords(line, locale))}.` : say(snapshot.rule.reading, locale)
  const owed = result === 'required' && line.group !== 'done' && snapshot.rule.nature !== 'voluntary'
  const held = owed ? (line.holder ? text.held(line.holder) : text.heldByNobody) : ''
  return <Lead sentences={[title, state]} note={`${due}${held}${why}`} />
}

export async function showFiling(
  c: Ctx,
  slots: BoardSlots,
  form: TypedForm = { fields: {} },
): Promise<Response> {
  const { view, line } = await viewLine(c, slots)
  const { locale } = view
  const text = actTexts[locale].filing
  const { snapshot, recipient } = line.conclusion
  return renderPage(c, {
    title: text.page,
    current: 'clocks',
    status: statusOf(form),
    crumbs: crumbsOf(view, line),
    notice: noticeOf(form, locale),
    lead: (
      <Lead
        sentences={[text.lead(say(snapshot.rule.title, locale), say(recipient.words, locale))]}
        note={text.note}
      />
    ),
    children: (
      <Columns kind="7-5">
        <FilingForm view={view} line={line} form={form} />
        <ToSay view={view} line={line} />
      </Columns>
    ),
  })
}

/** The filing as it stands, ready to be corrected. @throws obligations.unknownFiling */
export async function showCorrection(c: Ctx, slots: BoardSlots, form?: TypedForm): Promise<Response> {
  const { view, line } = await viewLine(c, slots)
  const { locale } = view
  const text = actTexts[locale].filing
  const { snapshot, recipient } = line.conclusion
  const number = Number(c.req.param('filing'))
  const filing = line.filings.find(({ id }) => id === number)
  if (!filing) throw obligationRefusals.unknownFiling({ filing: number })
  const typed = form ?? { fields: fieldsOf(filing) }
  return renderPage(c, {
    title: text.correct,
    current: 'clocks',
    status: statusOf(typed),
    crumbs: crumbsOf(view, line),
    notice: noticeOf(typed, locale),
    lead: (
      <Lead
        sentences={[text.correctLead(say(snapshot.rule.title, locale), say(recipient.words, locale))]}
        note={text.correctNote}
      />
    ),
    children: (
      <>
        <FilingForm view={view} line={line} form={typed} corrects={filing.id} />
        <StrikeForm view={view} line={line} filing={filing.id} />
      </>
    ),
  })
}

function fieldsOf({ at, receipt, channel, note }: Filing): TypedForm['fields'] {
  const local = at.toZonedDateTimeISO(ZONE)
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' })
  const day = local.toPlainDate().toString()
  return { day, time, zone: ZONE, which: local.offset, receipt: receipt ?? '', channel, note }
}

export async function showDelay(
  c: Ctx,
  slots: BoardSlots,
  form: TypedForm = { fields: {} },
): Promise<Response> {
  const { view, line } = await viewLine(c, slots)
  const { locale, board } = view
  const text = actTexts[locale].delay
  const late = line.group === 'overdue' && line.dueAt
  return renderPage(c, {
    title: text.page,
    current: 'clocks',
    status: statusOf(form),
    crumbs: crumbsOf(view, line),
    notice: noticeOf(form, locale),
    lead: (
      <Lead
        sentences={[
          ruleTexts[locale].lead(
            say(line.conclusion.snapshot.rule.title, locale),
            say(line.conclusion.recipient.words, locale),
          ),
          late ? text.lead(formatDuration(late.until(board.now), locale)) : text.leadNotLate,
        ]}
        note={text.note}
      />
    ),
    children: <DelayForm view={view} line={line} form={form} />,
  })
}

export function statusOf({ read, refusal }: TypedForm): 200 | 422 | 409 | 403 | 404 | 413 {
  if (refusal) return refusal.http as 422
  return read && !('at' in read) ? 422 : 200
}

export function noticeOf({ refusal }: TypedForm, locale: BoardView['locale']) {
  return refusal ? <Notice tone="late">{refusal.text(locale)}</Notice> : undefined
}

function crumbsOf({ path, locale, board }: BoardView, line: BoardLine) {
  const other = board.organisation && !board.organisation.own ? board.organisation : undefined
  const page = other ? `clocks?organisation=${encodeURIComponent(other.key)}` : 'clocks'
  return [
    { label: other?.name ?? boardTexts[locale].page, href: `${path(page)}#${anchorOf(line.conclusion.id)}` },
    { label: say(line.conclusion.snapshot.rule.title, locale) },
  ]
}
