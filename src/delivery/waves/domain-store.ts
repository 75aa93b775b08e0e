import type { Temporal } from '../../platform/clock.ts'
import { maybeRow, oneRow, rows, type Tx } from '../../platform/database.ts'

/** What is known against a receiving domain: it asked for fewer messages, or it refuses us. */
export interface DomainPace {
  readonly domain: string
  /** Null: as fast as the campaign. */
  readonly perHour: number | null
  readonly tokens: number
  readonly filledAt: Temporal.Instant
  readonly slowedAt: Temporal.Instant | null
  readonly heldAt: Temporal.Instant | null
  readonly heldReason: string | null
  readonly resumedAt: Temporal.Instant | null
}

const COLUMNS = `domain, per_hour as "perHour", tokens, filled_at as "filledAt", slowed_at as "slowedAt", held_at as "heldAt",
  held_reason as "heldReason", resumed_at as "resumedAt"`

/** Domains that do not go at the campaign's own pace. `lock`: until the end of the transaction. */
export async function pacedDomains(tx: Tx, campaignId: number, lock = false): Promise<DomainPace[]> {
  return rows<DomainPace>(
    tx,
    `select ${COLUMNS} from domain_pace where campaign_id = $1 and (per_hour is not null or held_at is not null)
      order by domain ${lock ? 'for update' : ''}`,
    [campaignId],
  )
}

/** One domain, made and locked: of two processes that find it at fault at once, the second sees what the first wrote. */
export async function lockDomain(
  tx: Tx,
  campaignId: number,
  domain: string,
  at: Temporal.Instant,
): Promise<DomainPace> {
  await tx.query(
    `insert into domain_pace (campaign_id, domain, filled_at) values ($1, $2, $3) on conflict (campaign_id, domain) do nothing`,
    [campaignId, domain, at],
  )
  return oneRow<DomainPace>(
    tx,
    `select ${COLUMNS} from domain_pace where campaign_id = $1 and domain = $2 for update`,
    [campaignId, domain],
  )
}

export async function findDomain(
  tx: Tx,
  campaignId: number,
  domain: string,
): Promise<DomainPace | undefined> {
  return maybeRow<DomainPace>(
    tx,
    `select ${COLUMNS} from domain_pace where campaign_id = $1 and domain = $2 for update`,
    [campaignId, domain],
  )
}

export async function writeDomain(tx: Tx, campaignId: number, pace: DomainPace): Promise<void> {
  await tx.query(
    `update domain_pace set per_hour = $3, tokens = $4, filled_at = $5, slowed_at = $6, held_at = $7, held_reason = $8, resumed_at = $9
      where campaign_id = $1 and domain = $2`,
    [
      campaignId,
      pace.domain,
      pace.perHour,
      pace.tokens,
      pace.filledAt,
      pace.slowedAt,
      pace.heldAt,
      pace.heldReason,
      pace.resumedAt,
    ],
  )
}

/** Marks attempts that the receiving domain put off for its own rate. */
export async function markSlowed(tx: Tx, attemptIds: readonly number[]): Promise<void> {
  await tx.query(`update attempt set slowed = true where id = any($1::bigint[])`, [attemptIds])
}

/** Attempts at one domain among the last ones, as the circuit breakers count them. */
export interface DomainTally {
  readonly domain: string
  readonly attempts: number
  readonly accepted: number
  /** Refusals about us: by the relay at once, or given back by a report since. Not those about the rate. */
  readonly senderSide: number
  readonly held: boolean
}

/**
 * The last 500 attempts since the campaign was started or resumed, by domain, with the messages that reports gave back as
 * refusals about us over the same time. A domain that a person took up again counts from then.
 */
export async function recentByDomain(tx: Tx, campaignId: number): Promise<DomainTally[]> {
  return rows<DomainTally>(
    tx,
    `with recent as (
       select a.id, a.delivery_id, a.outcome, a.slowed, a.started_at from attempt a join campaign c on c.id = a.campaign_id
        where a.campaign_id = $1 and a.outcome is not null and a.outcome <> 'not_sent' and a.started_at >= c.resumed_at
        order by a.id desc limit 500),
     returned as (
       select a.id, a.delivery_id, a.started_at, a.bounced_at from attempt a join campaign c on c.id = a.campaign_id
        where a.campaign_id = $1 and a.bounced_as = 'sender_side' and a.bounced_at >= c.resumed_at
          and a.bounced_at >= (select min(started_at) from recent)),
     counted as (
       select delivery_id, started_at as at, 1 as attempts, (outcome = 'accepted')::int as accepted,
              (outcome = 'sender_side' and not slowed)::int as about_us from recent
       union all
       select delivery_id, bounced_at, 0, 0, 1 from returned)
     select d.domain, sum(counted.attempts)::int as attempts, sum(counted.accepted)::int as accepted,
            sum(counted.about_us)::int as "senderSide", coalesce(bool_or(p.held_at is not null), false) as held
       from counted join delivery d on d.id = counted.delivery_id
       left join domain_pace p on p.campaign_id = $1 and p.domain = d.domain
      where p.resumed_at is null or counted.at >= p.resumed_at
      group by d.domain order by d.domain`,
    [campaignId],
  )
}

/** Whether a report gave a message back as a refusal about us since the campaign was started or resumed. */
export async function anyBouncedAboutUs(tx: Tx, campaignId: number): Promise<boolean> {
  const { some } = await oneRow<{ some: boolean }>(
    tx,
    `select exists (select from attempt a where a.campaign_id = $1 and a.bounced_as = 'sender_side'
       and a.bounced_at >= (select resumed_at from campaign where id = $1)) as some`,
    [campaignId],
  )
  return some
}

/** Whether enough people share a domain for its name to say nothing of one of them: the journal is never purged. */
export async function isShared(tx: Tx, campaignId: number, domain: string): Promise<boolean> {
  const { emails } = await oneRow<{ emails: number }>(
    tx,
    `select count(*)::int as emails from (
       select from delivery where campaign_id = $1 and channel = 'email' and domain = $2 limit 10) first_ones`,
    [campaignId, domain],
  )
  return emails >= 10
}
