import { columnNamed, type SideMapping, saidColumns } from './column-mapping.ts'
import { fieldOfHeader } from './columns.ts'
import { looksLikeRecord } from './detect-columns.ts'
import { SEPARATORS } from './detect-separator.ts'

/** Titles may stand above the header: so many lines are searched for it. */
const WITHIN = 20
/** The line by which a spreadsheet tells itself the separator. */
const SEPARATOR_LINE = /^"?sep=([^A-Za-z0-9" ])"?$/i

export interface HeaderPlace {
  /** Index of the line where the header, or the first record, stands. */
  readonly start: number
  /** Lines above it that are not blank: `sep=;`, titles. */
  readonly titles: number
  readonly separator: string | undefined
}

/** Where a list begins: its first line, unless that one names no field and a line below names two, or all that are said. */
export function findHeader(lines: readonly string[], mapping: SideMapping | undefined): HeaderPlace {
  const full = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index])).slice(0, WITHIN)
  const told = SEPARATOR_LINE.exec(lines[full[0]!]!.trim())
  if (told && full.length > 1) return { start: full[1]!, titles: 1, separator: told[1] }
  const said = saidColumns(mapping).map(([, { column }]) => column)
  const cut = (line: string) =>
    SEPARATORS.map((mark) => line.split(mark).map((cell) => cell.trim().replace(/^"|"$/g, '')))
  const namesSaid = (line: string) =>
    cut(line).some((cells) => said.every((column) => columnNamed(column, cells) >= 0))
  const named = (line: string) =>
    Math.max(...cut(line).map((cells) => cells.filter((cell) => fieldOfHeader(cell) !== undefined).length))
  const place = said.length > 0 ? full.findIndex((index) => namesSaid(lines[index]!)) : unsaid()
  return { start: full[Math.max(0, place)]!, titles: Math.max(0, place), separator: undefined }

  function unsaid(): number {
    const first = lines[full[0]!]!
    if (named(first) > 0 || cut(first).some(looksLikeRecord)) return 0
    return full.findIndex((index) => named(lines[index]!) > 1)
  }
}
