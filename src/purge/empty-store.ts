import { setTimeout as wait } from 'node:timers/promises'
import { maybeRow, oneRow, rows, type Tx } from '../platform/database.ts'
import type { Step } from './model.ts'

const OF_LIST = `list_version_id in (select id from list_version where incident_id = $1)`
const OF_CAMPAIGN = `campaign_id in (select id from campaign where incident_id = $1)`
const OF_RUN = `run_id in (select id from match_run where incident_id = $1)`

/**
 * What empties the columns that say who somebody is, step by step. Rows stay, with their numbers: the account of the proof counts them. Each
 * statement may be run again. A column of people's data that a migration adds belongs here.
 */
export const EMPTIED: Readonly<
  Record<'people' | 'deliveries' | 'review' | 'imports' | 'keys', readonly string[]>
> = {
  people: [
    `update person set member_id = 'purged-' || id, member_number = null, surname = '', usage_name = null, first_names = '', sort_name = '',
        birth_year = null, birth_month = null, birth_day = null, contract = null, insurer = null, company = null, email = null,
        address_lines = '{}', postcode = null, city = null, country = null, minor = false, deceased = false, protected_address = false,
        overseas = false, guardian_name = null, guardian_address = null, guardian_postcode = null, guardian_city = null,
        policyholder_member_id = case when policyholder_member_id is not null then 'purged' end
      where incident_id = $1`,
    `update addressee set surname = '', first_names = '', email = null, address_lines = '{}', postcode = null, city = null, country = null
      where ${OF_LIST}`,
    `update list_entry set sort_name = '' where ${OF_LIST}`,
    `update list_change set sort_name = '' where ${OF_LIST}`,
    `update preventive_entry set sort_name = '' where ${OF_LIST}`,
    `delete from list_entry_row where ${OF_LIST}`,
  ],
  deliveries: [
    // A domain that few people share may be a family's.
    `update delivery set recipient = null, domain = case when domain in (
         select domain from delivery where ${OF_CAMPAIGN} group by domain having count(*) >= 10) then domain end
      where ${OF_CAMPAIGN}`,
    `update attempt set reply = null where ${OF_CAMPAIGN}`,
    `delete from domain_pace where ${OF_CAMPAIGN} and domain not in (select domain from delivery where ${OF_CAMPAIGN} and domain is not null)`,
    // What a mail system said of somebody; a report that names no delivery may be of this incident until no other has people.
    `update bounce_report set said = null, masked = null where delivery_id in (select id from delivery where ${OF_CAMPAIGN})
       or suggested_id in (select id from delivery where ${OF_CAMPAIGN})
       or (delivery_id is null and suggested_id is null and not exists (select from incident where id <> $1 and not is_purged(id)))`,
    `update mended_address set reason = '' where delivery_id in (select id from delivery where ${OF_CAMPAIGN})`,
    `update letter_batch set pdf_file = null, manifest_file = null where ${OF_CAMPAIGN}`,
  ],
  review: [
    `update review_item set fields = '{}', candidates = '[]', members = '{}', at_stake = '{}', content_sha256 = repeat('0', 64),
        engine_member = case when engine_member is not null then '' end where incident_id = $1`,
    `update review_decision set note = null, member_id = case when member_id is not null then '' end where ${OF_RUN}`,
    `update review_standing set member_id = case when member_id is not null then '' end where ${OF_RUN}`,
    `delete from review_lease where ${OF_RUN}`,
  ],
  imports: [
    `update intake set register_name = '', exposed_name = '', repaired_name = null, columns = null, stored = null, progress = null, failure = null
      where incident_id = $1`,
  ],
  keys: [`update proof_seal set salt_key = null where incident_id = $1`],
}

export async function empty(tx: Tx, step: keyof typeof EMPTIED, incidentId: string): Promise<void> {
  for (const statement of EMPTIED[step]) await tx.query(statement, [incidentId])
}

