import { FIELDS } from './fields.ts'
import type { Block, NoticeTree, Section } from './model.ts'

export const TEXT_WIDTH = 76
const BULLET = '  – '

/** The plain text of a notice, with its fields still open. At most 76 columns, headings underlined. */
export function renderText(tree: NoticeTree, referenceLabel: string): string {
  const head = [
    ...wrap(tree.subject.text),
    '',
    ...wrap(tree.sender.name),
    FIELDS.date,
    `${referenceLabel} ${FIELDS.reference}`,
    '',
    FIELDS.greeting,
    '',
    ...wrap(tree.intro.text),
    FIELDS.persons,
  ]
  return `${[...head, ...tree.sections.flatMap(sectionLines)].join('\n')}\n`
}

export function sectionLines(section: Pick<Section, 'heading' | 'blocks'>): string[] {
  const heading = wrap(section.heading)
  const rule = '-'.repeat(Math.max(...heading.map((line) => line.length)))
  return ['', '', ...heading, rule, ...section.blocks.flatMap((block) => ['', ...blockLines(block)])]
}

function blockLines(block: Block): string[] {
  if (block.kind === 'paragraph') return wrap(block.sentences.map(({ text }) => text).join(' '))
  if (block.kind === 'list') {
    return block.items.flatMap(({ text }, at) => wrap(text, block.ordered ? `  ${at + 1}. ` : BULLET))
  }
  return block.rows.flatMap((row) => [...wrap(row.label), ...row.lines.flatMap((line) => wrap(line, '    '))])
}

/** The people a message is about, one a line. */
export function personLines(names: readonly string[]): string {
  return names.flatMap((name) => wrap(name, BULLET)).join('\n')
}

/**
 * Breaks at ordinary spaces only: a no-break space keeps its sign with its word. The first line starts with
 * `lead`, the next ones are indented by as much. A word longer than a line is never cut.
 */
export function wrap(text: string, lead = ''): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/[ \n]+/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && lead.length + longer.length > TEXT_WIDTH) {
      lines.push(line)
      line = word
    } else line = longer
  }
  lines.push(line)
  return lines.map((text, at) => (at === 0 ? lead : ' '.repeat(lead.length)) + text)
}
