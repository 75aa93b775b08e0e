import { rows, type Tx } from '../../platform/database.ts'
import type { Addressee, AudienceKind, Cohort, Covered, Unaddressable } from './model.ts'

import { POPULATION } from './store-companies.ts'

const PAGE = 2000

interface AddresseeRow {
  id: number
  key: string
  personId: number
  kind: AudienceKind
  surname: string
  firstNames: string
  email: string | null
  lines: string[] | null
  postcode: string | null
  city: string | null
  country: string | null
  forRelatives: boolean
}

/**
 * Everyone of a cohort to write to for a list version, in pages of at most 2,000, each with the persons the message
 * covers. Keyset paging in the order of publication: constant memory, and the same order every time.
 */
export async function* streamAudience(
  tx: Tx,
  listVersionId: number,
  cohort: Cohort = 'concerned',
): AsyncIterable<Addressee[]> {
  let after = 0
  for (;;) {
    const page = await addresseesAfter(tx, listVersionId, cohort, after)
    const last = page.at(-1)
    if (!last) return
    after = last.id
    const covered = await coveredBy(
      tx,
      cohort,
      page.map((row) => row.id),
    )
    yield page.map((row) => addresseeOf(row, covered.get(row.id) ?? []))
  }
}

async function addresseesAfter(
  tx: Tx,
  listVersionId: number,
  cohort: Cohort,
  after: number,
): Promise<AddresseeRow[]> {
  return rows<AddresseeRow>(
    tx,
    `select id, key, person_id as "personId", kind, surname, first_names as "firstNames", email,
            address_lines as lines, postcode, city, country, for_relatives as "forRelatives"
       from addressee where list_version_id = $1 and cohort = $2 and id > $3 order by id limit ${PAGE}`,
    [listVersionId, cohort, after],
  )
}

/** The addressee first, then by name. */
async function coveredBy(
  tx: Tx,
  cohort: Cohort,
  addressees: readonly number[],
): Promise<Map<number, Covered[]>> {
  const [entry, categories] =
    cohort === 'preventive' ? ['preventive_entry', `'{}'::text[]`] : ['list_entry', 'e.categories']
  const found = await rows<Covered & { addresseeId: number }>(
    tx,
    `select e.addressee_id as "addresseeId", p.id as "personId", p.first_names as "firstNames",
            coalesce(p.usage_name, p.surname) as surname, e.told_through = 'self' as "isAddressee", p.minor,
            ${POPULATION} as population,
            ${categories} as categories, p.contract
       from ${entry} e join person p on p.id = e.person_id
      where e.addressee_id = any($1::bigint[])
      order by e.told_through = 'self' desc, p.sort_name, p.id`,
    [addressees],
  )
  const groups = new Map<number, Covered[]>()
  for (const { addresseeId, ...covered } of found) {
    const group = groups.get(addresseeId)
    if (group) group.push(covered)
    else groups.set(addresseeId, [covered])
  }
  return groups
}

function addresseeOf(row: AddresseeRow, covers: readonly Covered[]): Addressee {
  const { key, personId, kind, surname, firstNames, email, lines, postcode, city, country, forRelatives } =
    row
  return {
    key,
    personId,
    kind,
    name: { surname, firstNames },
    email,
    postal: lines && city ? { lines, postcode: postcode ?? '', city, country: country ?? 'FRANCE' } : null,
    covers: covers.filter(({ isAddressee }) => isAddressee).length > 1 ? covers : covers.map(withoutContract),
    forRelatives,
  }
}

/** A contract number is said only where it tells apart two entries of one person. */
function withoutContract({ contract: _, ...covered }: Covered): Covered {
  return covered
}

/** The persons of a cohort nobody can be told about, each with the reason. */
export async function listUnaddressable(
  tx: Tx,
  listVersionId: number,
  cohort: Cohort = 'concerned',
): Promise<Unaddressable[]> {
  const from =
    cohort === 'preventive'
      ? 'preventive_entry where true'
      : `list_entry where (class = 'cannot_be_excluded') = ${cohort === 'cannot_be_excluded'}`
  return rows<Unaddressable>(
    tx,
    `select person_id as "personId", untold_reason as reason from ${from}
        and list_version_id = $1 and untold_reason is not null order by sort_name, person_id`,
    [listVersionId],
  )
}
