import type { Temporal } from '../platform/clock.ts'
import { maybeRow, oneRow, rows, type Tx } from '../platform/database.ts'
import type { BlockedFiling, FilingState, Tolerance } from './model.ts'

/** One row a filing: as entered, with its last step and the tolerances attached to it. `$1` is the incident. */
const STANDING = `
  select f.id as filing, f.client, f.own, f.kind, to_char(f.due_on, 'YYYY-MM-DD') as "dueOn",
         s.state, s.filed_at as "filedAt", s.note, s.id, s.at, s.by,
         coalesce((select array_agg(tolerance order by tolerance)
                     from (select distinct on (tolerance) tolerance, attached from filing_tolerance
                            where filing_id = f.id order by tolerance, id desc) last
                    where attached), '{}') as tolerances
    from blocked_filing f
    join lateral (select * from blocked_filing_step where filing_id = f.id order by step desc limit 1) s on true
   where f.incident_id = $1`

/** Filings that stand, by due date, then client; those entered by mistake are left out. */
export async function filingsOf(tx: Tx, incidentId: string): Promise<BlockedFiling[]> {
  return rows<BlockedFiling>(
    tx,
    `${STANDING} and s.state <> 'struck' order by f.due_on, f.own desc, lower(f.client), f.kind`,
    [incidentId],
  )
}

export async function filingNumbered(
  tx: Tx,
  incidentId: string,
  filing: number,
): Promise<BlockedFiling | undefined> {
  return maybeRow<BlockedFiling>(tx, `${STANDING} and f.id = $2`, [incidentId, filing])
}

export interface NewFiling {
  readonly client: string
  readonly own: boolean
  readonly kind: string
  readonly dueOn: string
}

/** Enters one; undefined when the same client, kind and date are there already. */
export async function insertFiling(
  tx: Tx,
  incidentId: string,
  one: NewFiling,
  at: Temporal.Instant,
  by: string,
): Promise<number | undefined> {
  const entered = await maybeRow<{ id: number }>(
    tx,
    `insert into blocked_filing (incident_id, client, own, kind, due_on, entered_at, entered_by)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
    [incidentId, one.client, one.own, one.kind, one.dueOn, at, by],
  )
  return entered?.id
}

/** The one of the same client, kind and date, struck or not. */
export async function filingLike(
  tx: Tx,
  incidentId: string,
  { client, kind, dueOn }: NewFiling,
): Promise<BlockedFiling | undefined> {
  return maybeRow<BlockedFiling>(
    tx,
    `${STANDING} and lower(f.client) = lower($2) and lower(f.kind) = lower($3) and f.due_on = $4`,
    [incidentId, client, kind, dueOn],
  )
}

export interface FilingStep {
  readonly state: FilingState
  readonly filedAt: Temporal.Instant | null
  readonly note: string | null
  readonly at: Temporal.Instant
  readonly by: string
}

export async function insertFilingStep(tx: Tx, filing: number, one: FilingStep): Promise<void> {
  await tx.query(
    `insert into blocked_filing_step (filing_id, step, state, filed_at, note, at, by)
     select $1, coalesce(max(step), 0) + 1, $2, $3::timestamptz, $4, $5::timestamptz, $6
       from blocked_filing_step where filing_id = $1`,
    [filing, one.state, one.filedAt, one.note, one.at, one.by],
  )
}

/** What administrations said, each by its last step. */
export async function tolerancesOf(tx: Tx, incidentId: string): Promise<Tolerance[]> {
  return rows<Tolerance>(
    tx,
    `select distinct on (number) number, grantor, state, to_char(said_on, 'YYYY-MM-DD') as "on", scope, condition, source,
            proof, id, at, by
       from tolerance where incident_id = $1 order by number, step desc`,
    [incidentId],
  )
}

/** The next step of a tolerance, or the first of a new one when no number is given. @returns its number */
export async function insertTolerance(
  tx: Tx,
  incidentId: string,
  number: number | undefined,
  one: Omit<Tolerance, 'id' | 'number'>,
): Promise<number> {
  const kept = await oneRow<{ number: number }>(
    tx,
    `insert into tolerance (incident_id, number, step, grantor, state, said_on, scope, condition, source, proof, at, by)
     select $1, n, coalesce((select max(step) from tolerance where incident_id = $1 and number = n), 0) + 1,
            $3, $4, $5::date, $6, $7, $8, $9, $10::timestamptz, $11
       from (select coalesce($2::int, (select coalesce(max(number), 0) + 1 from tolerance where incident_id = $1)) as n) next
     returning number`,
    [
      incidentId,
      number ?? null,
      one.grantor,
      one.state,
      one.on,
      one.scope,
      one.condition,
      one.source,
      one.proof,
      one.at,
      one.by,
    ],
  )
  return kept.number
}

/** Attaches a tolerance to these filings, or takes it off. */
export async function insertAttachments(
  tx: Tx,
  filings: readonly number[],
  tolerance: number,
  { attached, at, by }: { readonly attached: boolean; readonly at: Temporal.Instant; readonly by: string },
): Promise<void> {
  await tx.query(
    `insert into filing_tolerance (filing_id, tolerance, attached, at, by)
     select filing, $2, $3, $4, $5 from unnest($1::bigint[]) filing`,
    [filings, tolerance, attached, at, by],
  )
}
