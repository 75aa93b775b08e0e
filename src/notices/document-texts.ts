import type { NoticeTree, PlacedText } from './model.ts'

/** Every text of the sheets that go with a notice. */
export function documentTextsOf(tree: NoticeTree): PlacedText[] {
  return Object.values(tree.documents ?? {}).flatMap(({ title, sections }) => [
    { place: title.item, text: title.text },
    ...sections.flatMap(({ blocks }) =>
      blocks
        .flatMap((block) =>
          block.kind === 'details' ? [] : block.kind === 'list' ? block.items : block.sentences,
        )
        .map(({ item, text }) => ({ place: item, text })),
    ),
  ])
}
