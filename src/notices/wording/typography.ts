import { setFrenchSpaces } from '../../platform/typography.ts'

/**
 * French typography: its spaces, typographic apostrophe, non-breaking hyphen in e‑mail. Addresses (anything with an @) are
 * left as they are.
 */
export function setFrench(text: string): string {
  return setFrenchSpaces(text.replace(/(?<=\p{L})'(?=\p{L})/gu, '’')).replace(
    /\b([eE])-(mails?)\b(?![@.-]\w)/g,
    '$1\u2011$2',
  )
}
