import type { Child } from 'hono/jsx'

/** 6 px left bar and tint; one per page at most. `late` says what failed, `soon` what waits, `plain` what was done. */
export function Notice({ tone, children }: { tone: 'late' | 'soon' | 'plain'; children: Child }) {
  return (
    <div class={`notice ${tone}`} role={tone === 'late' ? 'alert' : 'status'}>
      {children}
    </div>
  )
}
