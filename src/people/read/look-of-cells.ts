/** What a cell looks like, when its header tells nothing. */

export const EMAIL = /^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/
const DATE =
  /^\s*(\d{8}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}([T ].*)?|\d{1,2}[ -]\p{L}{3,9}\.?[ -]\d{4})\s*$/u
const WORDS = /^\p{L}[\p{L}’' .-]*$/u

export function looksLikeBirthDate(cell: string): boolean {
  if (!DATE.test(cell)) return false
  const text = cell.trim()
  return /[-/. ]/.test(text) || isYear(text.slice(0, 4)) || isYear(text.slice(4))
}

export function looksLikeSex(cell: string): boolean {
  return /^(M|F|H|MALE|FEMALE|HOMME|FEMME|MASCULIN|F[EÉ]MININ|MME|M\.|MR)$/i.test(cell)
}

/** Letters alone, as names and towns are. */
export function looksLikeWords(cell: string): boolean {
  return cell.length >= 2 && cell.length <= 60 && WORDS.test(cell)
}

/**
 * What a column of national identifiers holds: NIRs, even damaged ones, or numbers and codes of another kind. Undefined
 * where too little is there to tell.
 */
export function looksOpaque(cells: readonly string[], isNir: (cell: string) => boolean): boolean | undefined {
  const texts = cells.map((cell) => cell.replace(/[\s\u00a0\u202f.\-_/']/g, '')).filter((text) => text !== '')
  if (texts.length === 0) return undefined
  // 11 to 15 figures, or a number in scientific notation: a NIR that lost its key, its letter or its digits.
  const like = texts.filter(
    (text) => isNir(text) || /^[1-8][\dAB]{10,14}$/i.test(text) || /^\d[.,]?\d*E\+?\d+$/i.test(text),
  )
  if (like.length > texts.length * 0.05) return false
  const codes = texts.filter((text) => text.length >= 3 && text.length <= 64 && /\d/.test(text))
  return codes.length >= texts.length * 0.8 ? true : undefined
}

function isYear(text: string): boolean {
  const year = Number(text)
  return year >= 1880 && year <= 2040
}
