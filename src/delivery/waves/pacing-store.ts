import type { Temporal } from '../../platform/clock.ts'
import { maybeRow, oneRow, rows, type Tx } from '../../platform/database.ts'
import type { Bucket } from './bucket.ts'
import type { PlannedWave, WaveLeft } from './plan-waves.ts'
import type { PacingSettings } from './settings.ts'

/** How fast a campaign goes, as a person decided. Settings null: no waves, at any hour. */
export interface Pacing {
  readonly settings: PacingSettings | null
  readonly bucket: Bucket | null
  readonly decidedAt: Temporal.Instant
  readonly decidedBy: string
}

interface PacingRow {
  readonly settings: PacingSettings | null
  readonly perHour: number | null
  readonly tokens: number
  readonly filledAt: Temporal.Instant
  readonly decidedAt: Temporal.Instant
  readonly decidedBy: string
}

/** Undefined when nobody decided yet. `lock`: until the end of the transaction, for whoever takes from the bucket. */
export async function pacingOf(tx: Tx, campaignId: number, lock = false): Promise<Pacing | undefined> {
  const row = await maybeRow<PacingRow>(
    tx,
    `select settings, per_hour as "perHour", tokens, filled_at as "filledAt", decided_at as "decidedAt", decided_by as "decidedBy"
       from pacing where campaign_id = $1 ${lock ? 'for update' : ''}`,
    [campaignId],
  )
  if (!row) return undefined
  const { perHour, tokens, filledAt, ...decision } = row
  return { ...decision, bucket: perHour === null ? null : { perHour, tokens, filledAt } }
}

export async function writePacing(
  tx: Tx,
  campaignId: number,
  given: { settings: PacingSettings | null; bucket: Bucket | null; decidedBy: string },
  at: Temporal.Instant,
): Promise<void> {
  const { settings, bucket, decidedBy } = given
  await tx.query(
    `insert into pacing (campaign_id, settings, per_hour, tokens, filled_at, decided_at, decided_by)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (campaign_id) do update set settings = excluded.settings, per_hour = excluded.per_hour, tokens = excluded.tokens,
       filled_at = excluded.filled_at, decided_at = excluded.decided_at, decided_by = excluded.decided_by`,
    [
      campaignId,
      settings === null ? null : JSON.stringify(settings),
      bucket?.perHour ?? null,
      bucket?.tokens ?? 0,
      bucket?.filledAt ?? at,
      at,
      decidedBy,
    ],
  )
}

export async function writeBucket(tx: Tx, campaignId: number, { tokens, filledAt }: Bucket): Promise<void> {
  await tx.query(`update pacing set tokens = $2, filled_at = $3 where campaign_id = $1`, [
    campaignId,
    tokens,
    filledAt,
  ])
}

/** A wave as it stands. `left`: messages of it still to send; `done`: those with an outcome. */
export interface Wave extends WaveLeft {
  readonly firstId: number
  readonly held: boolean
  readonly done: number
}

/** What became of the messages of each wave, by its rank; counted from an index alone, in one pass. */
export type WaveCounts = readonly { readonly rank: number; readonly left: number; readonly done: number }[]

export async function waveCounts(tx: Tx, campaignId: number): Promise<WaveCounts> {
  return rows(
    tx,
    `select width_bucket(d.id, bounds.first_ids) as rank,
            (count(*) filter (where state in ('planned', 'attempting')))::int as left,
            (count(*) filter (where state not in ('planned', 'attempting', 'cancelled')))::int as done
       from (select array_agg(first_id order by number) as first_ids from wave where campaign_id = $1) bounds
       join delivery d on bounds.first_ids is not null
      where d.campaign_id = $1 and d.channel = 'email' group by 1`,
    [campaignId],
  )
}

/** The waves of a campaign, in order, with what became of them: counted now, unless `counts` are given. */
export async function wavesOf(tx: Tx, campaignId: number, counts?: WaveCounts): Promise<Wave[]> {
  const found = await rows<Omit<Wave, 'left' | 'done'>>(
    tx,
    `select number, messages, first_id as "firstId", opens_at as "opensAt", held from wave
      where campaign_id = $1 order by number`,
    [campaignId],
  )
  const counted = found.length === 0 ? [] : (counts ?? (await waveCounts(tx, campaignId)))
  return found.map((wave, index) => {
    const { left = 0, done = 0 } = counted.find(({ rank }) => rank === index + 1) ?? {}
    return { ...wave, left, done }
  })
}

