import { birthDateText, fromSerial } from '../../identity/index.ts'

/** Days from 1899-12-31 to 9999-12-31, the last that a spreadsheet knows. */
const LAST_DAY = 2_958_465
/** Nobody on a list was born before 1790. */
const FIRST_DAY = 40_000
const FROM_1904 = 1462

/**
 * The ISO date of a day number, its time left out; undefined for what is no day. Numbers below zero, which libraries
 * write, are days before 1900 or 1904.
 * @param date1904 does the workbook count from 1904-01-01?
 */
export function serialDateText(serial: number, date1904: boolean): string | undefined {
  const day = Math.floor(serial) + (date1904 ? FROM_1904 : 0)
  const isDay = (day >= 1 && day <= LAST_DAY) || (serial < 0 && day > -FIRST_DAY)
  return isDay ? birthDateText(fromSerial(day)) : undefined
}
