import { excelSerial, isRealDate, TWO_DIGITS } from './calendar.ts'
import type { DamageName } from './damage.ts'
import { below, nth, oneOf } from './draw.ts'
import { keyOfText } from './national-id.ts'

/**
 * Each function gives the spoiled cell, or null when the damage cannot apply to this row (it is then not counted).
 * `bits` are 32 random bits of the row.
 */

/** Placeholders typed when no number is known, or given for sensitive care: the same for many people. */
const FICTITIOUS = ['1111111111111', '2222222222222', '1999999999999', '2999999999999'].map(
  (nir) => nir + keyOfText(nir),
)

export function spoilNationalId(
  damage: DamageName,
  id: string,
  otherParentId: string,
  bits: number,
): string | null {
  if (damage === 'no_nir') return ''
  if (damage === 'not_available_nir') return '#N/A'
  if (damage === 'no_key') return id.slice(0, 13)
  if (damage === 'wrong_digit') return wrongDigit(id, bits)
  if (damage === 'scientific_nir') return scientific(id)
  if (damage === 'fictitious_nir') return oneOf(FICTITIOUS, bits)
  if (damage === 'provisional_nir') return provisional(id, bits)
  return otherParentId || null
}

/** Another digit among the year, month, commune or order (the department may hold a letter); the key stays. */
function wrongDigit(id: string, bits: number): string {
  const at = [1, 2, 3, 4, 7, 8, 9, 10, 11, 12][below(bits, 10)]!
  const digit = (Number(id.charAt(at)) + 1 + below(nth(bits, 1), 9)) % 10
  return id.slice(0, at) + digit + id.slice(at + 1)
}

/** `1,85038E+14`: what a French spreadsheet shows. Corsican numbers with a letter stay text there. */
function scientific(id: string): string | null {
  if (id.charAt(6) === 'A' || id.charAt(6) === 'B') return null
  return `${id.charAt(0)},${id.slice(1, 6)}E+14`
}

/** The number the person had before their civil status was checked: first digit 7 or 8, another order. */
function provisional(id: string, bits: number): string | null {
  const sex = Number(id.charAt(0))
  if (sex > 2) return null
  const nir =
    sex +
    6 +
    id.slice(1, 5) +
    '99' +
    String(100 + below(bits, 400)) +
    String(1 + below(nth(bits, 1), 999)).padStart(3, '0')
  return nir + keyOfText(nir)
}

const LETTERS = 'EAISNRTOLUDCMP'

/** One letter replaced, dropped, doubled or exchanged with the next, after the first letter. */
export function typo(word: string, bits: number): string | null {
  if (word.length < 3) return null
  const at = 1 + below(bits, word.length - 2)
  const [before, letter, next] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1)]
  const kind = nth(bits, 1) % 4
  if (kind === 0) return before + letter + word.slice(at)
  if (kind === 1) return before + word.slice(at + 1)
  if (kind === 2 && letter !== next) return before + next + letter + word.slice(at + 2)
  const other = LETTERS.charAt(below(nth(bits, 2), LETTERS.length))
  return before + (other === letter ? 'Y' : other) + word.slice(at + 1)
}

/** Old formats keep 25 characters, some screens 15. */
export function truncate(word: string): string | null {
  if (word.length > 25) return word.slice(0, 25)
  return word.length > 15 ? word.slice(0, 15) : null
}

export function spoilBirthDate(damage: DamageName, year: number, month: number, day: number): string | null {
  if (damage === 'no_birth_date') return ''
  const [mm, dd] = [TWO_DIGITS[month]!, TWO_DIGITS[day]!]
  if (damage === 'day_month_swapped') return day === month ? null : year + dd + mm
  if (damage === 'two_digit_year') return TWO_DIGITS[year % 100] + mm + dd
  return isRealDate(year, month, day) ? String(excelSerial(year, month, day)) : null
}

export function withoutLeadingZeros(number: string): string | null {
  return number.startsWith('0') ? number.replace(/^0+/, '') : null
}
