import type { Temporal } from '../../platform/clock.ts'
import { maybeRow, oneRow, rows, type Tx } from '../../platform/database.ts'
import type { LetterPlace, letterEngine, PrintProfile } from '../letters/index.ts'
import type { Recipient, UntoldReason } from '../model.ts'

export interface LetterBatchRow {
  readonly id: number
  readonly campaignId: number
  readonly number: number
  readonly reference: string
  readonly state: 'building' | 'built' | 'deposited' | 'withdrawn'
  readonly letters: number
  readonly pages: number | null
  readonly pdfFile: string | null
  readonly manifestFile: string | null
  readonly pdfSha256: string | null
  readonly manifestSha256: string | null
  readonly createdAt: Temporal.Instant
  readonly builtAt: Temporal.Instant | null
  readonly depositedAt: Temporal.Instant | null
  readonly receipt: string | null
  readonly fictional: boolean
  readonly withdrawnAt: Temporal.Instant | null
  /** Null for batches set before it was kept: the common French envelope. */
  readonly profile: PrintProfile | null
  readonly engine: LetterEngine | null
}
export type LetterEngine = ReturnType<typeof letterEngine>

const COLUMNS = `id, campaign_id as "campaignId", number, reference, state, letters, pages, pdf_file as "pdfFile",
  manifest_file as "manifestFile", pdf_sha256 as "pdfSha256", manifest_sha256 as "manifestSha256", created_at as "createdAt", built_at as "builtAt",
  deposited_at as "depositedAt", receipt, fictional, withdrawn_at as "withdrawnAt", profile, engine`

/** Batches in order; those of one state when asked. */
export async function letterBatches(
  tx: Tx,
  campaignId: number,
  state?: LetterBatchRow['state'],
): Promise<LetterBatchRow[]> {
  return rows<LetterBatchRow>(
    tx,
    `select ${COLUMNS} from letter_batch where campaign_id = $1 and ($2::text is null or state = $2) order by number`,
    [campaignId, state ?? null],
  )
}

export async function letterBatch(tx: Tx, reference: string): Promise<LetterBatchRow | undefined> {
  return maybeRow<LetterBatchRow>(tx, `select ${COLUMNS} from letter_batch where reference = $1`, [reference])
}

/** Letters of each batch that came back. */
export async function lettersReturned(
  tx: Tx,
  campaignId: number,
): Promise<{ batchId: number; letters: number }[]> {
  return rows(
    tx,
    `select letter_batch_id as "batchId", count(*)::int as letters from delivery
      where campaign_id = $1 and channel = 'letter' and state = 'returned' and letter_batch_id is not null
      group by letter_batch_id`,
    [campaignId],
  )
}

export interface LetterToPrint {
  readonly id: number
  readonly noticeVersionId: number
  readonly code: string
  readonly recipient: Recipient
}

