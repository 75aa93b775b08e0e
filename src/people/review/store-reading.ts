import type { Temporal } from '../../platform/clock.ts'
import { maybeRow, oneRow, rows, type Tx } from '../../platform/database.ts'
import type { Layout } from '../read/index.ts'
import type { QueueName, Standing } from './model.ts'
import type { LastHour } from './pace.ts'

/** The run whose rows are read now: that of the draft, else of the newest list. A draft set aside is read no more. */
export interface RunInHand {
  readonly id: string
  readonly exposedName: string
  readonly registerName: string
  readonly finishedAt: Temporal.Instant
  /** Its newest list version, `draft` or a number as an address names it, and the ambiguous rows of that version. */
  readonly version: string | null
  readonly ambiguousRows: number | null
}

export async function runInHand(tx: Tx, incidentId: string): Promise<RunInHand | undefined> {
  return maybeRow<RunInHand>(
    tx,
    `select m.id, e.file_name as "exposedName", r.file_name as "registerName", m.finished_at as "finishedAt",
            l.version, l."ambiguousRows"
       from match_run m join imported_list e on e.id = m.exposed_list_id join imported_list r on r.id = m.register_list_id
       left join lateral (
         select coalesce(v.number::text, 'draft') as version,
                (coalesce(v.verdict_counts, m.counts) #>> '{byVerdict,ambiguous}')::int as "ambiguousRows"
           from list_version v where v.run_id = m.id order by v.id desc limit 1) l on true
      where m.incident_id = $1
      order by (l.version is not null) desc, m.finished_at desc limit 1`,
    [incidentId],
  )
}

export interface RunSources {
  readonly registerPath: string
  readonly exposedPath: string
  readonly registerLayout: Layout
  readonly exposedLayout: Layout
}

/** Encrypted copies of the run's lists, relative to the store, and how they are read. */
export async function runSources(tx: Tx, runId: string): Promise<RunSources | undefined> {
  return maybeRow<RunSources>(
    tx,
    `select r.stored_path as "registerPath", e.stored_path as "exposedPath", s.register_layout as "registerLayout",
            s.exposed_layout as "exposedLayout"
       from review_source s join match_run m on m.id = s.run_id
       join imported_list r on r.id = m.register_list_id join imported_list e on e.id = m.exposed_list_id
      where s.run_id = $1`,
    [runId],
  )
}

export async function insertSource(tx: Tx, runId: string, register: Layout, exposed: Layout): Promise<void> {
  await tx.query(
    `insert into review_source (run_id, register_layout, exposed_layout) values ($1, $2, $3) on conflict do nothing`,
    [runId, JSON.stringify(register), JSON.stringify(exposed)],
  )
}

export interface Reader {
  readonly userId: string
  /** May end a disagreement, their own word included. */
  readonly isDpo: boolean
}

/** States of the rows that a reader may be given. */
function givenTo({ isDpo }: Reader): readonly Standing['state'][] {
  return isDpo ? ['open', 'second', 'third', 'dpo'] : ['open', 'second', 'third']
}

/** The row that the reader holds already. */
export async function heldRow(
  tx: Tx,
  runId: string,
  queue: QueueName,
  reader: Reader,
  now: Temporal.Instant,
): Promise<number | undefined> {
  const found = await maybeRow<{ row: number }>(
    tx,
    `select s.exposed_row as row from review_lease l join review_standing s using (run_id, exposed_row)
      where l.user_id = $1 and l.run_id = $2 and s.queue = $3 and l.expires_at > $4 and s.state = any($5::text[])
        and (not $1 = any(s.readers) or ($6 and s.state in ('third', 'dpo')))`,
    [reader.userId, runId, queue, now, givenTo(reader), reader.isDpo],
  )
  return found?.row
}

/** The next row for a reader: not read by them, held by nobody else. Rows that another is being given are skipped. */
export async function nextRow(
  tx: Tx,
  runId: string,
  queue: QueueName,
  reader: Reader,
  now: Temporal.Instant,
): Promise<number | undefined> {
  const found = await maybeRow<{ row: number }>(
    tx,
    `select s.exposed_row as row from review_standing s
      where s.run_id = $2 and s.queue = $3 and s.state = any($5::text[])
        and (not $1 = any(s.readers) or ($6 and s.state in ('third', 'dpo')))
        and not exists (select from review_lease l where l.run_id = s.run_id and l.exposed_row = s.exposed_row
                         and l.user_id <> $1 and l.expires_at > $4)
      order by s.place, s.exposed_row limit 1 for update skip locked`,
    [reader.userId, runId, queue, now, givenTo(reader), reader.isDpo],
  )
  return found?.row
}

/** What stands between a reader and the end of a queue. */
export interface Remaining {
  readonly mine: number
  /** Held by other readers now. */
  readonly held: number
  /** Read by this reader, waiting for another. */
  readonly waiting: number
}

