import { canonicalJson } from '../journal/index.ts'
import { type Clock, Temporal } from '../platform/clock.ts'
import type { Kept } from './model.ts'

/** Two clicks, or a page sent again: no person types a second line within this time. */
const SAME_CLICK = Temporal.Duration.from({ minutes: 1 })

/** Does a row that stands say all that was given? */
export function says<Given extends object>(
  row: { readonly [Name in keyof Given]: unknown },
  given: Given,
): boolean {
  return Object.entries(given).every(
    ([name, value]) => canonicalJson(row[name as keyof Given]) === canonicalJson(value),
  )
}

/** Was this row written by the same person a moment ago? The same line, said later, is another one: two equal bills exist. */
export function isSameClick(row: Pick<Kept, 'at' | 'by'>, clock: Clock, by: string): boolean {
  const since = clock.now().since(row.at)
  return row.by === by && since.sign >= 0 && Temporal.Duration.compare(since, SAME_CLICK) < 0
}
