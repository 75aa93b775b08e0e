import type { Temporal } from '../../platform/clock.ts'
import { oneRow, rows, type Tx } from '../../platform/database.ts'
import type { Channel, DeliveryState } from '../model.ts'

/** Live figures of a campaign, counts of persons unless said otherwise. Read from one covering index: cheap each second. */
export interface CampaignFigures {
  readonly persons: number
  readonly told: { readonly email: number; readonly letter: number }
  readonly inProgress: number
  readonly unknown: number
  readonly untold: number
  /** Messages. */
  readonly emails: { readonly accepted: number; readonly left: number; readonly held: number }
  readonly letters: { readonly accepted: number; readonly left: number }
}

/** For pages and streams; the proof counts persons one by one, this adds what each delivery covers. */
export async function campaignFigures(tx: Tx, campaignId: number): Promise<CampaignFigures> {
  const groups = await rows<{ channel: Channel; state: DeliveryState; messages: number; persons: number }>(
    tx,
    `select channel, state, count(*)::int as messages, sum(persons)::int as persons from delivery
      where campaign_id = $1 group by channel, state`,
    [campaignId],
  )
  const { untold } = await oneRow<{ untold: number }>(
    tx,
    `select count(*)::int as untold from untold where campaign_id = $1`,
    [campaignId],
  )
  const sum = (what: 'messages' | 'persons', channel: Channel | 'any', ...states: DeliveryState[]) =>
    groups
      .filter((group) => (channel === 'any' || group.channel === channel) && states.includes(group.state))
      .reduce((total, group) => total + group[what], 0)
  return {
    persons: untold + sum('persons', 'any', 'planned', 'attempting', 'accepted', 'unknown'),
    told: { email: sum('persons', 'email', 'accepted'), letter: sum('persons', 'letter', 'accepted') },
    inProgress: sum('persons', 'any', 'planned', 'attempting'),
    unknown: sum('persons', 'any', 'unknown'),
    untold,
    emails: {
      accepted: sum('messages', 'email', 'accepted'),
      left: sum('messages', 'email', 'planned', 'attempting'),
      held: sum('messages', 'email', 'unknown'),
    },
    letters: {
      accepted: sum('messages', 'letter', 'accepted'),
      left: sum('messages', 'letter', 'planned', 'attempting'),
    },
  }
}

/** E-mails accepted in the last 15 minutes: the rate shown, per hour. */
export async function hourlyRate(tx: Tx, campaignId: number, at: Temporal.Instant): Promise<number> {
  const { recent, seconds } = await oneRow<{ recent: number; seconds: number }>(
    tx,
    `select count(*)::int as recent, coalesce(extract(epoch from $2::timestamptz - min(ended_at)), 0)::float8 as seconds
       from (select ended_at from attempt where campaign_id = $1 and outcome = 'accepted' and ended_at > $3
              order by id desc limit 20000) recent`,
    [campaignId, at, at.subtract({ minutes: 15 })],
  )
  return recent === 0 ? 0 : Math.round((recent * 3600) / Math.max(seconds, 1))
}

export interface OutboxRow {
  readonly id: number
  readonly messageId: string
  readonly personId: number
  readonly persons: number
  readonly settledAt: Temporal.Instant
}

/** E-mails that left, newest delivery first, before `before` (exclusive). */
export async function sentEmails(
  tx: Tx,
  campaignId: number,
  before: number | undefined,
  limit: number,
): Promise<OutboxRow[]> {
  return rows<OutboxRow>(
    tx,
    `select id, message_id as "messageId", person_id as "personId", persons, settled_at as "settledAt" from delivery
      where campaign_id = $1 and channel = 'email' and state = 'accepted' and id < coalesce($2::bigint, 9223372036854775807)
      order by id desc limit $3`,
    [campaignId, before ?? null, limit],
  )
}

/**
 * What else is known of held e-mails: how many other messages of the campaign were accepted within a minute of theirs. Only
 * attempts near theirs are looked at. @returns by delivery id; none at all when the campaign has no relay's word at hand
 */
export async function relayHints(
  tx: Tx,
  campaignId: number,
  deliveryIds: readonly number[],
): Promise<Map<number, number>> {
  if (deliveryIds.length === 0) return new Map()
  const found = await rows<{ id: number; others: number }>(
    tx,
    `select held.delivery_id as id, near.others from (
       select distinct on (delivery_id) id, delivery_id, dot_at from attempt
        where delivery_id = any($2::bigint[]) and dot_at is not null order by delivery_id, number desc) held
      cross join lateral (
        select count(*)::int as others from attempt a
         where a.campaign_id = $1 and a.id between held.id - 500 and held.id + 500 and a.outcome = 'accepted'
           and a.ended_at between held.dot_at - interval '60 seconds' and held.dot_at + interval '60 seconds') near`,
    [campaignId, deliveryIds],
  )
  return new Map(found.map(({ id, others }) => [id, others]))
}
