import { readWrittenDate } from './written-date.ts'

/**
 * A birth date as three integers, each 0 when unknown: a lunar or incomplete date is no calendar date, and a cast to
 * DATE would lose it. Day and month run 0 to 99; a year below 100 has an unknown century.
 */
export interface BirthDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

export const dateFormats = [
  'yyyymmdd',
  'yyyy-mm-dd',
  'dd/mm/yyyy',
  'mm/dd/yyyy',
  'ddmmyyyy',
  'excel1900',
  'excel1904',
] as const
export type DateFormat = (typeof dateFormats)[number]

export const UNKNOWN_DATE = 0

/** Two-digit years up to this one are read as 20yy. Fixed, so that a file reads the same in any year. */
const PIVOT = 26
const PARTED = /^\s*(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})(?:[T ].*)?\s*$/

/**
 * Reads a birth date.
 * @param format how the column writes its dates; slashes, dashes and dots are interchangeable
 * @returns `yyyymmdd` as one integer with 0 for each unknown part; 0 when nothing can be read
 */
export function parseBirthDate(raw: string, format: DateFormat): number {
  if (raw === '') return UNKNOWN_DATE
  if (raw.length === 8 && isDigits(raw)) return format === 'ddmmyyyy' ? fromDayFirst(raw) : fromYearFirst(raw)
  const parted = PARTED.exec(raw)
  if (parted) return fromParts(parted[1]!, parted[2]!, parted[3]!, format)
  const bare = raw.trim().replace(/[.,]0+$/, '')
  if (format.startsWith('excel') && /^\d{1,5}([.,]\d+)?$/.test(bare)) {
    return fromSerial(Math.floor(Number(bare.replace(',', '.'))) + (format === 'excel1904' ? 1462 : 0))
  }
  if (isDigits(bare)) return fromBareNumber(bare, format)
  const written = readWrittenDate(raw)
  return written ? pack(written.year, written.month, written.day) : UNKNOWN_DATE
}

/** `1985-03-00` for people: unknown parts stay 00. */
export function birthDateText(date: number): string {
  if (date === UNKNOWN_DATE) return ''
  const text = String(date).padStart(8, '0')
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
}

function isDigits(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 48 || code > 57) return false
  }
  return text.length > 0
}

function fromYearFirst(text: string): number {
  const date = Number(text)
  return date < 100 ? UNKNOWN_DATE : date
}

function fromDayFirst(text: string): number {
  return pack(Number(text.slice(4)), Number(text.slice(2, 4)), Number(text.slice(0, 2)))
}

function fromParts(first: string, second: string, third: string, format: DateFormat): number {
  if (first.length > 2) return pack(Number(first), Number(second), Number(third))
  const year = third.length <= 2 ? centuryOf(Number(third)) : Number(third)
  if (format === 'mm/dd/yyyy') return pack(year, Number(first), Number(second))
  if (format === 'yyyy-mm-dd' && third.length <= 2) {
    return pack(centuryOf(Number(first)), Number(second), Number(third))
  }
  return pack(year, Number(second), Number(first))
}

function fromBareNumber(text: string, format: DateFormat): number {
  const number = Number(text)
  if (text.length === 8) return format === 'ddmmyyyy' ? fromDayFirst(text) : fromYearFirst(text)
  // ddmmyyyy and dd/mm/yy lose their leading zero in a spreadsheet.
  if (text.length === 7) return fromDayFirst(`0${text}`)
  if (text.length === 6) return fromSixDigits(text, format)
  if (text.length === 4) return number >= 1000 && number <= 2100 ? pack(number, 0, 0) : UNKNOWN_DATE
  return text.length === 5 ? fromSerial(number) : UNKNOWN_DATE
}

function fromSixDigits(text: string, format: DateFormat): number {
  const [a, b, c] = [Number(text.slice(0, 2)), Number(text.slice(2, 4)), Number(text.slice(4))]
  if (format === 'yyyymmdd' || format === 'yyyy-mm-dd') return pack(centuryOf(a), b, c)
  return format === 'mm/dd/yyyy' ? pack(centuryOf(c), a, b) : pack(centuryOf(c), b, a)
}

/** A spreadsheet's day number: day 1 is 1900-01-01, and the 29 February 1900 that never was counts (ECMA-376 18.17.4). */
export function fromSerial(serial: number): number {
  // Excel knows no day before 1900; the libraries that write one count from 1899-12-30.
  const days = serial - (serial > 60 || serial < 1 ? 25_569 : 25_568)
  // Civil date from days since 1970-01-01 (H. Hinnant, "chrono-compatible low-level date algorithms").
  const z = days + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return pack(year, month, dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1)
}

function centuryOf(twoDigits: number): number {
  return twoDigits <= PIVOT ? 2000 + twoDigits : 1900 + twoDigits
}

function pack(year: number, month: number, day: number): number {
  if (year > 9999 || month > 99 || day > 99) return UNKNOWN_DATE
  return year * 10_000 + month * 100 + day
}
