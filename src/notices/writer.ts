import type { AudienceKind, CitedFact, DetailRow, NoticeLocale, NoticeTree, Sentence } from './model.ts'
import { noticeRefusals } from './refusals.ts'
import type { Slot, Slots } from './slots.ts'
import { en } from './wording/en.ts'
import { fr, type ItemId, type Wording } from './wording/fr.ts'
import { setFrench } from './wording/typography.ts'

/** Fills approved sentences with facts and remembers which facts were cited. One writer per notice. */
export interface Writer {
  readonly words: Wording
  readonly locale: NoticeLocale
  /** @throws missingFact when a slot of the sentence has no fact. */
  say(item: ItemId, more?: Slots): Sentence
  row(label: string, lines: readonly string[], facts: readonly CitedFact<unknown>[]): DetailRow
  heading(text: string): string
  cited(): NoticeTree['facts']
}

const WORDING: Record<NoticeLocale, Wording> = { fr, en }

export function writerFor(slots: Slots, audience: AudienceKind, locale: NoticeLocale): Writer {
  const words = WORDING[locale]
  const cited = new Map<string, CitedFact<unknown>>()
  const set = locale === 'fr' ? setFrench : (text: string) => text
  const cite = (facts: readonly CitedFact<unknown>[]) => {
    for (const fact of facts) cited.set(fact.key, fact)
    return facts.map((fact) => fact.key)
  }
  return {
    words,
    locale,
    heading: set,
    say(item, more = {}) {
      const { text, variants, replacedBy: _, ...approval } = words.sentences[item]
      const { filled, facts } = fill(variants[audience] ?? text, { ...slots, ...more })
      return { item, text: set(filled), cites: unique(cite(facts)), ...approval }
    },
    row: (label, lines, facts) => ({ label: set(label), lines, cites: unique(cite(facts)) }),
    cited: () =>
      Object.fromEntries(
        [...cited].sort().map(([key, fact]) => [key, { state: fact.state, asOf: fact.asOf }]),
      ),
  }
}

function fill(text: string, slots: Slots) {
  const facts: CitedFact<unknown>[] = []
  const filled = text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const slot: Slot | null | undefined = slots[name]
    if (!slot) throw noticeRefusals.missingFact({ fact: name })
    facts.push(...slot.facts)
    return slot.text
  })
  return { filled, facts }
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)]
}
