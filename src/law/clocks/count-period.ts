import { lawRefusals } from '../refusals.ts'
import type { Counted, Counting } from './counting.ts'
import { countDoraHours, countDoraInitial } from './dora-periods.ts'
import { countEuDays, countEuHours } from './eu-periods.ts'
import {
  countElapsedHours,
  countFrenchDays,
  countFrenchMonths,
  countSoftDays,
  countWorkingDays,
} from './french-periods.ts'

/** The function that counts each kind of period. */
export function countPeriod(counting: Counting): Counted {
  const { period } = counting.rule
  switch (period.kind) {
    case 'eu_hours':
      return countEuHours(counting, period.hours)
    case 'eu_days':
      return countEuDays(counting, { days: period.days }, { orElapsed: period.orElapsed ?? false })
    case 'eu_months':
      return countEuDays(counting, { months: period.months }, { noon: period.noon ?? false })
    case 'elapsed_hours':
      return countElapsedHours(counting, period.hours ?? needed(counting, 'hours', counting.params.hours))
    case 'french_days':
      return countFrenchDays(counting, period.days, period.inclusive ?? false)
    case 'french_months':
      return countFrenchMonths(counting, period.months)
    case 'working_days': {
      return countWorkingDays(
        counting,
        workingDaysOf(counting, period.days),
        counting.params.week ?? period.week,
      )
    }
    case 'soft_hours':
      return countElapsedHours(counting, period.hours, true)
    case 'soft_days':
      return countSoftDays(counting, period.days)
    case 'dora_initial':
      return countDoraInitial(counting)
    case 'dora_hours':
      return countDoraHours(counting, period.hours)
    case 'instant':
      return { instants: { strict: counting.start.at }, steps: [], disputed: [] }
  }
}

/** What the contract gives, when that is more than the legal minimum: a shorter delay has no effect (C. assur. L113-2 4°). */
function workingDaysOf(counting: Counting, minimum: number | undefined): number {
  const agreed = counting.params.workingDays
  if (minimum === undefined) return needed(counting, 'working_days', agreed)
  return Math.max(minimum, agreed ?? 0)
}

function needed(counting: Counting, param: string, figure: number | undefined): number {
  if (figure !== undefined) return figure
  throw lawRefusals.missingParam({ rule: counting.rule.id, param })
}
