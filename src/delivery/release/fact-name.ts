import { labelOf, sayIn } from '../../incident/index.ts'
import type { Locale } from '../../platform/i18n.ts'

const EXPOSED = { fr: 'Données exposées', en: 'Exposed data' }

/** How the desk calls the fact of a key, in one language: the key itself only where nobody named it. */
export function factNameIn(locale: Locale): (key: string) => string {
  return (key) => (key.startsWith('exposure.') ? sayIn(locale, EXPOSED) : sayIn(locale, labelOf(key, null)))
}
