import { setFrenchSpaces } from '../../platform/typography.ts'

/**
 * French typography: its spaces and typographic apostrophe. Hyphens are ordinary ones: a notice is read on screens and
 * aloud by machines we do not know, some of which lack the non-breaking hyphen.
 */
export function setFrench(text: string): string {
  return setFrenchSpaces(text.replace(/(?<=\p{L})'(?=\p{L})/gu, '’')).replaceAll('\u2011', '-')
}

/** For paper only, where the font is ours and holds the sign: "e-mail" stays on its line. Addresses are left as they are. */
export function unbroken(text: string): string {
  return text.replace(/(?<![\w@.-])([eE])-(mails?)\b(?![@.-]\w)/g, '$1\u2011$2')
}
