import { record } from '../journal/index.ts'
import type { Platform } from '../platform/platform.ts'
import { actorOf, normalLogin } from './model.ts'
import { renewSession } from './open-session.ts'
import { checkNewPasskey, type RelyingParty } from './passkey-ceremony.ts'
import { hashPassphrase } from './passphrase.ts'
import { accessRefusals } from './refusals.ts'
import { seal, sealingKey, unseal } from './sealed-secret.ts'
import { hashRecoveryCode, newRecoveryCode } from './secret-token.ts'
import {
  accountByLogin,
  deletePasskey,
  deleteTotp,
  insertPasskey,
  lockSubject,
  passkeysOf,
  putTotp,
  replaceRecoveryCodes,
  totpOf,
  updatePerson,
} from './store.ts'
import type { SessionWithPerson } from './store-sessions.ts'
import { newTimeSecret, stepOfCode, timeSecretToShow } from './time-code.ts'

const LOGIN = /^[a-z][a-z0-9.-]{1,39}$/
const RECOVERY_CODES = 10

/** A login that can be typed anywhere. */
export function checkedLogin(typed: string): string {
  const login = normalLogin(typed)
  if (!LOGIN.test(login)) throw accessRefusals.loginInvalid()
  return login
}

/** The first lead says who they are, before their first authenticator and never again by this way. */
export async function namePerson(
  platform: Platform,
  session: SessionWithPerson,
  person: { login: string; name: string; title: string },
): Promise<void> {
  const login = checkedLogin(person.login)
  const name = person.name.trim()
  if (name === '') throw accessRefusals.nameMissing()
  await platform.db.transaction(async (tx) => {
    await lockSubject(tx, 'staff')
    const other = await accountByLogin(tx, login)
    if (other && other.id !== session.userId) throw accessRefusals.loginTaken({ login })
    await updatePerson(tx, session.userId, { login, name, title: person.title.trim() })
    const actor = actorOf({ ...session, name })
    await record(tx, platform.clock, {
      actor,
      kind: 'access.person_named',
      payload: { userId: session.userId, login },
    })
  })
}

/** Adds a passkey and gives the session full rights under a new token. @returns that token */
export async function enrolPasskey(
  platform: Platform,
  session: SessionWithPerson,
  site: RelyingParty,
  body: unknown,
  name: string,
): Promise<string> {
  const key = await checkNewPasskey(platform, site, session.id, body)
  return platform.db.transaction(async (tx) => {
    const createdAt = platform.clock.now()
    await insertPasskey(tx, {
      ...key,
      userId: session.userId,
      name: name.trim().slice(0, 80) || 'Clé d’accès',
      createdAt,
    })
    const token = await renewSession(tx, platform, session.id, 'passkey')
    const payload = { userId: session.userId, authenticator: 'passkey' }
    await record(tx, platform.clock, { actor: actorOf(session), kind: 'access.authenticator_added', payload })
    return token
  })
}

/**
 * A new TOTP secret to put in an application. `sealed` travels in the form and comes back with the first code: nothing is
 * kept of a secret that nobody confirmed, and a form cannot bring a secret of its own. `offered` shows the same one again
 * after a slip.
 */
export async function offerTimeCode(
  platform: Platform,
  session: SessionWithPerson,
  offered?: string,
): Promise<{ sealed: string; uri: string; groups: string }> {
  const key = await sealingKey(platform)
  const secret = offered ? openOffer(key, offered, session) : newTimeSecret()
  const sealed = offered ?? seal(key, secret, `enrol:${session.id}:${session.userId}`).toString('base64url')
  return { sealed, ...timeSecretToShow(secret, session.login) }
}

/** Keeps the secret and passphrase once a code proves that the application has it; replaces an earlier one. @returns the session's new token */
export async function enrolTimeCode(
  platform: Platform,
  session: SessionWithPerson,
  form: { sealed: string; passphrase: string; code: string },
): Promise<string> {
  const key = await sealingKey(platform)
  const secret = openOffer(key, form.sealed, session)
  const lastStep = stepOfCode(secret, form.code, platform.clock.now())
  if (lastStep === undefined) throw accessRefusals.codeNotConfirmed()
  const passphraseHash = await hashPassphrase(form.passphrase)
  const sealedSecret = seal(key, secret, `totp:${session.userId}`)
  return platform.db.transaction(async (tx) => {
    await putTotp(tx, session.userId, {
      sealedSecret,
      passphraseHash,
      lastStep,
      createdAt: platform.clock.now(),
    })
    const token = await renewSession(tx, platform, session.id, 'totp')
    const payload = { userId: session.userId, authenticator: 'totp' }
    await record(tx, platform.clock, { actor: actorOf(session), kind: 'access.authenticator_added', payload })
    return token
  })
}

function openOffer(key: Buffer, sealed: string, session: SessionWithPerson): Buffer {
  try {
    return unseal(key, Buffer.from(sealed, 'base64url'), `enrol:${session.id}:${session.userId}`)
  } catch {
    throw accessRefusals.enrolmentChanged()
  }
}

/** Ten new one-time codes, in clear for the only time; the earlier ones stop working. */
export async function renewRecoveryCodes(platform: Platform, session: SessionWithPerson): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode)
  await platform.db.transaction(async (tx) => {
    await replaceRecoveryCodes(tx, session.userId, codes.map(hashRecoveryCode), platform.clock.now())
    const payload = { userId: session.userId, count: codes.length }
    await record(tx, platform.clock, {
      actor: actorOf(session),
      kind: 'access.recovery_codes_renewed',
      payload,
    })
  })
  return codes
}

/** Removes one of the person's own authenticators, a passkey by its id or the passphrase with its codes; never the last. */
export async function removeAuthenticator(
  platform: Platform,
  session: SessionWithPerson,
  which: { passkey: string } | 'totp',
): Promise<void> {
  await platform.db.transaction(async (tx) => {
    await lockSubject(tx, `authenticators:${session.userId}`)
    const left = (await passkeysOf(tx, session.userId)).length + ((await totpOf(tx, session.userId)) ? 1 : 0)
    if (left <= 1) throw accessRefusals.lastAuthenticator()
    const gone =
      which === 'totp'
        ? await deleteTotp(tx, session.userId)
        : await deletePasskey(tx, session.userId, which.passkey)
    if (!gone) return
    const payload = { userId: session.userId, authenticator: which === 'totp' ? 'totp' : 'passkey' }
    await record(tx, platform.clock, {
      actor: actorOf(session),
      kind: 'access.authenticator_removed',
      payload,
    })
  })
}
