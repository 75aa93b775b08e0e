const NARROW = '\u202f'
const NO_BREAK = '\u00a0'

/** The spaces that a language asks for round its punctuation, in a text composed for both with a space before : and ;. */
export function punctuated(text: string, locale: 'fr' | 'en'): string {
  return locale === 'fr' ? setFrenchSpaces(text) : text.replace(/ (?=[:;](\s|$))/gm, '')
}

/** The spaces of French: narrow no-break before ; ! ? %, no-break before : and inside « ». Nothing else is touched. */
export function setFrenchSpaces(text: string): string {
  return text
    .replace(/ (?=[;!?%])/g, NARROW)
    .replace(/ (?=:(\s|$))/g, NO_BREAK)
    .replace(/« /g, `«${NO_BREAK}`)
    .replace(/ »/g, `${NO_BREAK}»`)
}
