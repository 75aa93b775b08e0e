import type { Child } from 'hono/jsx'

export interface Description {
  readonly term: Child
  readonly value: Child
  readonly second?: Child
}

/** Terms in grey, values beside them, a rule between rows. */
export function DescriptionList({ items }: { items: readonly Description[] }) {
  return (
    <dl class="descriptions">
      {items.map((item) => (
        <div>
          <dt>{item.term}</dt>
          <dd>
            {item.value}
            {item.second ? <span class="second">{item.second}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