export async function countRemaining(
  tx: Tx,
  runId: string,
  queue: QueueName,
  reader: Reader,
  now: Temporal.Instant,
): Promise<Remaining> {
  const found = await maybeRow<Remaining>(
    tx,
    `select count(*) filter (where can and not held) as mine, count(*) filter (where can and held) as held,
            count(*) filter (where not can) as waiting
       from (select s.state = any($5::text[]) and (not $1 = any(s.readers) or ($6 and s.state in ('third', 'dpo'))) as can,
                    exists (select from review_lease l where l.run_id = s.run_id and l.exposed_row = s.exposed_row
                             and l.user_id <> $1 and l.expires_at > $4) as held
               from review_standing s
              where s.run_id = $2 and s.queue = $3 and s.state not in ('settled', 'nothing_to_compare')) rows`,
    [reader.userId, runId, queue, now, givenTo(reader), reader.isDpo],
  )
  return found ?? { mine: 0, held: 0, waiting: 0 }
}

export interface Lease {
  readonly userId: string
  readonly expiresAt: Temporal.Instant
}

export async function leaseOf(
  tx: Tx,
  runId: string,
  exposedRow: number,
  now: Temporal.Instant,
): Promise<Lease | undefined> {
  return maybeRow<Lease>(
    tx,
    `select user_id as "userId", expires_at as "expiresAt" from review_lease
      where run_id = $1 and exposed_row = $2 and expires_at > $3`,
    [runId, exposedRow, now],
  )
}

/** One row a reader: what they held before is given back. The caller has locked the row's standing. */
export async function putLease(
  tx: Tx,
  runId: string,
  exposedRow: number,
  userId: string,
  expiresAt: Temporal.Instant,
): Promise<void> {
  await tx.query(`delete from review_lease where user_id = $1 or (run_id = $2 and exposed_row = $3)`, [
    userId,
    runId,
    exposedRow,
  ])
  // Two tabs of one reader may ask at once: the later one holds.
  await tx.query(
    `insert into review_lease (run_id, exposed_row, user_id, expires_at) values ($1, $2, $3, $4)
     on conflict (user_id) do update set run_id = excluded.run_id, exposed_row = excluded.exposed_row,
       expires_at = excluded.expires_at`,
    [runId, exposedRow, userId, expiresAt],
  )
}

export async function endLease(tx: Tx, userId: string): Promise<void> {
  await tx.query(`delete from review_lease where user_id = $1`, [userId])
}

export async function hasLooked(tx: Tx, userId: string, runId: string, exposedRow: number): Promise<boolean> {
  const found = await maybeRow(
    tx,
    `select 1 from review_look where user_id = $1 and run_id = $2 and exposed_row = $3 limit 1`,
    [userId, runId, exposedRow],
  )
  return found !== undefined
}

export interface OwnDecision {
  readonly id: number
  readonly exposedRow: number
  readonly queue: QueueName
  readonly word: 'same' | 'neither' | 'pass'
  readonly memberId: string | null
  readonly memberIds: readonly string[]
  readonly weights: readonly (number | null)[]
  readonly state: Standing['state']
  readonly note: string | null
  readonly at: Temporal.Instant
}

/** A reader's words in force, newest first, before an entry or on one row: theirs alone, for reading is blind. */
export async function ownDecisions(
  tx: Tx,
  runId: string,
  userId: string,
  limit: number,
  before?: number,
  exposedRow?: number,
): Promise<OwnDecision[]> {
  return rows<OwnDecision>(
    tx,
    `select d.id, d.exposed_row as "exposedRow", s.queue, d.word, d.member_id as "memberId", d.note, d.at, s.state,
            i.members[1:3] as "memberIds",
            array(select (c->>'weight')::float8 from jsonb_array_elements(i.candidates) c) as weights
       from review_decision d join review_standing s using (run_id, exposed_row) join review_item i using (run_id, exposed_row)
      where d.run_id = $1 and d.user_id = $2 and d.word <> 'undo' and ($4::bigint is null or d.id < $4)
        and ($5::bigint is null or d.exposed_row = $5) and d.user_id = any(s.readers)
        and d.id = (select max(l.id) from review_decision l where l.run_id = d.run_id and l.exposed_row = d.exposed_row
                     and l.user_id = d.user_id and l.word <> 'undo')
      order by d.id desc limit $3`,
    [runId, userId, limit, before ?? null, exposedRow ?? null],
  )
}

export async function countOwn(tx: Tx, runId: string, userId: string): Promise<number> {
  const found = await maybeRow<{ n: number }>(
    tx,
    `select count(*) as n from review_standing where run_id = $1 and $2 = any(readers)`,
    [runId, userId],
  )
  return found?.n ?? 0
}

/** Words given on a queue since an instant, by all readers: the pace of the room. */
export async function countSince(
  tx: Tx,
  runId: string,
  queue: QueueName,
  since: Temporal.Instant,
): Promise<LastHour> {
  return oneRow<LastHour>(
    tx,
    `select count(*) as words, min(d.at) as first from review_decision d join review_standing s using (run_id, exposed_row)
      where d.run_id = $1 and s.queue = $2 and d.at > $3 and d.word <> 'undo' and d.carried_from is null`,
    [runId, queue, since],
  )
}

/** The person of the lists behind a member, if kept. */
export async function personOf(tx: Tx, incidentId: string, memberId: string): Promise<number | undefined> {
  const found = await maybeRow<{ id: number }>(
    tx,
    `select id from person where incident_id = $1 and member_id = $2`,
    [incidentId, memberId],
  )
  return found?.id
}
