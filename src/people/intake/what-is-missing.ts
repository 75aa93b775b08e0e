import { canIdentify, type Field, type ListRole } from '../read/index.ts'

/** What a list does without, named by what it costs; the words are in texts. The gravest first. */
export type Missing =
  | 'identity'
  | 'member_id'
  | 'national_id'
  | 'birth_date'
  | 'names'
  | 'numbers'
  | 'insurer'
  | 'contact'
  | 'household'
  | 'deceased'
  | 'protected_address'
  | 'company'

/** Without these an import cannot be. */
export const NEEDED: readonly Missing[] = ['identity', 'member_id']

/** Pure: what the fields that a list has leave out. Some stop the import; the rest costs something and is said. */
export function whatIsMissing(role: ListRole, fields: readonly (Field | null)[]): Missing[] {
  const has = (...wanted: readonly Field[]) => wanted.some((field) => fields.includes(field))
  const columns = Object.fromEntries(fields.flatMap((field, index) => (field ? [[field, index]] : [])))
  const both: [Missing, boolean][] = [
    ['identity', canIdentify(columns)],
    ['member_id', role === 'exposed' || has('member_id')],
    ['national_id', has('national_id')],
    ['birth_date', has('birth_date')],
    ['names', has('surname', 'usage_name') && has('first_names')],
    ['numbers', has('member_number', 'contract')],
    ['insurer', has('insurer')],
  ]
  const register: [Missing, boolean][] = [
    ['contact', has('email') || has('address_1', 'address_2', 'address_3', 'address_4', 'city')],
    ['household', has('policyholder_id')],
    ['deceased', has('deceased')],
    ['protected_address', has('protected_address')],
    ['company', has('company')],
  ]
  return [...both, ...(role === 'register' ? register : [])].flatMap(([what, there]) => (there ? [] : [what]))
}
