import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import {
  Cell,
  Columns,
  DescriptionList,
  type DeskEnv,
  Instant,
  incidentPath,
  Ledger,
  Row,
  Section,
  Status,
} from '../../desk/index.ts'
import { formatDecimal, formatInteger, type Locale } from '../../platform/i18n.ts'
import type { Estimate, Proportion } from './estimate.ts'
import type { OwnDecision } from './store-reading.ts'
import { reviewTexts } from './texts.ts'

export interface AsideFigures {
  readonly latest: readonly OwnDecision[]
  readonly own: number
  readonly estimate: Estimate | null
  readonly drawn: number
}

/** The reader's own last decisions, never another's; and how right the match is, with its two numbers. */
export function ReviewAsides({ c, figures }: { c: Context<DeskEnv>; figures: AsideFigures }) {
  return (
    <Columns kind="7-5">
      <LastDecisions c={c} figures={figures} />
      <Accuracy figures={figures} locale={c.get('locale')} />
    </Columns>
  )
}

export function LastDecisions({ c, figures }: { c: Context<DeskEnv>; figures: AsideFigures }) {
  const locale = c.get('locale')
  const text = reviewTexts[locale]
  const all = text.allDecisions(formatInteger(figures.own, locale))
  return (
    <Section
      title={text.lastDecisions}
      aside={figures.own > 0 ? <a href={incidentPath(c, 'review/decisions')}>{all}</a> : undefined}
    >
      <Decisions c={c} decisions={figures.latest} />
    </Section>
  )
}

export function Accuracy({ figures, locale }: { figures: AsideFigures; locale: Locale }) {
  return (
    <Section title={reviewTexts[locale].accuracy}>
      <EstimateList {...figures} locale={locale} />
    </Section>
  )
}

export function Decisions({ c, decisions }: { c: Context<DeskEnv>; decisions: readonly OwnDecision[] }) {
  const locale = c.get('locale')
  const text = reviewTexts[locale]
  if (decisions.length === 0) return <p>{text.noDecision}</p>
  const { row, decision, gap, state, when } = text.columns
  return (
    <div class="own-decisions">
      <Ledger
        caption={text.lastDecisions}
        columns={[
          { label: row },
          { label: decision },
          { label: gap },
          { label: state },
          { label: when, align: 'right' },
        ]}
      >
        {decisions.map((own) => (
          <Row>
            <Cell>
              <a href={incidentPath(c, `review/rows/${own.exposedRow}`)}>
                {formatInteger(own.exposedRow, locale)}
              </a>
            </Cell>
            <Cell second={own.note ?? undefined}>
              <WordSaid own={own} locale={locale} />
            </Cell>
            <Cell>{gapWords(own, locale)}</Cell>
            <Cell>{own.state === 'settled' ? text.inForce : text.waits}</Cell>
            <Cell align="right">
              <Instant at={own.at} locale={locale} form="time" />
            </Cell>
          </Row>
        ))}
      </Ledger>
    </div>
  )
}

export function WordSaid({ own, locale }: { own: OwnDecision; locale: Locale }): Child {
  const text = reviewTexts[locale]
  if (own.word === 'pass') return <Status kind="depends">{text.words.pass}</Status>
  if (own.word === 'neither') return <Status kind="not_required">{text.words.neither}</Status>
  const place = own.memberIds.indexOf(own.memberId ?? '')
  const words = own.memberIds.length > 1 ? text.sameAs(text.letters[place] ?? '') : text.words.same
  return <Status kind="done">{words}</Status>
}

function gapWords({ queue, weights }: OwnDecision, locale: Locale): string {
  const text = reviewTexts[locale]
  if (queue === 'sample') return text.inBlind
  const [first, second] = weights
  if (first === null || first === undefined || second === null || second === undefined) return text.noGap
  return formatDecimal(first - second, locale, 1)
}

export function EstimateList({
  estimate,
  drawn,
  locale,
}: Pick<AsideFigures, 'estimate' | 'drawn'> & { locale: Locale }) {
  const text = reviewTexts[locale]
  if (drawn === 0) return <p>{text.noSample}</p>
  if (!estimate) return <p>{text.nothingRead}</p>
  const { precision, setAside, recall } = estimate
  const read = (precision?.decided ?? 0) + (setAside?.decided ?? 0)
  const basis = text.basisText(text.readOf(formatInteger(read, locale), formatInteger(drawn, locale)))
  return (
    <DescriptionList
      items={[
        ...proportionItem(text.precision, precision, locale),
        ...proportionItem(text.setAside, setAside, locale),
        ...(recall ? [{ term: text.recall, value: bounded(recall, locale) }] : []),
        { term: text.basis, value: basis },
      ]}
    />
  )
}

function proportionItem(term: string, found: Proportion | null, locale: Locale) {
  if (!found) return []
  const text = reviewTexts[locale]
  const figure = (value: number) => formatInteger(value, locale)
  const { right, decided, undecided } = found
  const numbers = text.rightOf(right, figure(right), figure(decided))
  const unsure = undecided > 0 ? text.undecided(undecided, figure(undecided)) : ''
  return [{ term, value: bounded(found, locale), second: `${numbers}${unsure}` }]
}

function bounded({ value, low, high }: { value: number; low: number; high: number }, locale: Locale): Child {
  const text = reviewTexts[locale]
  const digits = (share: number) => formatDecimal(100 * share, locale, share === 1 || share === 0 ? 0 : 2)
  return (
    <>
      <b>
        {digits(value)}
        {locale === 'fr' ? '\u202f%' : '%'}
      </b>{' '}
      {text.between(digits(low), digits(high))}
    </>
  )
}
