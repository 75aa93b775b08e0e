import type { Exposure } from './model.ts'
import { CATEGORIES } from './model.ts'
import { type PlannedBlock, type PlannedSentence, planned } from './plan.ts'
import { noticeRefusals } from './refusals.ts'
import { inLocale } from './slots.ts'
import type { ItemId } from './wording/fr.ts'
import type { Writer } from './writer.ts'

const FACT = { because: 'fact' } as const

/** The data exposed, the data not exposed with the reason, and what is not known, each in its own list. */
export function planData(writer: Writer, exposures: readonly Exposure[], opens: ItemId): PlannedBlock[] {
  const sorted = [...exposures].sort((a, b) => order(a) - order(b))
  const having = (status: Exposure['value']['status']) =>
    sorted.filter(({ value }) => value.status === status)
  const named = (status: Exposure['value']['status']) =>
    having(status).map((exposure) => category(writer, exposure))
  return [
    ...told(planned(opens, { because: 'law', item: 'nature' }), named('exposed')),
    ...told(planned('data.unknown', FACT), named('unknown')),
    ...told(planned('data.not_exposed', FACT), notExposed(writer, having('not_exposed'))),
  ]
}

function told(opens: PlannedSentence, sentences: readonly PlannedSentence[]): PlannedBlock[] {
  if (sentences.length === 0) return []
  return [
    { kind: 'paragraph', opens: true, sentences: [opens] },
    { kind: 'list', ordered: false, orderFree: false, sentences },
  ]
}

function category(writer: Writer, exposure: Exposure): PlannedSentence {
  const text = writer.words.categories[exposure.value.category]
  return planned('data.category', FACT, {
    of: exposure.value.category,
    required: exposure.value.status === 'exposed',
    slots: { category: { text, facts: [exposure] } },
  })
}

/** One item per reason: the kinds of data it holds for, then the reason. */
function notExposed(writer: Writer, exposures: readonly Exposure[]): PlannedSentence[] {
  const byReason = new Map<string, Exposure[]>()
  for (const exposure of exposures) {
    if (!exposure.value.reason) throw noticeRefusals.missingFact({ fact: 'reason' })
    const reason = inLocale(exposure.value.reason, writer.locale)
    byReason.set(reason, [...(byReason.get(reason) ?? []), exposure])
  }
  return [...byReason].map(([reason, facts]) => {
    const names = facts.map(({ value }) => writer.words.categories[value.category])
    return planned('data.not_exposed_item', FACT, {
      of: facts[0]!.value.category,
      slots: {
        categories: { text: enumerate(names, writer.words.labels.and), facts },
        reason: { text: reason, facts: [] },
      },
    })
  })
}

export function enumerate(names: readonly string[], and: string): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')}${and}${names.at(-1)}`
}

function order(exposure: Exposure): number {
  return CATEGORIES.indexOf(exposure.value.category)
}
