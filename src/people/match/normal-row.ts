import {
  normalName,
  normalNumber,
  normalOpaqueId,
  parseBirthDate,
  parseNir,
  parseRank,
  parseSex,
} from '../identity/index.ts'
import type { ColumnMap, Field, Layout } from '../read/index.ts'
import { fields } from '../read/index.ts'

/** Parts the fields of a work file: a control character that no text holds. */
export const FIELD_END = '\x1f'
const LONGEST_NAME = 120
const REMEMBERED = 200_000
const NIR_CLASSES = {
  absent: 0,
  definitive: 1,
  unverified: 2,
  provisional: 3,
  fictitious: 4,
  malformed: 5,
} as const

/** The normal form of one record as a line of a work file; the columns are those of `identity-columns.sql`. */
export type RowWriter = (cells: readonly string[], row: number) => string

/**
 * Builds the function that turns a file's records into work lines: row, categories, national identifier and its class,
 * birth date, rank, sex, three names, three numbers. Distinct names and numbers are normalised once.
 */
export function normalRowWriter(layout: Layout): RowWriter {
  const at = layout.columns
  const cell = (cells: readonly string[], field: Field) => cellAt(cells, at[field])
  const name = remembered((raw) => normalName(raw).slice(0, LONGEST_NAME))
  // Member and contract numbers hardly repeat: remembering them costs more than it saves. Insurers do.
  const number = (raw: string) => (raw === '' ? '' : normalNumber(raw).slice(0, LONGEST_NAME))
  const insurer = remembered(number)
  const nationalId = layout.nationalIdKind === 'nir' ? nirPart : opaquePart
  const present = presence(at)
  return (cells, row) => {
    const date = parseBirthDate(cell(cells, 'birth_date'), layout.dateFormat)
    return (
      `${row}${FIELD_END}${present(cells)}${FIELD_END}${nationalId(cell(cells, 'national_id'))}${FIELD_END}` +
      `${date || ''}${FIELD_END}${parseRank(cell(cells, 'rank')) || ''}${FIELD_END}${parseSex(cell(cells, 'sex')) || ''}${FIELD_END}` +
      `${name(cell(cells, 'surname'))}${FIELD_END}${name(cell(cells, 'usage_name'))}${FIELD_END}${name(cell(cells, 'first_names'))}${FIELD_END}` +
      `${number(cell(cells, 'member_number'))}${FIELD_END}${number(cell(cells, 'contract'))}${FIELD_END}${insurer(cell(cells, 'insurer'))}`
    )
  }
}

/** The register's own fields as they stand, after the identity: for addressees, not for matching. The NIR is left out. */
export function rawFieldsWriter(
  layout: Layout,
  kept: readonly Field[],
): (cells: readonly string[]) => string {
  const indexes = kept.map((field) => layout.columns[field])
  return (cells) => {
    let line = ''
    for (const index of indexes) line += FIELD_END + harmless(cellAt(cells, index))
    return line
  }
}

/** Bit i is set when the i-th of `fields` has a value in the row: what was exposed of this person. */
function presence(at: ColumnMap): (cells: readonly string[]) => number {
  const mapped = fields
    .map((field, bit) => ({ index: at[field], bit: 2 ** bit }))
    .filter((f) => f.index !== undefined)
  return (cells) => {
    let bits = 0
    for (const { index, bit } of mapped) if (cells[index!] !== '') bits += bit
    return bits
  }
}

function nirPart(raw: string): string {
  const nir = parseNir(raw)
  return `${nir.id ?? ''}${FIELD_END}${NIR_CLASSES[nir.class]}`
}

function opaquePart(raw: string): string {
  const id = normalOpaqueId(raw).slice(0, LONGEST_NAME)
  return `${id}${FIELD_END}${id === '' ? 0 : 1}`
}

function cellAt(cells: readonly string[], index: number | undefined): string {
  return index === undefined ? '' : (cells[index] ?? '')
}

/** Line ends and the field mark would break a work file; a cell holds them only inside quotes. */
function harmless(cell: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the field mark is a control character
  return /[\r\n\x1f]/.test(cell) ? cell.replace(/\r\n|[\r\n\x1f]/g, ' ') : cell
}

/** Names repeat: a bounded memory of the normal forms already computed. */
function remembered(compute: (raw: string) => string): (raw: string) => string {
  let known = new Map<string, string>()
  return (raw) => {
    if (raw === '') return ''
    const found = known.get(raw)
    if (found !== undefined) return found
    if (known.size >= REMEMBERED) known = new Map()
    const value = compute(raw)
    known.set(raw, value)
    return value
  }
}
