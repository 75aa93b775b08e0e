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
      const days = period.days ?? needed(counting, 'working_days', counting.params.workingDays)
      return countWorkingDays(counting, days, counting.params.week ?? period.week)
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

function needed(counting: Counting, param: string, figure: number | undefined): number {
  if (figure !== undefined) return figure
  throw lawRefusals.missingParam({ rule: counting.rule.id, param })
}
