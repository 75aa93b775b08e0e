import type { Child } from 'hono/jsx'
import { Actions, Button, Cell, DescriptionList, Ledger, Row, Section, Status } from '../../desk/index.ts'
import { type Condition, evaluate } from '../../law/index.ts'
import { Temporal } from '../../platform/clock.ts'
import { formatDay, type Locale } from '../../platform/i18n.ts'
import type { BoardLine } from '../model.ts'
import { type BoardView, linePath } from './board-view.ts'
import { factLabel, factValueWords } from './fact-words.ts'
import { ruleTexts } from './rule-texts.ts'
import { capital, say } from './spaced.ts'
import { ThreeReadings } from './three-readings.tsx'

export interface LineProps {
  readonly view: BoardView
  readonly line: BoardLine
}

/** The text itself: article, reading, who to whom, how sure, in which version. */
export function RuleSection({ view: { locale }, line }: LineProps) {
  const text = ruleTexts[locale]
  const { rule, hash } = line.conclusion.snapshot
  const words = (value: Parameters<typeof say>[0]) => say(value, locale)
  const items = [
    { term: text.article, value: <b>{words(rule.article)}</b> },
    { term: text.reading, value: words(rule.reading) },
    { term: text.owes, value: words(rule.owes) },
    { term: text.to, value: words(line.conclusion.recipient.words) },
    { term: text.channel, value: words(rule.channel) },
    { term: text.status, value: text.statuses[rule.status], second: validityWords(line, locale) },
    { term: text.nature, value: text.natures[rule.nature] },
    {
      term: text.certainty,
      value: <CertaintyWords line={line} locale={locale} />,
      second: <SourceNotes line={line} locale={locale} />,
    },
    { term: text.review, value: <ReviewWords line={line} locale={locale} /> },
    ...(rule.disputed ? [{ term: text.disputed, value: words(rule.disputed) }] : []),
    ...(rule.warnings ?? []).map((warning, index) => ({
      term: index === 0 ? text.warnings : '',
      value: words(warning),
    })),
    {
      term: text.version,
      value: <span class="hash">{text.versionWords(rule.version, hash)}</span>,
    },
  ]
  return (
    <Section title={text.rule}>
      <DescriptionList items={items} />
    </Section>
  )
}

/** Notes of whoever read the texts: they stand in English, and are said to. */
function SourceNotes({ line, locale }: { line: BoardLine; locale: Locale }) {
  return (
    <>
      {ruleTexts[locale].notes}
      <span lang="en">{line.conclusion.snapshot.rule.source}</span>
    </>
  )
}

function CertaintyWords({ line, locale }: { line: BoardLine; locale: Locale }) {
  const text = ruleTexts[locale]
  const { certainty } = line.conclusion.snapshot.rule
  return (
    <>
      {text.certainties[certainty]}
      {certainty === 'checked' ? null : (
        <>
          {' · '}
          <b>{text.toCheckBold}</b>
        </>
      )}
    </>
  )
}

function ReviewWords({ line, locale }: { line: BoardLine; locale: Locale }): Child {
  const text = ruleTexts[locale]
  const { review } = line.conclusion.snapshot.rule
  if (review !== 'to check') return text.reviewed(dayWords(review.on, locale), review.by)
  return (
    <>
      {text.noReview}
      <b>{text.toCheckBold}</b>
    </>
  )
}

function validityWords(line: BoardLine, locale: Locale): string {
  const text = ruleTexts[locale]
  const { validFrom, validTo } = line.conclusion.snapshot.rule
  const parts = [
    ...(validFrom ? [text.from(dayWords(validFrom, locale))] : []),
    ...(validTo ? [text.until(dayWords(validTo, locale))] : []),
  ]
  return parts.length > 0 ? parts.join(', ') : text.always
}

const dayWords = (day: string, locale: Locale) => formatDay(Temporal.PlainDate.from(day), locale)

