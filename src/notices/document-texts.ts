import type { NoticeTree, PlacedText } from './model.ts'

/** Every text of the sheets that go with a notice, once each. */
export function documentTextsOf(tree: NoticeTree): PlacedText[] {
  const all = Object.values(tree.documents ?? {}).flatMap(({ title, sections }) => [
    { place: title.item, text: title.text },
    ...sections.flatMap(({ blocks }) =>
      blocks
        .flatMap((block) =>
          block.kind === 'details' ? [] : block.kind === 'list' ? block.items : block.sentences,
        )
        .map(({ item, text }) => ({ place: item, text })),
    ),
  ])
  return [...new Map(all.map((one) => [one.text, one])).values()]
}
