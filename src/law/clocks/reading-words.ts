import type { Temporal } from '../../platform/clock.ts'
import { formatDay, formatInstant, type Locale, placeOfZone } from '../../platform/i18n.ts'
import type { Readings, Words } from '../model.ts'
import { words } from '../model.ts'

/** What each reading is called on a page, in the order in which it is shown; `strict` in other zones is the same instant. */
export const READING_WORDS: Readonly<Record<Exclude<keyof Readings, 'strict_utc' | 'strict_paris'>, Words>> =
  {
    strict: words('Stricte, celle que nous tenons', 'Strict, the one we keep'),
    text_1182: words('Du texte, dernier instant licite', 'By the text, last lawful instant'),
    text: words('Du texte, dernier instant licite', 'By the text, last lawful instant'),
    widest_art3_5: words('Large, contestée, jamais pour planifier', 'Wide, disputed, never to plan on'),
    with_art5_4_relief: words(
      'Avec la règle de midi (art. 5(4)), à ne pas prévoir',
      'With the noon rule (art. 5(4)), not to plan on',
    ),
    special_noon: words('Règle de midi (art. 5(4))', 'Noon rule (art. 5(4))'),
    end_day_before_roll: words('Jour atteint avant tout report', 'Day reached before any roll'),
    rolled_if_642_cpc_applied: words(
      'Si l’article 642 du code de procédure civile s’appliquait, à ne pas prévoir',
      'If art. 642 CPC applied, not to plan on',
    ),
    soft_target: words(
      'Objectif de la pratique, sans valeur légale',
      'Target of practice, not a legal deadline',
    ),
  }

/**
 * A deadline for people: one at midnight is written 24:00 of the day before (`dimanche 7 juin 2026, 24 h 00, Paris`), since
 * that is the last day on which to act. Not for starting facts, which may well fall at 0:00.
 */
export function formatDeadline(
  at: Temporal.ZonedDateTime,
  locale: Locale,
  form: 'long' | 'short' = 'long',
): string {
  const zone = at.timeZoneId
  if (!at.equals(at.startOfDay())) return formatInstant(at.toInstant(), locale, { zone, form })
  const day = formatDay(at.toPlainDate().subtract({ days: 1 }), locale, form)
  const midnight = locale === 'fr' ? '24\u00a0h\u00a000' : '24:00'
  return form === 'short' ? `${day}, ${midnight}` : `${day}, ${midnight}, ${placeOfZone(zone)}`
}
