import type { DataCategory } from '../notices/index.ts'

/** The kind of data that a field of an exposed row is; a field that is none (a sex alone) has no entry. */
const CATEGORY_OF: Readonly<Record<string, DataCategory>> = {
  surname: 'surname',
  usage_name: 'surname',
  first_names: 'first_names',
  birth_date: 'birth_date',
  rank: 'birth_rank',
  national_id: 'nir',
  insurer: 'insurer_name',
  insurer_name: 'insurer_name',
  contract: 'contract_number',
  member_number: 'member_number',
  cover: 'cover',
}

/** What the rows that name a person hold, in the words of the notices. */
export function categoriesOfRows(fields: readonly string[]): DataCategory[] {
  return [...new Set(fields.flatMap((field) => CATEGORY_OF[field] ?? []))]
}
