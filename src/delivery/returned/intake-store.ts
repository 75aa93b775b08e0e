import type { Temporal } from '../../platform/clock.ts'
import { maybeRow, rows, type Tx } from '../../platform/database.ts'
import type { Intake } from './report-store.ts'

/** How far a mailbox was read: every UID at or below `uid` under this UIDVALIDITY (RFC 3501, 2.3.1.1). */
export interface MailboxPosition {
  readonly uidValidity: number
  readonly uid: number
}

export interface IntakeState {
  readonly intake: Intake
  readonly readAt: Temporal.Instant | null
  readonly reportAt: Temporal.Instant | null
  readonly failedAt: Temporal.Instant | null
  readonly failure: string | null
}

/** One reader of a source at a time, until the end of the transaction. */
export async function lockIntake(tx: Tx, intake: Intake): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('tocsin.returned'), hashtext($1::text))`, [intake])
}

export async function mailboxPosition(tx: Tx): Promise<MailboxPosition | undefined> {
  return maybeRow<MailboxPosition>(
    tx,
    `select uid_validity as "uidValidity", uid from bounce_intake where intake = 'imap' and uid is not null`,
  )
}

export async function setMailboxPosition(tx: Tx, { uidValidity, uid }: MailboxPosition): Promise<void> {
  await tx.query(
    `insert into bounce_intake (intake, uid_validity, uid) values ('imap', $1, $2)
     on conflict (intake) do update set uid_validity = excluded.uid_validity,
       uid = case when bounce_intake.uid_validity = excluded.uid_validity then greatest(bounce_intake.uid, excluded.uid) else excluded.uid end`,
    [uidValidity, uid],
  )
}

/** The source was reached, and brought `reports` new ones. */
export async function noteRead(tx: Tx, intake: Intake, reports: number, at: Temporal.Instant): Promise<void> {
  await tx.query(
    `insert into bounce_intake (intake, read_at, report_at) values ($1, $2, case when $3::int > 0 then $2::timestamptz end)
     on conflict (intake) do update set read_at = excluded.read_at, failure = null, failed_at = null,
       report_at = coalesce(excluded.report_at, bounce_intake.report_at)`,
    [intake, at, reports],
  )
}

export async function noteFailure(
  tx: Tx,
  intake: Intake,
  failure: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx.query(
    `insert into bounce_intake (intake, failure, failed_at) values ($1, $2, $3)
     on conflict (intake) do update set failure = excluded.failure, failed_at = excluded.failed_at`,
    [intake, failure.slice(0, 120), at],
  )
}

export async function intakeStates(tx: Tx): Promise<IntakeState[]> {
  return rows<IntakeState>(
    tx,
    `select intake, read_at as "readAt", report_at as "reportAt", failed_at as "failedAt", failure from bounce_intake order by intake`,
  )
}

export interface HookToken {
  readonly id: string
  readonly name: string
  readonly madeAt: Temporal.Instant
  readonly madeBy: string
  readonly usedAt: Temporal.Instant | null
}

export async function insertHookToken(
  tx: Tx,
  token: { id: string; name: string; sha256: string; at: Temporal.Instant; by: string },
): Promise<void> {
  await tx.query(
    `insert into bounce_hook_token (id, name, token_sha256, made_at, made_by) values ($1, $2, $3, $4, $5)`,
    [token.id, token.name, token.sha256, token.at, token.by],
  )
}

export async function revokeHookToken(tx: Tx, id: string, at: Temporal.Instant): Promise<boolean> {
  const done = await tx.query(
    `update bounce_hook_token set revoked_at = $2 where id = $1 and revoked_at is null`,
    [id, at],
  )
  return done.rowCount === 1
}

export async function hookTokens(tx: Tx): Promise<HookToken[]> {
  return rows<HookToken>(
    tx,
    `select id, name, made_at as "madeAt", made_by as "madeBy", used_at as "usedAt" from bounce_hook_token
      where revoked_at is null order by made_at`,
  )
}

/** Every live hash, for a comparison that takes as long whichever it is. */
export async function liveTokenHashes(tx: Tx): Promise<{ id: string; sha256: string }[]> {
  return rows(tx, `select id, token_sha256 as sha256 from bounce_hook_token where revoked_at is null`)
}

export async function tokenUsed(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.query(`update bounce_hook_token set used_at = $2 where id = $1`, [id, at])
}
