import { Temporal } from 'temporal-polyfill'
import { formatDay, formatInstant, formatInteger, type Locale } from '../platform/i18n.ts'
import { catalogueEntry } from './fact-catalogue.ts'
import type { Fact, FactContent, FactKind, Moment, Period } from './fact-value.ts'
import { type Contact, sayIn } from './model.ts'
import { texts } from './texts.ts'

/** A fact's value in the reader's words, one string per line. */
export function showValue(fact: FactContent & Pick<Fact, 'key'>, locale: Locale): string[] {
  switch (fact.kind) {
    case 'text':
      return [sayIn(locale, fact.value)]
    case 'number':
      return [
        `${fact.value.approximate ? texts[locale].about : ''}${formatInteger(fact.value.amount, locale)}`,
      ]
    case 'instant':
      return [describeMoment(fact.value, locale)]
    case 'date':
      return [formatDay(Temporal.PlainDate.from(fact.value.on), locale)]
    case 'period':
      return [describePeriod(fact.value, locale)]
    case 'list':
      return fact.value.map((item) => sayIn(locale, item))
    case 'contact':
      return contactLines(fact.value)
    case 'yes_no':
      return [texts[locale].answers[fact.value.answer]]
    case 'choice':
      return [choiceWord(fact.key, fact.value.code, locale)]
  }
}

export function choiceWord(key: string, code: string, locale: Locale): string {
  const known = catalogueEntry(key)?.choices?.[code]
  return known ? sayIn(locale, known) : code
}

/** `numéro de sécurité sociale`: a category of data in the reader's words. */
export function categoryWord(category: string, locale: Locale): string {
  return texts[locale].categories[category] ?? category
}

/** `vendredi 5 juin 2026, 18 h 40, Paris`, or the day alone when no more is known. */
export function describeMoment({ at, zone, precision }: Moment, locale: Locale): string {
  const instant = Temporal.Instant.from(at)
  if (precision === 'minute') return formatInstant(instant, locale, { zone })
  return formatDay(instant.toZonedDateTimeISO(zone).toPlainDate(), locale)
}

export function describePeriod(period: Period, locale: Locale): string {
  if (period.said) return sayIn(locale, period.said)
  const from = formatDay(Temporal.PlainDate.from(period.from), locale)
  const to = period.to && formatDay(Temporal.PlainDate.from(period.to), locale)
  return texts[locale].period(from, to)
}

export function contactLines({ name, phone, email, postal }: Contact): string[] {
  return [name, phone, email, ...(postal ?? [])].filter((line) => line !== undefined)
}

export function kindWord(kind: FactKind): { fr: string; en: string } {
  return { fr: texts.fr.kinds[kind], en: texts.en.kinds[kind] }
}
