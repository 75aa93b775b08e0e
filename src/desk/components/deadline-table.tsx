import type { Child } from 'hono/jsx'

/** The table of deadlines of the board and of the first screen: due, what, to whom, held by, what next. */
export function DeadlineTable({ columns, children }: { columns: readonly string[]; children: Child }) {
  return (
    <table class="ledger rows clocks">
      <thead>
        <tr>
          {columns.map((label, index) => (
            <th scope="col" class={index === columns.length - 1 ? 'right' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}
