import type { Temporal } from '../platform/clock.ts'
import { maybeRow, oneRow, rows, type Tx } from '../platform/database.ts'
import type { Role } from './model.ts'

export async function failuresSince(
  tx: Tx,
  subject: string,
  since: Temporal.Instant,
): Promise<Temporal.Instant[]> {
  const found = await rows<{ at: Temporal.Instant }>(
    tx,
    `select at from failed_attempt where subject = $1 and at > $2 order by at`,
    [subject, since],
  )
  return found.map((row) => row.at)
}

export async function allFailuresSince(tx: Tx, since: Temporal.Instant): Promise<number> {
  return (await oneRow<{ n: number }>(tx, `select count(*) as n from failed_attempt where at > $1`, [since]))
    .n
}

export async function insertFailure(tx: Tx, subject: string, now: Temporal.Instant): Promise<void> {
  await tx.query(`delete from failed_attempt where at < $1`, [now.subtract({ hours: 24 })])
  await tx.query(`insert into failed_attempt (subject, at) values ($1, $2)`, [subject, now])
}

export async function forgetFailures(tx: Tx, subject: string): Promise<void> {
  await tx.query(`delete from failed_attempt where subject = $1`, [subject])
}

export async function insertLookup(
  tx: Tx,
  lookup: {
    userId: string
    personId: number
    incidentId: string | null
    at: Temporal.Instant
    motive: string
  },
): Promise<void> {
  await tx.query(
    `insert into person_lookup (user_id, person_id, incident_id, at, motive) values ($1, $2, $3, $4, $5)`,
    [lookup.userId, lookup.personId, lookup.incidentId, lookup.at, lookup.motive],
  )
}

/** Distinct persons an account opened since an instant: reading the same page twice teaches nothing more. */
export async function personsOpenedSince(tx: Tx, userId: string, since: Temporal.Instant): Promise<number[]> {
  const found = await rows<{ personId: number }>(
    tx,
    `select distinct person_id as "personId" from person_lookup where user_id = $1 and at > $2`,
    [userId, since],
  )
  return found.map((row) => row.personId)
}

export async function insertPeoplePage(
  tx: Tx,
  page: { userId: string; incidentId: string; shown: number; at: Temporal.Instant },
): Promise<void> {
  await tx.query(`insert into people_page (user_id, incident_id, shown, at) values ($1, $2, $3, $4)`, [
    page.userId,
    page.incidentId,
    page.shown,
    page.at,
  ])
}

/** Pages of names an account was shown since an instant; reading one again counts, for the rows may have changed. */
export async function peoplePagesSince(tx: Tx, userId: string, since: Temporal.Instant): Promise<number> {
  const { n } = await oneRow<{ n: number }>(
    tx,
    `select count(*) as n from people_page where user_id = $1 and at > $2`,
    [userId, since],
  )
  return n
}

export async function insertReviewLook(
  tx: Tx,
  look: { userId: string; incidentId: string; runId: string; exposedRow: number; at: Temporal.Instant },
): Promise<void> {
  await tx.query(
    `insert into review_look (user_id, incident_id, run_id, exposed_row, at) values ($1, $2, $3, $4, $5)`,
    [look.userId, look.incidentId, look.runId, look.exposedRow, look.at],
  )
}

/** Rows of the review an account was shown since an instant. */
export async function reviewLooksSince(tx: Tx, userId: string, since: Temporal.Instant): Promise<number> {
  const { n } = await oneRow<{ n: number }>(
    tx,
    `select count(*) as n from review_look where user_id = $1 and at > $2`,
    [userId, since],
  )
  return n
}

export interface OperatorToken {
  readonly id: string
  readonly createdAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
  readonly lastUsedAt: Temporal.Instant | null
}

export async function insertOperatorToken(
  tx: Tx,
  token: {
    id: string
    tokenHash: string
    userId: string
    createdAt: Temporal.Instant
    expiresAt: Temporal.Instant
  },
): Promise<void> {
  await tx.query(
    `insert into operator_token (id, token_hash, user_id, created_at, expires_at) values ($1, $2, $3, $4, $5)`,
    [token.id, token.tokenHash, token.userId, token.createdAt, token.expiresAt],
  )
}

export async function operatorTokensOf(
  tx: Tx,
  userId: string,
  now: Temporal.Instant,
): Promise<OperatorToken[]> {
  return rows<OperatorToken>(
    tx,
    `select id, created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt"
     from operator_token where user_id = $1 and revoked_at is null and expires_at > $2 order by created_at desc`,
    [userId, now],
  )
}

/** The person of a live operator token, noting its use. */
export async function operatorByToken(
  tx: Tx,
  tokenHash: string,
  now: Temporal.Instant,
): Promise<
  { userId: string; name: string; roles: Role[]; fictional: boolean; provenAt: Temporal.Instant } | undefined
> {
  return maybeRow(
    tx,
    `update operator_token t set last_used_at = $2 from user_account u
     where t.token_hash = $1 and t.revoked_at is null and t.expires_at > $2 and u.id = t.user_id and u.disabled_at is null
     returning u.id as "userId", u.display_name as "name", u.roles, u.fictional, t.created_at as "provenAt"`,
    [tokenHash, now],
  )
}

export async function revokeOperatorToken(
  tx: Tx,
  userId: string,
  id: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const revoked = await tx.query(
    `update operator_token set revoked_at = $3 where user_id = $1 and id::text = $2 and revoked_at is null`,
    [userId, id, now],
  )
  return revoked.rowCount === 1
}
