import type { Comparison } from './truth.ts'

/** A figure that a trial must reach: a gate fails the run, a target is told with what it falls short by. */
export interface Gate {
  readonly kind: 'gate' | 'target'
  readonly what: string
  readonly found: number
  readonly limit: number
  readonly holds: boolean
}

/**
 * Below a million the limits of the issue are less than one row: one is then the limit, and proves little.
 * @param comparisons as `compareWithTruth` gives them: the whole first, then the damages
 */
export function nationalGates([all, ...damages]: readonly Comparison[]): Gate[] {
  const matched = all!.matchedRight + all!.matchedWrong
  return [
    atMost('rows lost', all!.lost, 0),
    atMost('wrong matches', all!.matchedWrong, Math.max(1, Math.floor(matched / 1e6))),
    atMost('ours called not ours', all!.oursNotOurs, Math.max(1, Math.floor(all!.ours / 1e6))),
    atMost('ambiguous, share of rows', round((all!.oursAmbiguous + all!.othersAmbiguous) / all!.rows), 0.002),
    ...damages.filter(({ ours }) => ours >= 1000).flatMap(damageGates),
  ]
}

/**
 * A class of damage: nearly never decided wrongly, and the right verdict or put aside with a reason. What is ambiguous is
 * neither: where a date is missing, two of a household who bear the name cannot be told apart, and must not be.
 */
function damageGates({
  damage,
  ours,
  matchedRight,
  matchedWrong,
  oursNotOurs,
  oursUnreadable,
}: Comparison): Gate[] {
  const right = round((matchedRight + oursUnreadable) / ours)
  return [
    atMost(`${damage}, decided wrongly`, round((matchedWrong + oursNotOurs) / ours), 0.001),
    { ...atLeast(`${damage}, right or unreadable`, right, 0.999), kind: 'target' },
  ]
}

/** Half of the rows are strangers: none of them may be taken for one of ours. */
export function elsewhereGates([all]: readonly Comparison[]): Gate[] {
  return [
    atMost('rows lost', all!.lost, 0),
    atMost('wrong matches', all!.matchedWrong, 0),
    atMost('strangers ambiguous, share', round(all!.othersAmbiguous / (all!.rows - all!.ours)), 0.02),
    atLeast('ours found', round(all!.matchedRight / all!.ours), 0.95),
    atMost('ours called not ours, share', round(all!.oursNotOurs / all!.ours), 0.01),
  ]
}

function atMost(what: string, found: number, limit: number): Gate {
  return { kind: 'gate', what, found, limit, holds: found <= limit }
}

function atLeast(what: string, found: number, limit: number): Gate {
  return { kind: 'gate', what, found, limit, holds: found >= limit }
}

function round(share: number): number {
  return Math.round(share * 1e6) / 1e6
}

/** Names, a date and a postcode alone: much must be held for a person, nothing may be wrong. */
export function noIdentifierGates([all]: readonly Comparison[]): Gate[] {
  return [
    atMost('rows lost', all!.lost, 0),
    atMost('wrong matches', all!.matchedWrong, 0),
    atMost('ours called not ours, share', round(all!.oursNotOurs / all!.ours), 0.02),
  ]
}
