import { formatInteger, type Locale } from '../../platform/i18n.ts'

/** A count, linked to exactly the rows it counts. A zero is plain text: it opens nothing. */
export function FigureLink({
  value,
  href,
  locale,
}: {
  value: number
  href?: string | undefined
  locale: Locale
}) {
  const figure = formatInteger(value, locale)
  if (value === 0 || !href) return <span class="figure">{figure}</span>
  return (
    <a class="figure" href={href}>
      {figure}
    </a>
  )
}