/** The waves that are not open yet: the first of them bounds what may be claimed. */
export async function nextClosedWave(
  tx: Tx,
  campaignId: number,
  at: Temporal.Instant,
): Promise<{ firstId: number; opensAt: Temporal.Instant; held: boolean } | undefined> {
  return maybeRow(
    tx,
    `select first_id as "firstId", opens_at as "opensAt", held from wave
      where campaign_id = $1 and (opens_at > $2 or held) order by number limit 1`,
    [campaignId, at],
  )
}

/** The last wave of which a message was tried: it has begun; 0 when none has. */
export async function lastBegun(tx: Tx, campaignId: number): Promise<number> {
  const { number } = await oneRow<{ number: number }>(
    tx,
    `with bounds as (select number, first_id, lead(first_id) over (order by number) as next_id from wave where campaign_id = $1)
     select coalesce(max(number), 0)::int as number from bounds
      where exists (
        select from delivery d where d.campaign_id = $1 and d.channel = 'email'
           and d.state in ('attempting', 'accepted', 'refused', 'unknown', 'bounced')
           and d.id >= first_id and (next_id is null or d.id < next_id))`,
    [campaignId],
  )
  return number
}

/** Ids at which waves of these sizes begin, among the e-mails still planned from `fromId` on, in order. */
export async function firstIds(
  tx: Tx,
  campaignId: number,
  fromId: number,
  ranks: readonly number[],
): Promise<number[]> {
  const found = await rows<{ id: number }>(
    tx,
    `select id from (
       select id, row_number() over (order by id) as rank from delivery
        where campaign_id = $1 and channel = 'email' and state = 'planned' and id >= $2) ranked
      where rank = any($3::bigint[]) order by rank`,
    [campaignId, fromId, ranks],
  )
  return found.map(({ id }) => id)
}

export async function countPlannedFrom(tx: Tx, campaignId: number, fromId: number): Promise<number> {
  const { planned } = await oneRow<{ planned: number }>(
    tx,
    `select count(*)::int as planned from delivery
      where campaign_id = $1 and channel = 'email' and state = 'planned' and id >= $2`,
    [campaignId, fromId],
  )
  return planned
}

/** Replaces the waves after `kept`. */
export async function writeWaves(
  tx: Tx,
  campaignId: number,
  kept: number,
  waves: readonly { number: number; firstId: number; messages: number; opensAt: Temporal.Instant }[],
): Promise<void> {
  await tx.query(`delete from wave where campaign_id = $1 and number > $2`, [campaignId, kept])
  for (const { number, firstId, messages, opensAt } of waves)
    await tx.query(
      `insert into wave (campaign_id, number, first_id, messages, opens_at) values ($1, $2, $3, $4, $5)`,
      [campaignId, number, firstId, messages, opensAt],
    )
}

export async function moveWaves(
  tx: Tx,
  campaignId: number,
  waves: readonly Pick<PlannedWave, 'number' | 'opensAt'>[],
): Promise<void> {
  for (const { number, opensAt } of waves)
    await tx.query(`update wave set opens_at = $3 where campaign_id = $1 and number = $2`, [
      campaignId,
      number,
      opensAt,
    ])
}

export async function holdWaveRow(tx: Tx, campaignId: number, number: number, held: boolean): Promise<void> {
  await tx.query(`update wave set held = $3 where campaign_id = $1 and number = $2`, [
    campaignId,
    number,
    held,
  ])
}

/** Of all domains but some, or of one only. */
export type DomainChoice = { readonly but: readonly string[] } | { readonly only: string }

/** When the first e-mail among those that may be claimed is due; null when there is none. `below`: bound of the waves. */
export async function firstDue(
  tx: Tx,
  campaignId: number,
  below: number | null,
  choice: DomainChoice,
): Promise<Temporal.Instant | null> {
  const [condition, value] =
    'only' in choice
      ? ['and domain = $3', choice.only]
      : choice.but.length > 0
        ? ['and domain <> all($3::text[])', choice.but]
        : ['', undefined]
  const { due } = await oneRow<{ due: Temporal.Instant | null }>(
    tx,
    `select min(due_at) as due from delivery
      where campaign_id = $1 and channel = 'email' and state = 'planned' and id < coalesce($2::bigint, 9223372036854775807) ${condition}`,
    value === undefined ? [campaignId, below] : [campaignId, below, value],
  )
  return due
}

/** Whether an e-mail waits in a wave that is not open. */
export async function plannedFrom(tx: Tx, campaignId: number, fromId: number): Promise<boolean> {
  const { some } = await oneRow<{ some: boolean }>(
    tx,
    `select exists (select from delivery where campaign_id = $1 and channel = 'email' and state = 'planned' and id >= $2) as some`,
    [campaignId, fromId],
  )
  return some
}
