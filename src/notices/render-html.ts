import { FIELDS } from './fields.ts'
import type { Block, DetailRow, NoticeTree, Section } from './model.ts'

/** One column, system fonts, both colour schemes, nothing fetched: a notice has no image, no link and no tracker. */
export const STYLE = `:root{color-scheme:light dark}
body{margin:0;background:#fbfbf8;color:#17191d;font:16px/1.5 -apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif}
main{max-width:40em;margin:0 auto;padding:24px 16px 48px}
h1{font-size:24px;line-height:1.3;margin:0 0 16px;padding-top:12px;border-top:6px solid}
h2{font-size:18px;line-height:1.35;margin:32px 0 8px;padding-top:8px;border-top:2px solid}
p,ul,ol,dl{margin:0 0 12px}ul,ol{padding-left:1.5em}li{margin:0 0 6px}dt{font-weight:700}dd{margin:0 0 8px}
@media (prefers-color-scheme:dark){body{background:#14161a;color:#eceae4}}`

/** The whole HTML document of a notice, with its fields still open. */
export function renderHtml(tree: NoticeTree, referenceLabel: string): string {
  return `<!doctype html>
<html lang="${tree.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<title>${escapeHtml(tree.subject.text)}</title>
<style>${STYLE}</style>
</head>
<body>
<main lang="${tree.locale}">
${renderFragment(tree, referenceLabel)}
</main>
</body>
</html>
`
}

/** What a page of the desk shows of a notice: no style, no script, headings from h1. Fields still open. */
export function renderFragment(tree: NoticeTree, referenceLabel: string): string {
  return [
    `<h1>${escapeHtml(tree.subject.text)}</h1>`,
    `<p>${escapeHtml(tree.sender.name)}<br>\n${FIELDS.date}<br>\n${escapeHtml(referenceLabel)} <b>${FIELDS.reference}</b></p>`,
    `<p>${FIELDS.greeting}</p>`,
    `<p>${escapeHtml(tree.intro.text)}</p>`,
    `<ul>\n${FIELDS.persons}\n</ul>`,
    ...tree.sections.map(sectionHtml),
  ].join('\n')
}

export function sectionHtml(section: Pick<Section, 'heading' | 'blocks'>): string {
  return [`<h2>${escapeHtml(section.heading)}</h2>`, ...section.blocks.map(blockHtml)].join('\n')
}

function blockHtml(block: Block): string {
  if (block.kind === 'paragraph') {
    return `<p>${block.sentences.map(({ text }) => escapeHtml(text)).join('\n')}</p>`
  }
  if (block.kind === 'details') return `<dl>\n${block.rows.map(rowHtml).join('\n')}\n</dl>`
  const tag = block.ordered ? 'ol' : 'ul'
  return `<${tag}>\n${block.items.map(({ text }) => `<li>${escapeHtml(text)}</li>`).join('\n')}\n</${tag}>`
}

function rowHtml(row: DetailRow): string {
  return `<dt>${escapeHtml(row.label)}</dt>\n<dd>${row.lines.map(escapeHtml).join('<br>\n')}</dd>`
}

/** The people a message is about, as list items. */
export function personItems(names: readonly string[]): string {
  return names.map((name) => `<li>${escapeHtml(name)}</li>`).join('\n')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!) : text
}
