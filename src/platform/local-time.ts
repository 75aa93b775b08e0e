import type { Temporal } from './clock.ts'

/**
 * The instants that bear a local time in a zone, the earlier first: one, two where the clocks go back over it, none where they
 * skip it.
 */
export function instantsOf(local: Temporal.PlainDateTime, zone: string): readonly Temporal.ZonedDateTime[] {
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = local.toZonedDateTime(zone, { disambiguation: 'later' })
  if (earlier.equals(later)) return [earlier]
  return earlier.toPlainDateTime().equals(local) ? [earlier, later] : []
}
