const SEPARATORS = /[\s\u00a0\u202f.\-_/']/g
const PLAIN = /^[1-9A-Z][0-9A-Z]*$/
const SCIENTIFIC = /^(\d)(?:[.,](\d+))?E\+(\d{1,3})$/i
/** What programs make of a whole number: `123456.0`. */
const DECIMAL = /^(\d+)[.,]0+$/
const PLACEHOLDERS =
  /^(#?N\/?A|#REF!|#VALEUR!|#VALUE!|#NOM\?|#NAME\?|#DIV\/0!|#NUM!|#NOMBRE!|#NULL!|#NUL!|#+|NULL|NONE|NAN|NEANT|NÉANT|INCONNU|INCONNUE|UNKNOWN|NR|XXX+|-+|\?+|0+)$/i

/** Words and marks that files put where a value is missing. */
export function isPlaceholder(text: string): boolean {
  const first = text.charCodeAt(0)
  // Fast way out: only these first characters can begin a placeholder.
  if (text.length > 9 && first !== 48 && first !== 45 && first !== 88 && first !== 120) return false
  return PLACEHOLDERS.test(text.trim())
}

/**
 * A member, contract or insurer number in normal form: upper case, no separators, no leading zeros (a spreadsheet
 * loses them). Empty when missing, or when a spreadsheet's scientific notation has destroyed its digits.
 */
export function normalNumber(raw: string): string {
  if (raw === '' || (PLAIN.test(raw) && !isPlaceholder(raw) && !SCIENTIFIC.test(raw))) return raw
  const trimmed = raw.trim()
  if (isPlaceholder(trimmed)) return ''
  const text = withoutNotation(trimmed).replace(SEPARATORS, '').toUpperCase().replace(/^0+/, '')
  return SCIENTIFIC.test(text) || isPlaceholder(text) ? '' : text
}

/** A national identifier that is not a NIR, compared as text: upper case, no separators. */
export function normalOpaqueId(raw: string): string {
  const text = withoutNotation(raw.trim()).replace(SEPARATORS, '').toUpperCase()
  return isPlaceholder(text) ? '' : text
}

/**
 * The digits that scientific notation still holds: `1.85033812304501E+14` has all of them, `1,85038E+14` has not.
 * @returns undefined when the text is no such notation, null when digits are lost
 */
export function digitsOfScientific(text: string): string | null | undefined {
  const found = SCIENTIFIC.exec(text)
  if (!found) return undefined
  const [, first = '', others = '', power] = found
  return others.length === Number(power) ? first + others : null
}

/** A number as a program wrote it, back to its digits; empty when they are lost. */
function withoutNotation(text: string): string {
  const digits = digitsOfScientific(text)
  return digits === undefined ? text.replace(DECIMAL, '$1') : (digits ?? '')
}

/** Birth rank 1 to 9; 0 when unknown. */
export function parseRank(raw: string): number {
  const rank = Number(raw)
  return Number.isInteger(rank) && rank >= 1 && rank <= 9 ? rank : 0
}

/** 1 male, 2 female (as in the NIR and ISO/IEC 5218); 0 unknown. */
export function parseSex(raw: string): 0 | 1 | 2 {
  const text = raw.trim()
  if (text === '') return 0
  if (/^(1|M|H|MALE|HOMME|MASCULIN|M\.|MR|MONSIEUR)$/i.test(text)) return 1
  return /^(2|F|FEMALE|FEMME|FEMININ|FÉMININ|MME|MLLE|MADAME)$/i.test(text) ? 2 : 0
}
