import type { Locale } from '../platform/i18n.ts'
import type { Communication } from './model.ts'
import { communicationTexts } from './texts.ts'

/** One communication in words, for a terminal: reference, state, kind, language, version, title, between tabs. */
export function registerLine(one: Communication, locale: Locale): string {
  const words = communicationTexts[locale]
  return [
    one.reference,
    words.states[one.state],
    words.kinds[one.kind],
    words.languages[one.locale] ?? one.locale,
    words.version(one.version),
    one.title,
  ].join('\t')
}
