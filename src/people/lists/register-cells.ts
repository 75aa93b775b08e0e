import type { Cell, Row } from './duckdb.ts'

/** Three integers: registers hold months beyond 12 and days 0 (lunar and incomplete dates), which no date type keeps. */
export function birthOf(row: Row): readonly [number | null, number | null, number | null] {
  if (row['birth_year'] != null)
    return [whole(row['birth_year']), whole(row['birth_month']), whole(row['birth_day'])]
  const raw = text(row['birth_date']) ?? ''
  const iso = /^(\d{4})-?(\d\d)-?(\d\d)/.exec(raw)
  if (iso) return [whole(iso[1]), whole(iso[2]), whole(iso[3])]
  const french = /^(\d\d)\/(\d\d)\/(\d{4})/.exec(raw)
  return french ? [whole(french[3]), whole(french[2]), whole(french[1])] : [null, null, null]
}

export function text(cell: Cell | undefined): string | null {
  const value = cell === null || cell === undefined ? '' : String(cell).trim()
  return value === '' ? null : value
}

function whole(cell: Cell | undefined): number | null {
  return cell === null || cell === undefined || cell === '' ? null : Number(cell)
}

export function flag(cell: Cell | undefined): boolean {
  return /^(?:o|oui|y|yes|t|true|vrai|1)$/i.test(text(cell) ?? '')
}
