import { digitsOfScientific } from './number.ts'

/**
 * The NIR (numéro d'inscription au répertoire), French social security number: 13 characters and a key of two
 * digits. Source: Insee "Le NIR", service-public.fr F33078, SNDS dictionary (IR_NIR_V).
 */
export type NirClass = 'absent' | 'definitive' | 'unverified' | 'provisional' | 'fictitious' | 'malformed'

export interface ParsedNir {
  /**
   * `definitive`: 13 well-formed characters and a right key. `unverified`: well formed, no key given.
   * `provisional`: first digit 3, 4, 7, 8 (awaiting identification) or 5, 6 (transient). `fictitious`: never a key.
   * `malformed`: wrong key, impossible month or order, or not 13/15 characters.
   */
  readonly class: NirClass
  /**
   * The 13 characters as one integer for equality and joins, or null when there are not 13 of them. Corsica: 2A adds
   * 10^13 and 2B 2*10^13 to the number read with 20, so that 2A, 2B, 20, 19 and 18 stay five different things.
   */
  readonly id: number | null
  /** A spreadsheet's scientific notation has kept some of its digits only: `1,85038E+14`. */
  readonly isLost?: boolean
}

const ABSENT: ParsedNir = { class: 'absent', id: null }
const LENGTHLESS: ParsedNir = { class: 'malformed', id: null }
const LOST: ParsedNir = { class: 'malformed', id: null, isLost: true }
const CORSICA_STEP = 1e13
const SEPARATORS = /[\s\u00a0\u202f.\-_/']/g
const SHAPE = /^[1-8]\d{5}[\dAB]\d{6}(\d\d)?$/

/**
 * Reads a NIR as files hold it: 13 or 15 characters, spaces, dots and dashes allowed; also what programs make of a number,
 * `185033812304501.0`, and scientific notation where it still has every digit.
 * @param raw the cell's text
 */
export function parseNir(raw: string): ParsedNir {
  if (raw === '') return ABSENT
  const text = isPlainDigits(raw) ? raw : withoutNotation(raw)
  if (text === undefined) return LOST
  if (text === '' || /^(N\/?A|#N\/?A|NULL|NEANT|INCONNU|NR)$/.test(text)) return ABSENT
  if (text.length !== 13 && text.length !== 15) return LENGTHLESS
  if (!isPlainDigits(text) && !/^\d{6}[AB]\d{6}(\d\d)?$/.test(text)) return LENGTHLESS
  const id = identityOf(text)
  return { id, class: classOf(text, id) }
}

/** The key of 13 characters: `97 - (n mod 97)`, 01 to 97; for the key only, 2A counts as 19 and 2B as 18. */
export function nirKey(nir13: string): number {
  return 97 - (keyNumber(nir13) % 97)
}

/** Does this text look like a NIR (to find a column, or to refuse it in a public form)? Structure only, no key. */
export function isShapedLikeNir(raw: string): boolean {
  const text = raw.replace(SEPARATORS, '').toUpperCase()
  return SHAPE.test(text) && hasPossibleMonth(text)
}

/** Undefined when the notation has lost digits. */
function withoutNotation(raw: string): string | undefined {
  const bare = raw.trim().replace(/^'/, '')
  const digits = digitsOfScientific(bare)
  if (digits !== undefined) return digits ?? undefined
  return bare
    .replace(/^(\d{13}|\d{15})[.,]0+$/, '$1')
    .replace(SEPARATORS, '')
    .toUpperCase()
}

function isPlainDigits(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 48 || code > 57) return false
  }
  return true
}

function keyNumber(text: string): number {
  const letter = text.charCodeAt(6)
  if (letter === 65) return Number(`${text.slice(0, 5)}19${text.slice(7, 13)}`)
  if (letter === 66) return Number(`${text.slice(0, 5)}18${text.slice(7, 13)}`)
  return Number(text.slice(0, 13))
}

function identityOf(text: string): number {
  const letter = text.charCodeAt(6)
  if (letter < 65) return Number(text.slice(0, 13))
  const asTwenty = Number(`${text.slice(0, 6)}0${text.slice(7, 13)}`)
  return asTwenty + CORSICA_STEP * (letter - 64)
}

function classOf(text: string, id: number): NirClass {
  if (isFictitious(text)) return 'fictitious'
  if (text.length === 15 && Number(text.slice(13)) !== 97 - (keyNumber(text) % 97)) return 'malformed'
  const first = text.charCodeAt(0) - 48
  if (first >= 3 && first <= 8) return 'provisional'
  if (first === 0 || first === 9 || !isCorsicanOrPlain(text, id)) return 'malformed'
  if (!hasPossibleMonth(text) || text.slice(10, 13) === '000') return 'malformed'
  return text.length === 15 ? 'definitive' : 'unverified'
}

/** A letter is only ever the second character of department 2A or 2B. */
function isCorsicanOrPlain(text: string, id: number): boolean {
  return id < CORSICA_STEP || text.charCodeAt(5) === 50
}

/** Months 01-12; 20-42 and 50-99 stand for incomplete civil records. */
function hasPossibleMonth(text: string): boolean {
  const month = Number(text.slice(3, 5))
  return (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50
}

/** One digit repeated, or nothing but 0 and 9 after the first digit: a number typed to fill a mandatory field. */
function isFictitious(text: string): boolean {
  return /^(\d)\1{12}/.test(text) || /^\d[09]{12}/.test(text) || text.startsWith('1234567890123')
}
