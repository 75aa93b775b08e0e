import { randomUUID } from 'node:crypto'
import { oneRow, type Tx } from '../../src/platform/database.ts'

export interface Audience {
  readonly incidentId: string
  readonly reference: string
  readonly exercise: boolean
  readonly listVersionId: number
  /** Concerned persons: the addressees, a child for every fourth, the deceased. */
  readonly concerned: number
  readonly deceased: number
  readonly heldForReview: number
}

export interface AudienceOptions {
  /** Adults written to. */
  readonly adults?: number
  readonly deceased?: number
  readonly heldForReview?: number
  readonly exercise?: boolean
  /** Domains of the e-mail addresses, in turn. */
  readonly domains?: readonly string[]
  /** Every nth adult has no e-mail address (0: all have one). */
  readonly withoutEmailEvery?: number
  /** Every nth adult has no postal address (0: all have one). */
  readonly withoutPostalEvery?: number
}

const HASH = 'a'.repeat(64)

/**
 * An incident with a published list of fictional people, written straight into the lists' tables: deliveries are
 * tested without matching anything. Set-based, so that a drill of 18,000 people starts at once.
 */
export async function anAudience(tx: Tx, options: AudienceOptions = {}): Promise<Audience> {
  const { adults = 20, deceased = 2, heldForReview = 1, exercise = true } = options
  const incidentId = randomUUID()
  const reference = `drill-${incidentId.slice(0, 8)}`
  await tx.query(
    `insert into incident (id, reference, title, exercise, opened_at, opened_by) values ($1, $2, 'Essai', $3, '2026-06-01T08:00:00Z', 'test')`,
    [incidentId, reference, exercise],
  )
  const listVersionId = await aListVersion(tx, incidentId)
  await persons(tx, incidentId, adults, deceased, heldForReview, options)
  await entries(tx, incidentId, listVersionId)
  const concerned = adults + Math.floor(adults / 4) + deceased
  return { incidentId, reference, exercise, listVersionId, concerned, deceased, heldForReview }
}

/** The next version of an audience's list: `added` adults with an e-mail address join it, `leave` told adults leave it. */
export async function aNewerList(
  tx: Tx,
  audience: Audience,
  { added = 0, leave = 0 }: { added?: number; leave?: number },
): Promise<Audience> {
  const listVersionId = await aListVersion(tx, audience.incidentId)
  await tx.query(
    `insert into person (incident_id, member_id, surname, first_names, sort_name, email, address_lines, postcode, city, country,
                         minor, deceased, protected_address, overseas)
     select $1, 'adult-v' || $2::text || '-' || n, 'Exemple', 'Nouveau ' || n, 'EXEMPLE NOUVEAU ' || n, 'n' || n || '@courrier.example',
            array[n || ' RUE DES ESSAIS'], '38000', 'GRENOBLE', 'FRANCE', false, false, false, false
       from generate_series(1, $3::int) n`,
    [audience.incidentId, listVersionId, added],
  )
  await entries(tx, audience.incidentId, listVersionId)
  const gone = await tx.query(
    `delete from list_entry where list_version_id = $1 and person_id in (
       select e.person_id from list_entry e join person p on p.id = e.person_id
        where e.list_version_id = $1 and p.member_id ~ '^adult[0-9]+$' order by e.person_id desc limit $2)`,
    [listVersionId, leave],
  )
  const { concerned } = await oneRow<{ concerned: number }>(
    tx,
    `select count(*)::int as concerned from list_entry where list_version_id = $1 and class <> 'cannot_be_excluded'`,
    [listVersionId],
  )
  if (gone.rowCount !== leave && leave > 0) throw new Error('fewer people than asked could leave')
  return { ...audience, listVersionId, concerned }
}

export async function aListVersion(tx: Tx, incidentId: string): Promise<number> {
  const lists: number[] = []
  for (const kind of ['register', 'exposed']) {
    const { id } = await oneRow<{ id: number }>(
      tx,
      `insert into imported_list (incident_id, kind, file_name, bytes, sha256, encoding, separator, columns, lines, header_lines,
         records, continuation, quarantined, blank_lines, stored_path, imported_at, imported_by)
       values ($1, $2, 'x.csv', 1, $3, 'utf-8', ';', '{}', 1, 1, 0, 0, 0, 0, $4, '2026-06-01T08:00:00Z', 'test') returning id`,
      [incidentId, kind, HASH, `lists/${randomUUID()}-${kind}.age`],
    )
    lists.push(id)
  }
  const runId = randomUUID()
  await tx.query(
    `insert into match_run (id, incident_id, register_list_id, exposed_list_id, columns_sha256, engine_version, weights_version, counts,
       verdicts_path, verdicts_sha256, members_sha256, started_at, finished_at)
     values ($1::uuid, $2, $3, $4, $5, '1', '1', '{}', 'verdicts/' || $1::text, $5, $5, '2026-06-01T08:00:00Z', '2026-06-01T08:01:00Z')`,
    [runId, incidentId, lists[0], lists[1], HASH],
  )
  const version = await oneRow<{ id: number }>(
    tx,
    `insert into list_version (incident_id, number, run_id, counts, published_at, published_by)
     select $1::uuid, coalesce(max(number), 0) + 1, $2, '{}', '2026-06-01T09:00:00Z', 'test'
       from list_version where incident_id = $1::uuid returning id`,
    [incidentId, runId],
  )
  return version.id
}

