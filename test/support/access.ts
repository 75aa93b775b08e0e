import { Hono } from 'hono'
import {
  requireRole,
  requireStepUp,
  routes,
  sameOrigin,
  securityHeaders,
  sessions,
} from '../../src/access/index.ts'
import type { DeskEnv } from '../../src/desk/index.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { Refusal } from '../../src/platform/refusal.ts'

/** An application of the doors and three rooms: `/` for all, `/lead-only`, `/release` behind a step-up. */
export function doorsApp(platform: Platform): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.onError((error, c) => {
    if (!(error instanceof Refusal)) throw error
    return c.text(`${error.code} ${error.text('fr')}`, error.http)
  })
  app.use(securityHeaders(), sameOrigin(), async (c, next) => {
    c.set('platform', platform)
    c.set('locale', 'fr')
    await next()
  })
  app.use(sessions())
  app.route('/', routes())
  app.get('/', (c) => c.text(`home of ${c.get('viewer').name}`))
  app.get('/lead-only', requireRole('lead'), (c) => c.text('lead'))
  app.on(['GET', 'POST'], '/release', requireStepUp(), (c) => c.text('released'))
  return app
}

export const HOST = 'localhost:7331'

/** A person's browser against an application: keeps the cookie, sends what a browser sends from our own pages. */
export function visitor(app: Hono<DeskEnv>) {
  let cookie = ''
  async function send(
    path: string,
    init: RequestInit & { headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const headers = { host: HOST, 'user-agent': 'test', ...(cookie ? { cookie } : {}), ...init.headers }
    const response = await app.request(`http://${HOST}${path}`, { ...init, headers })
    const set = response.headers.getSetCookie().find((line) => line.startsWith('tocsin-'))
    if (set) cookie = set.split(';')[0] ?? ''
    return response
  }
  const get = (path: string, headers: Record<string, string> = {}) => send(path, { headers })
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    send(path, {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: `http://${HOST}`,
        'sec-fetch-site': 'same-origin',
        ...headers,
      },
    })
  return { get, post, cookie: () => cookie, setCookie: (value: string) => (cookie = value) }
}

/** Kinds of the journal's entries, oldest first. */
export async function journalKinds(platform: Platform): Promise<string[]> {
  const found = await platform.db.query<{ kind: string }>('select kind from journal_entry order by seq')
  return found.rows.map((row) => row.kind)
}
