import type { Locale } from '../../platform/i18n.ts'
import { componentTexts } from './texts.ts'

/** Keyset paging: each link carries the key of a row, so that nothing is skipped while the list grows. */
export function Pager(props: {
  first?: string | undefined
  previous?: string | undefined
  next?: string | undefined
  locale: Locale
  firstLabel?: string
  previousLabel?: string
  nextLabel?: string
}) {
  const text = componentTexts[props.locale]
  if (!props.first && !props.previous && !props.next) return null
  return (
    <nav class="pager" aria-label={text.pages}>
      {props.first ? <a href={props.first}>{props.firstLabel ?? text.newest}</a> : null}
      {props.previous ? (
        <a href={props.previous} rel="prev">
          {props.previousLabel ?? text.newer}
        </a>
      ) : null}
      {props.next ? (
        <a href={props.next} rel="next">
          {props.nextLabel ?? text.older}
        </a>
      ) : null}
    </nav>
  )
}
