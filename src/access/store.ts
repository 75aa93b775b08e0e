import type { Temporal } from '../platform/clock.ts'
import { maybeRow, rows, type Tx } from '../platform/database.ts'
import type { Account, Role } from './model.ts'

const ACCOUNT = `id, login, display_name as "name", title, roles, fictional, disabled_at as "disabledAt"`

/** Serialises what must be counted exactly (failures, rations, leads) until the transaction ends. */
export async function lockSubject(tx: Tx, subject: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`tocsin.access.${subject}`])
}

export async function declaredNature(tx: Tx): Promise<boolean | undefined> {
  return (await maybeRow<{ exercise: boolean }>(tx, `select exercise from access_home`))?.exercise
}

export async function insertNature(tx: Tx, exercise: boolean): Promise<void> {
  await tx.query(`insert into access_home (exercise) values ($1)`, [exercise])
}

export async function accounts(tx: Tx): Promise<Account[]> {
  return rows<Account>(
    tx,
    `select ${ACCOUNT} from user_account order by disabled_at is not null, display_name, login`,
  )
}

export async function accountById(tx: Tx, id: string): Promise<Account | undefined> {
  return maybeRow<Account>(tx, `select ${ACCOUNT} from user_account where id::text = $1`, [id])
}

export async function accountByLogin(tx: Tx, login: string): Promise<Account | undefined> {
  return maybeRow<Account>(tx, `select ${ACCOUNT} from user_account where login = $1`, [login])
}

export async function insertAccount(tx: Tx, account: Account, now: Temporal.Instant): Promise<void> {
  await tx.query(
    `insert into user_account (id, login, display_name, title, roles, fictional, created_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [account.id, account.login, account.name, account.title, account.roles, account.fictional, now],
  )
}

export async function updatePerson(
  tx: Tx,
  id: string,
  person: { login: string; name: string; title: string },
): Promise<void> {
  await tx.query(`update user_account set login = $2, display_name = $3, title = $4 where id = $1`, [
    id,
    person.login,
    person.name,
    person.title,
  ])
}

export async function updateRoles(tx: Tx, id: string, roles: readonly Role[]): Promise<void> {
  await tx.query(`update user_account set roles = $2 where id = $1`, [id, roles])
}

export async function updateDisabled(tx: Tx, id: string, disabledAt: Temporal.Instant | null): Promise<void> {
  await tx.query(`update user_account set disabled_at = $2 where id = $1`, [id, disabledAt])
}

/** Leads who could still act: not disabled, and with an authenticator. */
export async function activeLeads(tx: Tx): Promise<string[]> {
  const found = await rows<{ id: string }>(
    tx,
    `select id from user_account u where 'lead' = any (roles) and disabled_at is null and not fictional
       and (exists (select from passkey where user_id = u.id) or exists (select from totp_credential where user_id = u.id))`,
  )
  return found.map((row) => row.id)
}

export interface Passkey {
  readonly credentialId: string
  readonly userId: string
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: string[]
  readonly name: string
  readonly createdAt: Temporal.Instant
  readonly lastUsedAt: Temporal.Instant | null
}

const PASSKEY = `credential_id as "credentialId", user_id as "userId", public_key as "publicKey", counter, transports, name,
  created_at as "createdAt", last_used_at as "lastUsedAt"`

export async function passkeysOf(tx: Tx, userId: string): Promise<Passkey[]> {
  return rows<Passkey>(tx, `select ${PASSKEY} from passkey where user_id = $1 order by created_at`, [userId])
}

export async function passkeyById(tx: Tx, credentialId: string): Promise<Passkey | undefined> {
  return maybeRow<Passkey>(tx, `select ${PASSKEY} from passkey where credential_id = $1`, [credentialId])
}

export async function insertPasskey(tx: Tx, key: Omit<Passkey, 'lastUsedAt'>): Promise<void> {
  await tx.query(
    `insert into passkey (credential_id, user_id, public_key, counter, transports, name, created_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [key.credentialId, key.userId, key.publicKey, key.counter, key.transports, key.name, key.createdAt],
  )
}

export async function touchPasskey(
  tx: Tx,
  credentialId: string,
  counter: number,
  now: Temporal.Instant,
): Promise<void> {
  await tx.query(`update passkey set counter = $2, last_used_at = $3 where credential_id = $1`, [
    credentialId,
    counter,
    now,
  ])
}

export async function deletePasskey(tx: Tx, userId: string, credentialId: string): Promise<boolean> {
  const gone = await tx.query(`delete from passkey where user_id = $1 and credential_id = $2`, [
    userId,
    credentialId,
  ])
  return gone.rowCount === 1
}

export interface TotpCredential {
  readonly sealedSecret: Buffer
  readonly passphraseHash: string
  readonly lastStep: number
  readonly createdAt: Temporal.Instant
  readonly lastUsedAt: Temporal.Instant | null
}

export async function totpOf(tx: Tx, userId: string): Promise<TotpCredential | undefined> {
  return maybeRow<TotpCredential>(
    tx,
    `select sealed_secret as "sealedSecret", passphrase_hash as "passphraseHash", last_step as "lastStep",
       created_at as "createdAt", last_used_at as "lastUsedAt" from totp_credential where user_id = $1`,
    [userId],
  )
}

export async function putTotp(
  tx: Tx,
  userId: string,
  totp: { sealedSecret: Buffer; passphraseHash: string; lastStep: number; createdAt: Temporal.Instant },
): Promise<void> {
  await tx.query(
    `insert into totp_credential (user_id, sealed_secret, passphrase_hash, last_step, created_at) values ($1, $2, $3, $4, $5)
     on conflict (user_id) do update set sealed_secret = excluded.sealed_secret, passphrase_hash = excluded.passphrase_hash,
       last_step = excluded.last_step, created_at = excluded.created_at, last_used_at = null`,
    [userId, totp.sealedSecret, totp.passphraseHash, totp.lastStep, totp.createdAt],
  )
}

/** Takes a step for good: false when it, or a later one, was already taken. One statement, so two requests cannot both win. */
export async function takeStep(
  tx: Tx,
  userId: string,
  step: number,
  now: Temporal.Instant,
): Promise<boolean> {
  const taken = await tx.query(
    `update totp_credential set last_step = $2, last_used_at = $3 where user_id = $1 and last_step < $2`,
    [userId, step, now],
  )
  return taken.rowCount === 1
}

export async function deleteTotp(tx: Tx, userId: string): Promise<boolean> {
  return (await tx.query(`delete from totp_credential where user_id = $1`, [userId])).rowCount === 1
}

export async function replaceRecoveryCodes(
  tx: Tx,
  userId: string,
  hashes: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  await tx.query(`delete from recovery_code where user_id = $1`, [userId])
  await tx.query(
    `insert into recovery_code (code_hash, user_id, created_at) select unnest($1::text[]), $2, $3`,
    [hashes, userId, now],
  )
}

export async function useRecoveryCode(
  tx: Tx,
  userId: string,
  hash: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const used = await tx.query(
    `update recovery_code set used_at = $3 where user_id = $1 and code_hash = $2 and used_at is null`,
    [userId, hash, now],
  )
  return used.rowCount === 1
}

export async function recoveryCodesLeft(tx: Tx, userId: string): Promise<number> {
  const found = await maybeRow<{ n: number }>(
    tx,
    `select count(*) as n from recovery_code where user_id = $1 and used_at is null`,
    [userId],
  )
  return found?.n ?? 0
}
