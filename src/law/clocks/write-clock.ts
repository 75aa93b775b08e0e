import type { Words } from '../model.ts'
import type { ClockRule, Period } from './clock-rule.ts'
import type { ParamName } from './param-names.ts'

/** What names the calendar of a place; an insurance contract has two of them. */
export const LOCAL: readonly ParamName[] = ['region', 'good_friday', 'local_holidays']
export const INSURANCE: readonly ParamName[] = [...LOCAL, 'insurer_region']

/** An EU act due to an authority that sits in Paris. */
export const eu = { place: 'authority', params: LOCAL } as const

type Given = Partial<Pick<ClockRule, 'place' | 'params' | 'disputed'>>

/** One row of the table: id, what it is, its article, what starts it, how it is counted. */
export const clock = (
  id: string,
  title: Words,
  article: Words,
  starts: Words,
  period: Period,
  { place = 'own', params = [], ...rest }: Given = {},
): ClockRule => ({ id, title, article, starts, period, place, params, ...rest })

/** Hours of an EU act. */
export const hours = (figure: number): Period => ({ kind: 'eu_hours', hours: figure })
