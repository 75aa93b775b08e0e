const NARROW = '\u202f'
const NO_BREAK = '\u00a0'

/**
 * French typography: narrow no-break space before ; ! ? %, no-break space before : and inside « », typographic
 * apostrophe, non-breaking hyphen in e‑mail. Addresses (anything with an @) are left as they are.
 */
export function setFrench(text: string): string {
  return text
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
    .replace(/ (?=[;!?%])/g, NARROW)
    .replace(/ (?=:(\s|$))/g, NO_BREAK)
    .replace(/« /g, `«${NO_BREAK}`)
    .replace(/ »/g, `${NO_BREAK}»`)
    .replace(/\b([eE])-(mails?)\b(?![@.-]\w)/g, '$1\u2011$2')
}
