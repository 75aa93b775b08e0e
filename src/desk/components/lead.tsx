import type { Child } from 'hono/jsx'

/**
 * The lead, once a page: one or two full sentences, each on its line, written from data and true without the rest
 * of the page. `note` is the paragraph under it, naming what needs a person, each a link.
 */
export function Lead({ sentences, note }: { sentences: readonly Child[]; note?: Child }) {
  return (
    <>
      <h1>
        {sentences.map((sentence, index) => (
          <>
            {index > 0 ? ' ' : null}
            <span class="sentence">{sentence}</span>
          </>
        ))}
      </h1>
      {note ? <p class="lead-note">{note}</p> : null}
    </>
  )
}
