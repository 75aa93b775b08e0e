import type { Context, MiddlewareHandler } from 'hono'
import { accessRefusals } from './refusals.ts'
import { hostnameOf, hostOf, originOf } from './site.ts'

const LOOPBACK = ['localhost', '127.0.0.1', '::1']
const SAFE = ['GET', 'HEAD', 'OPTIONS']

/**
 * Refuses a request under a name that is not ours (DNS rebinding: a hostile page's domain made to point at the loopback
 * address), and an unsafe one that was not sent by one of our pages. A request with neither `Origin` nor `Sec-Fetch-Site`
 * comes from no browser of today and is refused too: commands do not come this way.
 * @param hosts names the desk answers to, without port
 */
export function sameOrigin(hosts: readonly string[] = LOOPBACK): MiddlewareHandler {
  return async (c, next) => {
    if (!hosts.includes(hostnameOf(hostOf(c)))) throw accessRefusals.unknownHost()
    if (!SAFE.includes(c.req.method) && !isOurs(c)) throw accessRefusals.foreignOrigin()
    await next()
  }
}

/** The first half alone, for a machine that shows a token of its own: it sends no `Origin`. */
export function knownHost(hosts: readonly string[] = LOOPBACK): MiddlewareHandler {
  return async (c, next) => {
    if (!hosts.includes(hostnameOf(hostOf(c)))) throw accessRefusals.unknownHost()
    await next()
  }
}

/** `Origin: null` is what a browser sends when a privacy setting hides it: then only `Sec-Fetch-Site` can vouch. */
function isOurs(c: Context): boolean {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  if (site !== undefined && site !== 'same-origin') return false
  if (origin !== undefined && origin !== 'null') return origin === originOf(c)
  return site === 'same-origin'
}

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

/**
 * What a browser may do with any answer. `Referrer-Policy` is `same-origin`: other sites get nothing, while under
 * `no-referrer` our own forms would be sent with `Origin: null` (Fetch, "append a request Origin header").
 */
export function securityHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next()
    c.header('Content-Security-Policy', POLICY)
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('X-Frame-Options', 'DENY')
    c.header('Referrer-Policy', 'same-origin')
    c.header('Cross-Origin-Opener-Policy', 'same-origin')
    c.header('Cross-Origin-Resource-Policy', 'same-origin')
    c.header(
      'Permissions-Policy',
      'camera=(), geolocation=(), microphone=(), publickey-credentials-get=(self)',
    )
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
  }
}
