import { record, tocsin } from '../journal/index.ts'
import type { Temporal } from '../platform/clock.ts'
import type { Tx } from '../platform/database.ts'
import type { Platform } from '../platform/platform.ts'
import type { Refusal } from '../platform/refusal.ts'
import { type AccessSettings, normalLogin } from './model.ts'
import { accessRefusals } from './refusals.ts'
import { hashToken } from './secret-token.ts'
import { settingsOf } from './settings.ts'
import { accountByLogin, lockSubject } from './store.ts'
import { allFailuresSince, failuresSince, forgetFailures, insertFailure } from './store-limits.ts'

/**
 * Counts an attempt as failed before it is checked, and refuses it when there were too many for this login or for the
 * whole desk. Counting first means that neither a crash nor a hundred requests at once give a free try; `attemptSucceeded`
 * takes it back. Passkeys are not counted (a signature cannot be guessed), so nobody is locked out by another's failures.
 */
export async function countAttempt(platform: Platform, login: string): Promise<void> {
  const settings = settingsOf(platform)
  const refused = await platform.db.transaction(async (tx) => {
    await lockSubject(tx, 'attempts')
    const refusal = await refusalOf(tx, login, platform.clock.now(), settings)
    if (!refusal) await insertFailure(tx, subjectOf(login), platform.clock.now())
    return refusal
  })
  if (refused) throw refused
}

/** Forgets the failures of a login: its owner has just shown both proofs. */
export async function attemptSucceeded(tx: Tx, login: string): Promise<void> {
  await forgetFailures(tx, subjectOf(login))
}

/** Journals the failure that closes a door (not each one: a typing slip is not an event). */
export async function attemptFailed(platform: Platform, login: string): Promise<void> {
  const settings = settingsOf(platform)
  await platform.db.transaction(async (tx) => {
    const now = platform.clock.now()
    const failures = await failuresSince(tx, subjectOf(login), before(now, settings.accountWindowMinutes))
    const all = await allFailuresSince(tx, before(now, settings.globalWindowMinutes))
    if (failures.length !== settings.accountFailures && all !== settings.globalFailures) return
    const scope = all === settings.globalFailures ? 'desk' : 'account'
    const userId = (await accountByLogin(tx, normalLogin(login)))?.id ?? null
    await record(tx, platform.clock, { actor: tocsin, kind: 'access.throttled', payload: { scope, userId } })
  })
}

async function refusalOf(
  tx: Tx,
  login: string,
  now: Temporal.Instant,
  settings: AccessSettings,
): Promise<Refusal | undefined> {
  const failures = await failuresSince(tx, subjectOf(login), before(now, settings.accountWindowMinutes))
  const oldest = failures.at(-settings.accountFailures)
  if (oldest)
    return accessRefusals.throttled({ minutes: minutesUntil(now, oldest, settings.accountWindowMinutes) })
  const all = await allFailuresSince(tx, before(now, settings.globalWindowMinutes))
  if (all >= settings.globalFailures)
    return accessRefusals.throttled({ minutes: settings.globalWindowMinutes })
  return undefined
}

function before(now: Temporal.Instant, minutes: number): Temporal.Instant {
  return now.subtract({ minutes })
}

function minutesUntil(now: Temporal.Instant, oldest: Temporal.Instant, windowMinutes: number): number {
  return Math.max(1, Math.ceil(oldest.add({ minutes: windowMinutes }).since(now).total('minute')))
}

function subjectOf(login: string): string {
  return hashToken(`login:${normalLogin(login)}`)
}
