import type { Temporal } from '../../platform/clock.ts'
import { maybeRow, oneRow, rows, type Tx } from '../../platform/database.ts'
import { rootOf } from './merkle.ts'
import type { Seal, SealedEntry } from './model.ts'

/** One seal of an incident at a time. @returns the number of the next one */
export async function lockSeals(tx: Tx, incidentId: string): Promise<number> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('tocsin.proof-seal'), hashtext($1))`, [incidentId])
  const { next } = await oneRow<{ next: number }>(
    tx,
    `select coalesce(max(number), 0)::int + 1 as next from proof_seal where incident_id = $1`,
    [incidentId],
  )
  return next
}

export async function isPurged(tx: Tx, incidentId: string): Promise<boolean> {
  return (await oneRow<{ done: boolean }>(tx, `select is_purged($1) as done`, [incidentId])).done
}

export async function listNumber(tx: Tx, listVersionId: number): Promise<number> {
  return (
    await oneRow<{ number: number }>(tx, `select number from list_version where id = $1`, [listVersionId])
  ).number
}

export async function insertLeaves(
  tx: Tx,
  sealId: string,
  number: number,
  persons: readonly number[],
  leaves: readonly Buffer[],
): Promise<void> {
  await tx.query(
    `insert into proof_leaves (seal_id, number, persons, leaves, root) values ($1, $2, $3, $4, $5)`,
    [sealId, number, persons, Buffer.concat(leaves), rootOf(leaves)],
  )
}

export async function insertSeal(
  tx: Tx,
  seal: Seal & { readonly incidentId: string; readonly listVersionId: number; readonly saltKey: Buffer },
  at: Temporal.Instant,
): Promise<void> {
  await tx.query(
    `insert into proof_seal (id, incident_id, number, milestone, list_version_id, size, root, outcomes, salt_key, sealed_at, journal_seq)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      seal.id,
      seal.incidentId,
      seal.number,
      seal.milestone,
      seal.listVersionId,
      seal.size,
      seal.root,
      JSON.stringify(seal.outcomes),
      seal.saltKey,
      at,
      seal.journalSeq,
    ],
  )
}

export interface KeptSeal extends Seal {
  readonly incidentId: string
  readonly listVersionId: number
  /** Null once purged. */
  readonly saltKey: Buffer | null
  readonly sealedAt: Temporal.Instant
}

const SEAL = `id, incident_id as "incidentId", number, milestone, list_version_id as "listVersionId", size, root, outcomes, salt_key as "saltKey",
  sealed_at as "sealedAt", journal_seq as "journalSeq"`

/** Seals of an incident, or of every one, oldest first. */
export async function sealsOf(tx: Tx, incidentId?: string): Promise<KeptSeal[]> {
  return rows<KeptSeal>(
    tx,
    `select ${SEAL} from proof_seal where $1::uuid is null or incident_id = $1 order by incident_id, number`,
    [incidentId ?? null],
  )
}

export async function latestSeal(tx: Tx, incidentId: string): Promise<KeptSeal | undefined> {
  return maybeRow<KeptSeal>(
    tx,
    `select ${SEAL} from proof_seal where incident_id = $1 order by number desc limit 1`,
    [incidentId],
  )
}

export interface LeafPlace {
  /** From 0, among all the leaves. */
  readonly index: number
  readonly leaf: Buffer
  /** The leaves of the row it stands in, and its place there. */
  readonly chunk: readonly Buffer[]
  readonly within: number
  readonly chunkRoots: readonly Buffer[]
  readonly number: number
}

/** Where a person's leaf stands in a seal; undefined when the seal has none of theirs. */
export async function leafOf(
  tx: Tx,
  sealId: string,
  personId: number,
  chunkSize: number,
): Promise<LeafPlace | undefined> {
  const found = await maybeRow<{ number: number; at: number; leaves: Buffer }>(
    tx,
    `select number, array_position(persons, $2::bigint) as at, leaves from proof_leaves
      where seal_id = $1 and persons[1] <= $2 and persons[cardinality(persons)] >= $2`,
    [sealId, personId],
  )
  if (!found || found.at === null) return undefined
  const chunk = cut(found.leaves)
  const within = found.at - 1
  const roots = await rows<{ root: Buffer }>(
    tx,
    `select root from proof_leaves where seal_id = $1 order by number`,
    [sealId],
  )
  return {
    index: found.number * chunkSize + within,
    leaf: chunk[within]!,
    chunk,
    within,
    chunkRoots: roots.map(({ root }) => root),
    number: found.number,
  }
}

/** The leaves of a seal, in order, a row at a time. */
export async function* leavesOf(tx: Tx, sealId: string): AsyncGenerator<Buffer[]> {
  for (let number = 0; ; number++) {
    const row = await maybeRow<{ leaves: Buffer }>(
      tx,
      `select leaves from proof_leaves where seal_id = $1 and number = $2`,
      [sealId, number],
    )
    if (!row) return
    yield cut(row.leaves)
  }
}

function cut(leaves: Buffer): Buffer[] {
  return Array.from({ length: leaves.length / 32 }, (_, index) =>
    leaves.subarray(index * 32, index * 32 + 32),
  )
}

/** An entry of the journal as its hash reads it. */
export async function entryOf(tx: Tx, seq: number): Promise<SealedEntry | undefined> {
  return maybeRow<SealedEntry>(
    tx,
    `select seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor, kind, incident_id as "incidentId", payload,
            prev_hash as "prevHash", hash from journal_entry where seq = $1`,
    [seq],
  )
}

/** The day on which people's data of an incident began to go, ISO; undefined when they are all there. */
export async function purgedOn(tx: Tx, incidentId: string): Promise<string | undefined> {
  const found = await maybeRow<{ day: string }>(
    tx,
    `select to_char(coalesce(finished_at, confirmed_at) at time zone 'Europe/Paris', 'YYYY-MM-DD') as day from purge
      where incident_id = $1 and state in ('running', 'done')`,
    [incidentId],
  )
  return found?.day
}

export async function referenceOf(tx: Tx, incidentId: string): Promise<string> {
  const { reference } = await oneRow<{ reference: string }>(
    tx,
    `select reference from incident where id = $1`,
    [incidentId],
  )
  return reference
}
