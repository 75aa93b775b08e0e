import type { Temporal } from '../../platform/clock.ts'
import type { Words } from '../model.ts'

const WEEKDAYS = {
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const
const MONTHS = {
  fr: [
    ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre'],
    ...['novembre', 'décembre'],
  ],
  en: [
    ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'],
    ...['November', 'December'],
  ],
}

/** `lundi 8 juin`, `vendredi 1er mai`. From tables: steps are written by the thousand, and Intl is slow. */
export function dayWords({ dayOfWeek, day, month }: Temporal.PlainDate): Words {
  return {
    fr: `${WEEKDAYS.fr[dayOfWeek - 1]} ${day === 1 ? '1er' : day} ${MONTHS.fr[month - 1]}`,
    en: `${WEEKDAYS.en[dayOfWeek - 1]} ${day} ${MONTHS.en[month - 1]}`,
  }
}

/** `lundi`. */
export function weekdayWords({ dayOfWeek }: Temporal.PlainDate): Words {
  return { fr: WEEKDAYS.fr[dayOfWeek - 1] ?? '', en: WEEKDAYS.en[dayOfWeek - 1] ?? '' }
}

/** `samedi, dimanche et le 1er mai`. */
export function listed(items: readonly Words[]): Words {
  return { fr: joined(items, 'fr', 'et'), en: joined(items, 'en', 'and') }
}

function joined(items: readonly Words[], locale: keyof Words, and: string): string {
  const all = items.map((item) => item[locale])
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} ${and} ${all.at(-1)}`
}
