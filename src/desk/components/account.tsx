import type { Child } from 'hono/jsx'
import { formatInteger, formatShare, type Locale } from '../../platform/i18n.ts'
import { FigureLink } from './figure-link.tsx'
import { Status } from './status.tsx'
import { componentTexts } from './texts.ts'

/** Fill of the swatch, the same as the segment it names in a strip. */
export type Swatch = 'ink' | 'grey' | 'pale' | 'hatch' | 'held' | 'impossible' | 'empty'

export interface AccountRow {
  readonly label: Child
  readonly value?: number
  readonly href?: string | undefined
  readonly swatch?: Swatch
  /** Draws the icon and colour of what needs a person. */
  readonly kind?: 'held' | 'impossible'
  /** No share is written beside a sub-row, nor where `share` is false. */
  readonly share?: boolean
  readonly rows?: readonly AccountRow[]
  /** An ink rule above: a second division of the same total begins. */
  readonly apart?: boolean
}

/** The sum of an account, written out and proved: `left` is what the page found by adding, `right` what it must be. */
export interface AccountCheck {
  readonly left: number
  readonly right: number
  readonly sentence: Child
  /** Rows that explain a difference. */
  readonly href?: string | undefined
}

interface AccountProps {
  readonly title: string
  readonly total: number
  readonly href?: string | undefined
  readonly rows: readonly AccountRow[]
  readonly check: AccountCheck
  readonly locale: Locale
}

/** Three of them stand side by side under a corridor strip. Ends with its own proof: « ✓ Juste » or « Écart de 3 ». */
export function Account({ title, total, href, rows, check, locale }: AccountProps) {
  return (
    <div class="account">
      <table>
        <caption>
          <div>
            <h3>{title}</h3>
            <FigureLink value={total} href={href} locale={locale} />
          </div>
        </caption>
        <tbody>
          {rows.map((row) => (
            <FunnelRow row={row} whole={total} locale={locale} />
          ))}
        </tbody>
      </table>
      <p class="check">
        <span class="sum">{check.sentence}</span> <Proof check={check} locale={locale} />
      </p>
    </div>
  )
}

function FunnelRow({
  row,
  whole,
  locale,
  sub = false,
}: {
  row: AccountRow
  whole: number
  locale: Locale
  sub?: boolean
}) {
  const share = row.value !== undefined && row.share !== false && !sub
  return (
    <>
      <tr class={sub ? 'sub' : row.apart ? 'main apart' : 'main'}>
        <th scope="row" class={row.swatch ? 'swatched' : undefined}>
          {row.swatch ? <SwatchMark fill={row.swatch} /> : null}
          {row.kind && row.value ? <Status kind={row.kind}>{row.label}</Status> : row.label}
        </th>
        <td class="right">
          {row.value === undefined ? null : <FigureLink value={row.value} href={row.href} locale={locale} />}
        </td>
        <td class="right share">{share ? formatShare(row.value ?? 0, whole, locale) : null}</td>
      </tr>
      {row.rows?.map((part) => (
        <FunnelRow row={part} whole={whole} locale={locale} sub />
      ))}
    </>
  )
}

function SwatchMark({ fill }: { fill: Swatch }) {
  return (
    <svg class="swatch" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <rect x="0.5" y="0.5" width="11" height="11" class={`fill-${fill}`} />
      {fill === 'hatch' ? (
        <path class="hatch-lines" d="M0 4 4 0M0 8 8 0M0 12 12 0M4 12l8-8M8 12l4-4" />
      ) : null}
    </svg>
  )
}

/** « ✓ Juste », or the gap in late colour with a link to the rows. The page shows it; the run itself stops on it. */
export function Proof({
  check,
  locale,
}: {
  check: Pick<AccountCheck, 'left' | 'right' | 'href'>
  locale: Locale
}) {
  const gap = check.right - check.left
  const text = componentTexts[locale]
  if (gap === 0) return <Status kind="done">{text.right}</Status>
  const words = text.gap(formatInteger(gap, locale))
  return <Status kind="late">{check.href ? <a href={check.href}>{words}</a> : words}</Status>
}
