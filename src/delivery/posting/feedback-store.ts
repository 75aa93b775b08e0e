import type { Temporal } from '../../platform/clock.ts'
import { rows, type Tx } from '../../platform/database.ts'
import type { LetterStanding } from './feedback-model.ts'

export interface LetterFound extends LetterStanding {
  readonly code: string
  readonly campaignId: number
}

/**
 * Letters of an incident by id or by the code printed on them, locked in order of their ids, after their campaigns: the order of
 * whoever finishes a campaign, so that none is closed under a letter whose next contact is being planned.
 */
export async function lettersNamed(
  tx: Tx,
  incidentId: string,
  named: { readonly ids: readonly number[]; readonly codes: readonly string[] },
): Promise<LetterFound[]> {
  await tx.query(
    `select from campaign where incident_id = $1 and id in (
       select campaign_id from delivery where channel = 'letter' and (id = any($2::bigint[]) or code = any($3::text[])))
      order by id for no key update`,
    [incidentId, named.ids, named.codes],
  )
  const found = await rows<
    Omit<LetterFound, 'posted' | 'returned'> & {
      wasPosted: boolean
      postedOn: string | null
      cameBack: boolean
      returnedOn: string | null
    }
  >(
    tx,
    `select d.id, d.code, d.state, d.campaign_id as "campaignId",
            exists (select from letter_batch b where b.id = d.letter_batch_id and b.state in ('built', 'deposited')) as printed,
            p.id is not null as "wasPosted", p.on_day::text as "postedOn", r.id is not null as "cameBack", r.on_day::text as "returnedOn"
       from delivery d join campaign k on k.id = d.campaign_id
       left join letter_report p on p.delivery_id = d.id and p.kind = 'posted'
       left join letter_report r on r.delivery_id = d.id and r.kind = 'returned'
      where k.incident_id = $1 and d.channel = 'letter' and (d.id = any($2::bigint[]) or d.code = any($3::text[]))
      order by d.id for update of d`,
    [incidentId, named.ids, named.codes],
  )
  return found.map(({ wasPosted, postedOn, cameBack, returnedOn, ...letter }) => ({
    ...letter,
    posted: wasPosted ? { on: postedOn } : undefined,
    returned: cameBack ? { on: returnedOn } : undefined,
  }))
}

export interface Report {
  readonly deliveryId: number
  readonly kind: 'posted' | 'returned'
  readonly on: string | null
  readonly reason: string | null
  readonly line: number | null
}

export async function insertReports(
  tx: Tx,
  reports: readonly Report[],
  source: { readonly fileSha256: string | null; readonly at: Temporal.Instant },
): Promise<void> {
  await tx.query(
    `insert into letter_report (delivery_id, kind, on_day, reason, line, file_sha256, at)
     select id, kind, on_day, reason, line, $6, $7
       from unnest($1::bigint[], $2::text[], $3::date[], $4::text[], $5::int[]) as given (id, kind, on_day, reason, line)`,
    [
      reports.map((one) => one.deliveryId),
      reports.map((one) => one.kind),
      reports.map((one) => one.on),
      reports.map((one) => one.reason),
      reports.map((one) => one.line),
      source.fileSha256,
      source.at,
    ],
  )
}

/** Letters that the print house says it posted are told, whatever becomes of the batch's receipt; those already told keep their instant. */
export async function acceptPosted(tx: Tx, posted: readonly Report[], at: Temporal.Instant): Promise<void> {
  await tx.query(
    `with given as (select * from unnest($1::bigint[], $2::text[]) as g (id, on_day)),
     moved as (
       update delivery d set state = 'accepted', settled_at = $3 from given
        where d.id = given.id and d.state = 'attempting'),
     told as (
       insert into delivery_event (delivery_id, campaign_id, at, kind, detail)
       select d.id, d.campaign_id, $3, 'posted', given.on_day from given join delivery d on d.id = given.id order by d.id)
     update letter_batch b set state = 'deposited', deposited_at = $3
      where b.state = 'built' and b.id in (select d.letter_batch_id from delivery d join given on given.id = d.id)
        and not exists (select from delivery x where x.letter_batch_id = b.id and x.state = 'attempting'
                           and x.id not in (select id from given))`,
    [posted.map((one) => one.deliveryId), posted.map((one) => one.on), at],
  )
}

/** Closes letters that came back: their persons are told by them no more. */
export async function closeReturned(
  tx: Tx,
  returned: readonly Report[],
  at: Temporal.Instant,
): Promise<void> {
  await tx.query(
    `with given as (select * from unnest($1::bigint[], $2::text[]) as g (id, reason)),
     moved as (
       update delivery d set state = 'returned', reason = given.reason, settled_at = $3 from given
        where d.id = given.id and d.state in ('attempting', 'accepted') returning d.id, d.campaign_id, d.reason)
     insert into delivery_event (delivery_id, campaign_id, at, kind, detail)
     select id, campaign_id, $3, 'returned', reason from moved order by id`,
    [returned.map((one) => one.deliveryId), returned.map((one) => one.reason), at],
  )
}
