import type { Child } from 'hono/jsx'

export interface KeyFigure {
  readonly label: string
  readonly value: Child
  readonly unit?: string
  readonly note?: Child
}

/** One ruled line of up to four figures. Never boxes. */
export function KeyFigures({ items }: { items: readonly KeyFigure[] }) {
  return (
    <dl class="key-figures">
      {items.map((item) => (
        <div>
          <dt>{item.label}</dt>
          <dd>
            <span class="value">{item.value}</span> {item.unit}
            {item.note ? <span class="second">{item.note}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
