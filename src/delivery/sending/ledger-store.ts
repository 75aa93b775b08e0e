import type { Temporal } from '../../platform/clock.ts'
import { maybeRow, oneRow, rows, type Tx } from '../../platform/database.ts'
import type { Claimed } from '../model.ts'
import type { Allowance } from '../waves/pace.ts'

/** First half of the advisory lock of a run; the second is the run's id. */
const RUN_LOCK = 7_331_005

/** Opens a run and locks it for the life of the connection, before anyone can see the row. */
export async function insertRun(tx: Tx, campaignId: number, at: Temporal.Instant): Promise<number> {
  const { id } = await oneRow<{ id: number }>(
    tx,
    `insert into delivery_run (campaign_id, started_at) values ($1, $2) returning id`,
    [campaignId, at],
  )
  await tx.query(`select pg_advisory_lock(${RUN_LOCK}, $1::int)`, [id])
  return id
}

export async function unlockRun(tx: Tx, runId: number): Promise<void> {
  await tx.query(`select pg_advisory_unlock(${RUN_LOCK}, $1::int)`, [runId])
}

/** A run whose process is gone, taken for this transaction; undefined when all open runs are alive. */
export async function takeDeadRun(tx: Tx): Promise<{ id: number; campaignId: number } | undefined> {
  return maybeRow(
    tx,
    `select id, campaign_id as "campaignId" from delivery_run
      where ended_at is null and pg_try_advisory_xact_lock(${RUN_LOCK}, id::int)
      order by id limit 1 for update`,
  )
}

/** Holds a run open for this transaction: a recovery that took it first leaves nothing to claim for. */
export async function holdRun(tx: Tx, runId: number): Promise<boolean> {
  return (
    (await rows(tx, `select id from delivery_run where id = $1 and ended_at is null for share`, [runId]))
      .length === 1
  )
}

/**
 * Claims the due e-mails that the pace of the campaign allows and commits an attempt for each, before any connection. SKIP
 * LOCKED lets several processes claim at once; the campaign's own row decides whether anything may be claimed at all.
 */
export async function claim(
  tx: Tx,
  run: { id: number; campaignId: number },
  { limit, below, apart, slowed, waves }: Allowance,
  at: Temporal.Instant,
): Promise<Claimed[]> {
  const due = `campaign_id = $1 and channel = 'email' and state = 'planned' and due_at <= $4
    and id < coalesce($5::bigint, 9223372036854775807) and (select state from campaign where id = $1) = 'sending'`
  const first = `order by due_at, id limit`
  return rows<Claimed>(
    tx,
    `with slowed as (
       select d.id from unnest($7::text[], $8::int[]) as given (name, messages) cross join lateral (
         select id from delivery where ${due} and domain = given.name ${first} given.messages for update skip locked) d),
     ready as (
       select id from delivery where ${due} and (cardinality($6::text[]) = 0 or domain <> all($6)) ${first} $3 for update skip locked),
     picked as (select id from (select id, 0 as rank from slowed union all select id, 1 from ready) either order by rank, id limit $3),
     taken as (
       update delivery d set state = 'attempting', attempts = attempts + 1${waves ? `, wave = ${WAVE}` : ''}
         from picked where d.id = picked.id
       returning d.id, d.attempts, d.notice_version_id, d.message_id, d.code, d.recipient, d.domain),
     begun as (
       insert into attempt (delivery_id, campaign_id, run_id, number, started_at)
       select id, $1, $2, (select coalesce(max(a.number), 0) + 1 from attempt a where a.delivery_id = taken.id), $4 from taken
       returning id, delivery_id)
     select begun.id as "attemptId", taken.id as "deliveryId", taken.notice_version_id as "noticeVersionId",
            taken.message_id as "messageId", taken.code, taken.recipient, taken.domain,
            (select count(*)::int from attempt a where a.delivery_id = taken.id and a.outcome = 'retry') as retries,
            (select count(*)::int from attempt a where a.delivery_id = taken.id and a.outcome in ('not_sent', 'sender_side')
                and not a.slowed and a.last_phase in ('rcpt', 'data', 'body', 'dot')) as setbacks
       from taken join begun on begun.delivery_id = taken.id order by taken.id`,
    [
      run.campaignId,
      run.id,
      limit,
      at,
      below,
      apart,
      slowed.map(({ domain }) => domain),
      slowed.map(({ messages }) => messages),
    ],
  )
}

/** The wave a delivery leaves in: the last that begins at or before its id. */
const WAVE = `coalesce((select max(w.number) from wave w where w.campaign_id = $1 and w.first_id <= d.id), d.wave)`