/** Each fact that was read, its value, and whether it meets the condition or opens an exception; then what is missing. */
export function FactsSection({ view, line }: LineProps) {
  const { locale } = view
  const text = ruleTexts[locale]
  const { facts, missing, snapshot } = line.conclusion
  const used = facts.filter(({ key }, index) => facts.findIndex((one) => one.key === key) === index)
  return (
    <Section title={text.facts} id="facts" aside={<a href={view.path('facts')}>{text.changeFacts}</a>}>
      {used.length === 0 ? <p>{text.noFacts}</p> : null}
      {used.length > 0 ? (
        <Ledger columns={text.factColumns.map((label) => ({ label }))}>
          {used.map(({ key, value, state }) => (
            <Row>
              <Cell head>{factLabel(key, locale)}</Cell>
              <Cell>{capital(factValueWords(key, value, locale))}</Cell>
              <Cell>
                {reads(snapshot.rule.trigger, key) ? (
                  <Status kind={STATES[state]}>{text.states[state]}</Status>
                ) : (
                  <Status kind={OPENS[state]}>{text.opens[state]}</Status>
                )}
              </Cell>
            </Row>
          ))}
        </Ledger>
      ) : null}
      {missing.length > 0 ? (
        <>
          <h3>{text.missing}</h3>
          <ul>
            {missing.map((key) => (
              <li>{factLabel(key, locale)}</li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  )
}

const STATES = { holds: 'done', fails: 'not_required', unknown: 'depends' } as const
/** A fact that only an exception reads: that it fails is no fault, the duty stands. */
const OPENS = { holds: 'not_required', fails: 'todo', unknown: 'depends' } as const

function reads(condition: Condition, key: string): boolean {
  if ('fact' in condition) return condition.fact === key
  return condition.op === 'not' ? reads(condition.of, key) : condition.of.some((one) => reads(one, key))
}

/** An exception that holds frees from the duty; one that nobody can exclude may still. */
const EXCEPTIONS = { yes: 'not_required', no: 'todo', unknown: 'depends' } as const

export function ExceptionsSection({ view: { locale }, line }: LineProps) {
  const text = ruleTexts[locale]
  const { snapshot, facts } = line.conclusion
  const read = Object.fromEntries(facts.map(({ key, value }) => [key, value]))
  return (
    <Section title={text.exceptions}>
      {snapshot.rule.exceptions.length === 0 ? <p>{text.noException}</p> : null}
      <ul class="notes">
        {snapshot.rule.exceptions.map(({ article, because, when }) => {
          const { value } = evaluate(when, read)
          return (
            <li>
              {capital(say(because, locale))}
              <span class="second">{say(article, locale)}</span>
              <Status kind={EXCEPTIONS[value]} plain>
                {text.exceptionStates[value]}
              </Status>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

export function ClockSection({ view: { locale }, line }: LineProps) {
  const text = ruleTexts[locale]
  const { clock } = line.conclusion
  return (
    <Section title={text.clock}>
      {line.clock ? (
        <ThreeReadings clock={line.clock} locale={locale} stepsOpen />
      ) : clock.kind === 'computed' ? null : (
        <p>
          {clock.kind === 'awaits' ? text.awaits : text.noClock}
          {say(clock.words, locale)}
        </p>
      )}
    </Section>
  )
}

export function ContentsSection({ view: { locale }, line }: LineProps) {
  const { contents } = line.conclusion.snapshot.rule
  if (contents.length === 0) return null
  return (
    <Section title={ruleTexts[locale].contents}>
      <ul class="notes">
        {contents.map((item) => (
          <li>{capital(say(item, locale))}</li>
        ))}
      </ul>
    </Section>
  )
}

/** The verbs of the page: the same as in its row. */
export function LineActions({ view, line }: LineProps) {
  const text = ruleTexts[view.locale]
  if (!view.writes || line.conclusion.result === 'not_required') return null
  const act = (name: string, words: string) => (
    <a class="button" href={linePath(view, line, name)}>
      {words}
    </a>
  )
  return (
    <Actions>
      {act('filing', text.file)}
      {line.group === 'overdue' && line.delayReason === null ? act('delay', text.noteReason) : null}
      {view.holds ? (
        <form method="post" action={linePath(view, line, 'hold')}>
          {line.holder === null ? <Button>{text.take}</Button> : <LetGo words={text.giveUp} />}
        </form>
      ) : null}
      <GiveTo view={view} line={line} />
    </Actions>
  )
}

/** Whoever answers for it may not work at the desk: a name is enough. */
function GiveTo({ view, line }: LineProps) {
  const text = ruleTexts[view.locale]
  return (
    <details class="give-to">
      <summary>{text.giveTo}</summary>
      <form method="post" action={linePath(view, line, 'hold')}>
        <label class="field">
          {text.giveToWhom}
          <input name="to" required maxlength={120} />
        </label>
        <Button small name="act" value="give">
          {text.give}
        </Button>
      </form>
    </details>
  )
}

function LetGo({ words }: { words: string }) {
  return (
    <Button link name="act" value="let_go">
      {words}
    </Button>
  )
}
