import type { DateFormat } from '../identity/index.ts'

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15'] as const
export type Encoding = (typeof encodings)[number]

export const kinds = ['delimited', 'xlsx', 'parquet'] as const
/** What a list comes in. Everything but `delimited` is text in UTF-8 once read. */
export type Kind = (typeof kinds)[number]

/** The two lists a run reads: the controller's own people, and what the processor lost. */
export type ListRole = 'register' | 'exposed'

/** Fields that tell who a person is; both lists may have them. */
export const identityFields = [
  'national_id',
  'birth_date',
  'rank',
  'surname',
  'usage_name',
  'first_names',
  'sex',
  'member_number',
  'contract',
  'insurer',
] as const

/** Fields of the register alone: its key, and how to reach the person. */
export const registerFields = [
  'member_id',
  'email',
  'address_1',
  'address_2',
  'address_3',
  'address_4',
  'postcode',
  'city',
  'country',
  'policyholder_id',
  'minor',
  'deceased',
  'guardian_name',
  'guardian_address',
  'guardian_postcode',
  'guardian_city',
  'protected_address',
  'overseas',
  'company',
  'population',
] as const

/** Fields of the exposed list that say what was exposed and tell nothing about who. */
export const exposureFields = ['insurer_name', 'cover'] as const

export const fields = [...identityFields, ...registerFields, ...exposureFields] as const
export type Field = (typeof fields)[number]

/** Which column (0-based) holds a field. */
export type ColumnMap = Partial<Record<Field, number>>

/** Why a column was taken for a field: the columns file, its header, or what its cells look like. */
export type ColumnReason = 'said' | 'header' | 'content'

/** How one file is to be read: found by looking at it, or said by `--columns`. */
export interface Layout {
  readonly kind: Kind
  readonly encoding: Encoding
  /** One ASCII character; empty when the file is no delimited text. */
  readonly separator: string
  readonly lineEnd: '\n' | '\r'
  /** A space follows each separator and is no part of the cell. */
  readonly isPadded?: boolean
  /** The sheet of a workbook, and the row (1-based) of its header; 0 for none. */
  readonly sheet?: string
  readonly headerRow?: number
  readonly headers: readonly string[]
  /** False when the first line already holds a record. */
  readonly hasHeader: boolean
  /** Lines of delimited text, blank ones aside, before the first record: `sep=;` and titles, the header (default: the header). */
  readonly headerLines?: number
  readonly columns: ColumnMap
  readonly reasons: Partial<Record<Field, ColumnReason>>
  readonly dateFormat: DateFormat
  readonly nationalIdKind: 'nir' | 'opaque'
}

export const quarantineReasons = [
  'wrong_column_count',
  'undecodable_bytes',
  'unterminated_quote',
  'text_after_quote',
  'control_character',
  'line_too_long',
  'truncated_last_line',
  'broken_cell',
  'formula_without_value',
] as const
export type QuarantineReason = (typeof quarantineReasons)[number]

/** A physical line, or a row of a sheet or a Parquet file, that could not be read as a record. */
export interface QuarantinedLine {
  /** 1-based number it takes among the data rows. */
  readonly row: number
  /** 1-based physical line; the row of a sheet or of a Parquet file. */
  readonly line: number
  /** 1-based column of the file where reading stopped; 0 when the whole line is at fault. */
  readonly column: number
  readonly reason: QuarantineReason
  /**
   * The line as it stands in the file, without its line end; of a line too long, the beginning. Of a row of a sheet, its
   * XML; of a row of a Parquet file, its values as JSON.
   */
  readonly bytes: Buffer
}

/**
 * Row accounting of one file (I0): lines = header + blank + records + continuation + quarantined. `lines` is counted on
 * the bytes, the rest by the reader: two counts that must agree. Of a sheet, lines are its rows up to the last; of a
 * Parquet file, the rows that its footer declares.
 */
export interface Accounting {
  readonly lines: number
  readonly headerLines: number
  readonly blankLines: number
  readonly records: number
  readonly continuationLines: number
  readonly quarantined: number
  readonly quarantinedByReason: Partial<Record<QuarantineReason, number>>
  /** Among the records, those that a repaired row gave back; they no longer count as quarantined. */
  readonly repaired?: number
}

export function accountingHolds(a: Accounting): boolean {
  return a.lines === a.headerLines + a.blankLines + a.records + a.continuationLines + a.quarantined
}
