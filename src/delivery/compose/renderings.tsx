import type { Context } from 'hono'
import { raw } from 'hono/html'
import { type DeskEnv, MessageShown } from '../../desk/index.ts'
import { DOCUMENT_KINDS, type NoticeTree, renderDocument } from '../../notices/index.ts'
import { previewTree } from '../release/preview-notice.ts'
import { composeTexts } from './compose-texts.ts'

type Ctx = Context<DeskEnv>

/** A text in every form it takes, for a reader who does not exist. `data-preview` marks what a change renews. */
export function Renderings(props: {
  c: Ctx
  tree: NoticeTree
  audience: string
  letterHref?: string
  letterLabel?: string
  /** The e-mail is shown at once. */
  open?: boolean
}) {
  const { c, tree, audience, letterHref } = props
  const words = composeTexts[c.get('locale')]
  const { text, html } = previewTree(tree, audience, c.get('platform').clock.now())
  return (
    <>
      <details open={props.open ?? false}>
        <summary>{words.asText}</summary>
        <div data-preview="text" lang={tree.locale}>
          <MessageShown text={text} />
        </div>
      </details>
      <details>
        <summary>{words.asHtml}</summary>
        {/* Rendered by the notices, which escape every field; the policy of the page forbids scripts and styles besides. */}
        <div class="message" data-preview="html" lang={tree.locale}>
          {raw(html)}
        </div>
      </details>
      {DOCUMENT_KINDS.map((kind) => {
        const document = renderDocument(tree, kind)
        return document ? (
          <details>
            <summary>{words.documents[kind] ?? kind}</summary>
            <div data-preview={kind} lang={tree.locale}>
              <MessageShown text={document.text} />
            </div>
          </details>
        ) : null
      })}
      {letterHref ? (
        <p>
          <a href={letterHref}>{props.letterLabel ?? words.asLetter}</a>
        </p>
      ) : null}
    </>
  )
}
