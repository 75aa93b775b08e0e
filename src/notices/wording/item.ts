import type { AudienceKind, Serves } from '../model.ts'

/**
 * An approved sentence. Its text holds slots, `{processor}`, that facts fill: what a sentence cites is read from
 * its slots, so no citation can be forgotten. Variants replace the text for one audience.
 */
export interface WordingItem {
  readonly text: string
  readonly variants: Partial<Record<AudienceKind, string>>
  readonly serves: Serves | null
  readonly owner: 'dpo' | 'communication'
  /** First and last day on which it may be said, ISO dates. */
  readonly validFrom: string
  readonly validUntil: string | null
  /** The item said in its place from the day after the last: those who received the old one can be told. */
  readonly replacedBy: string | null
}

interface Approval {
  readonly serves?: Serves
  readonly owner?: 'dpo' | 'communication'
  readonly validFrom?: string
  readonly validUntil?: string
  readonly replacedBy?: string
  readonly variants?: Partial<Record<AudienceKind, string>>
}

export function approved(text: string, approval: Approval = {}): WordingItem {
  return {
    text,
    variants: approval.variants ?? {},
    serves: approval.serves ?? null,
    owner: approval.owner ?? 'dpo',
    validFrom: approval.validFrom ?? '2026-01-01',
    validUntil: approval.validUntil ?? null,
    replacedBy: approval.replacedBy ?? null,
  }
}

type Variants = Partial<Record<AudienceKind, string>>

/** The same words for everyone but the person concerned, who is spoken to as such. */
export function toOthers(text: string, more: Variants = {}): Variants {
  return { parent_of_minor: text, policyholder_for_dependants: text, guardian: text, ...more }
}

/** The same words for those who are told of an activity rather than of themselves. */
export function toBusinesses(text: string, more: Variants = {}): Variants {
  return { health_professional: text, firm: text, ...more }
}
