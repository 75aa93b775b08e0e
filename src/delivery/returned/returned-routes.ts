import { type Context, Hono } from 'hono'
import { actorOf, requireRole, requireStepUp } from '../../access/index.ts'
import { type DeskEnv, incidentPath } from '../../desk/index.ts'
import { OUTBOX_READERS, RELEASERS } from '../model.ts'
import { makeHookToken, revokeToken } from './hook-token.ts'
import { showReturned } from './returned-page.tsx'
import { ignoreReport, linkReport } from './settle-report.ts'

type Ctx = Context<DeskEnv>

/** Pages under /incidents/:reference/sending/returned. */
export function returnedRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  const drivers = requireRole(...RELEASERS)
  app.get('/', requireRole(...OUTBOX_READERS), (c) => showReturned(c))
  app.post('/:id{[0-9]+}/links', drivers, link)
  app.post('/:id{[0-9]+}/dismissals', drivers, dismiss)
  app.post('/tokens', drivers, requireStepUp(), makeToken)
  app.post('/tokens/:token{[0-9a-f-]{36}}/revocations', drivers, revoke)
  return app
}

async function link(c: Ctx): Promise<Response> {
  const form = await c.req.parseBody()
  const delivery = Number(form['delivery'])
  const given =
    delivery > 0
      ? { deliveryId: delivery }
      : { messageId: String(form[`message_id-${c.req.param('id')}`] ?? '') }
  const actor = actorOf(c.get('viewer'))
  await linkReport(c.get('platform'), c.get('incident').id, Number(c.req.param('id')), given, actor)
  return back(c, '?list=unmatched')
}

async function dismiss(c: Ctx): Promise<Response> {
  const because = String((await c.req.parseBody())[`because-${c.req.param('id')}`] ?? '')
  const actor = actorOf(c.get('viewer'))
  await ignoreReport(c.get('platform'), c.get('incident').id, Number(c.req.param('id')), because, actor)
  return back(c, '?list=unmatched')
}

/** Shown in the answer itself, never in an address. */
async function makeToken(c: Ctx): Promise<Response> {
  const name = String((await c.req.parseBody())['name'] ?? '')
  return showReturned(c, await makeHookToken(c.get('platform'), name, actorOf(c.get('viewer'))))
}

async function revoke(c: Ctx): Promise<Response> {
  await revokeToken(c.get('platform'), c.req.param('token') ?? '', actorOf(c.get('viewer')))
  return back(c, '')
}

function back(c: Ctx, query: string): Response {
  return c.redirect(incidentPath(c, `sending/returned${query}`), 303)
}
