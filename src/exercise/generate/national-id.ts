import { TWO_DIGITS } from './calendar.ts'
import { below, nth } from './draw.ts'

/**
 * National identifiers (NIR): sex, year, month, place of birth, order, then the two-digit key 97 - (n mod 97), where
 * for the key only 2A counts as 19 and 2B as 18 (Insee, NIR; decree 82-103).
 */

/** Five characters of birth place, and their value for the key. */
interface Place {
  readonly code: string
  readonly value: number
  /** Corsica before 1976: department 20. */
  readonly before1976: string
  readonly abroad: boolean
}

const ORDERS = 999
const COMMUNES = 400
const THREE_DIGITS = Array.from({ length: 1_000 }, (_, n) => String(n).padStart(3, '0'))

/**
 * Birth places of one population. The own register and the rest of the world take different communes, so that two
 * different people never share a NIR by accident of the generator (38 million people on each side).
 */
export function birthPlaces(firstCommune: 1 | 401): readonly Place[] {
  const places: Place[] = []
  for (let department = 1; department <= 95; department++) {
    if (department === 20) continue
    for (let n = 0; n < COMMUNES; n++) places.push(place(TWO_DIGITS[department] as string, firstCommune + n))
  }
  // Even communes in the south, odd in the north: 20xxx before 1976 then still belongs to one of them only.
  for (let n = 0; n < 160; n++) places.push(place((firstCommune + n) % 2 ? '2B' : '2A', firstCommune + n))
  for (let n = 0; n < 40; n++)
    for (const over of [971, 972, 973, 974, 976]) places.push(overseas(over, firstCommune, n))
  for (let country = 100; country < 500; country++)
    if ((country % 2 === 0) === (firstCommune === 1)) places.push(place('99', country))
  return places
}

function place(department: string, commune: number): Place {
  const code = department + THREE_DIGITS[commune]
  const before1976 = department.startsWith('2A') || department.startsWith('2B') ? `20${code.slice(2)}` : code
  return { code, value: keyValue(code), before1976, abroad: department === '99' }
}

function overseas(department: number, firstCommune: number, n: number): Place {
  const code = `${department}${TWO_DIGITS[(firstCommune === 1 ? 1 : 50) + n]}`
  return { code, value: Number(code), before1976: code, abroad: false }
}

function keyValue(place: string): number {
  return Number(place.replace('2A', '19').replace('2B', '18'))
}

/** The place in which the person of this index was born; with the order it is unique for 38 million indices. */
export function placeOf(places: readonly Place[], index: number): Place {
  return places[slotOf(places, index) % places.length] as Place
}

function slotOf(places: readonly Place[], index: number): number {
  // 61,803,419 is prime to the number of slots (checked by a test), so this is a permutation of the slots.
  return (index * 61_803_419) % (places.length * ORDERS)
}

export interface NationalIdParts {
  readonly male: boolean
  readonly year: number
  /** 01..12, or 00 when the month is unknown: the NIR then has a month code of its own. */
  readonly month: number
  /** A temporary number of a person whose civil status is being checked: first digit 7 or 8. */
  readonly provisional: boolean
}

/** A NIR of 13 characters and its key. */
export function nationalId(
  places: readonly Place[],
  index: number,
  parts: NationalIdParts,
  bits: number,
): string {
  const slot = slotOf(places, index)
  const born = places[slot % places.length] as Place
  const order = Math.floor(slot / places.length) + 1
  const sex = (parts.male ? 1 : 2) + (parts.provisional ? 6 : 0)
  const yy = parts.year % 100
  const month = parts.month || unknownMonth(bits)
  const old = parts.year < 1976 && born.code !== born.before1976
  const tail = (old ? Number(born.before1976) : born.value) * 1_000 + order
  const text =
    sex + TWO_DIGITS[yy]! + TWO_DIGITS[month]! + (old ? born.before1976 : born.code) + THREE_DIGITS[order]!
  return text + TWO_DIGITS[keyOfParts(sex * 10_000 + yy * 100 + month, tail)]!
}

/** Months 20 to 30 and 50 to 99 stand for an unknown month. */
function unknownMonth(bits: number): number {
  return bits % 2 ? 20 + below(nth(bits, 1), 11) : 50 + below(nth(bits, 2), 50)
}

/** 97 - (n mod 97) for n = head x 10^8 + tail, in integers that stay small (10^8 mod 97 = 81). */
function keyOfParts(head: number, tail: number): number {
  return 97 - (((head % 97) * 81 + (tail % 97)) % 97)
}

/** The key of 13 characters, Corsica included. */
export function keyOfText(nir13: string): string {
  const digits = nir13.replace('2A', '19').replace('2B', '18')
  return TWO_DIGITS[keyOfParts(Number(digits.slice(0, 5)), Number(digits.slice(5)))] as string
}
