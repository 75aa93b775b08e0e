import { rows, type Tx } from '../../platform/database.ts'
import type { Addressee, AudienceKind, Covered, Unaddressable } from './model.ts'

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
}

/**
 * Everyone to write to for a list version, in pages of at most 2,000, each with the persons the message covers.
 * Keyset paging in the order of publication: constant memory, and the same order every time. Persons held for review
 * are in no page.
 */
export async function* streamAudience(tx: Tx, listVersionId: number): AsyncIterable<Addressee[]> {
  let after = 0
  for (;;) {
    const page = await addresseesAfter(tx, listVersionId, after)
    const last = page.at(-1)
    if (!last) return
    after = last.id
    const covered = await coveredBy(
      tx,
      page.map((row) => row.id),
    )
    yield page.map((row) => addresseeOf(row, covered.get(row.id) ?? []))
  }
}

async function addresseesAfter(tx: Tx, listVersionId: number, after: number): Promise<AddresseeRow[]> {
  return rows<AddresseeRow>(
    tx,
    `select id, key, person_id as "personId", kind, surname, first_names as "firstNames", email,
            address_lines as lines, postcode, city, country
       from addressee where list_version_id = $1 and id > $2 order by id limit ${PAGE}`,
    [listVersionId, after],
  )
}

/** The addressee first, then by name. */
async function coveredBy(tx: Tx, addressees: readonly number[]): Promise<Map<number, Covered[]>> {
  const found = await rows<Covered & { addresseeId: number }>(
    tx,
    `select e.addressee_id as "addresseeId", p.id as "personId", p.first_names as "firstNames",
            coalesce(p.usage_name, p.surname) as surname, e.told_through = 'self' as "isAddressee", p.minor, e.categories
       from list_entry e join person p on p.id = e.person_id
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
  const { key, personId, kind, surname, firstNames, email, lines, postcode, city, country } = row
  return {
    key,
    personId,
    kind,
    name: { surname, firstNames },
    email,
    postal: lines && city ? { lines, postcode: postcode ?? '', city, country: country ?? 'FRANCE' } : null,
    covers,
  }
}

/** The concerned persons nobody can be told about, each with the reason. */
export async function listUnaddressable(tx: Tx, listVersionId: number): Promise<Unaddressable[]> {
  return rows<Unaddressable>(
    tx,
    `select person_id as "personId", untold_reason as reason from list_entry
      where list_version_id = $1 and untold_reason is not null order by sort_name, person_id`,
    [listVersionId],
  )
}
