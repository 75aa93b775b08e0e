import type { Temporal } from '../../platform/clock.ts'
import { formatInstant, type Locale } from '../../platform/i18n.ts'

type Form = 'long' | 'short' | 'time' | 'seconds'

/** An instant in the reader's words, machine-readable beside. Say the place once per table or line. */
export function Instant({
  at,
  locale,
  form = 'short',
}: {
  at: Temporal.Instant
  locale: Locale
  form?: Form
}) {
  return <time datetime={at.toString({ smallestUnit: 'second' })}>{formatInstant(at, locale, { form })}</time>
}
