import type { Child } from 'hono/jsx'
import { formatInteger, formatShare, type Locale } from '../../platform/i18n.ts'
import { componentTexts } from './texts.ts'

interface ProgressProps {
  /** What runs: said to screen readers, and written above the bar unless `bare`. */
  readonly label: string
  readonly done: number
  /** Null while the total is not known yet: the bar is empty and the text says what is done. */
  readonly total: number | null
  readonly unit?: string | undefined
  /** Rate, time left, end instant, already in words. */
  readonly note?: Child
  readonly bare?: boolean
  readonly locale: Locale
}

/** A 10 px bar and always its text. Server rendered: without scripts a reload renews it. */
export function Progress({ label, done, total, unit, note, bare, locale }: ProgressProps) {
  const share = total ? Math.min(1, done / total) : 0
  return (
    <div class="progress">
      {bare ? null : <p class="progress-label">{label}</p>}
      <svg
        width="100%"
        height="10"
        role="img"
        aria-label={`${label}${locale === 'fr' ? '\u00a0' : ''}: ${words({ done, total, unit, locale })}`}
      >
        <rect class="fill-empty" width="100%" height="10" />
        <rect class="fill-ink" width={`${(share * 100).toFixed(2)}%`} height="10" />
      </svg>
      <p class="progress-text">
        {words({ done, total, unit, locale })}
        {note ? <> · {note}</> : null}
      </p>
    </div>
  )
}

function words({
  done,
  total,
  unit,
  locale,
}: Pick<ProgressProps, 'done' | 'total' | 'unit' | 'locale'>): string {
  const figure = formatInteger(done, locale)
  const measured = unit ? ` ${unit}` : ''
  if (total === null || total === 0) return `${figure}${measured}`
  const share = formatShare(done, total, locale, 0)
  return `${componentTexts[locale].of(figure, formatInteger(total, locale))}${measured}, ${share}`
}
