import type { PlannedBlock, PlannedSection, PlannedSentence } from './plan.ts'
import type { NoticeChoice } from './plan-notice.ts'

/** The sections as chosen: what is left out is gone, and with it the openings and sections that have nothing left to open. */
export function chosenSections(
  sections: readonly PlannedSection[],
  choice: NoticeChoice = {},
): PlannedSection[] {
  return sections.flatMap(({ id, blocks }) => {
    const kept = blocks.map((block) => chosenBlock(block, choice))
    const said = kept.filter((block, at) => !isEmpty(block) && !opensNothing(block, kept[at + 1]))
    return said.length === 0 ? [] : [{ id, blocks: said }]
  })
}

function chosenBlock(block: PlannedBlock, choice: NoticeChoice): PlannedBlock {
  if (block.kind === 'details') return block
  const sentences = block.sentences.filter((sentence) => isChosen(sentence, choice))
  if (block.kind === 'paragraph' || !block.orderFree || !choice.order) return { ...block, sentences }
  return { ...block, sentences: inOrder(sentences, choice.order) }
}

export function isChosen({ id, chosen }: PlannedSentence, { omit = [], add = [] }: NoticeChoice): boolean {
  return (chosen || add.includes(id)) && !omit.includes(id)
}

/** Sentences named in the order come first, as ordered; the others keep their own order after them. */
export function inOrder<T extends { readonly id: string }>(
  sentences: readonly T[],
  order: readonly string[],
): T[] {
  const rank = ({ id }: T) => (order.includes(id) ? order.indexOf(id) : order.length)
  return sentences.toSorted((a, b) => rank(a) - rank(b))
}

function isEmpty(block: PlannedBlock): boolean {
  return block.kind === 'details' ? block.rows.length === 0 : block.sentences.length === 0
}

function opensNothing(block: PlannedBlock, next: PlannedBlock | undefined): boolean {
  return block.kind === 'paragraph' && block.opens === true && (next === undefined || isEmpty(next))
}
