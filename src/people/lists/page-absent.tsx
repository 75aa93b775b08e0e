import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { hasRole } from '../../access/index.ts'
import {
  Actions,
  Button,
  Columns,
  type DeskEnv,
  incidentPath,
  Lead,
  RadioGroup,
  renderPage,
  Section,
  TextField,
  Waterfall,
} from '../../desk/index.ts'
import { formatDecimal, formatInteger } from '../../platform/i18n.ts'
import { type AbsentTexts, absentTexts } from './absent-texts.ts'
import { MOTIVES, type Motive } from './look-up.ts'
import type { Funnel } from './model.ts'
import { waterfallRows } from './page-why.tsx'
import { personTexts } from './person-texts.ts'
import type { LosingRow, Sought } from './seek-absent.ts'
import { texts } from './texts.ts'

type Ctx = Context<DeskEnv>

/** What was typed comes back on the page, and nowhere else, with what is wrong beside its field. */
interface RefusedQuestion {
  readonly form?: Readonly<Record<string, unknown>>
  readonly whom?: string
  readonly motive?: string
}

/** The question: a whole number, or a name with a birth date; a motive in any case. */
export function renderSeek(c: Ctx, refused: RefusedQuestion = {}): Promise<Response> {
  const { form, whom, motive } = refused
  const typed = (name: string) => String(form?.[name] ?? '')
  const locale = c.get('locale')
  const words = absentTexts[locale]
  const text = texts[locale]
  return renderPage(c, {
    title: words.title,
    current: 'people',
    status: whom || motive ? 422 : 200,
    crumbs: crumbsOf(c),
    lead: <Lead sentences={[words.lead]} note={words.note} />,
    children: (
      <form method="post" action={incidentPath(c, 'people/absent')}>
        <TextField
          name="number"
          label={words.number}
          help={words.numberHelp}
          error={whom}
          value={typed('number')}
          maxlength={40}
          autocomplete="off"
        />
        <fieldset class="field">
          <legend>{words.or}</legend>
          <TextField
            name="surname"
            label={words.surname}
            value={typed('surname')}
            maxlength={80}
            autocomplete="off"
          />
          <TextField
            name="first_names"
            label={words.firstNames}
            value={typed('first_names')}
            maxlength={80}
            autocomplete="off"
          />
          <TextField name="birth" type="date" label={words.birth} value={typed('birth')} autocomplete="off" />
        </fieldset>
        <RadioGroup
          name="motive"
          label={text.motive}
          error={motive}
          value={typed('motive')}
          choices={MOTIVES.map((known) => ({ value: known, label: text.motives[known] }))}
        />
        <Actions>
          <Button primary>{words.ask}</Button>
        </Actions>
      </form>
    ),
  })
}

function crumbsOf(c: Ctx) {
  const locale = c.get('locale')
  return [
    { label: texts[locale].people, href: incidentPath(c, 'people') },
    { label: absentTexts[locale].title },
  ]
}

export interface AbsentPage {
  readonly figures: Funnel
  readonly answer: Sought
  readonly motive: Motive
  readonly seq: number
}

/** The answer. A call agent gets what can be said; the others its proof too, without anything of the exposed row. */
export function renderAnswer(c: Ctx, page: AbsentPage): Promise<Response> {
  const locale = c.get('locale')
  const words = absentTexts[locale]
  const { answer, figures } = page
  const version = figures.listVersion.number
  const traced = words.lookup(texts[locale].motives[page.motive], formatInteger(page.seq, locale))
  return renderPage(c, {
    title: words.title,
    current: 'people',
    crumbs: crumbsOf(c),
    lead: (
      <Lead
        sentences={sentencesOf(answer, version, words)}
        note={
          <>
            {answer.kind === 'not_on_list'
              ? `${words.inRegister(formatInteger(answer.memberRow, locale))} `
              : ''}
            {traced}
          </>
        }
      />
    ),
    children: (
      <>
        {bodyOf(c, page, words)}
        <p>
          <a href={incidentPath(c, 'people/absent')}>{words.again}</a>
        </p>
      </>
    ),
  })
}

