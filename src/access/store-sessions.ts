import type { Temporal } from '../platform/clock.ts'
import { maybeRow, oneRow, rows, type Tx } from '../platform/database.ts'
import type { Method, Role } from './model.ts'

export interface OpenSession {
  readonly id: string
  readonly userId: string
  readonly method: Method
  readonly enrolOnly: boolean
  readonly createdAt: Temporal.Instant
  readonly lastSeenAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
  readonly stepUpAt: Temporal.Instant | null
  readonly userAgentHash: string
}

const SESSION = `s.id, s.user_id as "userId", s.method, s.enrol_only as "enrolOnly", s.created_at as "createdAt",
  s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt", s.step_up_at as "stepUpAt", s.user_agent_hash as "userAgentHash"`

export async function insertSession(tx: Tx, tokenHash: string, session: OpenSession): Promise<void> {
  await tx.query(
    `insert into login_session (id, token_hash, user_id, method, enrol_only, created_at, last_seen_at, expires_at, step_up_at, user_agent_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      session.id,
      tokenHash,
      session.userId,
      session.method,
      session.enrolOnly,
      session.createdAt,
      session.lastSeenAt,
      session.expiresAt,
      session.stepUpAt,
      session.userAgentHash,
    ],
  )
}

export interface SessionWithPerson extends OpenSession {
  readonly login: string
  readonly name: string
  readonly title: string
  readonly roles: Role[]
  readonly fictional: boolean
  /** Whether recovery codes were ever given: without them, losing a telephone is losing the account. */
  readonly hasRecoveryCodes: boolean
}

/** The open session of a token, with its person, unless disabled. Expiry is the caller's. */
export async function sessionByToken(tx: Tx, tokenHash: string): Promise<SessionWithPerson | undefined> {
  return maybeRow<SessionWithPerson>(
    tx,
    `select ${SESSION}, u.login, u.display_name as "name", u.title, u.roles, u.fictional,
       exists (select from recovery_code r where r.user_id = u.id) as "hasRecoveryCodes"
     from login_session s join user_account u on u.id = s.user_id
     where s.token_hash = $1 and s.ended_at is null and u.disabled_at is null`,
    [tokenHash],
  )
}

export async function sessionsOf(tx: Tx, userId: string, now: Temporal.Instant): Promise<OpenSession[]> {
  return rows<OpenSession>(
    tx,
    `select ${SESSION} from login_session s where user_id = $1 and ended_at is null and expires_at > $2 order by created_at desc`,
    [userId, now],
  )
}

export async function touchSession(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  await tx.query(`update login_session set last_seen_at = $2 where id = $1`, [id, now])
}

/** Gives the session a new token, so that one seen before the proof is worth nothing after it. */
export async function rotateSession(
  tx: Tx,
  id: string,
  change: { tokenHash: string; method?: Method; stepUpAt: Temporal.Instant; enrolOnly: boolean },
): Promise<void> {
  await tx.query(
    `update login_session set token_hash = $2, step_up_at = $3, last_seen_at = $3, enrol_only = $4, method = coalesce($5, method)
     where id = $1 and ended_at is null`,
    [id, change.tokenHash, change.stepUpAt, change.enrolOnly, change.method ?? null],
  )
}

export async function endSession(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  await tx.query(`update login_session set ended_at = $2 where id = $1 and ended_at is null`, [id, now])
}

export async function endSessionOf(
  tx: Tx,
  userId: string,
  id: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const ended = await tx.query(
    `update login_session set ended_at = $3 where user_id = $1 and id::text = $2 and ended_at is null`,
    [userId, id, now],
  )
  return ended.rowCount === 1
}

/** Ends every session of a person and revokes their operator tokens and links: their rights have changed. */
export async function endEverythingOf(tx: Tx, userId: string, now: Temporal.Instant): Promise<number> {
  await tx.query(`update operator_token set revoked_at = $2 where user_id = $1 and revoked_at is null`, [
    userId,
    now,
  ])
  await tx.query(`update sign_in_link set used_at = $2 where user_id = $1 and used_at is null`, [userId, now])
  const ended = await tx.query(
    `update login_session set ended_at = $2 where user_id = $1 and ended_at is null`,
    [userId, now],
  )
  return ended.rowCount ?? 0
}

export interface SignInLink {
  readonly userId: string
  readonly purpose: 'enrol' | 'exercise'
}

/** A new link for a person; earlier ones stop working. */
export async function replaceLink(
  tx: Tx,
  tokenHash: string,
  link: SignInLink & { issuedBy: string | null; createdAt: Temporal.Instant; expiresAt: Temporal.Instant },
): Promise<void> {
  await tx.query(`update sign_in_link set used_at = $2 where user_id = $1 and used_at is null`, [
    link.userId,
    link.createdAt,
  ])
  await tx.query(
    `insert into sign_in_link (token_hash, user_id, purpose, issued_by, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)`,
    [tokenHash, link.userId, link.purpose, link.issuedBy, link.createdAt, link.expiresAt],
  )
}

export async function liveLink(
  tx: Tx,
  tokenHash: string,
  now: Temporal.Instant,
): Promise<SignInLink | undefined> {
  return maybeRow<SignInLink>(
    tx,
    `select user_id as "userId", purpose from sign_in_link where token_hash = $1 and used_at is null and expires_at > $2`,
    [tokenHash, now],
  )
}

/** Uses a link up; undefined when it was used or has expired. One statement: of two requests, one wins. */
export async function takeLink(
  tx: Tx,
  tokenHash: string,
  now: Temporal.Instant,
): Promise<SignInLink | undefined> {
  return maybeRow<SignInLink>(
    tx,
    `update sign_in_link set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2
     returning user_id as "userId", purpose`,
    [tokenHash, now],
  )
}

/**
 * Whether one of two people opened the other's access by an enrolment link used after `since`, directly or through people they
 * let in themselves. A link that was only replaced counts too: it cannot be told from a used one.
 */
export async function openedByOther(
  tx: Tx,
  one: string,
  other: string,
  since: Temporal.Instant,
): Promise<boolean> {
  const { opened } = await oneRow<{ opened: boolean }>(
    tx,
    `with recursive opener as (
       select start, start as id from unnest(array[$1, $2]::uuid[]) as start
       union
       select o.start, l.issued_by from sign_in_link l join opener o on l.user_id = o.id
        where l.purpose = 'enrol' and l.issued_by is not null and l.used_at > $3)
     select exists (select from opener where id <> start and id = any(array[$1, $2]::uuid[])) as opened`,
    [one, other, since],
  )
  return opened
}

export type ChallengePurpose = 'sign_in' | 'step_up' | 'enrol'

export async function insertChallenge(
  tx: Tx,
  challenge: {
    challenge: string
    purpose: ChallengePurpose
    sessionId: string | null
    expiresAt: Temporal.Instant
  },
  now: Temporal.Instant,
): Promise<void> {
  await tx.query(`delete from webauthn_challenge where expires_at <= $1`, [now])
  await tx.query(
    `insert into webauthn_challenge (challenge, purpose, session_id, expires_at) values ($1, $2, $3, $4)`,
    [challenge.challenge, challenge.purpose, challenge.sessionId, challenge.expiresAt],
  )
}

/** Uses a challenge up: true once, for its own purpose and session, before it expires. */
export async function takeChallenge(
  tx: Tx,
  challenge: string,
  purpose: ChallengePurpose,
  sessionId: string | null,
  now: Temporal.Instant,
): Promise<boolean> {
  const taken = await tx.query(
    `delete from webauthn_challenge where challenge = $1 and purpose = $2 and session_id is not distinct from $3 and expires_at > $4`,
    [challenge, purpose, sessionId, now],
  )
  return taken.rowCount === 1
}
