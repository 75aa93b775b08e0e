import type { Platform } from '../platform/platform.ts'
import { openSession } from './open-session.ts'
import { checkPasskey, type RelyingParty } from './passkey-ceremony.ts'
import { accessRefusals } from './refusals.ts'
import { accountById } from './store.ts'

/**
 * The first path: a passkey of this site, with user verification, names its own account.
 * @returns the token of the new session
 */
export async function signInWithPasskey(
  platform: Platform,
  site: RelyingParty,
  body: unknown,
  userAgent: string,
): Promise<string> {
  const passkey = await checkPasskey(platform, site, 'sign_in', null, body)
  const account = await accountById(platform.db, passkey.userId)
  if (!account || account.disabledAt || (account.fictional && !platform.home.exercise)) {
    throw accessRefusals.passkeyRefused()
  }
  const person = { userId: account.id, name: account.name, fictional: account.fictional }
  return platform.db.transaction((tx) =>
    openSession(tx, platform, person, { method: 'passkey', enrolOnly: false, userAgent }),
  )
}
