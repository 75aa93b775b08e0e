import { samePersons } from '../addressees/index.ts'
import { literal, type Query, type Row } from './duckdb.ts'
import { birthOf, flag, text } from './register-cells.ts'

const FIELDS = [
  'member_id',
  'surname',
  'first_names',
  'sex',
  'birth_date',
  'birth_year',
  'birth_month',
  'birth_day',
  'rank',
  'email',
  'address_1',
  'address_2',
  'address_3',
  'address_4',
  'postcode',
  'policyholder_id',
  'protected_address',
  'deceased',
] as const

/**
 * Groups of members on the list who are one person under several contracts, smallest register row first. Only those
 * who share names and birth date with another are read out of the files: a handful in a thousand.
 */
export async function readSamePersons(
  query: Query,
  register: string,
  listed: string,
): Promise<readonly (readonly string[])[]> {
  const present = new Set(
    (await query.all(`describe from read_parquet(${literal(register)})`)).map((row) => row['column_name']),
  )
  const fields = FIELDS.map((field) => (present.has(field) ? field : `null as ${field}`)).join(', ')
  const row = present.has('member_row') ? 'member_row' : 'file_row_number + 1 as member_row'
  const found = await query.all(`
    with register as (
      select ${row}, ${fields},
             concat_ws('|', ${plain('surname')}, ${plain('first_names')}, birth_date, birth_year, birth_month, birth_day) as identity
        from read_parquet(${literal(register)}${present.has('member_row') ? '' : ', file_row_number = true'})),
    named as (
      select register.* from register semi join (${listed}) l using (member_row)),
    twice as (select identity from named group by 1 having count(*) > 1)
    select named.* from named semi join twice using (identity) order by member_row`)
  return samePersons(found.map(identityOf))
}

/** Letters and figures alone, without accents: coarser than the normal form that decides, never finer. */
function plain(column: string): string {
  return `regexp_replace(upper(strip_accents(cast(${column} as varchar))), '[^A-Z0-9]', '', 'g')`
}

function identityOf(row: Row) {
  return {
    memberId: text(row['member_id']) ?? '',
    surname: text(row['surname']) ?? '',
    firstNames: text(row['first_names']) ?? '',
    sex: text(row['sex']),
    birth: birthOf(row),
    rank: text(row['rank']),
    email: text(row['email']),
    addressLines: ['address_1', 'address_2', 'address_3', 'address_4']
      .map((line) => text(row[line]))
      .filter((line) => line !== null),
    postcode: text(row['postcode']),
    policyholderId: text(row['policyholder_id']),
    protectedAddress: flag(row['protected_address']),
    deceased: flag(row['deceased']),
  }
}