/** Of more, only some were looked up: nothing is said of all. */
const NAMESAKES_COUNTED = 5

function sentencesOf(answer: Sought, version: number, words: AbsentTexts): readonly string[] {
  if (answer.kind === 'no_index') return words.noIndex(version)
  if (answer.kind === 'not_in_register') return words.notInRegister(version)
  if (answer.kind === 'several' && answer.count > NAMESAKES_COUNTED) return words.tooMany
  if (answer.kind === 'several') return words.several(answer.count, answer.listed, version)
  if (answer.kind === 'not_on_list') return words.notOnList(version)
  return answer.doubt ? words.inDoubt(version) : words.onList(version)
}

function bodyOf(c: Ctx, page: AbsentPage, words: AbsentTexts): Child {
  const { answer } = page
  if (answer.kind === 'not_in_register') return <p>{words.notInRegisterNote}</p>
  if (answer.kind === 'several') return <p>{words.severalNote}</p>
  if (answer.kind === 'on_list' && answer.personId !== null)
    return (
      <p>
        <a href={incidentPath(c, `people/${answer.personId}`)}>{words.openIt}</a>
      </p>
    )
  return answer.kind === 'not_on_list' ? <Proof c={c} page={page} answer={answer} words={words} /> : null
}

function Proof(props: {
  c: Ctx
  page: AbsentPage
  answer: Extract<Sought, { kind: 'not_on_list' }>
  words: AbsentTexts
}) {
  const { c, page, answer, words } = props
  const locale = c.get('locale')
  const { exposed, listVersion } = page.figures
  const n = (value: number) => formatInteger(value, locale)
  const versions = answer.versions.map((number) => `v${number}`).join(', ')
  return (
    <Columns kind="7-5">
      <Section title={words.proof}>
        <p>{words.compared(n(exposed.records))}</p>
        <Nearest c={c} nearest={answer.nearest} words={words} />
      </Section>
      <div>
        <Section title={words.since}>
          <p>{versions ? words.was(versions, listVersion.number) : words.never(listVersion.number)}</p>
        </Section>
        <Section title={words.notProof}>
          <ul>
            {words.limits(n(exposed.byVerdict.unreadable), n(exposed.byVerdict.ambiguous)).map((limit) => (
              <li>{limit}</li>
            ))}
          </ul>
        </Section>
        <Section title={words.say}>
          <p>{words.sentence(listVersion.number)}</p>
        </Section>
      </div>
    </Columns>
  )
}

function Nearest({ c, nearest, words }: { c: Ctx; nearest: LosingRow | undefined; words: AbsentTexts }) {
  const locale = c.get('locale')
  if (!nearest) return <p>{words.nothingNear}</p>
  if (!hasRole(c.get('viewer'), 'lead', 'dpo', 'reviewer', 'auditor')) return <p>{words.nearestShort}</p>
  const person = personTexts[locale]
  const { row, candidate } = nearest
  const verdict = texts[locale].verdicts[row.verdict as keyof (typeof texts)['fr']['verdicts']] ?? row.verdict
  const gap = candidate.weight - row.thresholds.upper
  const figure = formatDecimal(Math.abs(gap), locale, 1)
  const { contradiction } = candidate
  return (
    <>
      <p>
        {words.nearest(formatInteger(row.exposedRow, locale), verdict)}{' '}
        <a href={incidentPath(c, `lists/rows/${row.exposedRow}`)}>{person.seeRow}</a>
      </p>
      <Waterfall
        caption={person.caption}
        heads={person.heads}
        rows={waterfallRows(candidate, undefined, locale)}
        threshold={row.thresholds.upper}
        conclusion={gap >= 0 ? person.above(figure) : person.below(figure)}
        locale={locale}
      />
      <p class="help">
        {contradiction ? (person.contradictions[contradiction] ?? contradiction) : person.noContradiction}
      </p>
    </>
  )
}
