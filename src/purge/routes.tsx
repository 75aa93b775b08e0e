import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { actorOf, requireRole, requireStepUp } from '../access/index.ts'
import { type DeskEnv, incidentPath } from '../desk/index.ts'
import { closeIncident } from '../incident/index.ts'
import { askPurge, type Purger, withdrawPurge } from './ask-purge.ts'
import { confirmPurge } from './confirm-purge.ts'
import { decideRetention } from './decide-retention.ts'
import { PURGERS } from './model.ts'
import { renderPurge, renderPurged } from './page-purge.tsx'
import { planPurge } from './plan-purge.ts'
import { incidentOfPurge, purgeDay, purgeOf } from './purge-store.ts'
import { purgeRefusals } from './refusals.ts'

type Ctx = Context<DeskEnv>

/** Pages under /incidents/:reference: purge. Its acts ask for a fresh proof of who acts. */
export function purgeRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  const purgers = requireRole(...PURGERS)
  app.get('/purge', requireRole(...PURGERS, 'auditor'), show)
  app.post('/purge/retention', purgers, requireStepUp(), retention)
  app.post('/purge/closure', purgers, requireStepUp(), close)
  app.post('/purge/requests', purgers, requireStepUp(), (c) => act(c, askPurge))
  app.post('/purge/withdrawals', purgers, requireStepUp(), (c) => act(c, withdrawPurge))
  app.post('/purge/confirmations', purgers, requireStepUp(), (c) => act(c, confirmPurge))
  return app
}

/** What shows or changes people: of a purged incident there is nobody left. */
const OF_PEOPLE =
  /^\/incidents\/[^/]+\/(people|review|lists|outbox|sending\/(release|deliveries)|letters\/.+)(\/|$)/

/** On a purged incident, pages about people say so in words, and nothing is changed any more. */
export function afterPurge(): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const on = await purgeDay(c.get('platform').db, c.get('incident').id)
    if (!on || /\/purge(\/|$)/.test(c.req.path)) return next()
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') throw purgeRefusals.purged({ on })
    return OF_PEOPLE.test(c.req.path) ? renderPurged(c, on) : next()
  }
}

async function show(c: Ctx): Promise<Response> {
  const platform = c.get('platform')
  const incident = await incidentOfPurge(platform.db, c.get('incident').id)
  const purge = await purgeOf(platform.db, incident.id)
  return renderPurge(c, { incident, purge, planned: await planPurge(platform, platform.db, incident) })
}

async function retention(c: Ctx): Promise<Response> {
  const { days, until } = await c.req.parseBody()
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  const asked = { days: text(days), until: text(until) }
  await decideRetention(c.get('platform'), c.get('incident').id, asked, actorOf(c.get('viewer')))
  return back(c)
}

async function close(c: Ctx): Promise<Response> {
  await closeIncident(c.get('platform'), c.get('incident').id, actorOf(c.get('viewer')))
  return back(c)
}

async function act(c: Ctx, step: typeof askPurge | typeof withdrawPurge): Promise<Response> {
  const viewer = c.get('viewer')
  const { userId, name, roles } = viewer
  const by: Purger = { userId, name, roles, actor: actorOf(viewer) }
  const incident = await incidentOfPurge(c.get('platform').db, c.get('incident').id)
  await step(c.get('platform'), incident, by)
  return back(c)
}

const back = (c: Ctx) => c.redirect(incidentPath(c, 'purge'), 303)
