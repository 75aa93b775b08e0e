import type { Child } from 'hono/jsx'
import { formatInteger, type Locale } from '../platform/i18n.ts'
import { FigureLink } from './components/figure-link.tsx'
import { Lead } from './components/lead.tsx'
import { homeDueTexts } from './home-due-texts.ts'
import { failedSteps, type HomeFigures, type OutcomeFigures, stageOf, sum, toldOf } from './home-figures.ts'
import type { HomeLinks } from './home-links.ts'
import { homeTexts } from './home-texts.ts'
import { stepTexts } from './step-texts.ts'

export interface HomeProps {
  readonly figures: HomeFigures
  readonly links: HomeLinks
  readonly locale: Locale
  /** False for those whom the review would refuse: they read the words without the link. */
  readonly mayReview?: boolean
  /** False for those who could not take a deadline: they get the link to its page. */
  readonly mayHold?: boolean
}

/** The sentences that are true without the rest of the page, and what waits for a person. */
export function HomeLead(props: HomeProps) {
  return <Lead sentences={sentencesOf(props)} note={<Needs {...props} />} />
}

/** An overdue deadline comes before everything; one that presses comes after what is said of people. */
function sentencesOf(props: HomeProps): Child[] {
  const { due } = props.figures
  const sentence = due?.sentence ? [<a href={props.links.page('clocks')}>{due.sentence}</a>] : []
  const ofPeople = sentencesOfPeople(props)
  return due && due.overdue > 0 ? [...sentence, ...ofPeople] : [...ofPeople, ...sentence]
}

function sentencesOfPeople(props: HomeProps): Child[] {
  const { lead } = homeTexts[props.locale]
  const { lists, outcomes } = props.figures
  const stage = stageOf(props.figures)
  if (stage === 'no_list') return [lead.noList, lead.noListNext]
  if (stage === 'reading') return [lead.reading, lead.readingNext]
  if (stage === 'no_campaign' || !outcomes)
    return [concernedSentence(props, lists?.persons.concerned ?? 0), lead.noCampaign]
  return [toldSentence(props, outcomes), secondSentence(props, outcomes)]
}

function concernedSentence({ links, locale }: HomeProps, concerned: number) {
  return (
    <>
      <FigureLink value={concerned} href={links.people({ class: 'concerned' })} locale={locale} />
      {homeTexts[locale].lead.concernedOnly(concerned)}
    </>
  )
}

function toldSentence({ links, locale }: HomeProps, outcomes: OutcomeFigures) {
  const told = toldOf(outcomes)
  return (
    <>
      <FigureLink value={told} href={links.outcome('told')} locale={locale} />
      {homeTexts[locale].lead.toldBefore(told)}
      <FigureLink value={outcomes.concerned} href={links.people({ class: 'concerned' })} locale={locale} />.
    </>
  )
}

/** The gravest first: an account that is wrong, then what stops, then what runs, then the end. */
function secondSentence(props: HomeProps, outcomes: OutcomeFigures): Child {
  const { lead } = homeTexts[props.locale]
  const stage = stageOf(props.figures)
  const counted = (value: number, outcome: string, words: (count: number) => string) => (
    <>
      <FigureLink value={value} href={props.links.outcome(outcome)} locale={props.locale} />
      {words(value)}
    </>
  )
  if (outcomes.lost > 0) return counted(outcomes.lost, 'lost', lead.lost)
  if (outcomes.told_twice > 0) return counted(outcomes.told_twice, 'told_twice', lead.twice)
  if (stage === 'to_release') return lead.toRelease
  if (stage === 'to_send') return lead.toSend
  if (stage === 'paused') return lead.pausedBy[props.figures.campaign?.pauseReason ?? ''] ?? lead.paused
  if (outcomes.in_progress > 0) return counted(outcomes.in_progress, 'in_progress', lead.inProgress)
  const cannot = sum(outcomes.cannot_be_told)
  return cannot > 0 ? counted(cannot, 'cannot_be_told', lead.cannot) : lead.finished
}

