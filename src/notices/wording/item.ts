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
  readonly validFrom: string
  readonly validUntil: string | null
}

interface Approval {
  readonly serves?: Serves
  readonly owner?: 'dpo' | 'communication'
  readonly validFrom?: string
  readonly validUntil?: string
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
  }
}

/** The same words for everyone but the person concerned, who is spoken to as such. */
export function toOthers(text: string): Partial<Record<AudienceKind, string>> {
  return { parent_of_minor: text, policyholder_for_dependants: text, guardian: text }
}
