import type { NoticeTree } from './model.ts'
import type { PlannedSection } from './plan.ts'
import type { NoticeChoice } from './plan-notice.ts'

/** What the writers left out or added among what was on offer: kept with the text, under its hash. */
export function storedChoice(
  sections: readonly PlannedSection[],
  { omit = [], add = [] }: NoticeChoice,
): NonNullable<NoticeTree['choice']> {
  const offered = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'details' ? [] : block.sentences)),
  )
  const omitted = offered.filter(({ id, chosen }) => chosen && omit.includes(id))
  const added = offered.filter(({ id, chosen }) => !chosen && add.includes(id) && !omit.includes(id))
  return { omitted: omitted.map(({ id }) => id), added: added.map(({ id }) => id) }
}
