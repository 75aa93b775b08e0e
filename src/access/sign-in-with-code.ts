import type { Platform } from '../platform/platform.ts'
import { normalLogin } from './model.ts'
import { openSession, type Person } from './open-session.ts'
import { checkPassphrase } from './passphrase.ts'
import { accessRefusals } from './refusals.ts'
import { sealingKey, unseal } from './sealed-secret.ts'
import { hashRecoveryCode } from './secret-token.ts'
import { accountByLogin, type TotpCredential, takeStep, totpOf, useRecoveryCode } from './store.ts'
import { attemptFailed, attemptSucceeded, countAttempt } from './throttle-attempts.ts'
import { stepOfCode } from './time-code.ts'

/**
 * The second path: passphrase and time code, both or nothing.
 * @returns the token of the new session
 * @throws access.signInRefused whatever was wrong; access.throttled after too many failures
 */
export async function signInWithCode(
  platform: Platform,
  proof: { login: string; passphrase: string; code: string; userAgent: string },
): Promise<string> {
  await countAttempt(platform, proof.login)
  const found = await findPerson(platform, proof.login)
  const passes = await checkPassphrase(proof.passphrase, found?.totp?.passphraseHash)
  const step =
    passes && found?.totp ? await readStep(platform, found.person.userId, found.totp, proof.code) : undefined
  if (!found || step === undefined) return refuse(platform, proof.login)
  const token = await platform.db.transaction(async (tx) => {
    if (!(await takeStep(tx, found.person.userId, step, platform.clock.now()))) return undefined
    await attemptSucceeded(tx, proof.login)
    return openSession(tx, platform, found.person, {
      method: 'totp',
      enrolOnly: false,
      userAgent: proof.userAgent,
    })
  })
  return token ?? refuse(platform, proof.login)
}

/** A one-time recovery code opens a session that can only add a new authenticator. */
export async function signInWithRecoveryCode(
  platform: Platform,
  proof: { login: string; code: string; userAgent: string },
): Promise<string> {
  await countAttempt(platform, proof.login)
  const found = await findPerson(platform, proof.login)
  if (!found) return refuse(platform, proof.login)
  const token = await platform.db.transaction(async (tx) => {
    const hash = hashRecoveryCode(proof.code)
    if (!(await useRecoveryCode(tx, found.person.userId, hash, platform.clock.now()))) return undefined
    await attemptSucceeded(tx, proof.login)
    return openSession(tx, platform, found.person, {
      method: 'recovery',
      enrolOnly: true,
      userAgent: proof.userAgent,
    })
  })
  return token ?? refuse(platform, proof.login)
}

/** The step of a typed code against a person's sealed secret; undefined when it is not theirs, or not of now. */
export async function readStep(
  platform: Platform,
  userId: string,
  totp: TotpCredential,
  code: string,
): Promise<number | undefined> {
  const secret = unseal(await sealingKey(platform), totp.sealedSecret, `totp:${userId}`)
  return stepOfCode(secret, code, platform.clock.now())
}

async function findPerson(
  platform: Platform,
  login: string,
): Promise<{ person: Person; totp: TotpCredential | undefined } | undefined> {
  const account = await accountByLogin(platform.db, normalLogin(login))
  if (!account || account.disabledAt || (account.fictional && !platform.home.exercise)) return undefined
  const person = { userId: account.id, name: account.name, fictional: account.fictional }
  return { person, totp: await totpOf(platform.db, account.id) }
}

async function refuse(platform: Platform, login: string): Promise<never> {
  await attemptFailed(platform, login)
  throw accessRefusals.signInRefused()
}
