import type { EnteredInstant } from './entered-instant.ts'

/**
 * Duties whose report may be sent again, and whose next period runs from the last one: the final report of DORA is due one month
 * after « the latest updated intermediate report » (Delegated Regulation (EU) 2025/301, art. 5(1)(c)).
 */
const RENEWED: readonly string[] = ['dora_intermediate']

/**
 * Of the filings of one duty that stand, the one that did it: the first, so that a second one sent later puts off nothing that
 * runs from it.
 */
export function doingFiling(
  ruleId: string,
  filings: readonly [EnteredInstant, ...EnteredInstant[]],
): EnteredInstant {
  const sign = RENEWED.includes(ruleId) ? -1 : 1
  return filings.reduce((one, other) =>
    (other.at.epochMilliseconds - one.at.epochMilliseconds) * sign < 0 ? other : one,
  )
}
