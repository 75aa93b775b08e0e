import type { DateFormat } from '../identity/index.ts'

/**
 * The normal forms of people/identity for the spellings that make up nearly every cell, read from bytes. `ODD` for any
 * other spelling, which the functions of people/identity then judge: they are the definition, and a test holds both to
 * the same answers.
 */
export const ODD = -1

const ZERO = 48
const NINE = 57

/** The 13 digits of a NIR of 13 or 15 digits as one number; ODD when a byte is no digit. */
export function plainNir(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start
  if (length !== 13 && length !== 15) return ODD
  const high = digits(bytes, start, start + 7)
  const low = digits(bytes, start + 7, start + 13)
  const key = length === 15 ? digits(bytes, start + 13, end) : 0
  return high < 0 || low < 0 || key < 0 ? ODD : high * 1_000_000 + low
}

/** Class of a NIR that `plainNir` read: 1 definitive, 2 unverified (no key); ODD for every other. */
export function plainNirClass(bytes: Uint8Array, start: number, end: number): number {
  const high = digits(bytes, start, start + 7)
  const low = digits(bytes, start + 7, start + 13)
  const first = bytes[start]! - ZERO
  const month = digits(bytes, start + 3, start + 5)
  if (first < 1 || first > 2 || month < 1 || month > 12 || low % 1000 === 0) return ODD
  if (mayBeFictitious(bytes, start)) return ODD
  if (end - start === 13) return 2
  // 10^6 mod 97 is 27.
  return digits(bytes, start + 13, end) === 97 - (((high % 97) * 27 + low) % 97) ? 1 : ODD
}

/** Year 22 with month 22 cannot be (months end at 12), so a repeated digit is 1 throughout; the others begin alike. */
function mayBeFictitious(bytes: Uint8Array, start: number): boolean {
  const second = bytes[start + 1]!
  if (second === ZERO || second === NINE) {
    for (let i = 2; i < 13; i++) {
      const byte = bytes[start + i]!
      if (byte !== ZERO && byte !== NINE) return false
    }
    return true
  }
  return digits(bytes, start, start + 4) === 1111 || digits(bytes, start, start + 4) === 1234
}

/** A date of eight digits, or of parts of two, two and four digits: `yyyymmdd` as one integer. */
export function plainDate(bytes: Uint8Array, start: number, end: number, format: DateFormat): number {
  const length = end - start
  if (length === 0) return 0
  if (length === 8) {
    if (format === 'ddmmyyyy') return packed(bytes, start + 4, start + 2, start)
    const date = digits(bytes, start, end)
    return date >= 0 && date < 100 ? 0 : date
  }
  if (length !== 10) return ODD
  if (isMark(bytes[start + 2]!) && isMark(bytes[start + 5]!)) {
    return format === 'mm/dd/yyyy'
      ? packed(bytes, start + 6, start, start + 3)
      : packed(bytes, start + 6, start + 3, start)
  }
  if (isMark(bytes[start + 4]!) && isMark(bytes[start + 7]!)) {
    return packed(bytes, start, start + 5, start + 8)
  }
  return ODD
}

/** The single digit 1 to 9 of a rank, 0 for an empty cell. */
export function plainRank(bytes: Uint8Array, start: number, end: number): number {
  if (start === end) return 0
  const byte = bytes[start]!
  return end - start === 1 && byte > ZERO && byte <= NINE ? byte - ZERO : ODD
}

/** 1 for `1`, `M`, `H`; 2 for `2`, `F`; 0 for an empty cell. */
export function plainSex(bytes: Uint8Array, start: number, end: number): number {
  if (start === end) return 0
  if (end - start > 1) return ODD
  const byte = bytes[start]!
  if (byte === 49 || byte === 77 || byte === 72) return 1
  return byte === 50 || byte === 70 ? 2 : ODD
}

/**
 * Where the normal form of a number begins, its leading zeros left out: the rest is capitals and digits. Words for a
 * missing value hold no digit. ODD otherwise, an empty cell included.
 */
export function plainNumber(bytes: Uint8Array, start: number, end: number): number {
  let from = start
  while (from < end && bytes[from] === ZERO) from++
  if (from === end) return ODD
  let hasDigit = false
  for (let at = from; at < end; at++) {
    const byte = bytes[at]!
    if (byte >= ZERO && byte <= NINE) hasDigit = true
    else if (byte < 65 || byte > 90) return ODD
  }
  return hasDigit || !mayBeginPlaceholder(bytes[from]!) ? from : ODD
}

/**
 * Is this name of plain letters, one space, dash or apostrophe between words, and no word for a missing value? Then
 * capitals and spaces (`plainLetter`) make its normal form.
 */
export function isPlainName(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start]! & ~32
  if (start === end || first === 88 || (end - start < 10 && mayBeginPlaceholder(first))) return false
  let afterMark = true
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!
    const letter = byte & ~32
    if (letter >= 65 && letter <= 90) afterMark = false
    else if (afterMark || (byte !== 32 && byte !== 45 && byte !== 39)) return false
    else afterMark = true
  }
  return !afterMark
}

/** A byte of a name that `isPlainName` accepts, in its normal form. */
export function plainLetter(byte: number): number {
  return byte < 65 ? 32 : byte & ~32
}

/** NULL, NONE, NAN, NÉANT, NR, N/A, INCONNU, UNKNOWN, XXX…: the words for a missing value begin with these letters. */
function mayBeginPlaceholder(byte: number): boolean {
  return byte === 78 || byte === 88 || byte === 73 || byte === 85
}

function packed(bytes: Uint8Array, year: number, month: number, day: number): number {
  const y = digits(bytes, year, year + 4)
  const m = digits(bytes, month, month + 2)
  const d = digits(bytes, day, day + 2)
  return y < 0 || m < 0 || d < 0 ? ODD : y * 10_000 + m * 100 + d
}

function isMark(byte: number): boolean {
  return byte === 47 || byte === 45 || byte === 46 || byte === 32
}

/** At most nine digits as a number; ODD when a byte is none. */
function digits(bytes: Uint8Array, start: number, end: number): number {
  let value = 0
  for (let at = start; at < end; at++) {
    const byte = bytes[at]! - ZERO
    if (byte < 0 || byte > 9) return ODD
    value = value * 10 + byte
  }
  return value
}
