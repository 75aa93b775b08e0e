import type { Block } from './model.ts'
import type { PlannedBlock } from './plan.ts'
import type { Writer } from './writer.ts'

/** A planned block with its sentences filled; the facts it states are cited. */
export function writtenBlock(writer: Writer, block: PlannedBlock): Block {
  if (block.kind === 'details') {
    return {
      kind: 'details',
      rows: block.rows.map(({ label, lines, facts }) => writer.row(label, lines, facts)),
    }
  }
  const sentences = block.sentences.map(({ item, slots }) => writer.say(item, slots))
  return block.kind === 'paragraph'
    ? { kind: 'paragraph', sentences }
    : { kind: 'list', ordered: block.ordered, items: sentences }
}
