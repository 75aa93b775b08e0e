import type { Child } from 'hono/jsx'

export interface Column {
  readonly label: Child
  /** Figures and last actions stand at the right. */
  readonly align?: 'right'
}

interface LedgerProps {
  /** Said to screen readers when the section head above does not already name the table. */
  readonly caption?: string
  readonly columns: readonly Column[]
  /** `figures`: 4 px rows, and under 640 px the name then a grid of three. */
  readonly kind?: 'rows' | 'figures'
  /** Columns of one width, whatever they hold: those of tables one above the other stay in line. */
  readonly even?: boolean
  /** Inside the marks, `live` renews the rows while something runs. */
  readonly children: Child
}

/** A ruled table with real heads. Its rows are `Row` and `GroupRow`. Under 640 px a row becomes lines. */
export function Ledger({ caption, columns, kind = 'rows', even = false, children }: LedgerProps) {
  return (
    <table class={even ? `ledger ${kind} even` : `ledger ${kind}`}>
      {caption ? <caption class="unseen">{caption}</caption> : null}
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" class={column.align}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

/** A head inside the table, so that columns stay aligned from group to group. `span` is the number of columns. */
export function GroupRow({ span, children }: { span: number; children: Child }) {
  return (
    <tr class="group">
      <th scope="colgroup" colspan={span}>
        {children}
      </th>
    </tr>
  )
}

/** `total` closes the table with a double rule. `late` and `soon` tint the row and draw its left bar. */
export function Row({ tone, children }: { tone?: 'late' | 'soon' | 'total'; children: Child }) {
  return <tr class={tone}>{children}</tr>
}

interface CellProps {
  /** The head of its row. */
  readonly head?: boolean
  readonly align?: 'right'
  /** Column name repeated before the value under 640 px. */
  readonly label?: string
  /** Second line of the same cell: 13 px, grey. Never a new column. */
  readonly second?: Child
  readonly children?: Child
}

export function Cell({ head, align, label, second, children }: CellProps) {
  const content = (
    <>
      {label ? <span class="cell-label">{label} </span> : null}
      {children}
      {second ? <span class="second">{second}</span> : null}
    </>
  )
  if (!head) return <td class={align}>{content}</td>
  return (
    <th scope="row" class={align}>
      {content}
    </th>
  )
}
