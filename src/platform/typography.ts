const NARROW = '\u202f'
const NO_BREAK = '\u00a0'

/** The spaces of French: narrow no-break before ; ! ? %, no-break before : and inside « ». Nothing else is touched. */
export function setFrenchSpaces(text: string): string {
  return text
    .replace(/ (?=[;!?%])/g, NARROW)
    .replace(/ (?=:(\s|$))/g, NO_BREAK)
    .replace(/« /g, `«${NO_BREAK}`)
    .replace(/ »/g, `${NO_BREAK}»`)
}
