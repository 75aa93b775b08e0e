/** What a spreadsheet would run: even after blanks, or in full width. */
const FORMULA = /^[\t\r\n]|^\s*[=+\-@＝＋－＠]/

/**
 * A cell of a CSV that people open in a spreadsheet: quoted where needed (RFC 4180), with an apostrophe before what would run
 * as a formula (OWASP, CSV injection).
 */
export function csvCell(text: string, separator = ';'): string {
  const inert = FORMULA.test(text) ? `'${text}` : text
  return /["\r\n]/.test(inert) || inert.includes(separator) ? `"${inert.replaceAll('"', '""')}"` : inert
}

/** A table for a spreadsheet: UTF-8 with its mark, semicolons, CRLF. */
export function csvTable(rows: readonly (readonly unknown[])[]): string {
  const lines = rows.map((row) => row.map((value) => csvCell(String(value ?? ''))).join(';'))
  return `\ufeff${lines.join('\r\n')}\r\n`
}
