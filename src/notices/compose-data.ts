import type { Block, Exposure, Sentence } from './model.ts'
import { CATEGORIES } from './model.ts'
import { noticeRefusals } from './refusals.ts'
import { inLocale } from './slots.ts'
import type { ItemId } from './wording/fr.ts'
import type { Writer } from './writer.ts'

/** The data exposed, the data not exposed with the reason, and what is not known, each in its own list. */
export function composeData(
  writer: Writer,
  exposures: readonly Exposure[],
  opening: ItemId = 'data.exposed',
): Block[] {
  const sorted = [...exposures].sort((a, b) => order(a) - order(b))
  const having = (status: Exposure['value']['status']) =>
    sorted.filter(({ value }) => value.status === status)
  const unknown = having('unknown')
  const safe = notExposed(writer, having('not_exposed'))
  return [
    { kind: 'paragraph', sentences: [writer.say(opening)] },
    list(having('exposed').map((exposure) => named(writer, exposure))),
    ...(unknown.length > 0
      ? [
          { kind: 'paragraph' as const, sentences: [writer.say('data.unknown')] },
          list(unknown.map((exposure) => named(writer, exposure))),
        ]
      : []),
    ...(safe.length > 0
      ? [{ kind: 'paragraph' as const, sentences: [writer.say('data.not_exposed')] }, list(safe)]
      : []),
  ]
}

function named(writer: Writer, exposure: Exposure): Sentence {
  const text = writer.words.categories[exposure.value.category]
  return writer.say('data.category', { category: { text, facts: [exposure] } })
}

/** One item per reason: the kinds of data it holds for, then the reason. */
function notExposed(writer: Writer, exposures: readonly Exposure[]): Sentence[] {
  const byReason = new Map<string, Exposure[]>()
  for (const exposure of exposures) {
    if (!exposure.value.reason) throw noticeRefusals.missingFact({ fact: 'reason' })
    const reason = inLocale(exposure.value.reason, writer.locale)
    byReason.set(reason, [...(byReason.get(reason) ?? []), exposure])
  }
  return [...byReason].map(([reason, facts]) => {
    const names = facts.map(({ value }) => writer.words.categories[value.category])
    return writer.say('data.not_exposed_item', {
      categories: { text: enumerate(names, writer.words.labels.and), facts },
      reason: { text: reason, facts: [] },
    })
  })
}

function enumerate(names: readonly string[], and: string): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')}${and}${names.at(-1)}`
}

function list(items: readonly Sentence[]): Block {
  return { kind: 'list', ordered: false, items }
}

function order(exposure: Exposure): number {
  return CATEGORIES.indexOf(exposure.value.category)
}
