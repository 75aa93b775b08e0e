/** A share read on a sample, with its bounds: never shown without its two numbers. */
export interface Proportion {
  readonly right: number
  /** Rows read and decided. */
  readonly decided: number
  /** Rows that a reader could not decide: against us in the low bound, for us in the high one. */
  readonly undecided: number
  readonly drawn: number
  /** Shares between 0 and 1. */
  readonly value: number
  readonly low: number
  readonly high: number
}

export interface Estimate {
  /** Of the rows matched, those that are of that person. Null while none is read. */
  readonly precision: Proportion | null
  /** Of the rows of our scope set aside, those that are of nobody of ours. */
  readonly setAside: Proportion | null
  /** Of the rows that are of our people, those found: from both samples and the sizes of their strata. */
  readonly recall: { readonly value: number; readonly low: number; readonly high: number } | null
}

export interface StratumRead {
  readonly rows: number
  readonly drawn: number
  readonly right: number
  readonly wrong: number
  readonly undecided: number
}

/** Quantile of the normal law for 95 % between the bounds, and for 97.5 % when two intervals must hold together. */
const Z_95 = 1.959964
const Z_975 = 2.241403

/**
 * Bounds of a proportion, E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22
 * (1927). They stay within 0 and 1 and say something even when every row read was right.
 */
export function wilson(right: number, read: number, z = Z_95): { low: number; high: number } {
  if (read === 0) return { low: 0, high: 1 }
  const share = right / read
  const z2 = (z * z) / read
  const centre = share + z2 / 2
  const spread = z * Math.sqrt((share * (1 - share)) / read + z2 / (4 * read))
  const low = right === 0 ? 0 : Math.max(0, (centre - spread) / (1 + z2))
  const high = right === read ? 1 : Math.min(1, (centre + spread) / (1 + z2))
  return { low, high }
}

/** What the blind sample tells so far; null where nothing is read: nothing is claimed before. */
export function estimate(
  matched: StratumRead | undefined,
  notOurs: StratumRead | undefined,
): Estimate | null {
  const precision = matched ? proportion(matched) : null
  const setAside = notOurs ? proportion(notOurs) : null
  if (!precision && !setAside) return null
  return { precision, setAside, recall: recallOf(matched, notOurs) }
}

function proportion({ right, wrong, undecided, drawn }: StratumRead, z = Z_95): Proportion | null {
  const decided = right + wrong
  if (decided === 0) return null
  const low = wilson(right, decided + undecided, z).low
  const high = wilson(right + undecided, decided + undecided, z).high
  return { right, decided, undecided, drawn, value: right / decided, low, high }
}

/** Each of the two intervals is taken at 97.5 %, so that both hold together at least 95 times of 100 (Bonferroni). */
function recallOf(matched?: StratumRead, notOurs?: StratumRead): Estimate['recall'] {
  const precision = matched && proportion(matched, Z_975)
  const setAside = notOurs && proportion(notOurs, Z_975)
  if (!precision || !setAside) return null
  const share = (found: number, lost: number) => (found + lost === 0 ? 1 : found / (found + lost))
  const at = (right: number, aside: number) => share(matched.rows * right, notOurs.rows * (1 - aside))
  return {
    value: at(precision.value, setAside.value),
    low: at(precision.low, setAside.low),
    high: at(precision.high, setAside.high),
  }
}
