import { maybeRow, rows, type Tx } from '../platform/database.ts'
import type { JournalEntry } from './model.ts'

const COLUMNS = `seq, at, actor, kind, incident_id as "incidentId", payload, prev_hash as "prevHash", hash`

/** Serialises writers until commit: a chain has one head. Bulk work journals once per chunk, so this is not the bottleneck. */
export async function lockHead(tx: Tx): Promise<JournalEntry | undefined> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('tocsin.journal'))`)
  return head(tx)
}

export async function head(tx: Tx): Promise<JournalEntry | undefined> {
  return maybeRow<JournalEntry>(tx, `select ${COLUMNS} from journal_entry order by seq desc limit 1`)
}

export async function append(tx: Tx, entry: JournalEntry): Promise<void> {
  await tx.query(
    `insert into journal_entry (seq, at, actor, kind, incident_id, payload, prev_hash, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      entry.seq,
      entry.at,
      entry.actor,
      entry.kind,
      entry.incidentId,
      entry.payload,
      entry.prevHash,
      entry.hash,
    ],
  )
}

/** Entries after `seq`, oldest first: the order of verification. */
export async function entriesAfter(tx: Tx, seq: number, limit: number): Promise<JournalEntry[]> {
  return rows<JournalEntry>(tx, `select ${COLUMNS} from journal_entry where seq > $1 order by seq limit $2`, [
    seq,
    limit,
  ])
}

/** Entries before `seq` (exclusive; all when undefined), newest first: the order of reading. */
export async function entriesBefore(tx: Tx, seq: number | undefined, limit: number): Promise<JournalEntry[]> {
  return rows<JournalEntry>(
    tx,
    `select ${COLUMNS} from journal_entry where seq < coalesce($1::bigint, 9223372036854775807) order by seq desc limit $2`,
    [seq ?? null, limit],
  )
}
