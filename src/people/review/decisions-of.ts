import type { Tx } from '../../platform/database.ts'
import { type Estimate, estimate } from './estimate.ts'
import type { ReviewDecision } from './model.ts'
import { countAtStake, countQueue, type InForce, readSample, settledRows } from './store.ts'

/**
 * The decisions of a run that are in force, by row: someone's last word, which a second reader confirmed where one is
 * required. « Neither » sets aside the members that the reader saw; a row that may be others too stays ambiguous.
 */
export async function decisionsOf(tx: Tx, runId: string): Promise<readonly ReviewDecision[]> {
  return (await settledRows(tx, runId)).flatMap(decisionsOfRow)
}

function decisionsOfRow(row: InForce): ReviewDecision[] {
  const { exposedRow, word, memberId, stratum, engineMember, shown } = row
  const decided = (decision: ReviewDecision['decision']) => (member: string) =>
    ({ exposedRow, memberId: member, decision, settled: true }) as const
  if (word === 'same') return memberId === null ? [] : [decided('same')(memberId)]
  if (stratum === 'ambiguous') return shown.map(decided('different'))
  return stratum === 'matched' && engineMember !== null ? [decided('different')(engineMember)] : []
}

export interface ReviewFigures {
  /** Rows of the queue that still wait for a reader; those without a candidate, which no reader can decide, too. */
  readonly toReview: number
  readonly reviewed: number
  /** Of those to review, read once and waiting for a second reader. */
  readonly awaitingSecond: number
  /** Persons whose class depends on a row that is not settled. */
  readonly peopleAtStake: number
  /** From the blind sample; null before anything is read. */
  readonly estimate: Estimate | null
}

export async function reviewFigures(tx: Tx, runId: string): Promise<ReviewFigures> {
  const counts = await countQueue(tx, runId, 'queue')
  return {
    toReview: counts.total - counts.settled,
    reviewed: counts.settled,
    awaitingSecond: counts.awaitingSecond,
    peopleAtStake: await countAtStake(tx, runId),
    estimate: await estimateOf(tx, runId),
  }
}

/** How right the match is, from what was read of the blind sample. */
export async function estimateOf(tx: Tx, runId: string): Promise<Estimate | null> {
  const read = await readSample(tx, runId)
  return estimate(read.get('matched'), read.get('not_ours'))
}
