import { formatInteger, formatShare } from '../platform/i18n.ts'
import { CorridorStrip, type Segment } from './components/corridor-strip.tsx'
import { Section } from './components/section.tsx'
import { ExposedAccount, OutcomesAccount, PersonsAccount } from './home-accounts.tsx'
import { type ListFigures, type OutcomeFigures, sum, toldOf } from './home-figures.ts'
import type { HomeProps } from './home-lead.tsx'
import { homeTexts } from './home-texts.ts'

/** From the exposed list to each person: the strip, and under it the three accounts that prove it. */
export function HomeCorridor(props: HomeProps) {
  const text = homeTexts[props.locale]
  const { lists, outcomes } = props.figures
  if (!lists) {
    return (
      <Section title={text.corridor}>
        <p>{text.noCorridor}</p>
      </Section>
    )
  }
  const members = formatInteger(lists.register.records, props.locale)
  return (
    <Section title={text.corridor} aside={text.listAside(lists.listVersion.number, members)}>
      <CorridorStrip
        exposed={exposedSegments(lists)}
        people={peopleSegments(lists, outcomes)}
        sentence={sentenceOf(props, lists, outcomes)}
        above={wordsAbove(props, lists)}
        below={wordsBelow(props, lists, outcomes)}
      />
      <div class="accounts">
        <ExposedAccount {...props} lists={lists} />
        <PersonsAccount {...props} lists={lists} />
        {outcomes ? <OutcomesAccount {...props} outcomes={outcomes} /> : null}
      </div>
    </Section>
  )
}

function exposedSegments({ exposed }: ListFigures): Segment[] {
  return [
    { value: exposed.byVerdict.matched, fill: 'ink' },
    { value: exposed.byVerdict.ambiguous, fill: 'held' },
    { value: exposed.byVerdict.unreadable, fill: 'impossible' },
    { value: exposed.byVerdict.not_ours, fill: 'empty' },
  ]
}

function peopleSegments(lists: ListFigures, outcomes: OutcomeFigures | undefined): Segment[] {
  if (!outcomes) return [{ value: lists.persons.concerned, fill: 'empty' }]
  return [
    { value: outcomes.told.email, fill: 'ink' },
    { value: outcomes.told.letter, fill: 'grey' },
    { value: outcomes.in_progress, fill: 'hatch' },
    { value: outcomes.unknown_held, fill: 'held' },
    { value: sum(outcomes.cannot_be_told) + outcomes.lost, fill: 'impossible' },
  ]
}

function wordsAbove({ locale }: HomeProps, { exposed }: ListFigures): string[] {
  const text = homeTexts[locale]
  return [
    text.exposedRows(formatInteger(exposed.records, locale)),
    text.notOursShare(formatShare(exposed.byVerdict.not_ours, exposed.records, locale)),
  ]
}

function wordsBelow(
  { locale }: HomeProps,
  lists: ListFigures,
  outcomes: OutcomeFigures | undefined,
): string[] {
  const text = homeTexts[locale]
  const people = text.concernedPeople(formatInteger(lists.persons.concerned, locale))
  if (!outcomes || outcomes.concerned === 0) return [people]
  const told = text.toldShare(formatShare(toldOf(outcomes), outcomes.concerned, locale, 1))
  if (outcomes.in_progress === 0) return [people, told]
  return [people, told, text.progressShare(formatShare(outcomes.in_progress, outcomes.concerned, locale, 1))]
}

function sentenceOf({ locale }: HomeProps, lists: ListFigures, outcomes: OutcomeFigures | undefined): string {
  const figure = (value: number) => formatInteger(value, locale)
  return homeTexts[locale].sentence({
    rows: figure(lists.exposed.records),
    matched: figure(lists.exposed.byVerdict.matched),
    people: figure(lists.persons.concerned),
    told: figure(outcomes ? toldOf(outcomes) : 0),
    progress: figure(outcomes?.in_progress ?? 0),
    held: figure(outcomes?.unknown_held ?? 0),
    cannot: figure(outcomes ? sum(outcomes.cannot_be_told) : 0),
  })
}
