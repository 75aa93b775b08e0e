import type { Child } from 'hono/jsx'
import { Icon } from '../../desk/index.ts'
import type { BoardLine } from '../model.ts'
import { isLoud } from './board-groups.ts'
import { boardTexts } from './board-texts.ts'
import { anchorOf, type BoardView, linePath } from './board-view.ts'
import { deadlineShown } from './deadline-shown.ts'
import { deadlineTexts } from './deadline-texts.ts'
import { writtenAt } from './instant-with-place.ts'
import { QuestionForm } from './question-form.tsx'
import { readingsOf } from './readings.ts'
import { RowActions } from './row-actions.tsx'
import { capital, say } from './spaced.ts'
import { ThreeReadings } from './three-readings.tsx'

interface RowProps {
  readonly view: BoardView
  readonly line: BoardLine
}

/** A deadline, and under it what belongs to it: its computation, and the question that decides it. */
export function LineRows({ view, line, open }: RowProps & { open: boolean }) {
  const questions = view.board.questions.filter(({ under }) => under === line.conclusion.id).slice(0, 2)
  return (
    <>
      <LineRow view={view} line={line} />
      {line.clock && readingsOf(line.clock).length > 1 ? (
        <Computation view={view} line={line} open={open} />
      ) : null}
      {questions.map((question) => (
        <tr class="under">
          <td colspan={5}>
            <QuestionForm view={view} question={question} folded={question !== view.board.questions[0]} />
          </td>
        </tr>
      ))}
    </>
  )
}

function LineRow({ view, line }: RowProps) {
  const { locale, board } = view
  const [, , toWhom, heldBy] = boardTexts[locale].columns
  const { kind, plain, words, second } = deadlineShown(line, board.now, locale, view.underWay)
  const tone = isLoud(line) ? 'late' : line.group === 'soon' ? 'soon' : undefined
  const reminded = reminderWords(line, locale)
  const settled = line.group === 'done' || line.group === 'voluntary'
  return (
    <tr class={tone} id={anchorOf(line.conclusion.id)}>
      <td class="when">
        <span class={['status', plain ? 'plain' : kind, settled ? '' : 'clock'].filter(Boolean).join(' ')}>
          <Icon name={kind} /> {words}
        </span>
        {second ? <span class="second">{second}</span> : null}
        {reminded ? <span class="second">{reminded}</span> : null}
      </td>
      <th scope="row">
        {say(line.conclusion.snapshot.rule.title, locale)}
        <Under view={view} line={line} />
      </th>
      <td class="inline">
        <span class="cell-label">{toWhom}&nbsp;</span>
        {capital(say(line.conclusion.recipient.words, locale))}
      </td>
      <td class="inline">
        <span class="cell-label">{heldBy}&nbsp;</span>
        <Holder view={view} line={line} />
      </td>
      <td class="right">
        <RowActions view={view} line={line} />
      </td>
    </tr>
  )
}

/** The last reminder given for a deadline that nobody has met yet. */
export function reminderWords({ reminder, group }: BoardLine, locale: BoardView['locale']): string {
  const text = boardTexts[locale]
  if (!reminder || !['overdue', 'soon'].includes(group)) return ''
  return text.reminded(writtenAt(reminder.at, locale), text.reminders[reminder.step] ?? reminder.step)
}

function Holder({ view, line }: RowProps): Child {
  if (line.holder) return line.holder
  // Nobody has to hold what may not be due, or is done.
  const { result, snapshot } = line.conclusion
  if (line.group === 'done' || result !== 'required' || snapshot.rule.nature === 'voluntary') return '–'
  return <b>{deadlineTexts[view.locale].nobody}</b>
}

/** Second lines of « Quoi »: the article, whether it is to check, what could free from it, what was recorded. */
function Under({ view, line }: RowProps) {
  const { locale } = view
  const text = boardTexts[locale]
  const unless = line.conclusion.unless.map(({ words }) => withoutBecause(say(words, locale)))
  return (
    <>
      <span class="second">
        <ArticleLine line={line} locale={locale} />
      </span>
      {unless.length > 0 ? (
        <span class="second">{text.unless(unless.join(locale === 'fr' ? ', ou ' : ', or '))}</span>
      ) : null}
      {line.ruleChanged ? (
        <span class="second">
          <a href={`${linePath(view, line)}#history`}>{text.changed(line.ruleChanged.keptVersion)}</a>
        </span>
      ) : null}
      {line.delayReason ? (
        <span class="second">{text.reasonKept(line.delayReason.text, line.delayReason.by)}</span>
      ) : null}
    </>
  )
}

/** « RGPD, art. 33(1) · règle v1 · à vérifier ». What was not read in the text itself is to check. */
export function ArticleLine({ line, locale }: { line: BoardLine; locale: BoardView['locale'] }) {
  const { rule } = line.conclusion.snapshot
  const text = boardTexts[locale]
  const owed = line.conclusion.result !== 'not_required' && rule.nature !== 'voluntary'
  const status = { contract: text.contract, practice: text.practice }[rule.status as 'contract'] ?? ''
  return (
    <>
      {[say(rule.article, locale), status, owed ? text.version(rule.version) : '']
        .filter(Boolean)
        .join(' · ')}
      {rule.certainty === 'checked' ? null : (
        <>
          {' · '}
          <b>{deadlineTexts[locale].toCheck}</b>
        </>
      )}
    </>
  )
}

/** Reasons are written « parce que… »; after « sauf si » the words alone go on. */
export function withoutBecause(text: string): string {
  return text.replace(/^(parce (que |qu’)|because )/i, '')
}

function Computation({ view, line, open }: RowProps & { open: boolean }) {
  const { locale } = view
  const text = boardTexts[locale]
  const { snapshot, recipient } = line.conclusion
  if (!line.clock) return null
  const clock = <ThreeReadings clock={line.clock} locale={locale} stepsOpen={open} />
  return (
    <tr class="under">
      <td colspan={5}>
        {open ? (
          <div class="computation">
            <h3>
              {text.readings(
                say(snapshot.rule.title, locale),
                say(recipient.words, locale),
                deadlineTexts[locale].count(readingsOf(line.clock).length),
              )}
            </h3>
            {clock}
          </div>
        ) : (
          <details class="computation folded">
            <summary>{text.readingsOf}</summary>
            {clock}
          </details>
        )}
      </td>
    </tr>
  )
}
