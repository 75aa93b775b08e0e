import type { CitedFact, DataCategory, SectionId, Serves } from './model.ts'
import type { Slots } from './slots.ts'
import type { ItemId } from './wording/fr.ts'

/** Why a sentence is proposed. `option`: nothing asks for it, the writer may add it. */
export type Because =
  | { readonly because: 'law'; readonly item: Serves }
  | { readonly because: 'exposed'; readonly category: DataCategory }
  | { readonly because: 'reader' | 'standing' | 'fact' | 'habit' | 'option' }

/** A sentence that may stand in the notice, before it is chosen and filled. */
export interface PlannedSentence {
  /** Names it in a choice: the wording item, with the fact it states where one item may be said twice. */
  readonly id: string
  readonly item: ItemId
  readonly slots?: Slots
  /** Leaving it out makes a gate fail. */
  readonly required: boolean
  readonly chosen: boolean
  readonly why: Because
}

export interface PlannedRow {
  readonly label: string
  readonly lines: readonly string[]
  readonly facts: readonly CitedFact<unknown>[]
}

/** `opens`: an opening sentence, which goes when what it opens is left out. `orderFree`: a choice may order the items. */
export type PlannedBlock =
  | { readonly kind: 'paragraph'; readonly opens?: boolean; readonly sentences: readonly PlannedSentence[] }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly orderFree: boolean
      readonly sentences: readonly PlannedSentence[]
    }
  | { readonly kind: 'details'; readonly rows: readonly PlannedRow[] }

export interface PlannedSection {
  readonly id: SectionId
  readonly blocks: readonly PlannedBlock[]
}

interface Planned {
  readonly slots?: Slots
  /** The key of the fact stated, where one item may be said twice. */
  readonly of?: string
  readonly required?: boolean
  readonly chosen?: boolean
}

export function planned(item: ItemId, why: Because, more: Planned = {}): PlannedSentence {
  return {
    id: more.of ? `${item} ${more.of}` : item,
    item,
    ...(more.slots && { slots: more.slots }),
    required: more.required ?? why.because === 'law',
    chosen: more.chosen ?? why.because !== 'option',
    why,
  }
}

/** A paragraph that only opens what follows. */
export function opening(item: ItemId, why: Because): PlannedBlock {
  return { kind: 'paragraph', opens: true, sentences: [planned(item, why)] }
}
