import type { Temporal } from '../../platform/clock.ts'
import { EU_CALENDAR, isWorkingDay, workingDayFrom, workingDaysAfter } from '../calendar/calendar.ts'
import type { Step } from '../model.ts'
import {
  type Counted,
  type Counting,
  civilStarts,
  earliest,
  earliestBy,
  endOfDay,
  isLater,
  noonOf,
  sameTime,
} from './counting.ts'
import { listed, weekdayWords } from './day-words.ts'
import { DISPUTES } from './disputes.ts'
import { clocksChange, endStep, localDaysLeftOut, restCounts, step, twoDates, whyNot } from './step-words.ts'

/**
 * Reg. 1182/71 art. 3(1) and 3(2)(a): the hour in which the event falls is not counted, then so many full hours of elapsed
 * time. `strict` counts from the event itself. The disputed reading of art. 3(5) is given only for 48 hours and more, and
 * only where it is later.
 */
export function countEuHours(counting: Counting, hours: number): Counted {
  const { start, params } = counting
  const strict = start.at.add({ hours })
  const hour = startOfHour(start.at)
  const first = hour.add({ hours: 1 })
  const text = first.add({ hours })
  const wide = hours >= 48 ? widest(counting, text) : null
  const rest = restCounts(start.at, text, EU_CALENDAR)
  return {
    instants: { strict, text_1182: text, ...(wide && { widest_art3_5: wide.at }) },
    steps: [
      step(`${hours} heures écoulées (lecture stricte)`, `${hours} hours gone by (strict reading)`, strict),
      ...clocksChange(start.at, strict),
      step(
        'L’heure entamée ne compte pas : le compte part de l’heure suivante (lecture du texte)',
        'The hour under way is not counted: the count starts at the next hour (text reading)',
        first,
      ),
      step(`${hours} heures pleines${rest.fr}`, `${hours} full hours${rest.en}`, text),
      ...(wide ? [wide.step] : []),
      ...localDaysLeftOut(params.placeGiven),
    ],
    disputed: [
      ...(start.at.equals(hour) ? [DISPUTES.exactHour] : []),
      ...(wide ? [DISPUTES.twoWorkingDays] : []),
    ],
  }
}

/** By elapsed time: rounding the civil clock would fall before a change of half an hour (Lord Howe). */
function startOfHour(at: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const { minute, second, millisecond, microsecond, nanosecond } = at
  return at.subtract({
    minutes: minute,
    seconds: second,
    milliseconds: millisecond,
    microseconds: microsecond,
    nanoseconds: nanosecond,
  })
}

/** Art. 3(5) as if it held for hours: 24:00 of the second whole working day after the event. */
function widest(
  counting: Counting,
  text: Temporal.ZonedDateTime,
): { at: Temporal.ZonedDateTime; step: Step } | null {
  const ends = civilStarts(counting).map((local) => {
    const days = workingDaysAfter(local.toPlainDate(), 2, EU_CALENDAR)
    return { days, at: endOfDay(days.at(-1) ?? local.toPlainDate(), local.timeZoneId) }
  })
  const { days, at } = earliestBy(ends, (end) => end.at)
  if (!isLater(at, text)) return null
  const names = listed(days.map(weekdayWords))
  return {
    at,
    step: endStep(
      `Lecture large, contestée : deux jours ouvrables entiers, ${names.fr}`,
      `Wide reading, disputed: two whole working days, ${names.en}`,
      at,
    ),
  }
}

type Figures = { readonly days: number } | { readonly months: number }

/**
 * Reg. 1182/71 art. 3(2)(b) and (c), (4), (5): the day of the event is not counted; days end with the last hour of the last
 * day, months with that of the same date (or of the month's last day, CJEU C-171/03 Toeters); a last day that does not work
 * rolls to the next that does; two days or more hold two working days. `strict` is the same clock time on the end day.
 */
