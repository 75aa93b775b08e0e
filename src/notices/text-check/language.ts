import type { NoticeLocale } from '../model.ts'

const COMMON: Readonly<Record<NoticeLocale, ReadonlySet<string>>> = {
  fr: new Set(
    'le la les des du de et est vous nous votre vos pour que qui dans une un ne pas par sur avec ce ces'.split(
      ' ',
    ),
  ),
  en: new Set(
    'the of and is are you we your for that which in a an not by on with this these to it has have'.split(
      ' ',
    ),
  ),
}

/** French or English, by its most common words; French when nothing tells. */
export function languageOf(text: string): NoticeLocale {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const count = (locale: NoticeLocale) => words.filter((word) => COMMON[locale].has(word)).length
  return count('en') > count('fr') ? 'en' : 'fr'
}
