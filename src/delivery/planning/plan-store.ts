import type { Cohort } from '../../people/lists/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import { oneRow, rows, type Tx } from '../../platform/database.ts'
import { asStrong, type Campaign, type Channel, type Recipient, type UntoldReason } from '../model.ts'

/** A delivery about to be written. Its id is drawn first, for its Message-ID is made from it. */
export interface PlannedDelivery {
  readonly id: number
  readonly noticeVersionId: number
  readonly channel: Channel
  readonly recipient: Recipient
  readonly domain: string | null
  readonly messageId: string | null
  /** Printed in the message; the same on the letter that may follow it. */
  readonly code: string
  /** Of a correction: which delivery told each person what it corrects. */
  readonly answers?: ReadonlyMap<number, number>
}

/** `count` fresh delivery ids in one round trip. */
export async function drawDeliveryIds(tx: Tx, count: number): Promise<number[]> {
  const drawn = await rows<{ id: number }>(
    tx,
    `select nextval(pg_get_serial_sequence('delivery', 'id')) as id from generate_series(1, $1::int)`,
    [count],
  )
  return drawn.map((row) => row.id)
}

/** Writes a page of deliveries and the persons they cover, two statements in all (arrays, not rows: 4x on 1 M persons). */
export async function insertDeliveries(
  tx: Tx,
  { id: campaignId, cohort, generation }: Pick<Campaign, 'id' | 'cohort' | 'generation'>,
  planned: readonly PlannedDelivery[],
  at: Temporal.Instant,
): Promise<void> {
  if (planned.length === 0) return
  await tx.query(
    `insert into delivery (id, campaign_id, notice_version_id, addressee_key, person_id, channel, persons, recipient,
                           domain, message_id, code, due_at, planned_at)
     select id, $1, notice, key, person, channel, persons, recipient, domain, message_id, code, $12, $12
       from unnest($2::bigint[], $3::bigint[], $4::text[], $5::bigint[], $6::text[], $7::smallint[], $8::jsonb[],
                   $9::text[], $10::text[], $11::text[])
         as given (id, notice, key, person, channel, persons, recipient, domain, message_id, code)`,
    [
      campaignId,
      planned.map((one) => one.id),
      planned.map((one) => one.noticeVersionId),
      planned.map((one) => one.recipient.key),
      planned.map((one) => one.recipient.personId),
      planned.map((one) => one.channel),
      planned.map((one) => one.recipient.covers.length),
      planned.map((one) => JSON.stringify(one.recipient)),
      planned.map((one) => one.domain),
      planned.map((one) => one.messageId),
      planned.map((one) => one.code),
      at,
    ],
  )
  await tx.query(
    `insert into delivery_person (delivery_id, person_id, campaign_id, cohort, generation, answers)
     select delivery, person, $1, $4, $5, answers from unnest($2::bigint[], $3::bigint[], $6::bigint[]) as given (delivery, person, answers)`,
    [
      campaignId,
      planned.flatMap((one) => one.recipient.covers.map(() => one.id)),
      planned.flatMap((one) => one.recipient.covers.map((covered) => covered.personId)),
      cohort,
      generation,
      planned.flatMap((one) =>
        one.recipient.covers.map(({ personId }) => one.answers?.get(personId) ?? null),
      ),
    ],
  )
}

export async function insertUntold(
  tx: Tx,
  campaignId: number,
  untold: readonly { readonly personId: number; readonly reason: UntoldReason }[],
  at: Temporal.Instant,
): Promise<void> {
  await tx.query(
    `insert into untold (campaign_id, person_id, reason, at)
     select $1, person, reason, $4 from unnest($2::bigint[], $3::text[]) as given (person, reason)`,
    [campaignId, untold.map((one) => one.personId), untold.map((one) => one.reason), at],
  )
}

/**
 * Those of these persons whom a first notice already covers, by a live delivery of any campaign: one in these words, or in
 * stronger ones.
 */
export async function alreadyCovered(
  tx: Tx,
  personIds: readonly number[],
  cohort: Cohort,
): Promise<Set<number>> {
  const found = await rows<{ personId: number }>(
    tx,
    `select person_id as "personId" from delivery_person
      where person_id = any($1::bigint[]) and generation = 1 and live and cohort = any($2::text[])`,
    [personIds, asStrong(cohort)],
  )
  return new Set(found.map(({ personId }) => personId))
}

