import type { Child } from 'hono/jsx'

/** 16 × 16, drawn in `currentColor`. The word beside it carries the meaning: the drawing is hidden from readers. */
const drawings: Record<IconName, () => Child> = {
  late: () => (
    <path
      fill="currentColor"
      fill-rule="evenodd"
      d="M8 1 15.6 15H.4zM7.2 5.6v4.6h1.6V5.6zm0 5.9v1.7h1.6v-1.7z"
    />
  ),
  soon: () => (
    <g fill="none" stroke="currentColor" stroke-width="1.6">
      <circle cx="8" cy="8" r="6.6" />
      <path d="M8 4v4.4l2.8 1.7" />
    </g>
  ),
  todo: () => <circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.5" />,
  running: () => (
    <g>
      <circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.5" />
      <path fill="currentColor" d="M8 1.6a6.4 6.4 0 0 1 0 12.8z" />
    </g>
  ),
  depends: () => (
    <g fill="none" stroke="currentColor" stroke-width="1.5">
      <path d="M8 .9 15.1 8 8 15.1.9 8z" />
      <path d="M6.3 6.6a1.7 1.7 0 1 1 2.5 1.5c-.5.3-.8.6-.8 1.1M8 10.5v1.3" />
    </g>
  ),
  not_required: () => (
    <g fill="none" stroke="currentColor" stroke-width="1.5">
      <circle cx="8" cy="8" r="6.4" />
      <path d="M4.8 8h6.4" />
    </g>
  ),
  done: () => <path fill="none" stroke="currentColor" stroke-width="2.4" d="m2 8.6 4 4L14 3.8" />,
  held: () => (
    <g fill="none" stroke="currentColor" stroke-width="1.6">
      <circle cx="8" cy="8" r="6.6" />
      <path d="M6.2 5v6M9.8 5v6" />
    </g>
  ),
  impossible: () => <path fill="none" stroke="currentColor" stroke-width="2.4" d="m3 3 10 10M13 3 3 13" />,
}

export type IconName =
  | 'late'
  | 'soon'
  | 'todo'
  | 'running'
  | 'depends'
  | 'not_required'
  | 'done'
  | 'held'
  | 'impossible'

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="1em" height="1em" aria-hidden="true" focusable="false">
      {drawings[name]()}
    </svg>
  )
}