export function countEuDays(
  counting: Counting,
  figures: Figures,
  { noon = false, orElapsed = false }: { readonly noon?: boolean; readonly orElapsed?: boolean } = {},
): Counted {
  const starts = civilStarts(counting)
  const ends = starts.map((local) => endFrom(local, figures, orElapsed))
  const end = earliestBy(ends, ({ text }) => text)
  const [firstStrict, ...others] = ends.map(({ strict }) => strict)
  const strict = earliest(firstStrict ?? end.strict, ...others)
  const special = isWorkingDay(end.before, EU_CALENDAR) ? null : noonOf(end.rolled, end.zone)
  return {
    instants: { strict, text_1182: end.text },
    ...(noon && { noon: special }),
    endDay: end.before,
    steps: [
      ...twoDates(starts),
      ...stepsOf(end, figures),
      ...(noon ? noonSteps(special) : []),
      step(
        orElapsed
          ? 'Lecture stricte : la même heure ce jour-là, sans dépasser la durée écoulée ni reporter'
          : 'Lecture stricte : la même heure le jour de la fin, sans report',
        orElapsed
          ? 'Strict reading: the same time that day, never past the elapsed time, no roll'
          : 'Strict reading: the same time on the end day, no roll',
        strict,
      ),
      ...localDaysLeftOut(counting.params.placeGiven),
    ],
    disputed: end.last.equals(end.rolled) ? [] : [DISPUTES.stacking],
  }
}

interface End {
  readonly zone: string
  readonly from: Temporal.PlainDate
  /** The civil date reached, then the working day it rolls to, then the last day once it holds two working days. */
  readonly before: Temporal.PlainDate
  readonly rolled: Temporal.PlainDate
  readonly last: Temporal.PlainDate
  readonly strict: Temporal.ZonedDateTime
  readonly text: Temporal.ZonedDateTime
}

function endFrom(local: Temporal.ZonedDateTime, figures: Figures, orElapsed: boolean): End {
  const from = local.toPlainDate()
  const before = from.add(figures, { overflow: 'constrain' })
  const rolled = workingDayFrom(before, EU_CALENDAR)
  const last = 'days' in figures && figures.days >= 2 ? withTwoWorkingDays(from, rolled) : rolled
  const same = sameTime(local, before)
  const elapsed = 'days' in figures && orElapsed ? local.add({ hours: 24 * figures.days }) : same
  const zone = local.timeZoneId
  return { zone, from, before, rolled, last, strict: earliest(same, elapsed), text: endOfDay(last, zone) }
}

function withTwoWorkingDays(from: Temporal.PlainDate, last: Temporal.PlainDate): Temporal.PlainDate {
  const second = workingDaysAfter(from, 2, EU_CALENDAR).at(-1) ?? last
  return second.since(last).days > 0 ? second : last
}

function stepsOf({ zone, from, before, rolled, last, text }: End, figures: Figures): readonly Step[] {
  const length =
    'days' in figures
      ? { fr: `${figures.days} jours`, en: `${figures.days} days` }
      : { fr: `${figures.months} mois`, en: `${figures.months} ${figures.months === 1 ? 'month' : 'months'}` }
  const shortened =
    'months' in figures && before.day !== from.day
      ? { fr: ' : dernier jour du mois', en: ': the last day of the month' }
      : { fr: '', en: '' }
  const steps = [
    endStep(
      `${length.fr}, le jour de l’événement non compté${shortened.fr}`,
      `${length.en}, the day of the event left out${shortened.en}`,
      endOfDay(before, zone),
    ),
  ]
  if (!rolled.equals(before)) {
    const why = whyNot(before, EU_CALENDAR)
    steps.push(
      endStep(
        `Ce jour n’est pas ouvrable (${why.fr}) : report au jour ouvrable suivant`,
        `That day does not work (${why.en}): rolled to the next working day`,
        endOfDay(rolled, zone),
      ),
    )
  }
  if (!last.equals(rolled)) {
    steps.push(
      endStep(
        'Deux jours ouvrables au moins doivent y tenir (art. 3(5))',
        'It must hold at least two working days (art. 3(5))',
        text,
      ),
    )
  }
  return steps
}

function noonSteps(special: Temporal.ZonedDateTime | null): readonly Step[] {
  if (!special) {
    return [
      step(
        'Le jour de la fin est ouvrable : la règle de midi de l’article 5(4) ne joue pas',
        'The end day works: the noon rule of art. 5(4) does not apply',
      ),
    ]
  }
  return [
    step(
      'Règle spéciale, art. 5(4) : midi du jour ouvrable suivant, et non 24 h ; elle vaut pour toutes les entités',
      'Special rule, art. 5(4): noon of the next working day, not 24:00; it covers every class of entity',
      special,
    ),
  ]
}