/** What needs a person, each a link; a sentence says so when nothing does. */
function Needs(props: HomeProps) {
  const { needs } = homeTexts[props.locale]
  const next = nextStep(props)
  const waiting = waitingOf(props)
  const held = heldOf(props)
  const untaken = props.figures.due?.lines.find(({ tone, holder }) => tone === 'late' && holder === null)
  return (
    <>
      {untaken ? (
        <span class="sentence">
          <a href={props.links.page(untaken.path)}>{untaken.title}</a>
          {homeDueTexts[props.locale].untaken}
        </span>
      ) : null}
      {next ? <span class="sentence">{next}</span> : null}
      {waiting.length > 0 ? <span class="sentence">{joined(waiting)}.</span> : null}
      {held > 0 ? (
        <span class="sentence">
          <a href={props.links.people({ class: 'cannot_be_excluded' })}>{needs.doubtful(held)}</a>
          {needs.doubtfulWait(held)}
          {props.mayReview === false ? (
            needs.reviewRows(held)
          ) : (
            <a href={props.links.page('review')}>{needs.reviewRows(held)}</a>
          )}
          {needs.doubtfulNext}
          <a href={props.links.page('sending#cannot_be_excluded')}>{needs.doubtfulMessage(held)}</a>.
        </span>
      ) : null}
      {!untaken && !next && waiting.length === 0 && held === 0 ? quietWords(props) : null}
    </>
  )
}

/** Those of whom one cannot tell, until their own campaign is prepared: afterwards it is in hand like the other. */
function heldOf({ figures }: HomeProps): number {
  return figures.outcomes?.cohorts?.cannot_be_excluded.waiting ?? figures.lists?.persons.heldForReview ?? 0
}

function quietWords({ figures, locale }: HomeProps): string {
  const { needs } = homeTexts[locale]
  return stageOf(figures) === 'reading' ? needs.goesOn : needs.nothing
}

function nextStep({ figures, links, locale }: HomeProps): Child | undefined {
  const { needs } = homeTexts[locale]
  const step = (path: string, words: string, after: string) => (
    <>
      <a href={links.page(path)}>{words}</a>
      {after}
    </>
  )
  const stage = stageOf(figures)
  if (stage === 'no_list') return step('lists/import', needs.importLists, needs.importAfter)
  if (stage === 'no_campaign') return step('sending', needs.prepare, needs.prepareAfter)
  if (stage === 'to_release') return step('sending', needs.release, '.')
  if (stage === 'to_send') return step('sending', needs.start, '.')
  if (stage === 'paused') return step('sending', needs.resume, '.')
  return undefined
}

function waitingOf({ figures, links, locale }: HomeProps): Child[] {
  const { needs } = homeTexts[locale]
  const { steps } = stepTexts[locale]
  const item = (count: number, href: string, words: (n: number) => string, after: (n: number) => Child) =>
    count > 0
      ? [
          <>
            <a href={href}>
              {formatInteger(count, locale)}
              {words(count)}
            </a>
            {after(count)}
          </>,
        ]
      : []
  const failed = failedSteps(figures).map(({ step, failure }) => (
    <>
      <a href={links.page(step === 'send' || step === 'letters' ? 'sending' : 'lists')}>
        {needs.failed(steps[step] ?? step)}
      </a>
      {needs.failedAfter(failure?.[locale] ?? '')}
    </>
  ))
  const protectedOnes = figures.outcomes?.cannot_be_told['protected_address'] ?? 0
  return [
    ...failed,
    ...item(unplannedOf(figures), links.page('sending#concerned'), needs.unplanned, needs.unplannedAfter),
    ...item(
      figures.outcomes?.corrections_due ?? 0,
      links.outcome('correction_due'),
      needs.persons,
      needs.correctionAfter,
    ),
    ...item(figures.outcomes?.unknown_held ?? 0, links.page('sending#held'), needs.held, needs.heldAfter),
    ...item(figures.campaign?.lettersToPost ?? 0, links.page('letters'), needs.letters, needs.lettersAfter),
    ...item(
      figures.lists?.exposed.byVerdict.ambiguous ?? 0,
      links.rows('ambiguous'),
      needs.ambiguous,
      needs.ambiguousAfter,
    ),
    ...item(protectedOnes, links.outcome('protected_address'), needs.decide, needs.heldAfter),
    ...(['letter_returned', 'unusable_address'] as const).flatMap((reason) =>
      item(figures.outcomes?.cannot_be_told[reason] ?? 0, links.outcome(reason), needs.persons, (count) => (
        <>
          {needs.noAddress[reason]}
          <a href={links.page('letters')}>{needs.mendAddress(count)}</a>
        </>
      )),
    ),
  ]
}

/** Before any campaign the next step says it already. */
function unplannedOf(figures: HomeFigures): number {
  return stageOf(figures) === 'no_campaign' ? 0 : (figures.outcomes?.unplanned ?? 0)
}

function joined(parts: readonly Child[]): Child[] {
  return parts.map((part, index) => (
    <>
      {index > 0 ? ', ' : ''}
      {part}
    </>
  ))
}
