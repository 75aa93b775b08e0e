import { randomUUID } from 'node:crypto'
import { record } from '../journal/index.ts'
import type { Temporal } from '../platform/clock.ts'
import type { Tx } from '../platform/database.ts'
import type { Platform } from '../platform/platform.ts'
import { type AccessSettings, actorOf, type Method, type Viewer } from './model.ts'
import { hashToken, newToken } from './secret-token.ts'
import { settingsOf } from './settings.ts'
import {
  endSession,
  endSessionOf,
  insertSession,
  rotateSession,
  type SessionWithPerson,
  sessionByToken,
  touchSession,
} from './store-sessions.ts'

export interface Person {
  readonly userId: string
  readonly name: string
  readonly fictional: boolean
}

/** Writes of "last seen" are spared within a minute: a page and its live figures are one visit. */
const TOUCH_SECONDS = 60

/**
 * Opens a session and journals the sign-in.
 * @returns the cookie's token; only its hash is kept.
 */
export async function openSession(
  tx: Tx,
  platform: Pick<Platform, 'clock' | 'config'>,
  person: Person,
  way: { method: Method; enrolOnly: boolean; userAgent: string },
): Promise<string> {
  const now = platform.clock.now()
  const token = newToken()
  const id = randomUUID()
  const proved = way.method === 'passkey' || way.method === 'totp'
  await insertSession(tx, hashToken(token), {
    id,
    userId: person.userId,
    method: way.method,
    enrolOnly: way.enrolOnly,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: now.add({ minutes: settingsOf(platform).sessionMinutes }),
    stepUpAt: proved ? now : null,
    userAgentHash: hashToken(way.userAgent),
  })
  await record(tx, platform.clock, {
    actor: actorOf(person),
    kind: 'access.signed_in',
    payload: { userId: person.userId, sessionId: id, method: way.method },
  })
  return token
}

/**
 * The session of a cookie, or undefined when there is none, it ended, stood idle too long, or its person may not come in
 * here. `renews`: whether this request shows that somebody is there.
 */
export async function findSession(
  platform: Platform,
  token: string,
  { renews = true } = {},
): Promise<SessionWithPerson | undefined> {
  const session = await sessionByToken(platform.db, hashToken(token))
  if (!session) return undefined
  // A database copied from an exercise into a real folder must not bring its fictional persons along.
  if (session.fictional && !platform.home.exercise) return undefined
  const now = platform.clock.now()
  if (isOver(session, now, settingsOf(platform))) {
    await endSession(platform.db, session.id, now)
    return undefined
  }
  if (renews && now.since(session.lastSeenAt).total('second') >= TOUCH_SECONDS)
    await touchSession(platform.db, session.id, now)
  return session
}

function isOver(session: SessionWithPerson, now: Temporal.Instant, settings: AccessSettings): boolean {
  const idle = now.since(session.lastSeenAt).total('minute')
  return idle >= settings.idleMinutes || now.since(session.expiresAt).sign >= 0
}

/** A fresh proof was given: the session gets a new token and full rights. @returns the new token */
export async function renewSession(
  tx: Tx,
  platform: Pick<Platform, 'clock'>,
  sessionId: string,
  method?: Method,
): Promise<string> {
  const token = newToken()
  const change = { tokenHash: hashToken(token), stepUpAt: platform.clock.now(), enrolOnly: false }
  await rotateSession(tx, sessionId, method ? { ...change, method } : change)
  return token
}

export async function signOut(platform: Platform, viewer: Viewer): Promise<void> {
  await platform.db.transaction(async (tx) => {
    await endSession(tx, viewer.sessionId, platform.clock.now())
    await record(tx, platform.clock, {
      actor: actorOf(viewer),
      kind: 'access.signed_out',
      payload: { userId: viewer.userId, sessionId: viewer.sessionId },
    })
  })
}

/** Ends another session of the same person, e.g. on a computer left behind. */
export async function closeSession(platform: Platform, viewer: Viewer, sessionId: string): Promise<void> {
  await platform.db.transaction(async (tx) => {
    if (!(await endSessionOf(tx, viewer.userId, sessionId, platform.clock.now()))) return
    await record(tx, platform.clock, {
      actor: actorOf(viewer),
      kind: 'access.session_closed',
      payload: { userId: viewer.userId, sessionId },
    })
  })
}

export function viewerOf(session: SessionWithPerson): Viewer {
  const { userId, name, title, roles, fictional, id, stepUpAt } = session
  return { userId, name, title, roles, fictional, sessionId: id, stepUpAt }
}
