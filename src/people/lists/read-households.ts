import type { HouseholdMember } from '../addressees/index.ts'
import { type Cell, literal, type Query, type Row } from './duckdb.ts'
import { numberWithoutNir, textWithoutNir } from './nir-elsewhere.ts'
import { populationSaid } from './population-words.ts'
import { birthOf, flag, text } from './register-cells.ts'

/** A person of the register as the people pages keep them: identity, contact, flags. Never the national identifier. */
export interface RegisterPerson extends HouseholdMember {
  readonly categories: readonly string[]
  readonly memberNumber: string | null
  readonly surname: string
  readonly usageName: string | null
  readonly firstNames: string
  readonly contract: string | null
  readonly insurer: string | null
  readonly company: string | null
  readonly overseas: boolean
}

/** Whose class is given: those on the list, or those on none. The others of their households come without one. */
export type Among = 'listed' | 'not_on_list'

const FIELDS = [
  'member_id',
  'member_number',
  'surname',
  'usage_name',
  'first_names',
  'birth_date',
  'birth_year',
  'birth_month',
  'birth_day',
  'contract',
  'insurer',
  'company',
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
  'protected_address',
  'overseas',
  'population',
  'guardian_name',
  'guardian_address',
  'guardian_postcode',
  'guardian_city',
] as const

/**
 * The households in which someone is on the list, one array each, everyone of the household included.
 * A household is found from the link to the policyholder, followed twice at most: a child attached to a parent who is
 * attached to the other parent stays with both. Loops and dangling links end as households of one.
 * @param among the members whose class is given
 * @param register parquet of the canonical fields (people/match leaves it in its work folder)
 * @param members parquet: member_row, member_id, class, categories
 */
export async function* readHouseholds(
  query: Query,
  register: string,
  members: string,
  among: Among = 'listed',
): AsyncIterable<RegisterPerson[]> {
  const sql = await householdsSql(query, register, members, among)
  let root: Cell | undefined
  let household: RegisterPerson[] = []
  for await (const chunk of query.stream(sql)) {
    for (const row of chunk) {
      if (row['root'] !== root && household.length > 0) {
        yield household
        household = []
      }
      root = row['root']
      household.push(personOf(row))
    }
  }
  if (household.length > 0) yield household
}

/** Sorted by household on disk when memory lacks; only households on the list are sorted, never the whole register. */
async function householdsSql(query: Query, register: string, members: string, among: Among): Promise<string> {
  const present = new Set(
    (await query.all(`describe from read_parquet(${literal(register)})`)).map((row) => row['column_name']),
  )
  const fields = FIELDS.map((field) => (present.has(field) ? field : `null as ${field}`)).join(', ')
  const row = present.has('member_row') ? 'member_row' : 'file_row_number + 1 as member_row'
  return `
    with register as (
      select ${row}, ${fields}
      from read_parquet(${literal(register)}${present.has('member_row') ? '' : ', file_row_number = true'})),
    linked as (
      select member_row, member_id, coalesce(nullif(trim(cast(policyholder_id as varchar)), ''), member_id) as holder
      from register),
    rooted as (
      select m.member_row, m.member_id, coalesce(h.holder, m.holder) as root
      from linked m left join (select member_id, any_value(holder) as holder from linked group by 1) h on h.member_id = m.holder),
    listed as (
      select member_row, class, categories from read_parquet(${literal(members)}) where class ${among === 'listed' ? '<>' : '='} 'not_on_list'),
    roots as (
      select distinct root from rooted semi join listed using (member_row))
    select rooted.root, listed.class, cast(listed.categories as varchar) as categories, register.*
    from rooted semi join roots using (root)
      join register using (member_row)
      left join listed using (member_row)
    order by rooted.root, register.member_row`
}

function personOf(row: Row): RegisterPerson {
  const memberId = text(row['member_id']) ?? ''
  const holder = text(row['policyholder_id'])
  const kept = (field: string) => textWithoutNir(text(row[field]))
  const guardianName = kept('guardian_name')
  const population = populationOfRow(row)
  return {
    memberId,
    memberRow: Number(row['member_row']),
    policyholderId: holder === memberId ? null : holder,
    class: text(row['class']) as HouseholdMember['class'],
    categories: listOf(row['categories']),
    memberNumber: numberWithoutNir(text(row['member_number'])),
    surname: kept('surname') ?? (population === 'firm' ? kept('company') : null) ?? '',
    usageName: kept('usage_name'),
    firstNames: kept('first_names') ?? '',
    birth: birthOf(row),
    fullName:
      `${kept('first_names')?.split(/[\s,]+/)[0] ?? ''} ${kept('usage_name') ?? kept('surname') ?? (population === 'firm' ? kept('company') : null) ?? ''}`.trim(),
    contract: numberWithoutNir(text(row['contract'])),
    insurer: kept('insurer'),
    company: kept('company'),
    email: kept('email'),
    address: addressOf(row, ['address_1', 'address_2', 'address_3', 'address_4'], ''),
    minor: flag(row['minor']),
    deceased: flag(row['deceased']),
    protectedAddress: flag(row['protected_address']),
    overseas: flag(row['overseas']),
    population,
    guardian:
      guardianName === null
        ? null
        : { name: guardianName, address: addressOf(row, ['guardian_address'], 'guardian_') },
  }
}

/** The import refused a register with any other word. */
function populationOfRow(row: Row) {
  const said = populationSaid(text(row['population']))
  if (!said) throw new Error('a population that the import did not refuse')
  return said
}

function addressOf(row: Row, lines: readonly string[], prefix: '' | 'guardian_') {
  return {
    lines: lines.map((line) => textWithoutNir(text(row[line]))).filter((line) => line !== null),
    postcode: text(row[`${prefix}postcode`]),
    city: textWithoutNir(text(row[`${prefix}city`])),
    country: prefix === '' ? text(row['country']) : null,
  }
}

/** Categories come as a list or as one text with `|` or `,` between them. */
function listOf(cell: Cell | undefined): readonly string[] {
  return (text(cell) ?? '')
    .replace(/^\[|\]$/g, '')
    .split(/[|,;]/)
    .map((part) => part.trim())
    .filter(Boolean)
}
