import type { WorkingWeek } from '../calendar/calendar.ts'
import type { Words } from '../model.ts'
import type { ParamName } from './param-names.ts'

/** How a period is counted, with its figures. Data: `count-period.ts` says which function reads which. */
export type Period =
  /** EU act, hours: Reg. 1182/71 art. 3(1) and (2)(a). */
  | { readonly kind: 'eu_hours'; readonly hours: number }
  /** EU act, days or months: art. 3(1), (2)(b) and (c), (4), (5). `orElapsed`: the strict reading never passes the same days in hours. */
  | { readonly kind: 'eu_days'; readonly days: number; readonly orElapsed?: true }
  | { readonly kind: 'eu_months'; readonly months: number; readonly noon?: true }
  /** French law, hours: elapsed time, no rounding, no roll. `hours` left out: a parameter gives it. */
  | { readonly kind: 'elapsed_hours'; readonly hours?: number }
  /** French law, days and months, no roll. `inclusive`: the first day is day 1 in the strict reading. */
  | { readonly kind: 'french_days'; readonly days: number; readonly inclusive?: true }
  | { readonly kind: 'french_months'; readonly months: number }
  /** Working days of the place, the day of the event left out. `days` left out: a parameter gives it. */
  | { readonly kind: 'working_days'; readonly days?: number; readonly week: WorkingWeek }
  /** A target of practice. */
  | { readonly kind: 'soft_hours'; readonly hours: number }
  | { readonly kind: 'soft_days'; readonly days: number }
  /** Del. Reg. (EU) 2025/301, art. 5. */
  | { readonly kind: 'dora_initial' }
  | { readonly kind: 'dora_hours'; readonly hours: number }
  /** No period: the instant, as it was understood. */
  | { readonly kind: 'instant' }

/** One clock: from what, how long, counted how. Pure data. */
export interface ClockRule {
  readonly id: string
  readonly title: Words
  readonly article: Words
  /** The starting fact, as the first step says it. */
  readonly starts: Words
  readonly period: Period
  /**
   * Whose civil date counts: that of the zone given (`own`), or both that of the zone and that of Paris, where the authority
   * sits (`authority`): the earlier result is kept.
   */
  readonly place: 'own' | 'authority'
  readonly params: readonly ParamName[]
  /** Why two readings exist, whatever the dates. */
  readonly disputed?: Words
}