async function persons(
  tx: Tx,
  incidentId: string,
  adults: number,
  deceased: number,
  held: number,
  {
    domains = ['courrier.example', 'ondes.example'],
    withoutEmailEvery = 10,
    withoutPostalEvery = 0,
  }: AudienceOptions,
): Promise<void> {
  await tx.query(
    `insert into person (incident_id, member_id, surname, first_names, sort_name, email, address_lines, postcode, city, country,
                         minor, deceased, protected_address, overseas, policyholder_member_id)
     select $1, kind || n, 'Exemple', initcap(kind) || ' ' || n, 'EXEMPLE ' || upper(kind) || n,
            case when kind in ('adult', 'held') and ($5 = 0 or n % $5 <> 0) then case kind when 'adult' then 'p' else 'h' end || n || '@' || ($6::text[])[1 + n % cardinality($6::text[])] end,
            case when $7 = 0 or n % $7 <> 0 then array[n || ' RUE DES ESSAIS'] else '{}'::text[] end, '38000', 'GRENOBLE', 'FRANCE',
            kind = 'child', kind = 'deceased', false, false, case when kind = 'child' then 'adult' || n * 4 end
       from (select 'adult' as kind, n from generate_series(1, $2::int) n
             union all select 'child', n from generate_series(1, $2::int / 4) n
             union all select 'deceased', n from generate_series(1, $3::int) n
             union all select 'held', n from generate_series(1, $4::int) n) made`,
    [incidentId, adults, deceased, held, withoutEmailEvery, [...domains], withoutPostalEvery],
  )
}

async function entries(tx: Tx, incidentId: string, listVersionId: number): Promise<void> {
  await tx.query('analyze person')
  await tx.query(
    `insert into addressee (list_version_id, cohort, key, person_id, kind, surname, first_names, email, address_lines, postcode, city, country)
     select $2, case when member_id like 'held%' then 'cannot_be_excluded' else 'concerned' end, 'p' || id, id, 'insured_adult', surname, first_names, email, nullif(address_lines, '{}'), postcode, city, country
       from person where incident_id = $1 and member_id ~ '^(adult|held)' order by id`,
    [incidentId, listVersionId],
  )
  await tx.query('analyze addressee')
  await tx.query(
    `insert into list_entry (list_version_id, person_id, sort_name, class, categories, addressee_id, told_through, untold_reason)
     select $2, p.id, p.sort_name, case when p.member_id like 'held%' then 'cannot_be_excluded' else 'confirmed' end, '{surname}', a.id,
            case when a.id is not null then case when p.minor then 'legal_representative' else 'self' end end,
            case when p.deceased then 'deceased' end
       from person p
       left join person holder on holder.incident_id = $1 and holder.member_id = coalesce(p.policyholder_member_id, p.member_id)
       left join addressee a on a.list_version_id = $2 and a.person_id = holder.id
      where p.incident_id = $1`,
    [incidentId, listVersionId],
  )
}

/** Accounts able to release: fictional ones need an exercise. Declares the nature of the folder when nobody did. */
export async function staff(
  tx: Tx,
  options: { fictional?: boolean } = {},
): Promise<{ id: string; name: string }[]> {
  const fictional = options.fictional ?? true
  await tx.query(`insert into access_home (exercise) values (true) on conflict do nothing`)
  const people = ['Idriss Benali', 'Hélène Marchetti'].map((name) => ({ id: randomUUID(), name }))
  for (const [index, { id, name }] of people.entries()) {
    await tx.query(
      `insert into user_account (id, login, display_name, roles, fictional, created_at) values ($1, $2, $3, $4, $5, '2026-06-01T08:00:00Z')`,
      [id, `p${id.slice(0, 8)}`, name, [index === 0 ? 'lead' : 'dpo'], fictional],
    )
  }
  return people
}
