import type { Child } from 'hono/jsx'

/** A part of a page: 2 px ink rule, a head at 18 px, and at its right what it counts or where it leads. */
export function Section(props: { title: Child; aside?: Child; id?: string; children?: Child }) {
  return (
    <section class="section" id={props.id}>
      <div class="section-head">
        <h2>{props.title}</h2>
        {props.aside ? <p class="aside">{props.aside}</p> : null}
      </div>
      {props.children}
    </section>
  )
}

/** Columns of 7/5, 1/1 or 1/1/1 with a 32 px gap; they stack under 960 px. */
export function Columns({ kind, children }: { kind: '7-5' | '1-1' | '1-1-1'; children: Child }) {
  return <div class={`columns columns-${kind}`}>{children}</div>
}
