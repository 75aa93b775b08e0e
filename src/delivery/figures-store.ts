import type { Temporal } from '../platform/clock.ts'
import { oneRow, rows, type Tx } from '../platform/database.ts'
import type { Channel, DeliveryState } from './model.ts'

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

export interface DomainFigures {
  readonly domain: string
  readonly sent: number
  readonly accepted: number
  readonly dead: number
  readonly retry: number
  readonly unknown: number
}

/** E-mails by receiving domain, the largest first; `retry` counts those refused for now and planned again. */
export async function figuresByDomain(tx: Tx, campaignId: number, limit: number): Promise<DomainFigures[]> {
  return rows<DomainFigures>(
    tx,
    `select domain, (count(*) filter (where state <> 'planned' or attempts > 0))::int as sent,
            (count(*) filter (where state = 'accepted'))::int as accepted, (count(*) filter (where state = 'refused'))::int as dead,
            (count(*) filter (where state = 'planned' and attempts > 0))::int as retry,
            (count(*) filter (where state = 'unknown'))::int as unknown
       from delivery where campaign_id = $1 and channel = 'email' group by domain order by count(*) desc, domain limit $2`,
    [campaignId, limit],
  )
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

export interface HistoryLine {
  readonly deliveryId: number
  readonly campaign: string
  readonly channel: Channel
  readonly state: DeliveryState
  readonly reason: string | null
  readonly messageId: string | null
  readonly noticeSha256: string
  readonly persons: number
  readonly plannedAt: Temporal.Instant
  readonly batch: string | null
  readonly receipt: string | null
  readonly events: readonly { readonly at: string; readonly kind: string; readonly detail: string | null }[]
}

/** Every delivery that covers or covered a person, oldest first, each with its events. */
export async function deliveryHistory(tx: Tx, personId: number): Promise<HistoryLine[]> {
  return rows<HistoryLine>(
    tx,
    `select d.id as "deliveryId", c.reference as campaign, d.channel, d.state, d.reason, d.message_id as "messageId",
            n.sha256 as "noticeSha256", d.persons, d.planned_at as "plannedAt", b.reference as batch, b.receipt,
            coalesce((select jsonb_agg(jsonb_build_object('at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                        'kind', e.kind, 'detail', e.detail) order by e.id)
                        from delivery_event e where e.delivery_id = d.id), '[]') as events
       from delivery_person p
       join delivery d on d.id = p.delivery_id join campaign c on c.id = d.campaign_id
       join notice_version n on n.id = d.notice_version_id left join letter_batch b on b.id = d.letter_batch_id
      where p.person_id = $1 order by d.id`,
    [personId],
  )
}

const OUTCOMES: Record<string, string> = {
  email: `d.state = 'accepted' and d.channel = 'email'`,
  letter: `d.state = 'accepted' and d.channel = 'letter'`,
  in_progress: `(d.state in ('planned', 'attempting') or $2::bigint is null)`,
  unknown_held: `d.state = 'unknown'`,
  cannot_be_told: `u.person_id is not null`,
  lost: `d.state is null and u.person_id is null and $2::bigint is not null`,
}

/** The very persons that a term of the proof counts, by id after `after`; undefined for a word that is no term. */
export async function personsByOutcome(
  tx: Tx,
  asked: { incidentId: string; listVersionId: number; outcome: string; after: number; limit: number },
): Promise<{ total: number; personIds: readonly number[] } | undefined> {
  const condition = Object.hasOwn(OUTCOMES, asked.outcome) ? OUTCOMES[asked.outcome] : undefined
  if (!condition) return undefined
  const found = await oneRow<{ total: number; ids: number[] | null }>(
    tx,
    `with chosen as (
       select c.person_id from concerned_person c
         left join delivery_person p on p.campaign_id = $2 and p.person_id = c.person_id and p.live
         left join delivery d on d.id = p.delivery_id
         left join untold u on u.campaign_id = $2 and u.person_id = c.person_id
        where c.list_version_id = $1 and c.concerned and ${condition})
     select (select count(*)::int from chosen) as total,
            (select array_agg(person_id::float8 order by person_id) from (
               select person_id from chosen where person_id > $3 order by person_id limit $4) page) as ids`,
    [asked.listVersionId, await campaignIdOf(tx, asked.incidentId), asked.after, asked.limit],
  )
  return { total: found.total, personIds: found.ids ?? [] }
}

async function campaignIdOf(tx: Tx, incidentId: string): Promise<number | null> {
  const { id } = await oneRow<{ id: number | null }>(
    tx,
    `select max(id) as id from campaign where incident_id = $1 and state <> 'cancelled'`,
    [incidentId],
  )
  return id
}
