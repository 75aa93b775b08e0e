import { CLOCK_RULES } from '../../law/index.ts'
import type { Locale } from '../../platform/i18n.ts'
import type { ReadingName } from './readings.ts'
import { spaced } from './spaced.ts'

type ByReading = Readonly<Record<ReadingName, string>>

const fr = {
  held: ', celle que nous tenons',
  notes: {
    strict: '',
    soft_target: 'pratique de l’administration, pas un délai de la loi',
    text_1182: 'règlement 1182/71',
    text: '',
    special_noon: 'règlement 2025/301, art. 5(4)',
    with_art5_4_relief: 'règlement 2025/301, art. 5(4)',
    widest_art3_5: 'règlement 1182/71, art. 3(5)',
    end_day_before_roll: 'règlement 1182/71, art. 3(4)',
    rolled_if_642_cpc_applied: 'code de procédure civile, art. 642',
  } satisfies ByReading,
  periods: {
    hours: (n: number) => (n === 1 ? 'une heure' : `${n} heures`),
    days: (n: number) => (n === 1 ? 'un jour' : `${n} jours`),
    months: (n: number) => (n === 1 ? 'un mois' : `${n} mois`),
    working: (n: number) => (n === 1 ? 'un jour ouvré' : `${n} jours ouvrés`),
    dora: '4 h après le classement, 24 h au plus après la connaissance',
  },
}

const en: typeof fr = {
  held: ', the one we keep',
  notes: {
    strict: '',
    soft_target: 'practice of the authority, not a deadline of the law',
    text_1182: 'Regulation 1182/71',
    text: '',
    special_noon: 'Regulation 2025/301, art. 5(4)',
    with_art5_4_relief: 'Regulation 2025/301, art. 5(4)',
    widest_art3_5: 'Regulation 1182/71, art. 3(5)',
    end_day_before_roll: 'Regulation 1182/71, art. 3(4)',
    rolled_if_642_cpc_applied: 'Code of Civil Procedure, art. 642',
  },
  periods: {
    hours: (n) => (n === 1 ? 'one hour' : `${n} hours`),
    days: (n) => (n === 1 ? 'one day' : `${n} days`),
    months: (n) => (n === 1 ? 'one month' : `${n} months`),
    working: (n) => (n === 1 ? 'one working day' : `${n} working days`),
    dora: '4 h from classification, 24 h from awareness at most',
  },
}

/** How long the period of a clock is: « 72 heures ». Empty where a parameter or the fact itself sets it. */
export function periodWords(rule: string, locale: Locale): string {
  const words = readingTexts[locale].periods
  const period = CLOCK_RULES.find(({ id }) => id === rule)?.period
  if (!period) return ''
  if ('hours' in period && period.hours) return words.hours(period.hours)
  if ('months' in period) return words.months(period.months)
  if (period.kind === 'dora_initial') return words.dora
  if (!('days' in period) || !period.days) return ''
  return period.kind === 'working_days' ? words.working(period.days) : words.days(period.days)
}

export const readingTexts = { fr: spaced(fr), en }
