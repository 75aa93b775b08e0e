import { en } from './version-texts-en.ts'
import { fr } from './version-texts-fr.ts'

/** Words of the lists pages: versions, changes, publication. */
export const versionTexts = { fr, en }
export type VersionTexts = typeof fr

/** `la liste v2`, or `le brouillon`. */
export function nameOf(version: { readonly number: number | null }, locale: 'fr' | 'en'): string {
  if (version.number === null) return versionTexts[locale].theDraft
  return locale === 'fr' ? `la liste v${version.number}` : `list v${version.number}`
}

/** `Liste v2`, `Brouillon`: a head, without its article. */
export function titleOf(version: { readonly number: number | null }, locale: 'fr' | 'en'): string {
  const text = versionTexts[locale]
  return version.number === null ? text.Draft : text.versionTerm(version.number)
}
