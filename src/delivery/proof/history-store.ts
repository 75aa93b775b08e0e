import type { Temporal } from '../../platform/clock.ts'
import { rows, type Tx } from '../../platform/database.ts'
import type { Channel, DeliveryState } from '../model.ts'

export interface HistoryLine {
  readonly deliveryId: number
  readonly campaign: string
  readonly channel: Channel
  readonly state: DeliveryState
  readonly reason: string | null
  readonly messageId: string | null
  readonly domain: string | null
  readonly noticeVersion: number
  readonly noticeSha256: string
  readonly frozenAt: Temporal.Instant | null
  readonly releasedBy: readonly string[]
  readonly persons: number
  /** The person this page is about is not the one written to. */
  readonly throughAnother: boolean
  readonly plannedAt: Temporal.Instant
  readonly settledAt: Temporal.Instant | null
  readonly batch: string | null
  readonly batchNumber: number | null
  readonly firstPage: number | null
  readonly builtAt: Temporal.Instant | null
  readonly receipt: string | null
  readonly fictional: boolean
  readonly events: readonly HistoryEvent[]
}

export interface HistoryEvent {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly kind: string
  readonly detail: string | null
  /** The relay's words, for an event that ends an attempt. It may quote an address. */
  readonly reply: string | null
  /** The run that sealed it; null for a person's act. */
  readonly run: number | null
  /** Number of the attempt that the event ends. */
  readonly attempt: number | null
}

/**
 * Every delivery that covers or covered a person, oldest first, each with its events. An attempt and the event
 * that ends it are one commit with one instant: that is how the relay's reply finds its event.
 */
export async function deliveryHistory(tx: Tx, personId: number): Promise<HistoryLine[]> {
  return rows<HistoryLine>(
    tx,
    `select d.id as "deliveryId", c.reference as campaign, d.channel, d.state, d.reason, d.message_id as "messageId", d.domain,
            n.number as "noticeVersion", n.sha256 as "noticeSha256", n.frozen_at as "frozenAt",
            array(select r.user_name from release r where r.campaign_id = c.id order by r.at) as "releasedBy", d.persons,
            d.person_id <> p.person_id as "throughAnother", d.planned_at as "plannedAt", d.settled_at as "settledAt",
            b.reference as batch, b.number as "batchNumber", d.first_page as "firstPage", b.built_at as "builtAt", b.receipt,
            coalesce(b.fictional, false) as fictional,
            coalesce((select jsonb_agg(jsonb_build_object('at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                        'kind', e.kind, 'detail', e.detail, 'reply', a.reply,
                        'attempt', a.number, 'run', e.run_id) order by e.id)
                        from delivery_event e left join lateral (
                          select reply, number from attempt where delivery_id = e.delivery_id and ended_at = e.at
                           order by number desc limit 1) a on e.run_id is not null
                       where e.delivery_id = d.id), '[]') as events
       from delivery_person p
       join delivery d on d.id = p.delivery_id join campaign c on c.id = d.campaign_id
       join notice_version n on n.id = d.notice_version_id left join letter_batch b on b.id = d.letter_batch_id
      where p.person_id = $1 order by d.id`,
    [personId],
  )
}

/** An entry of the journal that vouches for a step: of a run, a delivery, a campaign or a batch. */
export interface StepEntry {
  readonly seq: number
  readonly kind: string
  readonly at: Temporal.Instant
  readonly run: number | null
  readonly delivery: number | null
  readonly campaign: string | null
  readonly batch: string | null
}

/** Entries about what these lines tell of, oldest first. */
export async function stepEntries(
  tx: Tx,
  incidentId: string,
  lines: readonly HistoryLine[],
): Promise<StepEntry[]> {
  const runs = lines.flatMap(({ events }) => events.flatMap(({ run }) => (run === null ? [] : [String(run)])))
  return rows<StepEntry>(
    tx,
    `with said as (select seq, kind, at, payload::jsonb as p from journal_entry where incident_id = $1 and kind ~ '^(delivery|campaign|letters|returned|bounce)[.]')
     select seq, kind, at, (p ->> 'run')::bigint as run, (p ->> 'delivery')::bigint as delivery, p ->> 'campaign' as campaign, p ->> 'batch' as batch
       from said where p ->> 'run' = any($2) or p ->> 'delivery' = any($3)
          or (kind in ('campaign.prepared', 'campaign.released') and p ->> 'campaign' = any($4)) or p ->> 'batch' = any($5)
      order by seq`,
    [
      incidentId,
      runs,
      lines.map(({ deliveryId }) => String(deliveryId)),
      lines.map(({ campaign }) => campaign),
      lines.flatMap(({ batch }) => batch ?? []),
    ],
  )
}

/** When the mailbox of returned messages was last read, whichever way; undefined when none is. */
export async function lastReading(tx: Tx): Promise<Temporal.Instant | undefined> {
  const [found] = await rows<{ at: Temporal.Instant | null }>(
    tx,
    `select max(read_at) as at from bounce_intake`,
  )
  return found?.at ?? undefined
}

/** Why a person cannot be told, as delivery or the lists found it, in the campaigns they stand in. */
export async function untoldReasons(
  tx: Tx,
  personId: number,
): Promise<{ reason: string; at: Temporal.Instant }[]> {
  return rows(tx, `select reason, at from untold where person_id = $1 order by at`, [personId])
}
