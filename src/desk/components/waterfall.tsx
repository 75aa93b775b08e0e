import type { Child } from 'hono/jsx'
import { formatDecimal, type Locale } from '../../platform/i18n.ts'
import { componentTexts } from './texts.ts'

/** How the two sides of a field agree: sign and word, always both. */
export type Agreement = 'same' | 'close' | 'different' | 'absent'
const SIGNS: Record<Agreement, string> = { same: '=', close: '≈', different: '≠', absent: '–' }

export interface WaterfallRow {
  readonly label: Child
  readonly agreement: Agreement
  /** The word beside the sign, e.g. « identique ». */
  readonly word: string
  readonly note?: Child
  readonly weight: number
}

interface WaterfallProps {
  readonly caption: string
  /** Heads of the first two columns. */
  readonly heads: readonly [string, string]
  readonly rows: readonly WaterfallRow[]
  readonly threshold: number
  /** What the sum comes to, in words: « 12,6 au-dessus du seuil ». */
  readonly conclusion: string
  readonly locale: Locale
}

/** Weights of evidence as a sum that grows: one bar a field, from running sum to running sum, and the threshold. */
export function Waterfall({ caption, heads, rows, threshold, conclusion, locale }: WaterfallProps) {
  const text = componentTexts[locale]
  let sum = 0
  const sums = rows.map(({ weight }) => {
    sum += weight
    return sum
  })
  const scale = scaleOf([0, threshold, ...sums])
  const figure = (value: number) => formatDecimal(value, locale, 1)
  return (
    <table class="ledger rows waterfall">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
          <th scope="col" class="bars">
            <svg width="100%" height="100%" role="img" aria-label={text.threshold(figure(threshold))}>
              <text x={`${scale(threshold).toFixed(2)}%`} y="18">
                {text.threshold(figure(threshold))}
              </text>
            </svg>
          </th>
          <th scope="col" class="right">
            {text.weight}
          </th>
          <th scope="col" class="right">
            {text.sum}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr>
            <th scope="row">{row.label}</th>
            <td>
              <span class={`agreement ${row.agreement}`}>
                <span class="sign">{SIGNS[row.agreement]}</span> {row.word}
              </span>
              {row.note ? <span class="second">{row.note}</span> : null}
            </td>
            <td class="bars">
              <Bar
                from={scale(sums[index - 1] ?? 0)}
                to={scale(sums[index] ?? 0)}
                threshold={scale(threshold)}
                first={index === 0}
                last={index === rows.length - 1}
              />
            </td>
            <td class="right">
              <span class="cell-label">{text.weight} </span>
              {row.weight > 0 ? `+${figure(row.weight)}` : figure(row.weight)}
            </td>
            <td class="right">
              <span class="cell-label">{text.sum} </span>
              {figure(sums[index] ?? 0)}
            </td>
          </tr>
        ))}
        <tr class="total">
          <th scope="row">{text.total}</th>
          <td colspan={3}>{conclusion}</td>
          <td class="right">{figure(sums.at(-1) ?? 0)}</td>
        </tr>
      </tbody>
    </table>
  )
}

/** Drawn in per cent of the cell's width: the sheet forbids inline styles. The figures stand beside, so it is hidden. */
function Bar(props: { from: number; to: number; threshold: number; first: boolean; last: boolean }) {
  const { from, to, threshold, first, last } = props
  const percent = (value: number) => `${value.toFixed(2)}%`
  const width = Math.max(Math.abs(to - from), 0.6)
  return (
    <svg width="100%" height="100%" aria-hidden="true" focusable="false">
      <line class="threshold" x1={percent(threshold)} x2={percent(threshold)} y1="0" y2="100%" />
      {first ? null : <line class="connector" x1={percent(from)} x2={percent(from)} y1="0" y2="14" />}
      {last ? null : <line class="connector" x1={percent(to)} x2={percent(to)} y1="14" y2="100%" />}
      <rect
        class={to < from ? 'bar-less' : 'bar-more'}
        x={percent(Math.min(from, to))}
        width={percent(width)}
        y="14"
        height="10"
      />
    </svg>
  )
}

/** Sums to per cent of the width, with a little room at both ends. */
function scaleOf(values: readonly number[]): (value: number) => number {
  const low = Math.min(...values)
  const span = Math.max(...values) - low || 1
  return (value) => 2 + (95 * (value - low)) / span
}
