import { record } from '../journal/index.ts'
import type { Platform } from '../platform/platform.ts'
import { actorOf } from './model.ts'
import { renewSession } from './open-session.ts'
import { checkPasskey, type RelyingParty } from './passkey-ceremony.ts'
import { accessRefusals } from './refusals.ts'
import { readStep } from './sign-in-with-code.ts'
import { takeStep, totpOf } from './store.ts'
import type { SessionWithPerson } from './store-sessions.ts'
import { attemptFailed, attemptSucceeded, countAttempt } from './throttle-attempts.ts'

/** A fresh passkey of the same person. @returns the session's new token */
export async function stepUpWithPasskey(
  platform: Platform,
  session: SessionWithPerson,
  site: RelyingParty,
  body: unknown,
): Promise<string> {
  const passkey = await checkPasskey(platform, site, 'step_up', session.id, body)
  if (passkey.userId !== session.userId) throw accessRefusals.passkeyRefused()
  return prove(platform, session, 'passkey')
}

/** A fresh time code, counted with the sign-in failures of the same login. @returns the session's new token */
export async function stepUpWithCode(
  platform: Platform,
  session: SessionWithPerson,
  code: string,
): Promise<string> {
  await countAttempt(platform, session.login)
  const totp = await totpOf(platform.db, session.userId)
  const step = totp && (await readStep(platform, session.userId, totp, code))
  const taken =
    step !== undefined && (await takeStep(platform.db, session.userId, step, platform.clock.now()))
  if (!taken) {
    await attemptFailed(platform, session.login)
    throw accessRefusals.signInRefused()
  }
  return prove(platform, session, 'totp')
}

async function prove(
  platform: Platform,
  session: SessionWithPerson,
  method: 'passkey' | 'totp',
): Promise<string> {
  return platform.db.transaction(async (tx) => {
    if (method === 'totp') await attemptSucceeded(tx, session.login)
    const token = await renewSession(tx, platform, session.id)
    const payload = { userId: session.userId, sessionId: session.id, method }
    await record(tx, platform.clock, { actor: actorOf(session), kind: 'access.stepped_up', payload })
    return token
  })
}
