import type { Layout } from '../read/index.ts'
import { sharedContact } from './contact-evidence.ts'
import { type RawSql, raw } from './render-sql.ts'
import { WEIGHTS } from './weights.ts'

/** What only the search asks of a pair: the first pass settles rows by an identifier, a date and a first name. */
export const searchColumns = {
  first: `null::varchar as member_number, null::varchar as policyholder_id, null::bigint as e_first_n, null::bigint as contract_n, null::bigint as postcode_n,
    null::tinyint as email_l, null::tinyint as postcode_l, null::tinyint as city_l, null::tinyint as street_l`,
  residual: `r.member_number, r.policyholder_id, ef.n as e_first_n, cf.n as contract_n, pf.n as postcode_n,
    case when e.email is null or r.email is null then null when e.email = r.email then 3 else 0 end as email_l,
    number_level(e.postcode, r.postcode) as postcode_l,
    name_level(e.city, r.city) as city_l,
    street_level(e.street, r.street) as street_l`,
} as const

interface List {
  readonly layout: Layout
  readonly read: { readonly accounting: { readonly records: number } }
}

/** Blocks too wide for a large list, or for lists without these columns: the kinds that these two lists can bear. */
export function wideKeys({ register, exposed }: { register: List; exposed: List }): {
  exposedKeys: RawSql
  registerKeys: RawSql
} {
  const own = [...undated(register.layout)]
  const kinds = contactKinds(register.layout, exposed.layout)
  const longest = Math.max(register.read.accounting.records, exposed.read.accounting.records)
  if (longest <= WEIGHTS.searchedWide) kinds.push(...shortListKinds)
  const guarded = (condition: string) => own.map((kind) => `case when ${condition} then ${kind} end`)
  return {
    exposedKeys: raw([...kinds, ...guarded('birth is null')].join(', ')),
    registerKeys: raw([...kinds, ...guarded('(select bool_or(birth is null) from left_rows)')].join(', ')),
  }
}

/** For rows without a date: halves of the identifier, of which one survives a wrong digit. */
function undated({ nationalIdKind }: Layout): string[] {
  const [head, tail] =
    nationalIdKind === 'nir' ? ['nid // 1000000', 'nid % 1000000'] : ['nid[1:4]', 'right(nid, 4)']
  return [
    `block('nid-head', ${head}, first_token(first_names))`,
    `block('nid-tail', ${tail}, first_token(first_names))`,
  ]
}

function contactKinds(register: Layout, exposed: Layout): string[] {
  const shared = sharedContact(register, exposed)
  return [
    ...(shared.includes('email') ? ["block('email', email)"] : []),
    ...(shared.includes('postcode')
      ? [
          "block('post-name', postcode, surname)",
          "block('post-first', postcode, first_token(first_names))",
          "block('post-birth', postcode, birth)",
        ]
      : []),
    ...(shared.includes('street')
      ? ["block('street', array_to_string(list_sort(tokens(street)), ' '))"]
      : []),
  ]
}

const shortListKinds = [
  "block('birth', birth)",
  "block('surname', surname)",
  "block('surname', first_names)",
  "block('year-first', year_of(birth), first_token(first_names))",
  "block('post', postcode)",
]