/** Planned letters, locked for a batch; the campaign's lock keeps two processes from numbering batches together. */
export async function plannedLetters(tx: Tx, campaignId: number, limit: number): Promise<LetterToPrint[]> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('tocsin.letters'), $1::int)`, [campaignId])
  return rows<LetterToPrint>(
    tx,
    `select id, notice_version_id as "noticeVersionId", code, recipient from delivery
      where campaign_id = $1 and channel = 'letter' and state = 'planned'
        and (select state from campaign where id = $1) = 'sending'
      order by id limit $2 for update`,
    [campaignId, limit],
  )
}

/** Takes the building of a campaign's letters for the life of the connection; false while another holds it. */
export async function tryLockBuild(tx: Tx, campaignId: number): Promise<boolean> {
  const { held } = await oneRow<{ held: boolean }>(
    tx,
    `select pg_try_advisory_lock(hashtext('tocsin.letters-build'), $1::int) as held`,
    [campaignId],
  )
  return held
}

/** Opens a batch over these letters: from here they belong to it, whatever happens to the process. */
export async function openBatch(
  tx: Tx,
  campaignId: number,
  deliveryIds: readonly number[],
  how: { readonly profile: PrintProfile; readonly engine: LetterEngine; readonly at: Temporal.Instant },
): Promise<LetterBatchRow> {
  const batch = await oneRow<LetterBatchRow>(
    tx,
    `insert into letter_batch (campaign_id, number, reference, letters, created_at, profile, engine)
     select $1, n, c.reference || '-L' || lpad(n::text, 3, '0'), $2, $3, $4, $5
       from campaign c, (select coalesce(max(number), 0) + 1 as n from letter_batch where campaign_id = $1) next
      where c.id = $1
     returning ${COLUMNS}`,
    [campaignId, deliveryIds.length, how.at, JSON.stringify(how.profile), JSON.stringify(how.engine)],
  )
  await tx.query(
    `update delivery set state = 'attempting', attempts = attempts + 1, letter_batch_id = $2 where id = any($1::bigint[])`,
    [deliveryIds, batch.id],
  )
  return batch
}

export async function lettersOf(tx: Tx, batchId: number): Promise<LetterToPrint[]> {
  return rows<LetterToPrint>(
    tx,
    `select id, notice_version_id as "noticeVersionId", code, recipient from delivery where letter_batch_id = $1 order by id`,
    [batchId],
  )
}

/** @returns false when another process had finished the same batch. */
export async function closeBatch(
  tx: Tx,
  batchId: number,
  files: { pdfFile: string; manifestFile: string; pdfSha256: string; manifestSha256: string },
  places: readonly LetterPlace[],
  at: Temporal.Instant,
): Promise<boolean> {
  const closed = await tx.query(
    `update letter_batch set state = 'built', pdf_file = $2, manifest_file = $3, pdf_sha256 = $4, manifest_sha256 = $5, pages = $6, built_at = $7
      where id = $1 and state = 'building'`,
    [
      batchId,
      files.pdfFile,
      files.manifestFile,
      files.pdfSha256,
      files.manifestSha256,
      places.reduce((sum, one) => sum + one.pages, 0),
      at,
    ],
  )
  await tx.query(
    `update delivery d set first_page = g.first, pages = g.pages
       from unnest($1::bigint[], $2::int[], $3::int[]) as g (id, first, pages) where d.id = g.id`,
    [places.map((one) => one.id), places.map((one) => one.firstPage), places.map((one) => one.pages)],
  )
  return closed.rowCount === 1
}

/**
 * Letters no envelope or printer can carry: their persons cannot be told, and say why. They leave their batch, which
 * disappears with its last letter; letters that were refused before are left as they are.
 */
export async function refuseLetters(
  tx: Tx,
  campaignId: number,
  asked: readonly number[],
  reason: UntoldReason,
  at: Temporal.Instant,
): Promise<number> {
  const open = await rows<{ id: number; batchId: number | null }>(
    tx,
    `select id, letter_batch_id as "batchId" from delivery
      where id = any($1::bigint[]) and campaign_id = $2 and channel = 'letter' and state in ('planned', 'attempting') for update`,
    [asked, campaignId],
  )
  const deliveryIds = open.map(({ id }) => id)
  await tx.query(
    `with closed as (
       update delivery set state = 'refused', reason = $2, settled_at = $3, letter_batch_id = null
        where id = any($1::bigint[]) returning id, campaign_id),
     told as (
       insert into delivery_event (delivery_id, campaign_id, at, kind) select id, campaign_id, $3, $2 from closed)
     insert into untold (campaign_id, person_id, reason, at)
     select p.campaign_id, p.person_id, $2, $3 from delivery_person p where p.delivery_id = any($1::bigint[]) and p.live
     on conflict (campaign_id, person_id) do update set reason = excluded.reason, at = excluded.at`,
    [deliveryIds, reason, at],
  )
  await tx.query(`update delivery_person set live = false where delivery_id = any($1::bigint[])`, [
    deliveryIds,
  ])
  await shrinkBatches(tx, [...new Set(open.map(({ batchId }) => batchId).filter((id) => id !== null))])
  return deliveryIds.length
}

async function shrinkBatches(tx: Tx, batchIds: readonly number[]): Promise<void> {
  await tx.query(
    `update letter_batch b set letters = (select count(*) from delivery where letter_batch_id = b.id) where id = any($1::bigint[])`,
    [batchIds],
  )
  await tx.query(`delete from letter_batch where id = any($1::bigint[]) and letters = 0`, [batchIds])
}

/** The hand-over of a batch to the print house: its letters are told. @returns letters and persons, with a hash of the deliveries. */
export async function depositBatch(
  tx: Tx,
  batchId: number,
  deposit: { receipt: string; fictional: boolean; at: Temporal.Instant },
): Promise<{ letters: number; persons: number; sha256: string } | undefined> {
  return maybeRow(
    tx,
    `with batch as (
       update letter_batch set state = 'deposited', receipt = $2, fictional = $3, deposited_at = $4
        where id = $1 and state = 'built' returning id),
     moved as (
       update delivery d set state = 'accepted', settled_at = $4, reason = case when $3 then 'fictional_deposit' end
         from batch where d.letter_batch_id = batch.id and d.state = 'attempting'
       returning d.id, d.campaign_id, d.persons),
     told as (
       insert into delivery_event (delivery_id, campaign_id, at, kind, detail)
       select id, campaign_id, $4, 'deposited', 'receipt ' || $2::text from moved)
     select (select count(*)::int from moved) as letters, coalesce((select sum(persons) from moved), 0)::int as persons,
            encode(sha256(convert_to(coalesce((select string_agg(id::text, ',' order by id) from moved), ''), 'UTF8')), 'hex') as sha256
       from batch`,
    [batchId, deposit.receipt, deposit.fictional, deposit.at],
  )
}
