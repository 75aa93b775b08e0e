import { fields } from '../read/index.ts'
import type { LoadedList } from './run-match.ts'

/** The names of the fields whose bit is set, in the order of `fields`, parted by `|`; null for none. */
export function categoriesSql({ layout }: Pick<LoadedList, 'layout'>): string {
  const parts = fields
    .map((field, bit) => ({ field, bit }))
    .filter(({ field }) => layout.columns[field] !== undefined)
    .map(({ field, bit }) => `case when seen & ${2 ** bit} <> 0 then '${field}' end`)
  return `nullif(concat_ws('|', ${parts.join(', ')}), '')`
}
