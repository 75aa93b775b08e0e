import type { Child } from 'hono/jsx'
import { Actions, Button } from '../../desk/index.ts'
import { lawFact } from '../../law/index.ts'
import { formatInteger } from '../../platform/i18n.ts'
import type { BoardQuestion } from '../model.ts'
import { boardTexts } from './board-texts.ts'
import { anchorOf, type BoardView } from './board-view.ts'
import { say } from './spaced.ts'

interface QuestionProps {
  readonly view: BoardView
  readonly question: BoardQuestion
  /** Those that come later open on demand: one primary button at a time. */
  readonly folded: boolean
}

/** The question under the row it decides: each answer with its consequence, « On ne sait pas encore » always offered. */
export function QuestionForm({ view, question, folded }: QuestionProps) {
  const text = boardTexts[view.locale]
  const title = `${text.ask}${lowered(say(question.question, view.locale))}`
  if (folded)
    return (
      <details class="question folded" id={anchorOf(`q-${question.fact}-${question.organisation}`)}>
        <summary>{title}</summary>
        <Body view={view} question={question} primary={false} />
      </details>
    )
  return (
    <div class="question" id={anchorOf(`q-${question.fact}-${question.organisation}`)}>
      <h3>{title}</h3>
      <Body view={view} question={question} primary />
    </div>
  )
}

function Body({ view, question, primary }: Omit<QuestionProps, 'folded'> & { primary: boolean }) {
  const { locale } = view
  const text = boardTexts[locale]
  const help = question.help ? ` ${say(question.help, locale)}` : ''
  const decides = text.askDecides(formatInteger(question.decides, locale), question.decides)
  if (!view.writes)
    return (
      <p class="help">
        {decides}
        {help}
      </p>
    )
  return (
    <form method="post" action={view.path('clocks/answers')}>
      <input type="hidden" name="fact" value={question.fact} />
      <input type="hidden" name="organisation" value={question.organisation} />
      {view.board.organisation?.own === false ? <input type="hidden" name="board" value="other" /> : null}
      <p class="help">
        {decides}
        {help}
      </p>
      {question.choices.length > 0 ? (
        <Choices view={view} question={question} />
      ) : (
        <Typed view={view} question={question} />
      )}
      <details class="source">
        <summary>{text.howKnown}</summary>
        <SourceField view={view} question={question} />
      </details>
      <Actions note={text.saveNote}>
        <Button primary={primary}>{text.save}</Button>
      </Actions>
    </form>
  )
}

/** Said by the person who answers, unless they name a document or somebody else. */
function SourceField({ view: { viewer, locale }, question }: Pick<QuestionProps, 'view' | 'question'>) {
  const id = anchorOf(`source-${question.fact}-${question.organisation}`)
  return (
    <div class="field">
      <input id={id} name="source" value={viewer} maxlength={300} aria-label={boardTexts[locale].howKnown} />
    </div>
  )
}

function Choices({ view: { locale }, question }: Pick<QuestionProps, 'view' | 'question'>) {
  const colon = locale === 'fr' ? '\u00a0: ' : ': '
  return (
    <fieldset class="field radios inline">
      <legend class="unseen">{say(question.question, locale)}</legend>
      {question.choices
        .filter(({ value }) => value !== 'unknown')
        .map(({ value, words, consequence }) => {
          const after = say(consequence, locale)
          return (
            <label class="choice">
              <input type="radio" name="value" value={value} />
              {`${say(words, locale)}${after ? (after.includes(':') ? ', ' : colon) + after : ''}`}
            </label>
          )
        })}
      <label class="choice">
        <input type="radio" name="value" value="unknown" checked />
        {boardTexts[locale].notYet}
      </label>
    </fieldset>
  )
}

/** A figure, a day, an instant or words: left empty, it is not known yet. */
function Typed({ view: { locale }, question }: Pick<QuestionProps, 'view' | 'question'>) {
  const text = boardTexts[locale]
  const id = (part: string) => anchorOf(`${part}-${question.fact}-${question.organisation}`)
  const field = (part: string, label: Child, type: string) => (
    <div class="field">
      <label for={id(part)}>{label}</label>
      <input id={id(part)} name={part} type={type} {...(type === 'number' ? { min: 0 } : {})} />
    </div>
  )
  switch (lawFact(question.fact)?.kind) {
    case 'instant':
      return (
        <div class="inline-fields">
          {field('day', text.day, 'date')}
          {field('time', text.time, 'time')}
        </div>
      )
    case 'date':
      return field('day', text.day, 'date')
    case 'number':
      return field('value', text.answerValue, 'number')
    case 'list':
      return <Several view={{ locale }} question={question} id={id('value')} />
    default:
      return field('value', text.answerValue, 'text')
  }
}

/** Several answers at once: those of the catalogue to tick, else one a line. */
function Several({ view: { locale }, question, id }: SeveralProps) {
  const choices = Object.entries(lawFact(question.fact)?.choices ?? {})
  if (choices.length === 0)
    return (
      <div class="field">
        <label for={id}>{boardTexts[locale].onePerLine}</label>
        <textarea id={id} name="value" rows={3} />
      </div>
    )
  return (
    <fieldset class="field radios inline">
      <legend class="unseen">{say(question.question, locale)}</legend>
      {choices.map(([value, words]) => (
        <label class="choice">
          <input type="checkbox" name="value" value={value} />
          {say(words, locale)}
        </label>
      ))}
    </fieldset>
  )
}

interface SeveralProps {
  readonly view: Pick<BoardView, 'locale'>
  readonly question: BoardQuestion
  readonly id: string
}

function lowered(text: string): string {
  return /^[A-ZÀ-Ü][a-zà-ü’]/.test(text) ? text.charAt(0).toLocaleLowerCase('fr') + text.slice(1) : text
}