/** Those of these persons whose latest reason, in any campaign, is already the one given. */
export async function alreadyUntold(
  tx: Tx,
  untold: readonly { readonly personId: number; readonly reason: UntoldReason }[],
  cohort: Cohort,
): Promise<Set<number>> {
  const found = await rows<{ personId: number }>(
    tx,
    `select given.person as "personId" from unnest($1::bigint[], $2::text[]) as given (person, reason)
      where given.reason = (select u.reason from untold u join campaign k on k.id = u.campaign_id
                             where u.person_id = given.person and k.generation = 1 and k.cohort = any($3::text[])
                             order by u.campaign_id desc limit 1)`,
    [untold.map((one) => one.personId), untold.map((one) => one.reason), asStrong(cohort)],
  )
  return new Set(found.map(({ personId }) => personId))
}

/** Whether anything was planned at all: a campaign of texts without deliveries has nothing to check. */
export async function hasDeliveries(tx: Tx, campaignId: number): Promise<boolean> {
  const { planned } = await oneRow<{ planned: boolean }>(
    tx,
    `select exists (select from delivery where campaign_id = $1) as planned`,
    [campaignId],
  )
  return planned
}

/** The three terms of conservation over a cohort of a list, each counted from its own rows, whatever campaign they belong to. */
export async function conservation(
  tx: Tx,
  listVersionId: number,
  cohort: Cohort,
): Promise<{ concerned: number; covered: number; untold: number }> {
  const of = `concerned_person c where c.list_version_id = $1 and c.cohort = $2`
  const live = `select from delivery_person p
    where p.person_id = c.person_id and p.generation = 1 and p.live and p.cohort = any($3::text[])`
  const reason = `select from untold u join campaign k on k.id = u.campaign_id
    where u.person_id = c.person_id and k.generation = 1 and k.cohort = any($3::text[])`
  return oneRow(
    tx,
    `select (select count(*)::int from ${of}) as concerned,
            (select count(*)::int from ${of} and exists (${live})) as covered,
            (select count(*)::int from ${of} and not exists (${live})
                and exists (${reason})) as untold`,
    [listVersionId, cohort, asStrong(cohort)],
  )
}

/** What was planned, in one hash for the journal: every addressee with its channel and persons, in order. */
export async function planDigest(
  tx: Tx,
  campaignId: number,
): Promise<{ email: number; letter: number; sha256: string }> {
  return oneRow(
    tx,
    `select count(*) filter (where channel = 'email')::int as email, count(*) filter (where channel = 'letter')::int as letter,
            encode(sha256(convert_to(coalesce(string_agg(concat_ws('|', id, addressee_key, channel, persons, notice_version_id),
                                                         chr(10) order by id), ''), 'UTF8')), 'hex') as sha256
       from delivery where campaign_id = $1`,
    [campaignId],
  )
}

/** Messages of a campaign by channel, and how many of them still have to leave. */
export async function countPlanned(
  tx: Tx,
  campaignId: number,
): Promise<{ email: number; emailLeft: number; letter: number; letterLeft: number }> {
  return oneRow(
    tx,
    `select (count(*) filter (where channel = 'email'))::int as email,
            (count(*) filter (where channel = 'email' and state in ('planned', 'attempting')))::int as "emailLeft",
            (count(*) filter (where channel = 'letter'))::int as letter,
            (count(*) filter (where channel = 'letter' and state = 'planned'))::int as "letterLeft"
       from delivery where campaign_id = $1`,
    [campaignId],
  )
}

/** Takes a plan back, of a campaign from which nothing left. @returns the messages that were planned */
export async function withdrawPlan(tx: Tx, campaignId: number): Promise<number> {
  await tx.query(`update delivery_person set live = false where campaign_id = $1`, [campaignId])
  await tx.query(`delete from untold where campaign_id = $1`, [campaignId])
  const { rowCount } = await tx.query(`update delivery set state = 'cancelled' where campaign_id = $1`, [
    campaignId,
  ])
  return rowCount ?? 0
}
