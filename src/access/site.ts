import { isIP } from 'node:net'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { RelyingParty } from './passkey-ceremony.ts'
import { accessRefusals } from './refusals.ts'

/** `localhost:7331`: what the browser calls this desk. Past `sameOrigin`, one of the names it answers to. */
export function hostOf(c: Context): string {
  return (c.req.header('host') ?? new URL(c.req.url).host).toLowerCase()
}

export function hostnameOf(host: string): string {
  return host.replace(/:\d+$/, '').replace(/^\[|\]$/g, '')
}

export function originOf(c: Context): string {
  return `${new URL(c.req.url).protocol}//${hostOf(c)}`
}

/** The site for WebAuthn, which refuses IP addresses. @throws access.passkeyNeedsName */
export function relyingParty(c: Context): RelyingParty {
  const id = hostnameOf(hostOf(c))
  if (isIP(id) !== 0) throw accessRefusals.passkeyNeedsName()
  return { id, origin: originOf(c) }
}

export function isAddress(c: Context): boolean {
  return isIP(hostnameOf(hostOf(c))) !== 0
}

export function readSessionCookie(c: Context): string | undefined {
  return getCookie(c, cookieName(c))
}

/**
 * `SameSite=Strict`: no other site can make a request with it, not even by a link. No `Secure` on plain-http loopback:
 * Safari then drops the cookie. It lives as long as the browser; the server decides when it is over.
 */
export function writeSessionCookie(c: Context, token: string): void {
  setCookie(c, cookieName(c), token, { path: '/', httpOnly: true, sameSite: 'Strict', secure: isSecure(c) })
}

export function clearSessionCookie(c: Context): void {
  deleteCookie(c, cookieName(c), { path: '/', secure: isSecure(c) })
}

/** Cookies ignore the port: two desks on one machine would sign each other out under one name. */
function cookieName(c: Context): string {
  return `tocsin-${/:(\d+)$/.exec(hostOf(c))?.[1] ?? 'session'}`
}

function isSecure(c: Context): boolean {
  return new URL(c.req.url).protocol === 'https:'
}
