import type { Child } from 'hono/jsx'
import { Cell, Ledger, Row, tierWord } from '../../desk/index.ts'
import { formatDecimal, formatInteger, type Locale } from '../../platform/i18n.ts'
import { personTexts } from './person-texts.ts'
import type { ExposedRow } from './store-pages.ts'
import type { Texts } from './texts.ts'

/** What decided a row, in words: its rule, or the reason nothing did. */
function whyOf({ tier, reason }: ExposedRow, locale: Locale): string {
  if (tier) return tierWord(tier, locale)
  if (!reason) return ''
  const { reasons, contradictions } = personTexts[locale]
  return reasons[reason] ?? contradictions[reason] ?? reason
}

/** Exposed rows with what decided them; the rows page uses it too, with a link to the person. */
export function RowsTable<R extends ExposedRow>(props: {
  rows: readonly R[]
  text: Texts
  locale: Locale
  /** Page of a row, for those who may open it. */
  hrefOf?: (row: R) => string
  last?: { readonly label: string; readonly of: (row: R) => Child }
}) {
  const { text, locale, last } = props
  const { whyColumns: columns } = text
  const figure = (weight: number | null) => (weight === null ? '—' : formatDecimal(weight, locale, 1))
  return (
    <Ledger
      caption={text.rows}
      columns={[
        { label: columns.row },
        { label: columns.verdict },
        { label: columns.weight, align: 'right' },
        { label: columns.runnerUp, align: 'right' },
        ...(last ? [{ label: last.label }] : []),
      ]}
    >
      {props.rows.map((row) => (
        <Row>
          <Cell head>
            {props.hrefOf ? (
              <a href={props.hrefOf(row)}>{formatInteger(row.exposedRow, locale)}</a>
            ) : (
              formatInteger(row.exposedRow, locale)
            )}
          </Cell>
          <Cell label={columns.verdict} second={whyOf(row, locale)}>
            {text.verdicts[row.verdict as keyof Texts['verdicts']] ?? row.verdict}
          </Cell>
          <Cell align="right" label={columns.weight}>
            {figure(row.weight)}
          </Cell>
          <Cell align="right" label={columns.runnerUp}>
            {figure(row.runnerUpWeight)}
          </Cell>
          {last ? <Cell label={last.label}>{last.of(row)}</Cell> : null}
        </Row>
      ))}
    </Ledger>
  )
}
