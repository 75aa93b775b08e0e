import type { Child } from 'hono/jsx'

interface ButtonProps {
  /** Once per form. */
  readonly primary?: boolean
  /** 28 px, for the rows of a table. */
  readonly small?: boolean
  /** Looks like a text link, acts as a form. */
  readonly link?: boolean
  readonly name?: string
  readonly value?: string
  readonly formaction?: string
  /** Id of the form it sends, when it stands beside it. */
  readonly form?: string
  readonly formmethod?: 'get' | 'post'
  /** The key that presses it, shown in the button and hidden under 640 px. */
  readonly keyName?: string
  readonly children: Child
}

/** Verb first. No red button: the sentence beside it says what will happen. */
export function Button({ primary, small, link, keyName, children, ...attributes }: ButtonProps) {
  const kind = link
    ? 'link'
    : ['button', primary ? 'primary' : '', small ? 'small' : ''].filter(Boolean).join(' ')
  return (
    <button type="submit" class={kind} {...attributes}>
      {children}
      {keyName ? <kbd>{keyName}</kbd> : null}
    </button>
  )
}

/** A row of buttons and the sentence that says what they will do. */
export function Actions({ children, note }: { children: Child; note?: Child }) {
  return (
    <div class="actions">
      {children}
      {note ? <p class="actions-note">{note}</p> : null}
    </div>
  )
}