/** Tables whose rows were emptied: PostgreSQL keeps the old ones in its files until they are written afresh. */
const WRITTEN_AFRESH = [
  'person',
  'addressee',
  'list_entry',
  'list_entry_row',
  'list_change',
  'preventive_entry',
  'delivery',
  'attempt',
  'domain_pace',
  'letter_batch',
  'mended_address',
  'bounce_report',
  'review_item',
  'review_decision',
  'review_standing',
  'review_lease',
  'intake',
  'proof_seal',
]

/**
 * Writes the tables afresh, and the planner's statistics, which hold samples of values; then has old write-ahead log removed rather
 * than kept to be written over. Outside any transaction. On a server that is not ours, the last part is its owner's.
 */
export async function writeAfresh(tx: Tx, embedded: boolean): Promise<void> {
  await olderSnapshotsGone(tx)
  for (const table of WRITTEN_AFRESH) await tx.query(`vacuum (full, analyze) ${table}`)
  await olderSnapshotsGone(tx)
  await tx.query(`vacuum full pg_statistic`)
  if (!embedded) return
  await tx.query(`alter system set wal_recycle = off`)
  await tx.query(`select pg_reload_conf()`)
  // Twice: a checkpoint removes the log before the one that came before it.
  for (let round = 0; round < 2; round++) {
    await tx.query(`select pg_switch_wal()`)
    await tx.query(`checkpoint`)
  }
  await tx.query(`alter system reset wal_recycle`)
  await tx.query(`select pg_reload_conf()`)
}

const LOOK_AGAIN_MS = 50
/** Half a minute at the most: then the step fails, and its job is tried again. */
const LOOKS = 600

/**
 * Rows that an older snapshot may still read are copied when a table is written afresh: waits until none that counts for this database
 * began before now. The server's own statistics take one for an instant; a transaction of another database holds back new ones.
 */
async function olderSnapshotsGone(tx: Tx): Promise<void> {
  const { now } = await oneRow<{ now: string }>(tx, `select pg_current_xact_id()::xid::text as now`)
  for (let look = 0; look < LOOKS; look++) {
    const older = await rows(
      tx,
      `select 1 from pg_stat_activity where pid <> pg_backend_pid()
          and (age(backend_xid) >= age($1::text::xid)
            or (age(backend_xmin) >= age($1::text::xid) and datname = current_database())
            or (age(backend_xmin) >= age($1::text::xid) and datname is null)) limit 1`,
      [now],
    )
    if (older.length === 0) return
    await wait(LOOK_AGAIN_MS)
  }
  throw new Error('a transaction of this database has been open for too long')
}

export interface NamesInStore {
  /** Paths relative to the store. */
  readonly paths: readonly string[]
  readonly runs: readonly string[]
  readonly campaigns: readonly string[]
  readonly intakes: readonly string[]
}

/** What names the files of an incident. */
export async function namesInStore(tx: Tx, incidentId: string): Promise<NamesInStore> {
  const found = await maybeRow<Record<keyof NamesInStore, string[]>>(
    tx,
    `select array(select stored_path from imported_list where incident_id = $1
                  union select quarantine_path from imported_list where incident_id = $1 and quarantine_path is not null
                  union select verdicts_path from match_run where incident_id = $1
                  union select verdicts_path from list_version where incident_id = $1 and verdicts_path is not null) as paths,
            array(select id::text from match_run where incident_id = $1) as runs,
            array(select reference from campaign where incident_id = $1) as campaigns,
            array(select id::text from intake where incident_id = $1) as intakes`,
    [incidentId],
  )
  return found!
}

/** Whether no other incident of the folder still has people: what names no incident is then nobody else's. */
export async function isAlone(tx: Tx, incidentId: string): Promise<boolean> {
  return (
    (await rows(tx, `select 1 from incident where id <> $1 and not is_purged(id) limit 1`, [incidentId]))
      .length === 0
  )
}

export type EmptyingStep = Extract<Step, keyof typeof EMPTIED>
