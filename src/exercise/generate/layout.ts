import type { Rates } from './damage.ts'
import { below, draw, keyOf, permutation } from './draw.ts'

/**
 * Who stands on which row of the exposed list, in constant memory. Before shuffling, the records lie in five runs:
 * own people, duplicates of them, homonyms of own people, people of other insurers, duplicates of those.
 */
export interface ExposedRecord {
  kind: 'own' | 'other' | 'homonym'
  duplicate: boolean
  /** Index in the own population, or in the others' population. */
  index: number
  /** For a homonym: the own person whose name and birth date it has. */
  lookalike: number
}

export interface Layout {
  readonly ownRows: number
  readonly homonymRows: number
  /** Distinct people of other insurers, homonyms included. */
  readonly others: number
  /** The record of a 0-based row; the same object is filled again at each call. */
  at(row: number): ExposedRecord
}

export interface Sizes {
  readonly members: number
  readonly exposed: number
  readonly affected: number
}

export function layOutExposed(seed: number, { members, exposed, affected }: Sizes, rates: Rates): Layout {
  const again = Math.min(Math.round(affected * rates.duplicate), exposed - affected)
  const foreign = exposed - affected - again
  const homonyms = Math.min(Math.round(exposed * rates.homonym), foreign)
  const strangers = foreign - homonyms
  const repeats = strangers > 1 ? Math.floor(strangers * Math.min(rates.duplicate, 0.5)) : 0
  const distinct = strangers - repeats
  const shuffle = permutation(exposed, keyOf(seed, 'rows'))
  const chosen = chooseAffected(seed, members)
  const picks = keyOf(seed, 'picks')
  const record: ExposedRecord = { kind: 'own', duplicate: false, index: 0, lookalike: 0 }

  function set(kind: ExposedRecord['kind'], duplicate: boolean, index: number, lookalike = 0): ExposedRecord {
    record.kind = kind
    record.duplicate = duplicate
    record.index = index
    record.lookalike = lookalike
    return record
  }

  function at(row: number): ExposedRecord {
    const place = shuffle(row)
    const bits = draw(picks, place)
    if (place < affected) return set('own', false, chosen(place))
    if (place < affected + again) return set('own', true, chosen(below(bits, affected)))
    const rest = place - affected - again
    if (rest < homonyms) return set('homonym', false, distinct + rest, below(bits, members))
    if (rest < homonyms + distinct) return set('other', false, rest - homonyms)
    return set('other', true, below(bits, distinct))
  }

  return { ownRows: affected + again, homonymRows: homonyms, others: distinct + homonyms, at }
}

/** Affected people in neighbourly fours, so that families are exposed together, whole or in part, as in real lists. */
function chooseAffected(seed: number, members: number): (rank: number) => number {
  const fours = Math.floor(members / 4)
  const shuffle = permutation(Math.max(1, fours), keyOf(seed, 'affected'))
  return (rank) => (rank < fours * 4 ? shuffle(Math.floor(rank / 4)) * 4 + (rank % 4) : rank)
}
