import type { Viewer } from '../access/index.ts'
import type { Temporal } from '../platform/clock.ts'
import type { Locale } from '../platform/i18n.ts'
import type { Platform } from '../platform/platform.ts'

export type { Viewer }

/** What the masthead says of the incident whose pages are open. */
export interface IncidentHeader {
  readonly id: string
  /** Short and stable, used in addresses: `/incidents/:reference/…`. */
  readonly reference: string
  readonly title: string
  readonly exercise: boolean
  readonly controllerName: string
  /** An exercise tells a story with a clock of its own: where it opened, and when it was opened here. */
  readonly story?: { readonly opensAt: Temporal.Instant; readonly openedAt: Temporal.Instant } | null
}

/** What the middlewares put in the context of each request. `viewer` and `incident` exist only past their middlewares. */
export interface DeskEnv {
  Variables: {
    platform: Platform
    viewer: Viewer
    locale: Locale
    incident: IncidentHeader
    /** Named in the page of a failure and in the log, so that one finds the other. */
    requestId?: string
    nonce?: string
  }
}
