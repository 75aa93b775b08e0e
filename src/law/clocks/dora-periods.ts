import type { Temporal } from '../../platform/clock.ts'
import { EU_CALENDAR, isWorkingDay, workingDayFrom } from '../calendar/calendar.ts'
import type { Step } from '../model.ts'
import { lawRefusals } from '../refusals.ts'
import {
  type Counted,
  type Counting,
  civilStarts,
  earliest,
  earliestBy,
  isLater,
  noonOf,
} from './counting.ts'
import { clocksChange, localDaysLeftOut, restCounts, step, whyNot } from './step-words.ts'

/** Del. Reg. 2025/301 art. 5(1)(a): hours after classification, and after awareness. */
const AFTER_CLASSIFICATION = 4
const AFTER_AWARENESS = 24

/**
 * Art. 5(1)(a) and 5(2): 4 hours after the incident was classified as major and at most 24 hours after awareness; when it
 * is classified after those 24 hours, 4 hours after that.
 */
export function countDoraInitial(counting: Counting): Counted {
  const { aware, classified } = startingFacts(counting)
  if (!classified) return notYetClassified(counting, aware)
  const four = classified.add({ hours: AFTER_CLASSIFICATION })
  const cap = aware.add({ hours: AFTER_AWARENESS })
  const late = isLater(classified, cap)
  const strict = late ? four : earliest(four, cap)
  const steps = [
    step('Classement comme majeur', 'Classified as major', classified),
    step('4 heures après le classement', '4 hours after classification', four),
    late
      ? step(
          'Classé après les 24 heures : seules les 4 heures comptent (art. 5(2))',
          'Classified after the 24 hours: only the 4 hours count (art. 5(2))',
          cap,
        )
      : step(
          'Au plus tard 24 heures après la connaissance ; la plus proche des deux est retenue',
          'At most 24 hours after awareness; the earlier of the two is kept',
          cap,
        ),
  ]
  return { ...withRelief(counting, strict, steps), startsAt: aware }
}

/** The 24 hours run already; the 4 hours will, once the incident is classified. */
function notYetClassified(counting: Counting, aware: Temporal.ZonedDateTime): Counted {
  const cap = aware.add({ hours: AFTER_AWARENESS })
  return withRelief(counting, cap, [
    step(
      'Pas encore classé : 24 heures après la connaissance, ou 4 heures après le classement s’il vient avant',
      'Not classified yet: 24 hours after awareness, or 4 hours after classification if that comes first',
      cap,
    ),
  ])
}

function startingFacts({ start, params }: Counting) {
  const classified = params.classifiedMajor
  const aware = params.aware ?? start.at
  const known = [aware, classified].some((at) => at?.toInstant().equals(start.at.toInstant()))
  if (!known) throw contradiction('from', start.at, 'aware', aware)
  if (classified && isLater(aware, classified))
    throw contradiction('aware', aware, 'classified_major', classified)
  return { aware, classified }
}

function contradiction(
  one: string,
  at: Temporal.ZonedDateTime,
  other: string,
  otherAt: Temporal.ZonedDateTime,
) {
  const shown = (value: Temporal.ZonedDateTime) => value.toString({ timeZoneName: 'never' })
  return lawRefusals.contradiction({ one, oneValue: shown(at), other, otherValue: shown(otherAt) })
}

/** Art. 5(1)(b): so many hours after the initial notification was submitted. */
export function countDoraHours(counting: Counting, hours: number): Counted {
  const { at } = counting.start
  const strict = at.add({ hours })
  const rest = restCounts(at, strict, EU_CALENDAR)
  return withRelief(counting, strict, [
    step(`${hours} heures écoulées${rest.fr}`, `${hours} hours gone by${rest.en}`, strict),
    ...clocksChange(at, strict),
  ])
}

/** Art. 5(4) and 5(5): a deadline on a day of rest may wait for noon of the next working day, for some entities. */
function withRelief(counting: Counting, strict: Temporal.ZonedDateTime, steps: readonly Step[]): Counted {
  const { reliefEligible, placeGiven } = counting.params
  const noon = noonAfter(counting, strict)
  const relief = noon === null || reliefEligible === false ? null : noon
  const unsaid = noon !== null && reliefEligible === undefined
  return {
    instants: { strict },
    ...(unsaid ? {} : { relief }),
    steps: [...steps, reliefStep(strict, noon, reliefEligible), ...localDaysLeftOut(placeGiven)],
    disputed: [],
  }
}

/** Null as soon as the deadline falls on a working day in one of the places: the relief is not certain there. */
function noonAfter(counting: Counting, strict: Temporal.ZonedDateTime): Temporal.ZonedDateTime | null {
  const ends = civilStarts(counting).map(({ timeZoneId }) => strict.withTimeZone(timeZoneId))
  if (ends.some((end) => isWorkingDay(end.toPlainDate(), EU_CALENDAR))) return null
  const noons = ends.map((end) => noonOf(workingDayFrom(end.toPlainDate(), EU_CALENDAR), end.timeZoneId))
  return earliestBy(noons, (noon) => noon)
}

function reliefStep(
  strict: Temporal.ZonedDateTime,
  noon: Temporal.ZonedDateTime | null,
  eligible: boolean | undefined,
): Step {
  if (noon === null) {
    return step(
      'Jour ouvrable : la règle de midi (art. 5(4)) ne joue pas',
      'A working day: the noon rule (art. 5(4)) does not apply',
    )
  }
  const why = whyNot(strict.toPlainDate(), EU_CALENDAR)
  if (eligible === false) {
    return step(
      `Jour non ouvrable (${why.fr}), mais l’article 5(5) retire la règle de midi à cette entité`,
      `Not a working day (${why.en}), but art. 5(5) takes the noon rule from this entity`,
    )
  }
  const fr = `Jour non ouvrable (${why.fr}) : midi du jour ouvrable suivant (art. 5(4)), à ne pas prévoir`
  const en = `Not a working day (${why.en}): noon of the next working day (art. 5(4)); do not plan on it`
  return eligible
    ? step(fr, en, noon)
    : step(
        `${fr} ; seulement si l’entité n’est pas de celles de l’article 5(5)`,
        `${en}; only if the entity is not one of art. 5(5)`,
        noon,
      )
}
