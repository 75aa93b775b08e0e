import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'

/** An icon and its word, always both. Colour follows the kind; `plain` keeps it ink, for what needs nobody. */
export function Status({ kind, plain, children }: { kind: IconName; plain?: boolean; children: Child }) {
  return (
    <span class={plain ? 'status plain' : `status ${kind}`}>
      <Icon name={kind} /> {children}
    </span>
  )
}
