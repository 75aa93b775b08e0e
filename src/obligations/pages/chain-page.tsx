import { Cell, Lead, Ledger, Pager, Row, Section } from '../../desk/index.ts'
import { Temporal } from '../../platform/clock.ts'
import { formatDuration, formatInteger, type Locale } from '../../platform/i18n.ts'
import type { Board, BoardOthers } from '../model.ts'
import { chainTexts } from './chain-texts.ts'
import { deadlineTexts } from './deadline-texts.ts'
import { dueWithPlace } from './instant-with-place.ts'

interface ChainProps {
  readonly locale: Locale
  readonly path: (path: string) => string
  readonly now: Board['now']
  readonly others: BoardOthers
}

export function ChainLead({ locale, others: { total } }: Pick<ChainProps, 'locale' | 'others'>) {
  const text = chainTexts[locale]
  return <Lead sentences={[text.lead(formatInteger(total, locale), total)]} note={text.note} />
}

/** The other organisations of the chain by page, those with something due first; each opens its own board. */
export function ChainTable({ locale, path, now, others }: ChainProps) {
  const text = chainTexts[locale]
  const [, next = '', due = '', depends = ''] = text.columns
  const n = (value: number) => formatInteger(value, locale)
  const after = others.offset + others.organisations.length
  if (others.total === 0) return null
  return (
    <Section title={text.section}>
      <Ledger
        columns={text.columns.map((label, index) => ({
          label,
          ...(index > 1 && { align: 'right' as const }),
        }))}
      >
        {others.organisations.map((one) => (
          <Row>
            <Cell head>
              <a href={path(`clocks?organisation=${encodeURIComponent(one.key)}`)}>{one.name}</a>
            </Cell>
            <Cell label={next} second={one.nextDue ? dueWithPlace(one.nextDue, locale) : undefined}>
              {one.nextDue ? whenWords(one.nextDue, now, locale) : text.unknownDue}
            </Cell>
            <Cell align="right" label={due}>
              {n(one.required)}
            </Cell>
            <Cell align="right" label={depends}>
              {n(one.depends)}
            </Cell>
          </Row>
        ))}
      </Ledger>
      <Pager
        locale={locale}
        firstLabel={text.first}
        nextLabel={text.next}
        first={others.offset > 0 ? path('clocks/chain') : undefined}
        next={after < others.total ? path(`clocks/chain?from=${after}`) : undefined}
      />
    </Section>
  )
}

function whenWords(at: Temporal.Instant, now: Temporal.Instant, locale: Locale) {
  const text = deadlineTexts[locale]
  if (Temporal.Instant.compare(at, now) >= 0) return text.within(formatDuration(now.until(at), locale))
  return <b class="late-text">{text.late(formatDuration(at.until(now), locale))}</b>
}
