import type { Block, LetterBlock, LetterBody, NoticeTree } from './model.ts'

/** The part that all letters of a notice share. `key` is the notice's hash: a batch sets the body once per key. */
export function letterBody(tree: NoticeTree, key: string, referenceLabel: string): LetterBody {
  return {
    key,
    locale: tree.locale,
    subject: tree.subject.text,
    intro: tree.intro.text,
    referenceLabel,
    sender: { name: tree.sender.name, lines: tree.sender.lines },
    sections: tree.sections.map(({ heading, blocks }) => ({ heading, blocks: blocks.map(letterBlock) })),
  }
}

function letterBlock(block: Block): LetterBlock {
  if (block.kind === 'paragraph') {
    return { kind: 'paragraph', text: block.sentences.map(({ text }) => text).join(' ') }
  }
  if (block.kind === 'list') {
    return { kind: 'list', ordered: block.ordered, items: block.items.map(({ text }) => text) }
  }
  return { kind: 'details', rows: block.rows.map(({ label, lines }) => ({ label, lines })) }
}
