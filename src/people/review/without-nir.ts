import { MASKED } from './model.ts'

/** Thirteen or fifteen characters shaped like a NIR, Corsica included, alone or amid other text, parted or not. */
const NIR = /(?<!\d)[1-8]\d{4}(?:\d\d|2[ab])\d{6}(?:\d\d)?(?!\d)/i
/** What a spreadsheet makes of one: `1,85034E+14`. */
const SCIENTIFIC = /\d[.,]\d+E\+1[2-4]/i
const SEPARATORS = /[\s\u00a0\u202f.\-_/']/g
const LONGEST_CELL = 300
/** A shorter identifier would hide half of what people write. */
const SHORTEST_IDENTIFIER = 6

/**
 * A cell for the database: empty cells go, and so does everything in a cell that holds the row's identifier or anything
 * shaped like one (design, promise 5).
 * @param identifiers of the row, as they stand
 */
export function cellWithoutNir(cell: string, identifiers: readonly string[] = []): string {
  const text = cell.trim()
  const compact = compacted(text)
  if (NIR.test(text) || NIR.test(compact) || SCIENTIFIC.test(text)) return MASKED
  const known = identifiers.map(compacted).filter((id) => id.length >= SHORTEST_IDENTIFIER)
  if (known.some((id) => compact.includes(id))) return MASKED
  return text.slice(0, LONGEST_CELL).replace(/\p{Surrogate}|\0/gu, '')
}

/** Does a note or any other free text hold something shaped like a NIR? */
export function holdsNir(text: string): boolean {
  return cellWithoutNir(text) === MASKED
}

function compacted(text: string): string {
  return text.replace(SEPARATORS, '').toUpperCase()
}
