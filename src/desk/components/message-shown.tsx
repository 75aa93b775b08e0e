import type { Child } from 'hono/jsx'

/** A message as its reader got it: literal text, no live link, 640 px at most. Paragraphs are split on blank lines. */
export function MessageShown({
  envelope,
  subject,
  text,
}: {
  envelope?: Child
  subject?: string
  text: string
}) {
  return (
    <div class="message">
      {envelope ? <p class="envelope">{envelope}</p> : null}
      {subject ? <p class="subject">{subject}</p> : null}
      {text.split(/\r?\n\s*\r?\n/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </div>
  )
}
