import type { Block, NoticeTree, Section, Sentence } from './model.ts'
import type { LetterBlock, LetterBody } from './rendered-model.ts'
import { unbroken } from './wording/typography.ts'

/**
 * The part that all letters of a notice share. `key` is the notice's hash: a batch sets the body once per key. Notices of
 * version 2 are set tighter than on a screen, in the same words: each sheet of paper costs, and a short letter is read.
 */
export function letterBody(tree: NoticeTree, key: string, referenceLabel: string): LetterBody {
  const onLines = tight(tree.locale === 'fr' ? '\u202f; ' : '; ')
  const set = tree.version === 1 ? asOnScreen : (section: Section) => onLines(section).map(kept)
  return {
    key,
    locale: tree.locale,
    subject: tree.subject.text,
    intro: tree.intro.text,
    referenceLabel,
    sender: { name: tree.sender.name, lines: tree.sender.lines },
    sections: tree.sections.map((section) => ({ heading: section.heading, blocks: set(section) })),
  }
}

function asOnScreen({ blocks }: Section): LetterBlock[] {
  return blocks.map(letterBlock)
}

function letterBlock(block: Block): LetterBlock {
  if (block.kind === 'paragraph') return { kind: 'paragraph', text: joined(block.sentences, ' ') }
  if (block.kind === 'list') {
    return { kind: 'list', ordered: block.ordered, items: block.items.map(({ text }) => text) }
  }
  return { kind: 'details', rows: block.rows.map(({ label, lines }) => ({ label, lines })) }
}

/** No line of a letter ends on "e-". */
function kept(block: LetterBlock): LetterBlock {
  if (block.kind === 'paragraph') return { ...block, text: unbroken(block.text) }
  if (block.kind === 'list') return { ...block, items: block.items.map(unbroken) }
  return { ...block, rows: block.rows.map(({ label, lines }) => ({ label: unbroken(label), lines })) }
}

/** Enumerations run on after the words that open them; whole sentences follow each other; an address is one line. */
function tight(semicolon: string) {
  return ({ id, blocks }: Section): LetterBlock[] => {
    if (id === 'measures') return measures(blocks)
    if (id === 'contact') return contact(blocks)
    return blocks.map(onPaper).flatMap((block, at, blocks) => {
      const previous = blocks[at - 1]
      if (runsOn(previous, block)) return []
      const next = blocks[at + 1]
      if (block.kind === 'paragraph' && next && runsOn(block, next))
        return [runningOn(block, next, semicolon)]
      if (block.kind === 'details') return [oneLine(block)]
      if (id === 'consequences' && block.kind === 'list' && block.items.length > MANY)
        return [{ kind: 'paragraph' as const, text: joined(block.items, ' ') }]
      return [letterBlock(block)]
    })
  }
}

/** Above this, sentences of a few words each waste a line apiece: they follow each other. */
const MANY = 5

/** One table: the label of the telephone says what the words before it say. */
function contact(blocks: readonly Block[]): LetterBlock[] {
  const opening = blocks[0]
  const rows = blocks.flatMap((block) => (block.kind === 'details' ? oneLine(block).rows : []))
  const after = blocks.at(-1)
  return [
    ...(opening?.kind === 'paragraph' ? [letterBlock(opening)] : []),
    ...(rows.length > 0 ? [{ kind: 'details' as const, rows }] : []),
    ...(after !== opening && after?.kind === 'paragraph' ? [letterBlock(after)] : []),
  ]
}

/** The address an e-mail comes from helps nobody who holds a letter. */
function onPaper(block: Block): Block {
  if (block.kind !== 'paragraph') return block
  return { ...block, sentences: block.sentences.filter(({ item }) => item !== 'check.sender') }
}

/** A list of names rather than of sentences, under the words that open it. */
function runsOn(opening: Block | undefined, list: Block): boolean {
  return (
    opening?.kind === 'paragraph' &&
    list.kind === 'list' &&
    !list.ordered &&
    list.items.every(({ item }) => ENUMERATED.some((prefix) => item.startsWith(prefix)))
  )
}

const ENUMERATED = ['data.category', 'never.']

function runningOn(opening: Block, list: Block, semicolon: string): LetterBlock {
  const sentences = opening.kind === 'paragraph' ? opening.sentences : []
  const items = list.kind === 'list' ? list.items : []
  const between = items[0]?.item === 'data.category' ? ', ' : semicolon
  return { kind: 'paragraph', text: `${joined(sentences, ' ')} ${joined(items, between)}.` }
}

/** Each sentence names who did it: what opens the lists need not be said. */
function measures(blocks: readonly Block[]): LetterBlock[] {
  return blocks.flatMap((block): LetterBlock[] =>
    block.kind === 'list' ? [{ kind: 'paragraph', text: joined(block.items, ' ') }] : [],
  )
}

type Details<T> = Extract<T, { kind: 'details' }>

function oneLine(block: Details<Block>): Details<LetterBlock> {
  return {
    kind: 'details',
    rows: block.rows.map(({ label, lines }) => ({ label, lines: [lines.map(placeTogether).join(', ')] })),
  }
}

/** A postcode stays on the line of its town. */
function placeTogether(line: string): string {
  return line.replace(/^(\d{4,5}) (?=\p{L})/u, '$1\u00a0')
}

function joined(sentences: readonly Sentence[], between: string): string {
  return sentences.map(({ text }) => text).join(between)
}
