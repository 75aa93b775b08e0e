import { isPlaceholder } from './number.ts'

const PLAIN = /^[A-Z]+( [A-Z]+)*$/
const MARKS = /\p{M}+/gu
const NOT_LETTERS = /[^\p{L}\p{N}]+/gu

/**
 * A name in normal form: upper case, no accents, ligatures opened, tokens parted by one space (`d’Œuvre-Łis` gives
 * `D OEUVRE LIS`). Empty for a placeholder. Idempotent.
 */
export function normalName(raw: string): string {
  if (raw === '' || (PLAIN.test(raw) && !isPlaceholder(raw))) return raw
  const text = withoutMarks(raw).replace(NOT_LETTERS, ' ').trim()
  return isPlaceholder(raw) || isPlaceholder(text) ? '' : text
}

function withoutMarks(raw: string): string {
  // Decomposed before and after: a mathematical letter becomes a letter, then a capital, then loses its marks.
  const capitals = raw.normalize('NFKD').replace(/ß|ẞ/g, 'SS').toUpperCase()
  return capitals
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(/Œ/g, 'OE')
    .replace(/Æ/g, 'AE')
    .replace(/Ø/g, 'O')
    .replace(/Ł/g, 'L')
    .replace(/Đ|Ð/g, 'D')
}
