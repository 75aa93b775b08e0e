import type { DocumentKind, DocumentSection, NoticeTree } from './model.ts'
import { escapeHtml, STYLE, sectionHtml } from './render-html.ts'
import { sectionLines, wrap } from './render-text.ts'

/** A sheet in three forms: as a tree, as text of at most 76 columns, as HTML. */
export interface RenderedDocument {
  readonly kind: DocumentKind
  readonly title: string
  readonly sections: readonly DocumentSection[]
  readonly text: string
  /** A whole document: no link, image, script or tracker. */
  readonly html: string
  /** The same without its frame, headings from h1, for a page that has one. */
  readonly fragment: string
}

export type RelayKind = 'shop' | 'union' | 'employer'

/** What call-centre advisers read. Undefined for a notice stored before scripts were kept with it. */
export function renderScript(tree: NoticeTree): RenderedDocument | undefined {
  return renderDocument(tree, 'script')
}

/** The sheet to post at a counter, or to hand to members or employees. Undefined as `renderScript`. */
export function renderRelaySheet(tree: NoticeTree, kind: RelayKind): RenderedDocument | undefined {
  return renderDocument(tree, `relay_${kind}`)
}

/** What is answered to the press. Undefined as `renderScript`. */
export function renderPress(tree: NoticeTree): RenderedDocument | undefined {
  return renderDocument(tree, 'press')
}

/** Only what the tree holds is read: what was frozen with it renders the same for ever. */
export function renderDocument(tree: NoticeTree, kind: DocumentKind): RenderedDocument | undefined {
  const document = tree.documents?.[kind]
  if (!document) return undefined
  const { title, sections } = document
  const fragment = [
    `<h1>${escapeHtml(title.text)}</h1>`,
    `<p>${escapeHtml(tree.sender.name)}</p>`,
    ...sections.map(sectionHtml),
  ].join('\n')
  const lines = [...wrap(title.text), '', ...wrap(tree.sender.name), ...sections.flatMap(sectionLines)]
  return {
    kind,
    title: title.text,
    sections,
    text: `${lines.join('\n')}\n`,
    fragment,
    html: `<!doctype html>
<html lang="${tree.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title.text)}</title>
<style>${STYLE}</style>
</head>
<body>
<main lang="${tree.locale}">
${fragment}
</main>
</body>
</html>
`,
  }
}
