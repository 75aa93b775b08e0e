import type { Temporal } from '../../platform/clock.ts'
import { maybeRow, oneRow, rows, type Tx } from '../../platform/database.ts'

/** One event in the text that a seal hashes. Instants in microseconds, as PostgreSQL keeps them. */
const LINE = `concat_ws('|', e.id, e.delivery_id, (extract(epoch from e.at) * 1000000)::bigint, e.kind, e.detail)`
const HASH = `encode(sha256(convert_to(coalesce(string_agg(${LINE}, chr(10) order by e.id), ''), 'UTF8')), 'hex')`

export interface Seal {
  readonly events: number
  readonly sha256: string
  readonly kinds: Readonly<Record<string, number>>
}

/** Ends a run: counts its events and seals them with one hash, for its single journal entry (promise 8). */
export async function sealRun(
  tx: Tx,
  runId: number,
  recovered: boolean,
  at: Temporal.Instant,
): Promise<Seal | undefined> {
  return maybeRow<Seal>(
    tx,
    `with mine as (select * from delivery_event where run_id = $1),
     sealed as (
       select count(*)::int as events, ${HASH} as sha256,
              (select coalesce(jsonb_object_agg(kind, n), '{}') from (select kind, count(*) as n from mine group by kind) k) as kinds
         from mine e),
     ended as (
       update delivery_run set ended_at = $3, recovered = $2, events = sealed.events, events_sha256 = sealed.sha256
         from sealed where delivery_run.id = $1 and ended_at is null returning id)
     select events, sha256, kinds from sealed, ended`,
    [runId, recovered, at],
  )
}

/** A run for replies that came after their own was sealed. No lock: nobody sees it before it is sealed in its turn. */
export async function insertLateRun(tx: Tx, campaignId: number, at: Temporal.Instant): Promise<number> {
  const { id } = await oneRow<{ id: number }>(
    tx,
    `insert into delivery_run (campaign_id, started_at) values ($1, $2) returning id`,
    [campaignId, at],
  )
  return id
}

export interface SealedRun {
  readonly id: number
  /** As sealed. */
  readonly events: number
  readonly sha256: string
  /** As the events are now. */
  readonly eventsNow: number
  readonly sha256Now: string
  /** As the journal says; null when it has no entry for this run. */
  readonly journalled: string | null
}

const SEALING = `'delivery.chunk-sent', 'delivery.run-recovered', 'delivery.late-replies'`

/** Sealed runs by id after `after`, their events hashed again. */
export async function sealedRuns(tx: Tx, after: number, limit: number): Promise<SealedRun[]> {
  return rows<SealedRun>(
    tx,
    `select r.id, r.events, r.events_sha256 as sha256, now.events as "eventsNow", now.sha256 as "sha256Now", j.sha256 as journalled
       from delivery_run r
      cross join lateral (select count(*)::int as events, ${HASH} as sha256 from delivery_event e where e.run_id = r.id) now
       left join (
         select (payload::jsonb ->> 'run')::bigint as run, min(payload::jsonb ->> 'sha256') as sha256
           from journal_entry where kind in (${SEALING}) group by 1) j on j.run = r.id
      where r.ended_at is not null and r.id > $1 order by r.id limit $2`,
    [after, limit],
  )
}
