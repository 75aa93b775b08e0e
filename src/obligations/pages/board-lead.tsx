import type { Child } from 'hono/jsx'
import { Lead } from '../../desk/index.ts'
import { formatDuration, formatInstant, formatInteger } from '../../platform/i18n.ts'
import { setFrenchSpaces } from '../../platform/typography.ts'
import { isLoud, owedLines } from './board-groups.ts'
import { boardTexts } from './board-texts.ts'
import { anchorOf, type BoardView } from './board-view.ts'
import { deadlineTexts } from './deadline-texts.ts'

/** « 14 échéances : une dépassée, une dans 5 h 12, une qui attend votre réponse. », then since when, and what decides how many. */
export function BoardLead({ view }: { view: BoardView }) {
  const { lead } = boardTexts[view.locale]
  if (!view.board.organisation)
    return (
      <Lead
        sentences={[lead.nobody, lead.nobodyNext]}
        note={<a href={view.path('facts/organisations')}>{lead.sayWho}</a>}
      />
    )
  const sentences = owedLines(view.board).length === 0 ? [lead.none, lead.noneNext] : [leadSentence(view)]
  return (
    <Lead
      sentences={sentences}
      note={
        <>
          <Known view={view} />
          <Decides view={view} />
        </>
      }
    />
  )
}

export function leadSentence({ board, locale }: Pick<BoardView, 'board' | 'locale'>): string {
  const { lead } = boardTexts[locale]
  const owed = owedLines(board)
  const open = owed.filter(({ conclusion }) => conclusion.result === 'depends').length
  if (open === owed.length) return lead.allOpen(formatInteger(open, locale), open)
  const head = lead.count(formatInteger(owed.length, locale), owed.length)
  const colon = locale === 'fr' ? '\u00a0: ' : ': '
  return `${head}${colon}${leadParts({ board, locale }).join(', ')}.`
}

/** What the lead names, the gravest first; of a quiet board, the next deadline or that all is done. */
function leadParts({ board, locale }: Pick<BoardView, 'board' | 'locale'>): string[] {
  const { lead } = boardTexts[locale]
  const say = (count: number) => deadlineTexts[locale].count(count)
  const owed = owedLines(board)
  const loud = owed.filter(isLoud).length
  const quieted = owed.filter(({ group }) => group === 'overdue').length - loud
  const soon = owed.filter(({ group }) => group === 'soon')
  const asked = owed.filter(
    ({ conclusion, group }) => group === 'depends' && conclusion.result === 'depends',
  ).length
  const next = owed.find(({ group, dueAt }) => group === 'later' && dueAt !== null)
  const until = (line: (typeof owed)[number] | undefined) =>
    line?.dueAt ? formatDuration(board.now.until(line.dueAt), locale) : ''
  const parts = [
    ...(loud > 0 ? [lead.overdue(say(loud), loud)] : []),
    ...(quieted > 0 ? [lead.quieted(say(quieted), quieted)] : []),
    ...(soon.length === 1 ? [lead.soonOne(until(soon[0]))] : []),
    ...(soon.length > 1 ? [lead.soonMany(say(soon.length), until(soon[0]))] : []),
    ...(asked > 0 ? [lead.answer(say(asked), asked)] : []),
  ]
  if (loud + soon.length === 0 && next) return [...parts, lead.next(until(next))]
  if (parts.length > 0) return parts
  return [owed.every(({ group }) => group === 'done') ? lead.allDone : lead.open]
}

function Known({ view: { board, locale, path } }: { view: BoardView }): Child {
  const text = boardTexts[locale]
  const { awareness } = board
  if (!awareness)
    return (
      <>
        {text.unknownSince}
        <a href={path('clocks/awareness')}>{text.saySince}</a>.
      </>
    )
  return (
    <>
      {text.known}
      <a href={path('clocks/awareness')}>{formatInstant(awareness.at, locale, { zone: awareness.zone })}</a>
      {howWords(awareness.how, locale)}
    </>
  )
}

/** A few words follow in the sentence; a whole one is read on the page of the awareness. */
function howWords(how: string, locale: BoardView['locale']): string {
  const text = boardTexts[locale]
  const said = how.trim().replace(/\.$/, '')
  if (said === '' || said.length > 90) return text.knownPlain
  return text.knownHow(locale === 'fr' ? setFrenchSpaces(said) : said)
}

function Decides({ view: { board, locale } }: { view: BoardView }): Child {
  const text = boardTexts[locale]
  const [first, ...others] = board.questions
  if (!first) return null
  return (
    <>
      {' '}
      <a href={`#${anchorOf(first.under)}`}>{text.question}</a>
      {text.decides(formatInteger(first.decides, locale), first.decides)}
      {text.moreQuestions(formatInteger(others.length, locale), others.length)}
    </>
  )
}
