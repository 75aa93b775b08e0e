import type { DateFormat } from '../identity/index.ts'
import { applyMapping, type SideMapping, saidColumns } from './column-mapping.ts'
import { detectColumns } from './detect-columns.ts'
import type { ColumnMap, ColumnReason, Field } from './model.ts'

export interface ColumnsChosen {
  readonly columns: ColumnMap
  readonly reasons: Partial<Record<Field, ColumnReason>>
  readonly dateFormat: DateFormat | undefined
}

/** The columns that are said, and no other; else those that headers and cells tell. Throws `read.unknownColumn`. */
export function chooseColumns(
  table: { readonly headers: readonly string[]; readonly sample: readonly (readonly string[])[] },
  mapping: SideMapping | undefined,
  file: string,
): ColumnsChosen {
  const said = saidColumns(mapping)
  if (said.length === 0) return { ...detectColumns(table.headers, table.sample), dateFormat: undefined }
  return {
    columns: applyMapping(said, table.headers, file),
    reasons: Object.fromEntries(said.map(([field]) => [field, 'said'])),
    dateFormat: mapping?.birth_date?.format,
  }
}

/** Some identity is possible: a national identifier, a name with a date, or a member number with a first name. */
export function canIdentify(columns: ColumnMap): boolean {
  const has = (field: keyof ColumnMap) => columns[field] !== undefined
  const named = has('first_names') || has('surname') || has('usage_name')
  return (
    has('national_id') ||
    (named && (has('birth_date') || has('member_number'))) ||
    (has('member_number') && has('birth_date'))
  )
}
