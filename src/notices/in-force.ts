import type { Temporal } from '../platform/clock.ts'
import type { NoticeTree } from './model.ts'
import { sentencesOf } from './model.ts'
import type { PlannedBlock, PlannedSection } from './plan.ts'
import { en } from './wording/en.ts'
import { fr, type ItemId, type Wording } from './wording/fr.ts'
import { setFrench } from './wording/typography.ts'

/** The sentences that may be said on a day; without a day, those without an end. */
export function sectionsInForce(
  sections: readonly PlannedSection[],
  words: Wording,
  on: Temporal.PlainDate | undefined,
): PlannedSection[] {
  const stands = (item: ItemId) => isInForce(words.sentences[item], on?.toString())
  const kept = (block: PlannedBlock): PlannedBlock =>
    block.kind === 'details'
      ? block
      : { ...block, sentences: block.sentences.filter(({ item }) => stands(item)) }
  return sections.map(({ id, blocks }) => ({ id, blocks: blocks.map(kept) }))
}

interface Validity {
  readonly validFrom: string
  readonly validUntil: string | null
}

export function isInForce({ validFrom, validUntil }: Validity, day: string | undefined): boolean {
  if (day === undefined) return validUntil === null
  return day >= validFrom && (validUntil === null || day <= validUntil)
}

/** A sentence of a released text whose time is over, and what is said in its place. */
export interface Superseded {
  readonly item: string
  readonly text: string
  /** Last day on which it could be said. */
  readonly until: string
  /** Null when nothing replaces it. */
  readonly replacedBy: { readonly item: string; readonly text: string } | null
}

/** What a text says that is no longer said on a day: whoever received it may have to hear the new advice. */
export function supersededIn(tree: NoticeTree, on: Temporal.PlainDate): Superseded[] {
  const words: Wording = tree.locale === 'fr' ? fr : en
  const set = tree.locale === 'fr' ? setFrench : (text: string) => text
  return sentencesOf(tree).flatMap(({ item, text, validUntil }) => {
    const known = Object.hasOwn(words.sentences, item) ? words.sentences[item as ItemId] : undefined
    const until = known ? known.validUntil : validUntil
    if (until === null || on.toString() <= until) return []
    const next = known?.replacedBy
    const replacement =
      next && Object.hasOwn(words.sentences, next) ? words.sentences[next as ItemId] : undefined
    return [
      {
        item,
        text,
        until,
        replacedBy:
          next && replacement
            ? { item: next, text: set(replacement.variants[tree.audience] ?? replacement.text) }
            : null,
      },
    ]
  })
}