/** Commits "the dot is about to leave". An attempt taken away by a recovery is not in the answer: do not send it. */
export async function markDots(
  tx: Tx,
  attemptIds: readonly number[],
  at: Temporal.Instant,
): Promise<Set<number>> {
  const marked = await rows<{ id: number }>(
    tx,
    `update attempt set phase = 'dot', dot_at = $2
      where id = any($1::bigint[]) and phase = 'open' and outcome is null returning id`,
    [attemptIds, at],
  )
  return new Set(marked.map((row) => row.id))
}

/** What an attempt came to, ready to be written. */
export interface Settlement {
  readonly attemptId: number
  readonly deliveryId: number
  /** How far the dialogue went. */
  readonly phase?: string | null
  readonly status: string | null
  readonly reply: string | null
}

/**
 * Accepted: attempt, delivery and event in one statement, hence one commit. A 250 that comes after a recovery called
 * the attempt unknown is still the relay's word: it settles the delivery, unless a person decided before; then the
 * attempt alone says that the message left. Nothing is written when the run was sealed: its events are counted.
 * @returns whether the run was still open
 */
export async function settleAccepted(
  tx: Tx,
  runId: number,
  settled: readonly Settlement[],
  at: Temporal.Instant,
): Promise<boolean> {
  const { open } = await oneRow<{ open: number }>(
    tx,
    `with run as materialized (select id from delivery_run where id = $1 and ended_at is null for share),
     given as (select * from unnest($2::bigint[], $3::text[], $4::text[], $5::text[]) as given (attempt, phase, status, reply)),
     done as (
       update attempt a set outcome = 'accepted', last_phase = given.phase, status = given.status, reply = given.reply, ended_at = $6
         from given, run where a.id = given.attempt and (a.outcome is null or a.outcome = 'unknown')
       returning a.delivery_id, a.campaign_id, a.status),
     moved as (
       update delivery d set state = 'accepted', settled_at = $6, reason = null
         from done where d.id = done.delivery_id and d.state in ('attempting', 'unknown')
       returning d.id),
     told as (
       insert into delivery_event (delivery_id, campaign_id, run_id, at, kind, detail)
       select delivery_id, campaign_id, $1, $6, case when moved.id is null then 'accepted_late' else 'accepted' end, status
         from done left join moved on moved.id = done.delivery_id)
     select count(*)::int as open from run`,
    [runId, ...columns(settled), at],
  )
  return open === 1
}

/**
 * Anything else that ends an attempt: the delivery moves to `state`, due again at `dueAt` when planned. Not sent is
 * not an attempt of the mailbox: it gives its turn back.
 * @returns the deliveries that moved.
 */
export async function settleOther(
  tx: Tx,
  runId: number,
  settled: readonly Settlement[],
  to: {
    outcome: string
    state: 'planned' | 'unknown' | 'attempting'
    dueAt: Temporal.Instant
    reason: string | null
  },
  at: Temporal.Instant,
): Promise<number[]> {
  const moved = await rows<{ id: number }>(
    tx,
    `with given as (select * from unnest($2::bigint[], $3::text[], $4::text[], $5::text[]) as given (attempt, phase, status, reply)),
     done as (
       update attempt a set outcome = $7, last_phase = given.phase, status = given.status, reply = given.reply, ended_at = $6
         from given where a.id = given.attempt and a.outcome is null
       returning a.delivery_id, a.status),
     moved as (
       update delivery d
          set state = $8, due_at = $9, reason = $10, settled_at = case when $8 = 'unknown' then $6::timestamptz end,
              attempts = d.attempts - case when $7 = 'not_sent' then 1 else 0 end
         from done where d.id = done.delivery_id and d.state = 'attempting'
       returning d.id, d.campaign_id, done.status),
     told as (
       insert into delivery_event (delivery_id, campaign_id, run_id, at, kind, detail)
       select id, campaign_id, $1, $6, $7, status from moved)
     select id from moved`,
    [runId, ...columns(settled), at, to.outcome, to.state, to.dueAt, to.reason],
  )
  return moved.map((row) => row.id)
}

function columns(settled: readonly Settlement[]): [number[], ...(string | null)[][]] {
  return [
    settled.map((one) => one.attemptId),
    settled.map((one) => one.phase ?? null),
    settled.map((one) => one.status),
    settled.map((one) => one.reply),
  ]
}

/** Attempts a dead run left open, with what they prove: without the dot, surely not sent. */
export async function unsettled(tx: Tx, runId: number): Promise<(Settlement & { dot: boolean })[]> {
  return rows(
    tx,
    `select id as "attemptId", delivery_id as "deliveryId", phase = 'dot' as dot, null as phase, null as status, null as reply
       from attempt where run_id = $1 and outcome is null order by id for update`,
    [runId],
  )
}
