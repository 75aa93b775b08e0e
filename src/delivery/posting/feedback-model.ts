import type { DeliveryState } from '../model.ts'
import type { ReturnReason } from './feedback-words.ts'

/** A letter as a report finds it. */
export interface LetterStanding {
  readonly id: number
  readonly state: DeliveryState
  /** It is in a batch that was set and not taken back. */
  readonly printed: boolean
  /** What was said before: that it was posted, that it came back. */
  readonly posted: { readonly on: string | null } | undefined
  readonly returned: { readonly on: string | null } | undefined
}

export interface Said {
  readonly posted?: { readonly on: string | null } | undefined
  readonly returned?: { readonly on: string | null; readonly reason: ReturnReason } | undefined
}

export type Contradiction =
  /** No batch that left holds it: it was cancelled, refused, or not set yet. */
  | 'never_printed'
  /** Posted, or returned, on another day than was said before. */
  | 'other_day'
  /** Returned before it was posted. */
  | 'before_posting'

export type Judgement =
  | { readonly verdict: 'applied'; readonly posted: boolean; readonly returned: boolean }
  | { readonly verdict: 'known' }
  | { readonly verdict: 'contradictory'; readonly why: Contradiction }

/**
 * What a report changes, given what is known: all of it, or nothing. Reports come in any order: a return proves that the
 * letter had left, whether its posting is said before, after or never. Pure.
 */
export function judge(letter: LetterStanding, said: Said): Judgement {
  const { posted, returned } = said
  if (!letter.printed || !['attempting', 'accepted', 'returned'].includes(letter.state))
    return { verdict: 'contradictory', why: 'never_printed' }
  if (differs(letter.posted, posted) || differs(letter.returned, returned))
    return { verdict: 'contradictory', why: 'other_day' }
  const left = letter.posted?.on ?? posted?.on
  const back = letter.returned?.on ?? returned?.on
  if (left && back && back < left) return { verdict: 'contradictory', why: 'before_posting' }
  const isNew = { posted: Boolean(posted) && !letter.posted, returned: Boolean(returned) && !letter.returned }
  return isNew.posted || isNew.returned ? { verdict: 'applied', ...isNew } : { verdict: 'known' }
}

function differs(known: { on: string | null } | undefined, said: { on: string | null } | undefined): boolean {
  return Boolean(known?.on && said?.on && known.on !== said.on)
}

/** The letter after a report that was applied: the next row of the same file may speak of it again. */
export function afterReport(letter: LetterStanding, said: Said): LetterStanding {
  return {
    ...letter,
    state: said.returned ? 'returned' : letter.state === 'attempting' ? 'accepted' : letter.state,
    posted: letter.posted ?? said.posted,
    returned: letter.returned ?? said.returned,
  }
}
