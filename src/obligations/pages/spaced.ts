import type { Words } from '../../law/index.ts'
import type { Locale } from '../../platform/i18n.ts'
import { setFrenchSpaces } from '../../platform/typography.ts'

/** A sentence of the law room in the reader's language, with the spaces of French. */
export function say(words: Words, locale: Locale): string {
  return locale === 'fr' ? setFrenchSpaces(words.fr) : words.en
}

/** First letter large: a sentence of the law room used as a head. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)
}

/** A table of French texts whose spaces are set once for all, functions included. */
export function spaced<T>(texts: T): T {
  if (typeof texts === 'string') return setFrenchSpaces(texts) as T
  if (typeof texts === 'function') {
    const write = texts as unknown as (...given: unknown[]) => string
    return ((...given: unknown[]) => setFrenchSpaces(write(...given))) as T
  }
  if (Array.isArray(texts)) return texts.map(spaced) as T
  if (typeof texts === 'object' && texts !== null)
    return Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, spaced(value)])) as T
  return texts
}
