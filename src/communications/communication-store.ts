import type { Temporal } from '../platform/clock.ts'
import { maybeRow, oneRow, rows, type Tx } from '../platform/database.ts'
import type { Communication, NewCommunication } from './model.ts'

const WHAT =
  'kind, title, audience, cohort, locale, version, sha256, sender, place, channels, campaign_id, notice_version_id'

/** One row a communication: its last step, with the instants of those before. `$1` is the incident. */
const STANDING = `
  select reference, state, kind, title, audience, cohort, locale, version, sha256, sender, place, channels,
         campaign_id as "campaignId", notice_version_id as "noticeVersionId", superseded_by as "supersededBy", reason,
         first_value(at) over steps as "registeredAt", first_value(by) over steps as "registeredBy",
         min(at) filter (where state = 'official') over steps as "officialAt",
         case when state in ('superseded', 'withdrawn') then at end as "endedAt", by, step,
         row_number() over (partition by reference order by step desc) as back, first_value(id) over steps as first_id
    from communication where incident_id = $1
  window steps as (partition by reference order by step rows between unbounded preceding and unbounded following)`

/** Everything registered, the newest first. */
export async function communicationsOf(tx: Tx, incidentId: string): Promise<Communication[]> {
  return rows<Communication>(
    tx,
    `select * from (${STANDING}) standing where back = 1 order by first_id desc`,
    [incidentId],
  )
}

export async function communicationCalled(
  tx: Tx,
  incidentId: string,
  reference: string,
): Promise<Communication | undefined> {
  return maybeRow<Communication>(
    tx,
    `select * from (${STANDING}) standing where back = 1 and reference = $2`,
    [incidentId, reference],
  )
}

/** One writer of an incident's register at a time: two must not take the same reference. */
export async function lockRegister(tx: Tx, incidentId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('tocsin.communications'), hashtext($1::text))`, [
    incidentId,
  ])
}

/** The next number for what is entered by hand. */
export async function nextByHand(tx: Tx, incidentId: string): Promise<number> {
  const { next } = await oneRow<{ next: number }>(
    tx,
    `select count(*)::int + 1 as next from communication where incident_id = $1 and step = 1 and campaign_id is null`,
    [incidentId],
  )
  return next
}

interface FirstStep extends NewCommunication {
  readonly incidentId: string
  readonly reference: string
  readonly state: 'planned' | 'official'
  readonly campaignId: number | null
  readonly noticeVersionId: number | null
  readonly at: Temporal.Instant
  readonly by: string
}

export async function insertFirstStep(tx: Tx, one: FirstStep): Promise<void> {
  await tx.query(
    `insert into communication (incident_id, reference, step, state, ${WHAT}, at, by)
     values ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      one.incidentId,
      one.reference,
      one.state,
      one.kind,
      one.title,
      one.audience,
      one.cohort,
      one.locale,
      one.version,
      one.sha256,
      one.sender,
      one.place,
      one.channels,
      one.campaignId,
      one.noticeVersionId,
      one.at,
      one.by,
    ],
  )
}

export interface NextStep {
  readonly state: 'official' | 'superseded' | 'withdrawn'
  readonly supersededBy?: string | null
  readonly reason?: string | null
  readonly at: Temporal.Instant
  readonly by: string
}

/** A step more for each of these communications, the rest of their rows as it was. @returns those written */
export async function insertNextStep(
  tx: Tx,
  incidentId: string,
  references: readonly string[],
  { state, supersededBy = null, reason = null, at, by }: NextStep,
): Promise<number> {
  const { rowCount } = await tx.query(
    `insert into communication (incident_id, reference, step, state, ${WHAT}, superseded_by, reason, at, by)
     select incident_id, reference, step + 1, $3, ${WHAT}, $4, $5, $6, $7
       from (select distinct on (reference) * from communication where incident_id = $1 and reference = any($2::text[])
              order by reference, step desc) latest
      where state in ('planned', 'official')`,
    [incidentId, references, state, supersededBy, reason, at, by],
  )
  return rowCount ?? 0
}
