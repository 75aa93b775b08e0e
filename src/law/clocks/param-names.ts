/** Parameters by the name that results and refusals use, with the other spellings that are understood. */
export const PARAM_NAMES = {
  aware: ['aware_at', 'awareness'],
  classified_major: ['classified_major_at', 'classified', 'classified_at', 'classification'],
  relief_eligible: ['relief', 'eligible_for_relief', 'noon_relief', 'art5_4_relief'],
  hours: ['delay_hours'],
  working_days: ['days', 'delay_days', 'jours_ouvres'],
  week: ['working_week'],
  region: [
    ...['regions', 'department', 'departement', 'dept', 'departments', 'place', 'places', 'territory'],
    ...['commune', 'location', 'calendar', 'calendars', 'holiday_calendar', 'holiday_calendars'],
    ...['holiday_region', 'holidays_region', 'calendar_region', 'insured_region', 'insured_place'],
    ...['insured_department', 'insured_calendar'],
  ],
  insurer_region: ['insurer_department', 'insurer_place', 'insurer_calendar'],
  good_friday: [
    ...['good_friday_holiday', 'good_friday_is_holiday', 'good_friday_commune', 'vendredi_saint'],
    ...['protestant_church', 'mixed_church', 'protestant_or_mixed_church', 'protestant_commune'],
    ...['commune_with_protestant_church', 'has_protestant_church', 'temple'],
  ],
  local_holidays: ['extra_holidays', 'added_holidays', 'holidays'],
} as const satisfies Record<string, readonly string[]>

export type ParamName = keyof typeof PARAM_NAMES

const SPELLINGS: ReadonlyMap<string, ParamName> = new Map(
  Object.entries(PARAM_NAMES).flatMap(([name, others]) =>
    [name, ...others].map((spelling) => [spelling, name as ParamName] as const),
  ),
)

/** `workingDays`, `working-days` and `working_days` are one name. */
export function paramNamed(spelling: string): ParamName | undefined {
  const snake = spelling
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
  return SPELLINGS.get(snake)
}
