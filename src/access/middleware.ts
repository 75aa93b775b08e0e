import type { Context, MiddlewareHandler } from 'hono'
import type { DeskEnv } from '../desk/index.ts'
import { hasRole, isFresh, type Role, safeBack } from './model.ts'
import { findSession, viewerOf } from './open-session.ts'
import { accessRefusals } from './refusals.ts'
import { originOf, readSessionCookie } from './site.ts'
import type { SessionWithPerson } from './store-sessions.ts'

declare module 'hono' {
  interface ContextVariableMap {
    /** Set beside `viewer`, for the pages of access. */
    session: SessionWithPerson
  }
}

const OPEN = /^\/(sign-in|assets)(\/|$)|^\/(sign-out|preferences|favicon\.ico)$/
const WHILE_ENROLLING = /^\/enrol(\/|$)/
/** Recovery codes are shown to someone who proves who they are; a session that may only enrol has nothing to prove it with. */
const BEFORE_CODES = /^\/(enrol|step-up)(\/|$)/
/** A form opened while the proof was fresh may be sent a little later. */
const GRACE_MINUTES = 5

/**
 * Puts the signed-in person in `viewer`, or sends to /sign-in and back to the page they wanted. Someone who must still add
 * an authenticator, or was never given recovery codes, can open nothing else before.
 */
export function sessions(): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const token = readSessionCookie(c)
    const session = token
      ? await findSession(c.get('platform'), token, { renews: !isAutomatic(c) })
      : undefined
    if (session) {
      c.set('session', session)
      c.set('viewer', viewerOf(session))
    }
    if (OPEN.test(c.req.path)) return next()
    if (!session) return askToSignIn(c)
    const first = firstThing(session)
    return !first || first.meanwhile.test(c.req.path) ? next() : c.redirect(first.path, 303)
  }
}

/**
 * True for what a page asks by itself: the live figures and their renewals. A screen left open must not keep its session
 * for ever. Only a script can send these headers, so a person's own visit is never taken for one.
 */
function isAutomatic(c: Context<DeskEnv>): boolean {
  if (c.req.path.endsWith('/live')) return true
  return c.req.header('x-live') === '1' && c.req.header('sec-fetch-mode') === 'cors'
}

/** Lets in a person who has at least one of the roles. @throws access.roleNeeded */
export function requireRole(...roles: readonly Role[]): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    if (!hasRole(c.get('viewer'), ...roles)) throw accessRefusals.roleNeeded({ roles: roles.join(', ') })
    await next()
  }
}

/**
 * Lets in a person who proved who they are at most `minutes` ago, or asks for a passkey or a code and comes back. Put it on
 * the page of the form and on its POST: the page asks first, so what is typed is not lost.
 */
export function requireStepUp(minutes = 10): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const reading = c.req.method === 'GET' || c.req.method === 'HEAD'
    const limit = reading ? minutes : minutes + GRACE_MINUTES
    if (isFresh(c.get('viewer'), c.get('platform').clock.now(), limit)) return next()
    const url = new URL(c.req.url)
    const back = reading ? url.pathname + url.search : pageBefore(c)
    return c.redirect(`/step-up?back=${encodeURIComponent(back)}${reading ? '' : '&unsent=1'}`, 303)
  }
}

/** What must be done before anything else and the pages that serve it, or undefined. */
function firstThing(session: SessionWithPerson): { path: string; meanwhile: RegExp } | undefined {
  if (session.enrolOnly) return { path: '/enrol', meanwhile: WHILE_ENROLLING }
  if (session.fictional || session.hasRecoveryCodes) return undefined
  return { path: '/enrol/recovery-codes', meanwhile: BEFORE_CODES }
}

/** Pages are asked to sign in; a stream, a script's request or a form is told why it was not served. */
function askToSignIn(c: Context<DeskEnv>): Response {
  const accepts = c.req.header('accept') ?? '*/*'
  const page = c.req.method === 'GET' && !/event-stream|^application\/json/.test(accepts)
  if (!page) throw accessRefusals.signInNeeded()
  const url = new URL(c.req.url)
  const wanted = safeBack(url.pathname + url.search)
  return c.redirect(wanted === '/' ? '/sign-in' : `/sign-in?back=${encodeURIComponent(wanted)}`, 303)
}

/** The page whose form was sent, from the Referer our pages give each other. */
function pageBefore(c: Context): string {
  const referer = c.req.header('referer') ?? ''
  return referer.startsWith(`${originOf(c)}/`) ? safeBack(referer.slice(originOf(c).length)) : '/'
}
