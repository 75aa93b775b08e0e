import type { Temporal } from '../../platform/clock.ts'
import {
  type Calendar,
  frenchCalendar,
  isWorkingDay,
  type WorkingWeek,
  workingDayFrom,
  workingDaysAfter,
} from '../calendar/calendar.ts'
import type { Step, Words } from '../model.ts'
import { type Counted, type Counting, earliestBy, endOfDay, isLater, sameTime } from './counting.ts'
import { dayWords, listed } from './day-words.ts'
import { DISPUTES } from './disputes.ts'
import { clocksChange, endStep, restCounts, step, whyNot } from './step-words.ts'

/** French law, hours: elapsed time, no rounding, no roll. `soft`: a target of practice. */
export function countElapsedHours({ start }: Counting, hours: number, soft = false): Counted {
  const end = start.at.add({ hours })
  const rest = restCounts(start.at, end, frenchCalendar())
  return {
    instants: soft ? { soft_target: end } : { strict: end },
    steps: [
      step(`${hours} heures écoulées${rest.fr}`, `${hours} hours gone by${rest.en}`, end),
      ...clocksChange(start.at, end),
      ...(soft
        ? [step('Objectif de la pratique, et non délai légal', 'A target of practice, not a legal deadline')]
        : []),
    ],
    disputed: [],
  }
}

/**
 * French law, days before an administration: the first day is left out by custom (`text`), counted in the strict reading
 * when `inclusive`; no roll. What art. 642 CPC would give is shown, never relied on.
 */
export function countFrenchDays({ start, params }: Counting, days: number, inclusive: boolean): Counted {
  const { at } = start
  const first = at.toPlainDate()
  const last = first.add({ days })
  const text = endOfDay(last, at.timeZoneId)
  const strict = inclusive ? endOfDay(first.add({ days: days - 1 }), at.timeZoneId) : sameTime(at, last)
  const rolls = params.calendars.map((calendar) => workingDayFrom(last, calendar))
  const rolled = earliestBy(
    rolls.map((day) => endOfDay(day, at.timeZoneId)),
    (end) => end,
  )
  const steps = [
    inclusive
      ? endStep(
          `${days} jours, le premier compté (lecture stricte)`,
          `${days} days, the first counted (strict reading)`,
          strict,
        )
      : step(
          `Lecture stricte : la même heure le jour de la fin`,
          `Strict reading: the same time on the end day`,
          strict,
        ),
    endStep(
      `${days} jours, le premier non compté (lecture du texte)`,
      `${days} days, the first left out (text reading)`,
      text,
    ),
  ]
  return {
    instants: { strict, text, ...(inclusive && { rolled_if_642_cpc_applied: rolled }) },
    endDay: last,
    steps: inclusive ? [...steps, ...rollSteps(last, text, rolled)] : steps,
    disputed: [],
  }
}

function rollSteps(
  last: Temporal.PlainDate,
  text: Temporal.ZonedDateTime,
  rolled: Temporal.ZonedDateTime,
): readonly Step[] {
  if (!isLater(rolled, text)) return []
  const why = whyNot(last, frenchCalendar())
  return [
    endStep(
      `Ce jour est chômé (${why.fr}) ; le report de l’article 642 du code de procédure civile vaut pour les tribunaux : n’y comptez pas`,
      `That day is a day of rest (${why.en}); the roll of art. 642 CPC concerns courts: do not rely on it`,
      rolled,
    ),
  ]
}

/** A target of practice in days, the first left out: 24:00 of the last. */
export function countSoftDays({ start }: Counting, days: number): Counted {
  const last = start.at.toPlainDate().add({ days })
  const end = endOfDay(last, start.at.timeZoneId)
  return {
    instants: { soft_target: end },
    steps: [endStep(`${days} jours, le premier non compté`, `${days} days, the first left out`, end)],
    disputed: [],
  }
}

/** French law, months: 24:00 of the same date, or of the last day of a shorter month; no roll. */
export function countFrenchMonths({ start }: Counting, months: number): Counted {
  const { at } = start
  const last = at.toPlainDate().add({ months }, { overflow: 'constrain' })
  const text = endOfDay(last, at.timeZoneId)
  const strict = sameTime(at, last)
  return {
    instants: { strict, text },
    endDay: last,
    steps: [
      step(
        `${months} mois, à la même heure (lecture stricte)`,
        `${months} months, at the same time (strict reading)`,
        strict,
      ),
      endStep(
        `${months} mois de date à date, sans report`,
        `${months} months from date to date, no roll`,
        text,
      ),
    ],
    disputed: [],
  }
}

/**
 * So many working days of the place, the day of the event left out. Where several calendars are possible, the earlier result;
 * in Alsace-Moselle `text` reads the local law whole, Good Friday included, and only the plan doubts the commune's church.
 */
export function countWorkingDays({ start, params }: Counting, days: number, week: WorkingWeek): Counted {
  const first = start.at.toPlainDate()
  const counts = params.calendars.map((calendar) => {
    const worked = workingDaysAfter(first, days, calendar, week)
    return { calendar, worked, end: endOfDay(worked.at(-1) ?? first, start.at.timeZoneId) }
  })
  const kept = earliestBy(counts, ({ end }) => end)
  const text = earliestBy(
    counts.filter(({ calendar }) => isWhole(calendar, params.calendars)),
    ({ end }) => end,
  ).end
  const others = counts.filter(({ end }) => isLater(end, kept.end))
  const name = week === 'ouvres' ? 'ouvrés' : 'ouvrables'
  const skipped = skippedDays(first, kept.worked.at(-1) ?? first, kept.calendar, week)
  return {
    instants: { text },
    planned: kept.end,
    steps: [
      endStep(
        `${days} jours ${name}, le premier non compté${skipped.fr}`,
        `${days} working days, the first left out${skipped.en}`,
        kept.end,
      ),
      ...others
        .slice(0, 1)
        .map(({ end }) =>
          endStep(
            'Un autre calendrier possible du lieu donne plus tard : la plus proche est retenue',
            'Another possible calendar of the place gives a later end: the earlier is kept',
            end,
          ),
        ),
    ],
    disputed: others.length > 0 ? [DISPUTES.twoCalendars] : [],
  }
}

/** False for the calendar without Good Friday of a place whose other possible calendar has it. */
function isWhole(calendar: Calendar, possible: readonly Calendar[]): boolean {
  return (
    calendar.goodFriday ||
    !possible.some(({ region, goodFriday }) => goodFriday && region === calendar.region)
  )
}

/** `, ni Noël ni …`: the holidays on the way that would have worked. */
function skippedDays(
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  calendar: Calendar,
  week: WorkingWeek,
): Words {
  const rest: Words[] = []
  for (let day = first.add({ days: 1 }); !day.equals(last); day = day.add({ days: 1 })) {
    const weekday = day.dayOfWeek <= (week === 'ouvres' ? 5 : 6)
    if (weekday && !isWorkingDay(day, calendar, week)) {
      rest.push(calendar.added.includes(day.toString()) ? dayWords(day) : whyNot(day, calendar))
    }
  }
  const { fr, en } = listed(rest)
  return rest.length === 0 ? { fr: '', en: '' } : { fr: ` (hors ${fr})`, en: ` (without ${en})` }
}
