import { oneRow, type Tx, type TxClient } from '../../platform/database.ts'
import { type CopyValue, copyRows } from './copy-rows.ts'

export interface NewList {
  readonly incidentId: string
  readonly kind: 'register' | 'exposed'
  readonly fileName: string
  readonly bytes: number
  readonly sha256: string
  readonly encoding: string
  readonly separator: string
  readonly columns: Readonly<Record<string, string>>
  readonly lines: number
  readonly headerLines: number
  readonly blankLines: number
  readonly records: number
  readonly continuation: number
  readonly quarantined: number
  readonly quarantinePath: string | null
  readonly storedPath: string
}

export async function insertList(tx: Tx, list: NewList, at: unknown, by: string): Promise<number> {
  const row = await oneRow<{ id: number }>(
    tx,
    `insert into imported_list (incident_id, kind, file_name, bytes, sha256, encoding, separator, columns, lines, header_lines,
       blank_lines, records, continuation, quarantined, quarantine_path, stored_path, imported_at, imported_by)
     values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18) returning id`,
    [
      list.incidentId,
      list.kind,
      list.fileName,
      list.bytes,
      list.sha256,
      list.encoding,
      list.separator,
      JSON.stringify(list.columns),
      list.lines,
      list.headerLines,
      list.blankLines,
      list.records,
      list.continuation,
      list.quarantined,
      list.quarantinePath,
      list.storedPath,
      at,
      by,
    ],
  )
  return row.id
}

export interface NewRun {
  readonly id: string
  readonly incidentId: string
  readonly registerListId: number
  readonly exposedListId: number
  readonly columnsSha256: string
  readonly engineVersion: string
  readonly weightsVersion: string
  readonly counts: unknown
  readonly verdictsPath: string
  readonly verdictsSha256: string
  readonly membersSha256: string
  readonly startedAt: unknown
  readonly finishedAt: unknown
}

export async function insertRun(tx: Tx, run: NewRun): Promise<void> {
  await tx.query(
    `insert into match_run (id, incident_id, register_list_id, exposed_list_id, columns_sha256, engine_version,
       weights_version, counts, verdicts_path, verdicts_sha256, members_sha256, started_at, finished_at)
     values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13)`,
    [
      run.id,
      run.incidentId,
      run.registerListId,
      run.exposedListId,
      run.columnsSha256,
      run.engineVersion,
      run.weightsVersion,
      JSON.stringify(run.counts),
      run.verdictsPath,
      run.verdictsSha256,
      run.membersSha256,
      run.startedAt,
      run.finishedAt,
    ],
  )
}

const PERSON = [
  'member_id',
  'member_number',
  'surname',
  'usage_name',
  'first_names',
  'sort_name',
  'birth_year',
  'birth_month',
  'birth_day',
  'contract',
  'insurer',
  'company',
  'email',
  'address_lines',
  'postcode',
  'city',
  'country',
  'minor',
  'deceased',
  'protected_address',
  'overseas',
  'guardian_name',
  'guardian_address',
  'guardian_postcode',
  'guardian_city',
  'policyholder_member_id',
  'population',
] as const

const ENTRY = [
  'class',
  'categories',
  'told_through',
  'untold_reason',
  'through_member_id',
  'contact_email',
  'contact_lines',
  'contact_postcode',
  'contact_city',
  'contact_country',
] as const

/** Columns of `incoming`, in the order `copyIncoming` expects. */
export const INCOMING: readonly string[] = [...PERSON, ...ENTRY]

/** Loads one version's persons and outcomes beside the tables: they are joined in whole, once, below. */
export async function copyIncoming(
  tx: TxClient,
  source: AsyncIterable<readonly (readonly CopyValue[])[]>,
): Promise<number> {
  await tx.query(
    `create temporary table incoming on commit drop as
       select ${PERSON.map((column) => `p.${column}`).join(', ')}, e.class, e.categories, e.told_through, e.untold_reason,
              p.member_id as through_member_id, a.email as contact_email, a.address_lines as contact_lines,
              a.postcode as contact_postcode, a.city as contact_city, a.country as contact_country
         from person p, list_entry e, addressee a with no data`,
  )
  await tx.query(`alter table incoming add primary key (member_id)`)
  const count = await copyRows(tx, 'incoming', INCOMING, source)
  await tx.query(`analyze incoming`)
  return count
}

export async function copyIncomingRows(
  tx: TxClient,
  source: AsyncIterable<readonly (readonly CopyValue[])[]>,
): Promise<number> {
  await tx.query(
    `create temporary table incoming_row (member_id text, exposed_row bigint, verdict text, tier text,
       weight double precision, runner_up_weight double precision, reason text) on commit drop`,
  )
  const columns = ['member_id', 'exposed_row', 'verdict', 'tier', 'weight', 'runner_up_weight', 'reason']
  const count = await copyRows(tx, 'incoming_row', columns, source)
  await tx.query(`analyze incoming_row`)
  return count
}

/**
 * Persons keep their id from one version to the next; contact data become those of the newest published register. A draft
 * only adds the persons who are not there yet, and they are its own: nothing that is published changes with it.
 */
export async function mergePersons(
  tx: Tx,
  incidentId: string,
  version: { readonly id: number; readonly published: boolean },
): Promise<void> {
  const updates = PERSON.filter((column) => column !== 'member_id').map(
    (column) => `${column} = excluded.${column}`,
  )
  await tx.query(
    `insert into person (incident_id, draft_id, ${PERSON.join(', ')})
     select $1::uuid, $2::bigint, ${PERSON.join(', ')} from incoming order by sort_name, member_id
     on conflict (incident_id, member_id) do
     ${version.published ? `update set draft_id = null, ${updates.join(', ')}` : 'nothing'}`,
    [incidentId, version.published ? null : version.id],
  )
  await tx.query(`analyze person`)
}

export async function insertEntryRows(tx: Tx, incidentId: string, versionId: number): Promise<number> {
  const result = await tx.query(
    `insert into list_entry_row (list_version_id, person_id, exposed_row, verdict, tier, weight, runner_up_weight, reason)
     select $2::bigint, p.id, r.exposed_row, r.verdict, r.tier, r.weight, r.runner_up_weight, r.reason
       from incoming_row r join person p on p.incident_id = $1 and p.member_id = r.member_id`,
    [incidentId, versionId],
  )
  return result.rowCount ?? 0
}
