import type { Temporal } from '../../platform/clock.ts'
import { type Calendar, holidayOn } from '../calendar/calendar.ts'
import { type Step, type Words, words } from '../model.ts'
import { dayWords, listed, weekdayWords } from './day-words.ts'

export const step = (fr: string, en: string, at?: Temporal.ZonedDateTime): Step => ({
  words: words(fr, en),
  ...(at && { at }),
})

/** A step that ends a day: its instant is written 24:00. */
export const endStep = (fr: string, en: string, at: Temporal.ZonedDateTime): Step => ({
  ...step(fr, en, at),
  endOfDay: true,
})

/** `; samedi, dimanche et le 1er mai comptent`: the days of rest that a period in hours runs through; empty when none. */
export function restCounts(
  from: Temporal.ZonedDateTime,
  to: Temporal.ZonedDateTime,
  calendar: Calendar,
): Words {
  const rest: Words[] = []
  for (let day = from.toPlainDate(); compare(day, to.toPlainDate()) <= 0; day = day.add({ days: 1 })) {
    const holiday = holidayOn(day, calendar)
    if (holiday) rest.push(holiday.words)
    else if (day.dayOfWeek > 5) rest.push(weekdayWords(day))
  }
  if (rest.length === 0) return words('', '')
  const { fr, en } = listed(rest)
  return rest.length === 1
    ? words(` ; ${fr} compte`, `; ${en} counts`)
    : words(` ; ${fr} comptent`, `; ${en} count`)
}

const compare = (one: Temporal.PlainDate, other: Temporal.PlainDate): number => {
  const a = one.toString()
  const b = other.toString()
  return a < b ? -1 : a > b ? 1 : 0
}

/** Why a day does not work: `samedi`, `Noël`. */
export function whyNot(day: Temporal.PlainDate, calendar: Calendar): Words {
  return holidayOn(day, calendar)?.words ?? weekdayWords(day)
}

/** When the clocks of the zone change on the way: the figure on the clock face differs from the time that went by. */
export function clocksChange(from: Temporal.ZonedDateTime, to: Temporal.ZonedDateTime): readonly Step[] {
  const shift = (to.offsetNanoseconds - from.offsetNanoseconds) / 60e9
  if (shift === 0) return []
  const change = from.getTimeZoneTransition('next')
  const day = change ? dayWords(change.toPlainDate()) : words('entre-temps', 'meanwhile')
  const by =
    Math.abs(shift) === 60
      ? words('d’une heure', 'one hour')
      : words(`de ${Math.abs(shift)} min`, `${Math.abs(shift)} min`)
  return [
    shift > 0
      ? step(
          `Les horloges avancent ${by.fr} (${day.fr}) : le temps se compte écoulé, l’échéance tombe plus tard au cadran`,
          `Clocks go forward ${by.en} (${day.en}): elapsed time counts, the deadline shows later on the clock`,
        )
      : step(
          `Les horloges reculent ${by.fr} (${day.fr}) : le temps se compte écoulé, l’échéance tombe plus tôt au cadran`,
          `Clocks go back ${by.en} (${day.en}): elapsed time counts, the deadline shows earlier on the clock`,
        ),
  ]
}

/** Said when the civil date differs between the place and Paris. */
export function twoDates(starts: readonly Temporal.ZonedDateTime[]): readonly Step[] {
  const [here, paris] = starts
  if (!here || !paris || here.toPlainDate().equals(paris.toPlainDate())) return []
  const [own, other] = [dayWords(here.toPlainDate()), dayWords(paris.toPlainDate())]
  return [
    step(
      `C’est ${own.fr} sur place et ${other.fr} à Paris : l’échéance la plus proche est retenue`,
      `It is ${own.en} on the spot and ${other.en} in Paris: the earlier deadline is kept`,
    ),
  ]
}

/** Said when a place was named although the text uses the list of the Official Journal. */
export const localDaysLeftOut = (placeGiven: boolean): readonly Step[] =>
  placeGiven
    ? [
        step(
          'Les jours fériés locaux ne sont pas sur la liste du Journal officiel de l’Union : ils n’y changent rien',
          'Local holidays are not on the list of the Official Journal: they change nothing here',
        ),
      ]
    : []
